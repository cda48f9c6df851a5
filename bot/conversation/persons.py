"""Whom sentences speak of: by name, or as he or she."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.cast import Cast, Referent
from bot.conversation.gender import Gender
from index.actors.mention import Kind
from index.actors.registry import Actors
from index.document import Document
from index.recent import Recent

_PRONOUN = re.compile(r"\b(?:(?P<he>he|him|his|himself)|(?:she|her|hers|herself))\b", re.IGNORECASE)
_KEPT = 2000
"""Passages, of which it is kept whom their sentences speak of: as many as two questions in a large corpus read, twice
over, and the passages of a conversation."""
_BACK = 300
"""Code points before the first sentence in which "he" of that may have been named."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody whom a sentence speaks of.

    Attributes:
        name: The name; None where it is not known whom "he" means.
        named: Whether the sentence names him, and does not only call him he.
    """

    name: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is named, or called he or she.

    Attributes:
        start: The first code point.
        referent: Who is named; None for a pronoun.
        genders: What he may be called.
    """

    start: int
    referent: Referent | None
    genders: tuple[Gender, ...]


class Persons:
    """Tells whom sentences speak of. Safe to be used by several threads at once.

    "He" is who was spoken of first in the sentence before among those who may be called so, or already in the same one;
    a sentence that speaks of none changes nothing.
    """

    def __init__(self, cast: Cast, actors: Callable[[], Actors | None]) -> None:
        """Takes what is known of persons.

        Args:
            cast: Tells who is a he and who a she.
            actors: Gives who is named in the sources, None where that is not known.
        """
        self._cast = cast
        self._actors = actors
        self._kept: Recent[Sequence[tuple[Spoken, ...]]] = Recent(_KEPT, lambda _: 1)

    def of(self, document: Document, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[Spoken, ...]]:
        """For each of some sentences that follow one another whom it speaks of, in order.

        Args:
            document: Where they stand.
            spans: Where each begins and ends.
        """
        actors = self._actors()
        if actors is None or not spans:
            return [() for _ in spans]
        return self._kept.get((document.id, tuple(spans)), lambda: self._read(actors, document, spans))

    def _read(
        self, actors: Actors, document: Document, spans: Sequence[tuple[int, int]]
    ) -> Sequence[tuple[Spoken, ...]]:
        begin = max(0, spans[0][0] - _BACK)
        named = list(self._named(actors, document, begin, spans[-1][1]))
        meant: dict[Gender, Referent] = {}
        for place in (one for one in named if one.start < spans[0][0]):
            meant |= {gender: place.referent for gender in place.genders if place.referent is not None}
        found = []
        for start, end in spans:
            places = [one for one in named if start <= one.start < end]
            spoken, first = _read(sorted([*places, *_pronouns(document.text, start, end)], key=_start), meant)
            meant |= first
            found.append(spoken)
        return found

    def _named(self, actors: Actors, document: Document, begin: int, end: int) -> Iterator[_Place]:
        """Where persons are named in a part of a document, in order."""
        mentions = actors.mentions_in(document.id)
        for at in range(bisect_left(mentions, begin, key=lambda one: one[1].start), len(mentions)):
            actor, mention = mentions[at]
            if mention.start >= end:
                break
            if actor is not None and actor.kind is Kind.PERSON:
                referent = self._cast.referent(actor, actors)
                genders = tuple(Gender) if referent.gender is None else (referent.gender,)
                yield _Place(mention.start, referent, genders)


def _start(place: _Place) -> int:
    return place.start


def _pronouns(text: str, start: int, end: int) -> Iterator[_Place]:
    for found in _PRONOUN.finditer(text, start, end):
        yield _Place(found.start(), None, (Gender.HE if found["he"] else Gender.SHE,))


def _read(places: Sequence[_Place], meant: dict[Gender, Referent]) -> tuple[tuple[Spoken, ...], dict[Gender, Referent]]:
    """Whom a sentence speaks of, and who is spoken of first in it of those who may be called he, and she.

    Args:
        places: Where persons are named or called so in it, in order.
        meant: Whom "he" and "she" mean at its begin.
    """
    first: dict[Gender, Referent] = {}
    spoken: dict[str | None, Spoken] = {}
    for place in places:
        gender = place.genders[0]
        one = place.referent or first.get(gender) or meant.get(gender)
        if one is not None:
            first = dict.fromkeys(place.genders, one) | first
        name = None if one is None else one.name
        before = spoken.get(name)
        is_named = place.referent is not None or (before is not None and before.named)
        spoken[name] = Spoken(name, is_named)
    return tuple(spoken.values()), first
