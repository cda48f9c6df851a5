"""The ranking holds where rank-bm25's own idf breaks: few passages, and a name in most of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.ranking import Okapi, Ranking

WORDS = st.lists(st.sampled_from(["khazali", "tehran", "raid", "2007"]), max_size=6)


@pytest.mark.parametrize("passages", [[], [[]], [[], []]])
def test_nothing_to_rank_is_no_error(passages: list[list[str]]) -> None:
    ranking = Ranking(passages)
    assert ranking.top(["khazali"], 5) == []
    assert "khazali" not in ranking


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_a_word_in_every_passage_still_finds_them_all(count: int) -> None:
    ranked = Ranking([["khazali", "met", f"word{at}"] for at in range(count)]).top(["khazali"], count)
    assert [one.position for one in ranked] == list(range(count))
    assert all(one.score > 0 for one in ranked)


def test_a_word_in_half_of_the_passages_counts() -> None:
    passages = [["khazali", "tehran"], ["sadr", "najaf"], ["khazali", "beirut"], ["sadr", "kufa"]]
    assert [one.position for one in Ranking(passages).top(["khazali"], 5)] == [0, 2]
    assert BM25Okapi(passages).get_scores(["khazali"]).max() == 0  # what ours is there to mend


def test_a_rarer_word_outweighs_the_name_in_most_passages() -> None:
    passages = [["khazali", "went", "home"]] * 8 + [["khazali", "karbala", "raid"], ["karbala", "market", "day"]]
    ranked = Ranking(passages).top(["khazali", "karbala"], 20)
    assert [one.position for one in ranked[:2]] == [8, 9]


def test_fewer_hits_than_asked_for() -> None:
    assert len(Ranking([["a"], ["b"], ["a", "b"]]).top(["a"], 10)) == 2


@given(st.lists(WORDS, max_size=8), WORDS)
def test_laws(passages: list[list[str]], query: list[str]) -> None:
    ranked = Ranking(passages).top(query, len(passages) + 1)
    matching = {at for at, passage in enumerate(passages) if set(passage) & set(query)}
    assert {one.position for one in ranked} == matching
    assert all(one.score > 0 for one in ranked)
    assert ranked == sorted(ranked, key=lambda one: (-one.score, one.position))


@given(st.lists(WORDS, min_size=1, max_size=8).filter(any), WORDS)
def test_scores_are_those_of_rank_bm25(passages: list[list[str]], query: list[str]) -> None:
    scores = Okapi(passages).get_scores(query)
    for one in Ranking(passages).top(query, len(passages)):
        assert one.score == scores[one.position]
