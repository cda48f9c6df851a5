"""What the sources say of a claim: the sentences that speak of it, and those of them that say otherwise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bot.answering.agreement import Value, number
from bot.answering.evidence import Asking, Candidate
from index.citation import Citation
from index.dates import find
from index.words import Word, words

SHARE = 0.8
"""How much of what a claim says, weighed by how rare its words are, a sentence must have for its date, its number or
its denial to be about the same. High on purpose: a mark that is wrong costs more than one that is missing."""
_REACH = 3
"""Words before a verb among which a "not" denies it: was not, though often asked, freed."""
_HEDGE = re.compile(
    r"^\W*(?:(?:i|we)\s+(?:\w+\s+)?(?:read|heard|think|thought|believe|saw|know|guess)|(?:they|people)\s+say"
    r"|is\s+it\s+true|apparently)\b[\s,]*(?:that\b\s*)?",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\W*(?:\w+\s+){0,2}")
_BREAK = re.compile(
    r"[,;:()–—]|\b(?:and|but|or|who|whom|whose|which|that|when|where|while|after|before|until|since|because|as)\b",
    re.IGNORECASE,
)
"""What may begin another clause, whose verb and date are its own."""
_DENIES = re.compile(r"not|never|cannot|\w+n['’]t", re.IGNORECASE)


class Otherwise(StrEnum):
    """In what a sentence says otherwise than a claim."""

    DATE = "another date"
    NUMBER = "another number"
    DENIAL = "one denies what the other says"


@dataclass(frozen=True, slots=True)
class Stand:
    """What a sentence says of a claim.

    Attributes:
        citation: The sentence.
        otherwise: In what it says otherwise; None where that cannot be told by its form.
    """

    citation: Citation
    otherwise: Otherwise | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim held against the sources.

    Attributes:
        claim: As made.
        spoken: Whether the sources speak of it; else the stands are what comes nearest.
        stands: What they say, those that say otherwise first.
    """

    claim: str
    spoken: bool
    stands: tuple[Stand, ...]


def bare(text: str) -> str:
    """A claim without the words by which somebody keeps it at arm's length: I read that, is it true that."""
    return _HEDGE.sub("", text) or text


class Claim:
    """A claim as read: what it dates, counts and denies."""

    def __init__(self, asking: Asking, today: date) -> None:
        """Reads it.

        Args:
            asking: The claim, its words weighed.
            today: The day that "last year" is seen from.
        """
        text = asking.question.text
        self._asking = asking
        self._dates, dating = _dates(text, today.isoformat())
        self._counted = dict(_counted(words(text), dating))
        counting = {word.term for word in words(text) if number(word.text) is not None}
        dated = {word.term for word in words(text) if _inside(word, dating)}
        denying = {word.term for word in words(text) if _DENIES.fullmatch(word.text)}
        self._said = {term: idf for term, idf in asking.idf.items() if term not in dated | counting | denying}
        self._names = asking.names & self._said.keys()
        self._denied = _denied(words(text), [(at, word.term) for at, word in enumerate(words(text)) if word.term])

    def is_about(self, candidate: Candidate) -> bool:
        """Whether a sentence names everybody whom the claim names, and has another word of it."""
        found = candidate.matches.all & self._said.keys()
        return self._names <= found and bool(found - self._names)

    def otherwise(self, candidate: Candidate) -> Otherwise | None:
        """In what a sentence says otherwise of the same; None where it does not, or nobody can tell by form."""
        if not self._is_spoken_of(candidate):
            return None
        line = candidate.line
        dates, dating = _dates(line.text, candidate.hit.document.record.date)
        verbs = self._said.keys() - self._names
        spoken = [place for place in candidate.matches.places if place[1] in verbs]
        if len(self._dates) == 1 == len(dates) and self._dates[0].days.contradicts(dates[0].days):
            stated = [line.words[at] for at, _ in spoken]
            return Otherwise.DATE if any(_is_of(dates[0], word, line.text) for word in stated) else None
        counted = dict(_counted(line.words, dating))
        if any(self._counted[term].contradicts(counted[term]) for term in self._counted.keys() & counted.keys()):
            return Otherwise.NUMBER
        denied = _denied(line.words, spoken)
        return Otherwise.DENIAL if denied != self._denied & verbs & candidate.matches.all else None

    def _is_spoken_of(self, candidate: Candidate) -> bool:
        share = sum(self._said[term] for term in candidate.matches.all & self._said.keys())
        return bool(self._names) and self.is_about(candidate) and share >= SHARE * sum(self._said.values())


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a text, and where it stands."""

    days: Value
    start: int
    end: int


def _dates(text: str, written: str | None) -> tuple[list[_Dated], list[tuple[int, int]]]:
    """The dates of a text, and where its time expressions stand."""
    found = find(text, written=written)
    dates = [
        _Dated(Value(days=(one.begin, one.end_date)), one.start, one.end)
        for one in found
        if one.kind == "date" and one.begin is not None and one.end_date is not None
    ]
    return dates, [(one.start, one.end) for one in found]


def _is_of(dated: _Dated, word: Word, text: str) -> bool:
    """Whether a date is that of a word: in its clause, or at the head of the sentence that the clause begins."""
    if dated.end <= word.start:
        between = text[dated.end : word.start]
        if _HEAD.fullmatch(text[: dated.start]):
            between = between.removeprefix(",")
    else:
        between = text[word.end : dated.start]
    return _BREAK.search(between) is None


def _counted(row: Sequence[Word], dating: Sequence[tuple[int, int]]) -> Iterator[tuple[str, Value]]:
    """The term of each word that a number stands right before, with the number."""
    for word, after in pairwise(row):
        counts = None if _inside(word, dating) else number(word.text)
        if counts is not None and after.term is not None:
            yield after.term, Value(number=counts)


def _denied(row: Sequence[Word], places: Iterable[tuple[int, str]]) -> frozenset[str]:
    """Those of the terms that a "not" stands shortly before, of the words at these places."""
    return frozenset(
        term for at, term in places if any(_DENIES.fullmatch(word.text) for word in row[max(0, at - _REACH) : at])
    )


def _inside(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)
