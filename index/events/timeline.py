"""The timeline of the sources, or of one actor in them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from index.document import Document
from index.events.deeds import Deeds, Relations
from index.events.entry import Entry
from index.events.gathering import gathered
from index.events.naming import Naming
from index.events.reporting import tells_of_the_day
from index.events.telling import Chronicle, Telling
from index.events.weighed import Weighed, named
from index.query.dates import Span
from index.sentences import sentence_spans
from index.sources import Sources

_PRONOUNS = ("He ", "She ")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from one to another; None for no limit.

    Attributes:
        since: The first.
        until: The last.
    """

    since: date | None = None
    until: date | None = None

    def touches(self, begin: date, until: date) -> bool:
        """Whether any day of a stretch of time lies within."""
        return (self.since is None or until >= self.since) and (self.until is None or begin <= self.until)


EVER = Period()


class Timeline:
    """Makes timelines. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources, naming: Naming, rarity: Callable[[str], float], relations: Relations) -> None:
        """A timeline of sources.

        Args:
            sources: What is told.
            naming: Who is named where in it.
            rarity: How rare a term is in the sources, 0 or more; what is told twice is known by its rare words.
            relations: Which words tell of one deed.
        """
        self._sources = sources
        self._naming = naming
        self._rarity = rarity
        self._deeds = Deeds(relations).of

    def entries(self, actor: str | None = None, told: Period = EVER, published: Period = EVER) -> list[Entry]:
        """The events, in order of time, the same one told several times as one entry.

        Args:
            actor: The id of the actor who is named in each; None for all events.
            told: Limits when the events were; what may lie within is taken.
            published: Limits when the documents were published; one of unknown date is not within any limit.
        """
        return gathered(
            weighed
            for document in self._documents(actor)
            if _published(document, published)
            for weighed in self._of(document, actor, told)
        )

    def _documents(self, actor: str | None) -> Iterator[Document]:
        if actor is None:
            yield from self._sources.documents
            return
        for id in self._naming.documents(actor):
            document = self._sources.document(id)
            if document is not None:
                yield document

    def _of(self, document: Document, actor: str | None, told: Period) -> Iterator[Weighed]:
        names = self._naming.names(document.id)
        chronicle = Chronicle.of_rows(document.id, self._sources.annotation("events", document.id))
        times = Counter(telling.start for telling in chronicle.tellings)
        for telling in [*chronicle.tellings, *self._undated(document, chronicle, actor)]:
            here = [one.actor for one in named(names, telling.start, telling.end)] if actor is not None else []
            if not told.touches(telling.begin, telling.until):
                continue
            if actor is None or actor in here or (not here and self._meant(document, telling) == actor):
                alone = times[telling.start] < 2
                yield Weighed.of(telling, document, names, self._rarity, self._deeds, actor=actor, alone=alone)

    def _meant(self, document: Document, telling: Telling) -> str | None:
        """Whom "He" at the head of a sentence means: who alone is named in the sentence before it."""
        if telling.basis != "text" or not document.text.startswith(_PRONOUNS, telling.start):
            return None
        paragraph = next(one for one in document.paragraphs if one.start <= telling.start < one.end)
        spans = sentence_spans(document.text, paragraph.start, paragraph.end)
        before = max(((start, end) for start, end in spans if start < telling.start), default=None)
        if before is None:
            return None
        actors = {one.actor for one in named(self._naming.names(document.id), *before)}
        return actors.pop() if len(actors) == 1 else None

    def _undated(self, document: Document, chronicle: Chronicle, actor: str | None) -> Iterator[Telling]:
        """The sentences of news that tell of the day they were written: the actor's, or the first."""
        day = chronicle.published
        if day is None:
            return
        dated: dict[int, list[Telling]] = defaultdict(list)
        for telling in chronicle.tellings:
            dated[telling.start].append(telling)
        for start, end in self._spans(document, actor):
            if tells_of_the_day(document.text[start:end], dated[start], day):
                yield Telling(document.id, start, end, day.isoformat(), day, day, "publication", start)

    def _spans(self, document: Document, actor: str | None) -> Iterator[tuple[int, int]]:
        names = self._naming.names(document.id)
        for paragraph in document.paragraphs if actor is not None else document.paragraphs[:1]:
            here = [one for one in named(names, paragraph.start, paragraph.end) if actor is None or one.actor == actor]
            if not here:
                continue
            for start, end in sentence_spans(document.text, paragraph.start, paragraph.end):
                if any(start <= one.start < end for one in here):
                    yield start, end


def _published(document: Document, period: Period) -> bool:
    if period == EVER:
        return True
    span = Span.of(document.record.date or "")
    return span is not None and period.touches(span.first, span.last)
