"""What was shown already comes after what was not, unless it is far better."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.conversation import Turn, fresh, shown
from bot.conversation.shown import KNOWN
from index.search import Hit, Searcher
from index.sources import Sources
from tests.index.documents import document

PIERS = [
    document("The pier at Elva was built in 1902 by the harbour board.", id="built"),
    document("The pier at Elva burned in 1911, and the harbour board closed it.", id="burned"),
    document("Apples from Upper Dale are sold at Elva.", id="apples"),
]
SEARCHER = Searcher(Sources.of(PIERS))
BUILT = Turn("When was the pier built?", PIERS[0].text)


def test_what_was_shown_is_where_the_answers_stand() -> None:
    assert shown(SEARCHER, []) == frozenset()
    assert shown(SEARCHER, [Turn("Who?", "")]) == frozenset()
    assert shown(SEARCHER, [BUILT, Turn("apples?", PIERS[2].text)]) == {"built#p1", "apples#p1"}


def test_who_searches_on_finds_what_he_has_not_read_first() -> None:
    answerer = Answerer(SEARCHER)
    history = ["When did it burn?", PIERS[1].text]
    assert [hit.document.id for hit in answerer.search("harbour board pier Elva", 2).hits] == ["burned", "built"]
    assert [hit.document.id for hit in answerer.search("harbour board pier Elva", 2, history).hits] == [
        "built",
        "burned",
    ]
    # What he asks for by its own words leads all the same.
    assert answerer.search("when was the pier burned in 1911", 1, history).hits[0].document.id == "burned"


HITS = st.lists(st.floats(0, 50), max_size=20).map(
    lambda scores: [
        Hit(SEARCHER.sources.passages[at % 3], SEARCHER.sources.document_of(at % 3), score)
        for at, score in enumerate(sorted(scores, reverse=True))
    ]
)


@given(HITS, st.frozensets(st.sampled_from(["built#p1", "burned#p1", "apples#p1"])), st.booleans())
def test_no_hit_is_lost_and_the_others_keep_their_order(hits: list[Hit], known: frozenset[str], leaning: bool) -> None:
    found = fresh(hits, known, leaning=leaning)
    assert [one for one in found if one.passage.id not in known] == [one for one in hits if one.passage.id not in known]
    assert sorted(one.passage.id for one in found) == sorted(one.passage.id for one in hits)
    assert all(one.score >= other.score >= 0 for one, other in pairwise(found))
    assert (
        sum(one.score for one in hits) - sum(one.score for one in found)
        <= KNOWN * sum(hits[0].score for one in hits if one.passage.id in known) + 1e-6
    )
