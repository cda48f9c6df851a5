"""The engine ranks as the reference does, to the last bit, whatever the corpus and however it came to be."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.engine import Engine
from index.engine.compiled import kernels
from index.engine.formula import K1, B
from index.engine.live import Live
from index.engine.vocabulary import Vocabulary
from index.ranking import Okapi, Ranked, Ranking

pytestmark = pytest.mark.xdist_group("kernels")  # so that one process compiles them

ALWAYS, NEVER = 0, 1 << 62
WORTH = [pytest.param(NEVER, id="numpy")] + [pytest.param(ALWAYS, id="compiled")] * (kernels() is not None)
DENSE = st.sampled_from([0.0, 1 / 16, 0.5, 2.0])

Corpus = list[list[str]]
TERMS = st.sampled_from([*"abcdefghij", "\ud800", "كتائب", ""])
SMALL = st.lists(st.lists(TERMS, max_size=8), max_size=6)
QUERY = st.lists(TERMS, max_size=6)


@st.composite
def large(draw: st.DrawFn) -> Corpus:
    """Passages of Zipfian words, some of them empty, some very long."""
    seed = np.random.default_rng(draw(st.integers(0, 1 << 30)))
    lengths = seed.choice([0, 1, 5, 30, 400], draw(st.integers(0, 300)))
    return [[f"w{rank}" for rank in np.minimum(seed.zipf(1.3, int(length)), 500)] for length in lengths]


def masks(count: int) -> st.SearchStrategy[npt.NDArray[np.bool_]]:
    return st.lists(st.booleans(), min_size=count, max_size=count).map(lambda flags: np.array(flags, np.bool_))


ZIPFIAN = st.lists(st.integers(1, 60).map(lambda rank: f"w{rank}"), max_size=8)


def reference(passages: Corpus, query: Sequence[str], k: int) -> list[Ranked]:
    if not any(passages):
        return []
    scores = Okapi(passages).get_scores(query)
    best = np.argsort(-scores, kind="stable")[:k]
    return [Ranked(int(at), float(scores[at])) for at in best if scores[at] > 0]


def test_the_formula_is_the_reference_s() -> None:
    okapi = Okapi([["a"]])
    assert (okapi.k1, okapi.b) == (K1, B)


def admitted(passages: Corpus, query: Sequence[str], k: int, mask: npt.NDArray[np.bool_]) -> list[Ranked]:
    scores = Okapi(passages).get_scores(query) if any(passages) else np.zeros(len(passages))
    best = sorted(np.flatnonzero(mask).tolist(), key=lambda at: (-scores[at], at))
    return [Ranked(at, float(scores[at])) for at in best[:k]]


@pytest.mark.parametrize("worth", WORTH)
@settings(max_examples=100, deadline=None)
@given(passages=SMALL, query=QUERY, k=st.integers(0, 8), dense=DENSE, draw=st.data())
def test_tiny_corpora(
    worth: int, passages: Corpus, query: list[str], k: int, dense: float, draw: st.DataObject
) -> None:
    engine = Engine.build(passages, worth=worth, dense_share=dense)
    assert engine.top(query, k) == reference(passages, query, k)
    assert len(engine) == len(passages)
    ranking = Ranking(passages)
    for term in [*query, "unknown"]:
        assert (term in engine) == (term in ranking)
        assert engine.idf(term) == ranking.idf(term)
    mask = draw.draw(masks(len(passages)))
    assert engine.top(query, k, mask) == admitted(passages, query, k, mask) == ranking.top(query, k, mask)


@pytest.mark.parametrize("worth", WORTH)
@settings(max_examples=40, deadline=None)
@given(passages=large(), query=ZIPFIAN, k=st.sampled_from([1, 3, 10, 100, 2000]), dense=DENSE, draw=st.data())
def test_corpora(worth: int, passages: Corpus, query: list[str], k: int, dense: float, draw: st.DataObject) -> None:
    engine = Engine.build(passages, worth=worth, dense_share=dense)
    assert engine.top(query, k) == reference(passages, query, k)
    mask = draw.draw(masks(len(passages)))
    assert engine.top(query, k, mask) == admitted(passages, query, k, mask)


def same(engine: Engine, passages: Corpus, query: list[str]) -> None:
    """The engine is one over these passages, whichever way it came to be."""
    assert engine.top(query, 10) == reference(passages, query, 10)
    assert len(engine) == len(passages)
    ranking = Ranking(passages)
    for term in [*query, "w1", "w2", "unknown"]:
        assert (term in engine) == (term in ranking)
        assert engine.idf(term) == ranking.idf(term)
    at = list(range(0, len(passages), 7))
    expected = Okapi(passages).get_scores(query)[at] if any(passages) else np.zeros(len(at))
    assert engine.scores(query, at).tolist() == expected.tolist()


@pytest.mark.parametrize("worth", WORTH)
@settings(max_examples=10, deadline=None)
@given(first=large(), later=st.lists(large(), max_size=3), query=ZIPFIAN, dense=DENSE, draw=st.data())
def test_corpora_that_grow_and_shrink(
    worth: int, first: Corpus, later: list[Corpus], query: list[str], dense: float, draw: st.DataObject
) -> None:
    engine, passages = Engine.build(first, worth=worth, dense_share=dense), first
    for more in later:
        if draw.draw(st.booleans()):
            engine, passages = engine.extend(more), passages + more
        else:
            total = len(passages) + len(more)
            at = sorted(draw.draw(st.permutations(range(total)))[: len(more)])
            engine, rest, new = engine.extend(more, at), iter(passages), iter(more)
            passages = [next(new) if one in set(at) else next(rest) for one in range(total)]
        same(engine, passages, query)
        gone = draw.draw(st.permutations(range(len(passages))))[: draw.draw(st.integers(0, len(passages)))]
        engine = engine.remove(gone, [passages[at] for at in gone])
        passages = [one for at, one in enumerate(passages) if at not in gone]
        same(engine, passages, query)
        mask = draw.draw(masks(len(passages)))
        same(engine.view(mask), [one for one, kept in zip(passages, mask, strict=True) if kept], query)


@settings(deadline=None)
@given(SMALL, SMALL, st.data())
def test_who_has_a_term(some: Corpus, others: Corpus, data: st.DataObject) -> None:
    kept = data.draw(masks(len(some) + len(others)))
    engine = Engine.build(some).extend(others).view(kept)
    left = [passage for passage, stays in zip([*some, *others], kept, strict=True) if stays]
    for term in [*"abc", "nowhere"]:
        assert engine.holders(term).tolist() == [at for at, passage in enumerate(left) if term in passage]


def test_what_cannot_be_asked() -> None:
    engine = Engine.build([["a"]])
    for position in (-1, 1):
        with pytest.raises(IndexError):
            engine.scores(["a"], [position])
        with pytest.raises(IndexError):
            engine.remove([position], [["a"]])
    for mask in (np.ones(0, np.bool_), np.ones(2, np.bool_)):
        with pytest.raises(ValueError, match="a mask of"):
            engine.view(mask)
        with pytest.raises(ValueError, match="a mask of"):
            engine.top(["a"], 1, mask)
    for at in ([0, 0], [1, 0], [0], [0, 3], [-1, 0]):
        with pytest.raises(ValueError, match="positions of 2 passages among 3"):
            engine.extend([["b"], ["c"]], at)


def test_a_view_knows_nothing_of_the_rest() -> None:
    engine = Engine.build([["seen", "both"], ["secret", "both"], ["seen"]])
    view = engine.view(np.array([True, False, True]))
    assert "secret" not in view
    assert view.idf("secret") == Engine.build([["seen", "both"], ["seen"]]).idf("secret")
    assert view.top(["secret"], 3) == []
    assert "secret" in engine


@pytest.mark.parametrize("worth", WORTH)
@pytest.mark.parametrize(
    "query",
    [
        ["all"],
        ["x1"],
        ["all", "x3", "rare7"],
        ["x1", "x2", "x2", "all", "none"],
        ["rare1", "x1", "x2", "x3", "rare2", "all", "x4", "all"],
    ],
)
def test_several_blocks(worth: int, query: list[str]) -> None:
    """What two bytes cannot number goes over into the next block; scores tie by the thousand."""
    seed = np.random.default_rng(1)
    drawn = seed.integers(0, 12, (150_000, 3))
    passages = [["all", *(f"x{one}" for one in three)] for three in drawn.tolist()]
    for at in range(0, 150_000, 997):
        passages[at] = [*passages[at], f"rare{at % 10}"]
    engine = Engine.build(passages, worth=worth)
    held = {term: np.array([one.count(term) for one in passages], float) for term in query}
    lengths = np.array([len(one) for one in passages], float)
    scores = np.zeros(len(passages))
    for term in query:  # the reference's own steps, vectorised: rank_bm25 itself takes a second a query here
        found = held[term]
        scores += (engine.idf(term) if found.any() else 0) * (
            found * (1.5 + 1) / (found + 1.5 * (1 - 0.75 + 0.75 * lengths / lengths.mean()))
        )
    for k in (1, 10, 400, 5000):
        best = np.argsort(-scores, kind="stable")[:k]
        assert engine.top(query, k) == [Ranked(int(at), float(scores[at])) for at in best if scores[at] > 0]


@pytest.mark.parametrize("worth", WORTH)
def test_word_counts_that_codes_do_not_give_back(worth: int) -> None:
    passages = [["a"] * count + ["b"] * (count % 7) for count in (1, 2, 70, 71, 72, 300, 70_000, 70_001)] + [["c"]] * 90
    for dense in (0.0, 2.0):
        engine = Engine.build(passages, worth=worth, dense_share=dense)
        assert engine.top(["a", "b"], 99) == reference(passages, ["a", "b"], 99)
        assert engine.remove([0], passages[:1]).extend([["b"]] * 200).top(["a"], 99) == reference(
            passages[1:] + [["b"]] * 200, ["a"], 99
        )


def columns(engine: Engine) -> list[tuple[str, npt.NDArray[np.generic]]]:
    return [column for live in engine._lives for column in live.segment.columns().items()]


@pytest.mark.skipif(kernels() is None, reason="numba is not installed")
@settings(max_examples=40, deadline=None)
@given(passages=st.one_of(SMALL, large()), dense=DENSE)
@example(passages=[["a"] * count + ["b"] * (count % 7) for count in (1, 2, 70, 300, 70_000)] + [["c"]] * 90, dense=0.5)
@example(passages=[["a"] * (1 << 19), *([f"w{at % 50}", "b"] for at in range(9_000))], dense=0.1)  # wider than 32 bits
@example(passages=[["a", f"w{at % 90}"] for at in range(70_000)], dense=2.0)  # more than a block
def test_the_kernels_make_the_same_columns(passages: Corpus, dense: float) -> None:
    made, plain = (columns(Engine.build(passages, worth=worth, dense_share=dense)) for worth in (ALWAYS, NEVER))
    assert [name for name, _ in made] == [name for name, _ in plain]
    for (name, one), (_, other) in zip(made, plain, strict=True):
        assert one.dtype == other.dtype, name
        np.testing.assert_array_equal(one, other, name)


@pytest.mark.parametrize("worth", WORTH)
@pytest.mark.parametrize("dense", [1 / 8, 2.0])
def test_what_adds_next_to_nothing_is_found(worth: int, dense: float) -> None:
    """One word among a hundred thousand, beside many that weigh more: in units it came to none, and was left out."""
    passages = [["b"] + ["x"] * 100_000] + [["y"]] * 5000 + [[f"r{at}"] for at in range(60)]
    query = ["b", *(f"r{at}" for at in range(60))]
    found = Engine.build(passages, worth=worth, dense_share=dense).top(query, 100)
    assert found == reference(passages, query, 100)
    assert found[-1].position == 0


@pytest.mark.parametrize("worth", WORTH)
@pytest.mark.parametrize("words", [99, 100, 101, 999, 1000, 1001, 1200])
def test_very_many_words_are_asked_for(worth: int, words: int) -> None:
    """Beyond some number of them, repeated or not, the kernels leave the question to numpy."""
    passages = [[f"w{at}", f"w{at + 1}"] for at in range(1200)]
    engine = Engine.build(passages, worth=worth)
    for query in ([f"w{at}" for at in range(words)], [f"w{at % 60}" for at in range(words)]):
        assert engine.top(query, 20) == reference(passages, query, 20)


def test_many_small_additions_are_joined() -> None:
    engine, passages = Engine.build([["a", "b"]] * 100), [["a", "b"]] * 100
    for at in range(70):
        engine, passages = engine.extend([["a", f"w{at}"]]), [*passages, ["a", f"w{at}"]]
    assert len(engine._lives) <= 5
    assert engine.top(["a", "w3"], 9) == reference(passages, ["a", "w3"], 9)


def test_passages_may_come_from_a_generator(tmp_path: Path) -> None:
    engine = Engine.build(iter([("a", "b"), ("a",)]))
    engine.save(tmp_path)
    assert Engine.open(tmp_path).top(["b"], 5) == reference([["a", "b"], ["a"]], ["b"], 5)


@pytest.mark.parametrize("worth", WORTH)
def test_threads_share_an_engine(worth: int) -> None:
    seed = np.random.default_rng(3)
    passages = [[f"w{rank}" for rank in seed.zipf(1.2, 30)] for _ in range(3000)]
    engine = Engine.build(passages, worth=worth)
    queries = [[f"w{at}", f"w{at + 1}", "w1"] for at in range(2, 60)]
    expected = [engine.top(query, 10) for query in queries]
    found: list[bool] = []

    def ask() -> None:
        found.extend(engine.top(query, 10) == right for query, right in zip(queries, expected, strict=True))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 * len(queries)
    assert all(found)


@pytest.mark.parametrize("worth", WORTH)
def test_terms_of_one_hash(worth: int) -> None:
    """CRC-32 is linear, so that such terms are easily made: these differ in its generating polynomial."""
    alike = ["plumless", "buckeroo"]
    assert crc32(alike[0].encode()) == crc32(alike[1].encode())
    engine = Engine.build([[alike[0]], ["z"]], worth=worth)
    assert alike[0] in engine
    assert alike[1] not in engine
    assert engine.top([alike[1]], 2) == []
    for order in (alike, alike[::-1]):
        both = Engine.build([[one] for one in order], worth=worth)
        assert [hit.position for one in order for hit in both.top([one], 2)] == [0, 1]
        assert both.top(alike, 2) == both.top(alike[::-1], 2) == reference([[one] for one in order], alike, 2)


@pytest.mark.parametrize("worth", WORTH)
@pytest.mark.parametrize("wide", [False, True])
def test_hashes_that_are_crowded(worth: int, wide: bool) -> None:
    """All in one hundred and twenty-eighth of where hashes may be; ``wide``: as of terms of more than 4 GB."""
    crowded = [term for term in (f"t{at}" for at in range(100_000)) if crc32(term.encode()) >> 25 == 77]
    there, elsewhere = crowded[::2], crowded[1::2]
    engine = Engine.build([[term] for term in there], worth=worth)
    if wide:
        [live] = engine._lives
        own = live.segment.vocabulary
        vocabulary = Vocabulary(own.text, own.ends.astype(np.int64), own.hashes, own.numbers)
        engine = Engine([Live.of(replace(live.segment, vocabulary=vocabulary), live.positions)], worth)
    assert [hit.position for term in there for hit in engine.top([term], 2)] == list(range(len(there)))
    assert [engine.top([term], 2) for term in [*elsewhere, "", "t", f"{there[0]}0"]] == [[]] * (len(elsewhere) + 3)


@pytest.mark.parametrize("worth", WORTH)
def test_terms_that_are_no_words(worth: int) -> None:
    """Whatever has no line's end in it is one term; what has is one, too."""
    passages = [["a\nb", "c"], ["a"], ["b", ""], ["\x00", "c\x00"], ["\n"]]
    engine = Engine.build(passages, worth=worth)
    for query in (["a\nb"], ["a", "b"], [""], ["", ""], ["\n"], ["\x00"], ["c", "c\x00"], ["a\nb", "a"], []):
        assert engine.top(query, 9) == reference(passages, query, 9)
