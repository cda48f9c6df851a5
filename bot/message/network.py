"""Who is named with whom, as the terminal and Discord show it: each tie with a quote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from index.actors.actor import Actor, Tie
from index.actors.prose import is_prose
from index.actors.registry import Actors
from index.citation import Citation, cite, verify
from index.sentences import sentence_spans
from index.sources import Sources

MOST_ACTORS: Final = 60
"""Of how many actors a network is made: as many as a picture shows legibly."""
_READ: Final = 8
"""In how many of its passages the shortest quote for a tie is looked for."""
_ROWS: Final = re.compile(r" \| .*\n|\n.* \| ")
"""More than one line, of which one is a row of a table."""

_Span = tuple[str, int, int]
"""A document's id, and from where to where in its text."""


@dataclass(frozen=True, slots=True)
class CitedTie:
    """Two actors who are named together.

    Attributes:
        one: The one who is named oftener, or whose network it is.
        other: The other.
        passages: The ids of the passages that name both, in order.
        told: How many of them name both in one sentence.
        citation: The shortest such sentence; where there is none, the shortest run of sentences that names both, one
            that is made of sentences before a caption.
    """

    one: Actor
    other: Actor
    passages: tuple[str, ...]
    told: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Network:
    """A network of actors.

    Attributes:
        actor: Whose it is; None for that of all sources, or where ``near`` says who may be meant.
        actors: Who is in it, the strongest first; no more than MOST_ACTORS.
        ties: Who with whom, closest first.
        of: Of how many actors these are the strongest.
        near: Who may be meant by a name that is nobody's for certain.
    """

    actor: Actor | None
    actors: tuple[Actor, ...]
    ties: tuple[CitedTie, ...]
    of: int
    near: tuple[Actor, ...] = ()


class Weaver:
    """Makes networks. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources, actors: Actors) -> None:
        self._sources = sources
        self._actors = actors

    def network(self, name: str | None = None) -> Network:
        """The network of the sources, or the one around the actor who goes by a name."""
        actor = None if name is None else self._actors.find(name)
        if name is not None and actor is None:
            return Network(None, (), (), 0, tuple(self._actors.near(name)))
        ties = self._actors.ties(actor)
        order = _strongest(ties) if actor is None else [actor, *(tie.other for tie in ties)]
        chosen = order[:MOST_ACTORS]
        quoted = [(tie, span) for tie in self._among(chosen, actor) if (span := self._shortest(tie)) is not None]
        tied = {one.id for tie, _ in quoted for one in (tie.one, tie.other)}
        apart = sum(one.id not in tied for one in chosen)
        cited = tuple(self._cited(tie, span, number) for number, (tie, span) in enumerate(quoted, 1))
        return Network(actor, tuple(one for one in chosen if one.id in tied), cited, len(order) - apart)

    def _among(self, chosen: Sequence[Actor], actor: Actor | None) -> list[Tie]:
        """The ties among the chosen, closest first: an actor's own, then those among the actors around him."""
        order = {one.id: at for at, one in enumerate(chosen)}
        ties = [tie for one in chosen for tie in self._actors.ties(one) if order.get(tie.other.id, -1) > order[one.id]]
        return sorted(ties, key=lambda tie: (actor is None or tie.one.id == actor.id, tie.strength), reverse=True)

    def _shortest(self, tie: Tie) -> _Span | None:
        """The quote for a tie; None where only a table has both, and in no row: that ties nobody."""
        candidates = (span for passage in (tie.told or tie.passages)[:_READ] for span in self._spans(passage, tie))
        telling = [(span, quote) for span in candidates if not _ROWS.search(quote := self._text(span))]
        return min(telling, key=lambda one: (not is_prose(one[1]), len(one[1])))[0] if telling else None

    def _cited(self, tie: Tie, span: _Span, number: int) -> CitedTie:
        source = self._sources.document(span[0])
        if source is None:
            raise LookupError(f"{span[0]} ties two actors, but is no document")
        citation = cite(source, *span[1:], number=number)
        verify(citation, source)
        return CitedTie(tie.one, tie.other, tie.passages, len(tie.told), citation)

    def _text(self, span: _Span) -> str:
        source = self._sources.document(span[0])
        return "" if source is None else source.text[span[1] : span[2]]

    def _spans(self, passage: str, tie: Tie) -> list[_Span]:
        """The runs of whole sentences of a passage from where one actor of a tie is named to where the other is."""
        position = self._sources.position(passage)
        if position is None:
            return []
        place = self._sources.passages[position]
        document = self._sources.document(place.document)
        if document is None:
            return []
        ids = (tie.one.id, tie.other.id)
        named = [
            (mention.start, ids.index(actor.id))
            for actor, mention in self._actors.mentions_in(place.document)
            if actor is not None and actor.id in ids and place.start <= mention.start < place.end
        ]
        sentences = [
            span
            for paragraph in document.paragraphs
            if paragraph.start < place.end and paragraph.end > place.start
            for span in sentence_spans(document.text, max(paragraph.start, place.start), min(paragraph.end, place.end))
        ]
        return [
            (
                document.id,
                max(start for start, _ in sentences if start <= first),
                min(end for _, end in sentences if last < end),
            )
            for (first, one), (last, other) in pairwise(named)
            if one != other
        ]


def _strongest(ties: Sequence[Tie]) -> list[Actor]:
    """The actors that have ties, those with the closest ties first."""
    weights: dict[str, tuple[int, int]] = {}
    actors: dict[str, Actor] = {}
    for tie in ties:
        for one in (tie.one, tie.other):
            told, passages = weights.get(one.id, (0, 0))
            weights[one.id] = (told + tie.strength[0], passages + tie.strength[1])
            actors[one.id] = one
    return sorted(actors.values(), key=lambda one: (*(-count for count in weights[one.id]), -one.mentions, one.name))
