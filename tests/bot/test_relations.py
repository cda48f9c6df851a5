"""What the lexicon says of English, and that its file keeps the form in which it can be read and corrected."""

import re
from collections import Counter
from collections.abc import Callable
from importlib.resources import files

import pytest

from bot.answering.relations import converses, near, opposites, phrases, related
from index.irregular import BASES
from index.words import STOP_WORDS, fold, term, words

_TEXT = files("bot.answering").joinpath("relations.txt").read_text("utf-8")
_LINES = [line for line in _TEXT.splitlines() if line and not line.startswith("#")]
_RELATIONS = (related, near, opposites, converses)


def _word(entry: str) -> str:
    return " ".join(term(word) or fold(word) for word in entry.split("-"))


_WORDS = sorted({_word(entry) for line in _LINES for entry in re.sub(r"[~|<>]", " ", line).split()})


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("bought", "acquisition"), ("died", "pass away"), ("established", "set up"), ("resigned", "step down"),
        ("leader", "head"), ("spouse", "husband"), ("lawyer", "attorney"), ("weight", "heavy"), ("French", "France"),
        ("Dutch", "Netherlands"), ("truce", "ceasefire"), ("infected", "contagious"), ("arrested", "detention"),
    ],
)  # fmt: skip
def test_the_same_relation(asked: str, same: str) -> None:
    assert " ".join(term(word) or word for word in same.split()) in related(_word(asked))


@pytest.mark.parametrize(
    ("asked", "may_be"),
    [("raid", "attack"), ("killed", "massacre"), ("company", "manufacturer"), ("rich", "prosper")],
)
def test_what_often_is_the_same_is_kept_apart(asked: str, may_be: str) -> None:
    assert term(may_be) in near(_word(asked)) - related(_word(asked))


@pytest.mark.parametrize(
    ("one", "other"),
    [("won", "lost"), ("before", "after"), ("increased", "fell"), ("denied", "admitted"), ("arrived", "left"),
     ("first", "last"), ("north", "south"), ("freed", "arrested"), ("alive", "dead"), ("legal", "illegal")],
)  # fmt: skip
def test_opposites(one: str, other: str) -> None:
    assert _word(other) in opposites(_word(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("bought", "sold"), ("teach", "learn"), ("parent", "child"), ("lent", "borrow"), ("wife", "husband")],
)
def test_an_event_told_from_its_other_side(one: str, other: str) -> None:
    assert _word(other) in converses(_word(one)) - opposites(_word(one))


@pytest.mark.parametrize("relation", _RELATIONS)
def test_a_relation_holds_both_ways(relation: Callable[[str], frozenset[str]]) -> None:
    assert [(one, other) for one in _WORDS for other in relation(one) if one not in relation(other)] == []


def test_no_word_stands_in_two_relations_to_another() -> None:
    told = [(word, other) for word in _WORDS for relation in _RELATIONS for other in relation(word)]
    assert [pair for pair, times in Counter(told).items() if times > 1] == []


def test_every_word_is_reached_from_another() -> None:
    assert [word for word in _WORDS if not set().union(*(relation(word) for relation in _RELATIONS)) - {word}] == []


def test_a_word_that_is_not_in_the_lexicon_stands_for_itself() -> None:
    assert [relation("footnot") for relation in _RELATIONS] == [{"footnot"}, set(), set(), set()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They took over the firm.", {1: "take over"}),
        ("The well-known poet was shot dead.", {1: "well know", 5: "shoot dead"}),
        ("He takes part in what takes place.", {1: "take part", 5: "take place"}),
        ("Over they took.", {}),
        ("He gave", {}),
        ("", {}),
    ],
)
def test_phrases(text: str, found: dict[int, str]) -> None:
    assert phrases(words(text)) == found


def test_each_word_of_a_line_tells_something() -> None:
    faults = []
    for line in _LINES:
        entries = [entry for entry in line.split() if entry not in ("~", "|", "<>")]
        faults += [
            (line, word) for word, times in Counter(map(_word, entries)).items() if times > 1 or len(entries) < 2
        ]
        faults += [(line, entry) for entry in entries if fold(entry.split("-")[0]) in STOP_WORDS or entry in BASES]
    assert faults == []
