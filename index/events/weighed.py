"""A telling with what it is compared and chosen by."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from index.dates.lexicon import CLASSES, NUMBERS, ORDINALS
from index.document import Document
from index.events.deeds import Deed
from index.events.naming import Name
from index.events.telling import Telling
from index.events.weight import Evidence
from index.events.weight import weight as weight_of
from index.words import Word, words
from index.words import terms as words_of

_KEYS = 8
"""By how many of its rarest terms a telling is looked up."""
_AGAIN = frozenset(("again", "another", "more", "further", *ORDINALS))
_OTHERS = frozenset(
    "brother brothers sister sisters son sons daughter daughters wife husband father mother parents widow cousin nephew"
    " niece uncle aunt aide aides bodyguard bodyguards driver lawyer deputy assistant followers supporters".split()
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A telling, who is named in it, and what it is about.

    Attributes:
        telling: The telling.
        actors: The ids of the actors named in it, in order, each once.
        terms: What it says beside times, each term to its rarity in the sources; in place of the words of a name, the
            actor, as rare as the rarest of them.
        weight: How telling it is of the actor whose timeline is made, else of the first it names.
        figures: The numbers in it but those of its date.
        persons: Those of the actors who are somebody.
        deeds: The deeds that are done once, of which it tells on a day that its text says, and on no other.
        proper: The terms of its words with a capital that are no name of an actor; not of its first word.
        others: The words in it for somebody who is told of by another: his brother, her lawyer.
        again: Whether it says that it tells of one more of a kind: again, another, the second.
        alone: Whether the sentence tells of no other time.
        keys: By what others like it are looked up: its rarest terms, and its actors at its time.
    """

    telling: Telling
    actors: tuple[str, ...]
    terms: dict[str, float]
    weight: float
    figures: frozenset[str]
    persons: frozenset[str]
    deeds: tuple[Deed, ...]
    proper: frozenset[str]
    others: frozenset[str]
    again: bool
    alone: bool
    keys: tuple[str, ...]

    @classmethod
    def of(
        cls,
        telling: Telling,
        document: Document,
        names: Sequence[Name],
        rarity: Callable[[str], float],
        deeds: Callable[[Sequence[Word]], tuple[Deed, ...]],
        *,
        actor: str | None = None,
        alone: bool = True,
    ) -> "Weighed":
        """A telling of a document that names actors at the places given, in order."""
        text = document.text[telling.start : telling.end]
        read = words(text)
        inside = list(named(names, telling.start, telling.end))
        taken = {at - telling.start for one in inside for at in range(one.start, one.end)}
        terms = {
            word.term: rarity(word.term)
            for word in read
            if word.term is not None and word.start not in taken and _says(word.text)
        }
        for one in inside:
            rare = max(map(rarity, words_of(document.text[one.start : one.end])), default=0.0)
            terms[one.actor] = max(rare, terms.get(one.actor, 0.0))
        counts = {word for word in map(str.lower, (one.text for one in read)) if word in NUMBERS}
        figures = (counts | set(_FIGURE.findall(text))) - _figures_of(telling)
        # Of the words of a name none tells of a deed, nor of what one was done to.
        unnamed = [replace(word, term=None) if word.start in taken else word for word in read]
        done = deeds(unnamed) if alone and telling.days == 1 and telling.basis == "text" else ()
        own = next((one for one in inside if actor in (None, one.actor)), None)
        weight = _weight(telling, document, own, len(terms), rarity)
        actors = tuple(dict.fromkeys(one.actor for one in inside))
        rarest = nlargest(_KEYS, terms, key=lambda term: (terms[term], term))
        keys = (*rarest, *(f"{telling.begin} {telling.until} {actor}" for actor in actors))
        persons = frozenset(one.actor for one in inside if one.is_person)
        proper = frozenset(one.term for one in unnamed[1:] if one.term in terms and one.text[0].isupper())
        said = {word.text.lower() for word in read}
        others, again = frozenset(said & _OTHERS), not said.isdisjoint(_AGAIN)
        return cls(
            telling, actors, terms, weight, frozenset(figures), persons, done, proper, others, again, alone, keys
        )


def _figures_of(telling: Telling) -> set[str]:
    return {str(part) for day in (telling.begin, telling.until) for part in (day.year, day.day)}


def _weight(
    telling: Telling, document: Document, name: Name | None, count: int, rarity: Callable[[str], float]
) -> float:
    words_in_name = set() if name is None else set(words_of(document.text[name.start : name.end]))
    total = sum(map(rarity, words_in_name)) or 1.0
    titled = sum(map(rarity, words_in_name & set(words_of(document.title)))) / total
    at = 1.0 if name is None else (name.start - telling.start) / (telling.end - telling.start)
    return weight_of(Evidence.of(float(name is not None), titled, at, count, telling.start))


def named(names: Sequence[Name], start: int, end: int) -> Iterator[Name]:
    """Those of the places, in order, that lie within a stretch of text."""
    for at in range(bisect_left(names, start, key=lambda one: one.start), len(names)):
        if names[at].start >= end:
            return
        yield names[at]


def _says(word: str) -> bool:
    """Whether a word says what happened: not when, nor how many."""
    return word.lower() not in CLASSES and not any(map(str.isdecimal, word))
