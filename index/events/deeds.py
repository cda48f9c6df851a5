"""Deeds that are done once: who tells of one on another day tells of another day, not of another deed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from index.dates.lexicon import CLASSES
from index.words import Word, fold, term

_OF_SOMEBODY: Final = (
    "born",
    "die",
    "assassinate murder",
    "marry",
    "arrest capture",
    "release",
    "resign",
    "elect",
    "appoint",
    "crown",
    "kidnap",
    "escape",
    "surrender",
    "bury",
)
_OF_SOMETHING: Final = (
    "establish",
    "open inaugurate",
    "shut",
    "burn fire destroy",
    "sink",
    "collapse fall",
    "crash",
    "sign",
)
"""Each the words of one deed; others are related to one of them."""
_RECURRING: Final = frozenset(
    map(term, "kill killer dead execute discharge dismiss sack symbol signal symptom".split())
)
"""Words related to a deed that are said of others, too, or of what happens every day."""
_WHAT_WORDS: Final = 3
"""How many words may say what a deed was done to: "signed a trade accord"."""
_TO_OFFICE: Final = frozenset(("elect", "appoint", "resign"))
_OFFICE_WORDS: Final = 6
"""Within how many words behind such a deed it is said to what."""
_ENDS: Final = frozenset(
    "in on at by from to with for of after before during near off when while where who which and down up out".split()
)


class Relations(Protocol):
    """The words for one relation, and the phrases that stand for a word (``bot/answering/relations.py``)."""

    def related(self, asked: str, /) -> frozenset[str]:
        """The words for the same relation as a word, itself among them."""

    def phrases(self, read: Sequence[Word], /) -> dict[int, str]:
        """The phrases in a text by the index of their first word."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that a sentence tells of.

    Attributes:
        kind: The words by which it is known here.
        terms: Those of the words by which the sentence tells of it.
        personal: Whether it is done by or to somebody, of whom the sentence must name the same.
        what: The terms of what it was done to, where that stands behind it ("opened a factory"), else of what the
            sentence begins with ("The factory in Odense was opened").
        office: Of an election, an appointment or a resignation the terms of what is said behind it, which tell to what.
        beside: The terms of the word before it: "a forest fire".
    """

    kind: str
    terms: frozenset[str]
    personal: bool
    what: frozenset[str]
    office: frozenset[str]
    beside: frozenset[str]


class Deeds:
    """Finds deeds."""

    def __init__(self, relations: Relations) -> None:
        """Looks up the words of each deed."""
        self._phrases = relations.phrases
        self._kinds = _kinds(relations)
        self._words = frozenset(self._kinds)

    def of(self, read: Sequence[Word]) -> tuple[Deed, ...]:
        """The deeds of a sentence, given by its words, stop words included."""
        phrases = self._phrases(read)
        found: list[Deed] = []
        for at, word in enumerate(read):
            phrase = phrases.get(at, "")
            said = phrase if phrase in self._kinds else word.term or ""
            after = read[at + 1 + said.count(" ") :]
            for kind, personal in self._kinds.get(said, ()):
                what = _foremost(after) or _foremost(read[:at])
                office = frozenset(_saying(after[:_OFFICE_WORDS])) if kind in _TO_OFFICE else frozenset()
                own = frozenset(said.split())
                found.append(Deed(kind, own, personal, what - self._words, office, _foremost(read[at - 1 : at])))
        return tuple(found)


def _kinds(relations: Relations) -> Mapping[str, list[tuple[str, bool]]]:
    kinds: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for personal, deeds in ((True, _OF_SOMEBODY), (False, _OF_SOMETHING)):
        for deed in deeds:
            terms = frozenset(filter(None, map(term, deed.split())))
            for word in frozenset().union(*map(relations.related, terms)) - _RECURRING:
                kinds[word].append((deed, personal))
    return kinds


def _foremost(some: Sequence[Word]) -> frozenset[str]:
    """The terms of the first of some words, up to the next preposition."""
    ends = (at for at, word in enumerate(some) if fold(word.text) in _ENDS)
    return frozenset(islice(_saying(some[: next(ends, len(some))]), _WHAT_WORDS))


def _saying(some: Sequence[Word]) -> Iterator[str]:
    """The terms of words that do not say when it was."""
    for word in some:
        if word.term is not None and word.text.lower() not in CLASSES and not word.text[0].isdecimal():
            yield word.term
