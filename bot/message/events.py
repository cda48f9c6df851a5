"""What happened when, as the terminal and Discord show it: each event with its citations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from bot.answering import relations
from index.actors.actor import Actor
from index.actors.registry import Actors
from index.citation import Citation, cite, verify
from index.events import EVER, Basis, Entry, Period, Telling, Timeline
from index.events.actors import ByActors
from index.search import Searcher

_CELLS = " | "
"""What stands between the cells of a table's row."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells an event, and when it says that it was.

    Attributes:
        when: In EDTF, as precise as the words are.
        begin: The first day of it.
        until: The last day of it.
        basis: What says so: the sentence's own text, the heading it stands under, the preceding sentence, or the day
            of publication.
        citation: The sentence.
    """

    when: str
    begin: date
    until: date
    basis: Basis
    citation: Citation


@dataclass(frozen=True, slots=True)
class Event:
    """An event.

    Attributes:
        lead: The telling that says most precisely when it was.
        further: Others that agree with it.
        disputed: Others that give it a date that cannot be the same.
        actors: Who is named in them.
        weight: How telling the lead is of the actor whose timeline it is, else of the first it names.
    """

    lead: Told
    further: tuple[Told, ...]
    disputed: tuple[Told, ...]
    actors: tuple[Actor, ...]
    weight: float

    @property
    def documents(self) -> int:
        """How many documents tell it so."""
        return len({one.citation.document for one in (self.lead, *self.further)})


@dataclass(frozen=True, slots=True)
class Events:
    """A timeline.

    Attributes:
        actor: Whose it is; None for that of all sources, or where ``near`` says who may be meant.
        events: In order of time.
        near: Who may be meant by a name that is nobody's for certain.
    """

    actor: Actor | None
    events: tuple[Event, ...]
    near: tuple[Actor, ...] = ()

    def foremost(self, most: int) -> tuple[Event, ...]:
        """The events that the most documents tell, of those the most telling ones; in order of time.

        A row of a table, such as a birthday in a list of a crew, comes after what is told in sentences.
        """
        order = sorted(
            range(len(self.events)),
            key=lambda at: (
                -self.events[at].documents,
                _CELLS in self.events[at].lead.citation.quote,
                -self.events[at].weight,
                at,
            ),
        )
        return tuple(self.events[at] for at in sorted(order[:most]))


class Chronicler:
    """Tells what happened when. Safe to be used by several threads at once."""

    def __init__(self, searcher: Searcher, actors: Actors) -> None:
        self._sources = searcher.sources
        self._actors = actors
        self._naming = ByActors(actors)
        self._timeline = Timeline(searcher.sources, self._naming, searcher.ranking.idf, relations)

    def events(self, name: str | None = None, told: Period = EVER, published: Period = EVER) -> Events:
        """The events of the sources, or of the actor who goes by a name.

        Args:
            name: The actor's; None for all events.
            told: Limits when they were.
            published: Limits when the documents that tell them were published.
        """
        actor = None if name is None else self._actors.find(name)
        if name is not None and actor is None:
            return Events(None, (), tuple(self._actors.near(name)))
        return self.of(actor, told, published)

    def of(self, actor: Actor | None, told: Period = EVER, published: Period = EVER) -> Events:
        """The events of an actor; of all sources for None."""
        entries = self._timeline.entries(None if actor is None else actor.id, told, published)
        numbers = count(1)
        return Events(actor, tuple(self._event(entry, numbers) for entry in entries))

    def _event(self, entry: Entry, numbers: Iterator[int]) -> Event:
        lead, *further = self._told(entry.tellings, numbers)
        disputed = self._told(entry.disputed, numbers)
        return Event(lead, tuple(further), tuple(disputed), tuple(map(self._naming.actor, entry.actors)), entry.weight)

    def _told(self, tellings: Sequence[Telling], numbers: Iterator[int]) -> list[Told]:
        return [Told(one.when, one.begin, one.until, one.basis, self._cited(one, next(numbers))) for one in tellings]

    def _cited(self, telling: Telling, number: int) -> Citation:
        document = self._sources.document(telling.document)
        if document is None:
            raise LookupError(f"{telling.document} is told of, but no document")
        citation = cite(document, telling.start, telling.end, number=number)
        verify(citation, document)
        return citation
