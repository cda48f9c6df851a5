"""Whatever orders the hits, it loses none, adds none, and gives the same order every time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.ranking import Ranked, Ranking
from index.readers.draft import Block
from index.record import Record
from index.reranking import KINDS, Kind, Reranker, fitted_weights
from index.reranking.letters import Letters
from index.reranking.occurrences import Occurrences
from index.reranking.reranker import DEPTH
from index.runs import counted, runs, runs_of
from index.sources import Sources
from index.words import terms

TEXT = st.lists(
    st.sampled_from(["khazali", "Tehran", "raid", "2007", "the", "Karbala.", "القدس", "\0", "well-known"]), max_size=12
).map(" ".join)


def sources(*texts: str, title: str | None = None) -> Sources:
    return Sources.of(
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(title=title), [Block(text)], None)
        for at, text in enumerate(texts)
        if text
    )


def order(given: Sources, query: str, *, kinds: frozenset[Kind] = KINDS, k: int = 1000) -> list[Ranked]:
    hits = Ranking(given.terms).top(terms(query), k)
    weights = fitted_weights() if kinds == KINDS else dict.fromkeys(kinds, 1.0)
    return Reranker(given, weights=weights).rerank(terms(query), query, hits)


@given(st.lists(TEXT, max_size=8), TEXT, st.sets(st.sampled_from(Kind)).map(frozenset))
def test_laws(texts: list[str], query: str, kinds: frozenset[Kind]) -> None:
    indexed = sources(*texts)
    hits = Ranking(indexed.terms).top(terms(query), 1000)
    again = order(indexed, query, kinds=kinds)
    assert sorted(one.position for one in again) == sorted(one.position for one in hits)
    assert all(one.score > 0 for one in again)
    assert again == sorted(again, key=lambda one: (-one.score, one.position))
    assert again == order(indexed, query, kinds=kinds)


@given(st.lists(TEXT, min_size=1, max_size=8), TEXT)
def test_each_kind_says_a_share(texts: list[str], query: str) -> None:
    indexed = sources(*texts)
    hits = Ranking(indexed.terms).top(terms(query), 1000)
    if not hits:
        return
    for share in Reranker(indexed, weights=dict.fromkeys(Kind, 1.0)).shares(terms(query), query, hits).values():
        assert share.shape == (len(hits),)
        assert np.isfinite(share).all()
        assert share.min() >= 0
        assert share.max() <= 1


def test_equal_passages_tie_and_keep_their_order() -> None:
    indexed = sources(*["Khazali planned the raid on Karbala in 2007."] * 30, "Karbala is a city.")
    ranked = order(indexed, "Who planned the Karbala raid?")
    assert [one.position for one in ranked[:30]] == list(range(30))
    assert len({one.score for one in ranked[:30]}) == 1


def test_hits_beyond_the_depth_follow_in_the_order_of_bm25() -> None:
    indexed = sources(*[f"raid {'word ' * at}" for at in range(DEPTH + 30)])
    hits = Ranking(indexed.terms).top(["raid"], DEPTH + 30)
    again = order(indexed, "raid")
    assert [one.position for one in again[DEPTH:]] == [one.position for one in hits[DEPTH:]]
    assert again[DEPTH - 1].score >= again[DEPTH].score > 0


def test_hits_that_something_else_than_words_admitted_keep_their_order_and_their_zero() -> None:
    indexed = sources("raid", "market", "raid on Karbala")
    reranker = Reranker(indexed)
    admitted = [Ranked(0, 0.0), Ranked(1, 0.0)]
    assert reranker.rerank([], "", admitted) == admitted
    mixed = reranker.rerank(["raid"], "raid", [Ranked(0, 1.0), Ranked(2, 0.5), Ranked(1, 0.0)])
    assert mixed[-1] == Ranked(1, 0.0)


def test_nothing_to_order() -> None:
    assert order(sources(), "raid") == []
    assert order(sources("raid"), "") == []


@pytest.mark.parametrize(
    ("kind", "query", "better", "worse"),
    [
        (Kind.LETTERS, "commander of the Karbala raid", "raid, the commander of the", "raid, of a commander, the"),
        (Kind.LETTERS, "raid on microstructures", "raid microstructural", "raid mesostructural"),
        (Kind.OPENING, "raid", "raid that day in the town", "that day in the town a raid"),
        (
            Kind.CLOSENESS,
            "Karbala raid",
            f"Karbala raid {'word ' * 60}",
            f"Karbala {'word ' * 60} raid",
        ),
    ],
)
def test_what_a_kind_prefers(kind: Kind, query: str, better: str, worse: str) -> None:
    ranked = order(sources(worse, better), query, kinds=frozenset({kind}))
    assert ranked[0].position == 1
    assert ranked[0].score > ranked[1].score


def test_a_word_that_is_bunched_in_few_documents_tells_more() -> None:
    indexed = sources("raid raid raid raid", "market", "raid house", "market house", "market tree", "house tree")
    ranked = order(indexed, "raid market", kinds=frozenset({Kind.DOCUMENT}))
    assert ranked[0].position == 0


def test_a_hit_that_resembles_the_best_is_preferred() -> None:
    common = "Khazali crossed the border with the convoy"
    indexed = sources(f"{common} in the raid", f"{common} before the raid", "raid on a shop by thieves of the town")
    ranked = order(indexed, "raid", kinds=frozenset({Kind.LIKENESS}))
    assert ranked[-1].position == 2


def test_a_document_is_not_praised_for_resembling_itself() -> None:
    page = "Khazali crossed the border with the convoy in the raid. " * 12
    book = Document.of_blocks("book", "book.txt", Record(), [Block(page), Block(page), Block(page)], None)
    others = [
        Document.of_blocks(name, name, Record(), [Block(f"The raid on the shop was in {name}.")], None)
        for name in ("Kufa", "Najaf")
    ]
    indexed = Sources.of([book, *others])
    ranked = order(indexed, "raid", kinds=frozenset({Kind.LIKENESS}))
    assert len(ranked) == 5
    assert {one.position for one in ranked[:2]} == {3, 4}


def test_a_kind_left_out_is_not_counted() -> None:
    indexed = sources("raid", "raid raid")
    hits = Ranking(indexed.terms).top(["raid"], 2)
    assert set(Reranker(indexed, kinds={Kind.WORDS}).shares(["raid"], "raid", hits)) <= {Kind.WORDS}


def test_the_title_is_read_with_the_first_passage() -> None:
    text = "\n\n".join(["word " * 150] * 2)
    document = Document.of_blocks(
        "d", "d.txt", Record(title="Karbala"), [Block(one) for one in text.split("\n\n")], None
    )
    indexed = Sources.of([document])
    assert len(indexed.passages) == 2
    ranked = Reranker(indexed, weights={Kind.LETTERS: 1.0}).rerank(
        ["word"], "karbala", [Ranked(1, 1.0), Ranked(0, 0.9)]
    )
    assert ranked[0].position == 0


def test_runs_of_letters() -> None:
    assert len(runs_of("Khazali")) == 3
    assert len(runs_of("raid")) == 0
    assert set(runs_of("U.S. raid")) == set(runs_of("us RAID"))
    assert set(runs_of("Khazali’s")) == set(runs_of("khazalis"))
    assert set(runs_of("well-known")) == set(runs_of("well\nknown"))
    every, ends = runs([b"Khazali", b"", b"a\0bcdef"])
    assert ends.tolist() == [11, 15, 25]
    assert set(runs_of("Khazali")) <= set(every[: ends[0]])
    assert set(runs_of("abcdef")) <= set(every[ends[1] :])


def test_runs_are_counted_by_text() -> None:
    indexed = sources("Khazali", "Karbala")
    letters = Letters.of(indexed.census, len(indexed.passages))
    counts, _ = letters.counts(runs_of("Khazali"), [b"Karbala", b"", b"Khazali Khazali"])
    assert counts.sum(axis=1).tolist() == [0, 0, 6]


@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_counts_of_runs_add_up(some: list[str], others: list[str]) -> None:
    (counts, length), (further, added), (every, total) = (
        counted([text.encode() for text in texts]) for texts in (some, others, [*some, *others])
    )
    assert np.array_equal(counts + further, every)
    assert length + added == total


def test_terms_are_counted() -> None:
    indexed = sources("raid raid Karbala", "raid", "Karbala market", "market")
    occurrences = Occurrences(indexed)
    raid, karbala = occurrences.known(["raid", "karbala", "raid", "nowhere"])
    assert occurrences.document_frequency(np.array([raid])).tolist() == [2]
    assert occurrences.collection_frequency(np.array([raid])).tolist() == [3]
    assert occurrences.idf[raid] == pytest.approx(Ranking(indexed.terms).idf("raid"))
    rows = occurrences.rows(np.array([0, 3]))
    assert rows.row.tolist() == [0, 0, 0, 1]
    assert rows.place.tolist() == [0, 1, 2, 0]
    assert rows.term.tolist()[:3] == [raid, raid, karbala]
    assert rows.count.tolist() == [2, 2, 1, 1]
