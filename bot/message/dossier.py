"""The file on one actor: his names, his time, his ties, what the sources say of him, and what they leave open."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.actors.actor import Actor, Located, Tie
from index.actors.registry import Actors
from index.citation import Citation, cite, verify
from index.document import Document
from index.events import Chronicle, Telling
from index.sentences import sentence_spans
from index.sources import Sources

QUOTES: Final = 5
OPEN: Final = 5
CONNECTIONS: Final = 15
"""How many of each are in a file; of connections, the JSON has all."""
_READ: Final = 400
"""Mentions that are looked at for telling quotes; of somebody who is named oftener the first tell most."""
_BEST: Final = (50, 320)
"""Code points that a telling sentence has: less says little, more is hard to read."""
_IS: Final = re.compile(r",? (?:(?:is|was|became) (?:the|an?|one)\b|alias\b|whose real name)")
"""What follows a name where a sentence says first of all who that is."""
_DEFINES: Final = re.compile(
    r"^(?:['’]s)?,? ?(?:\([^)]{1,40}\),? ?)?(?:is|was|are|were|became|served as|heads?|headed|leads?|led)\b"
    r"|^,? (?:the|an?) [^.,;]{3,60}[,.]|\balias\b|\bknown\b|\breal name\b"
)
"""What follows where it says something of the kind."""
_PLAIN_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the sources know of an actor.

    Attributes:
        actor: Who it is.
        first: The first date that a sentence naming him tells of, as precise as it is known; None without any.
        last: The last one.
        connections: With whom he is named, strongest first, each with the passages that tie them.
        quotes: Sentences that tell most of him, the most telling first, checked.
        open: Sentences with a surname that may be his, in documents that do not say whose it is.
        near: Actors whose names are near his; never taken for him.
    """

    actor: Actor
    first: str | None
    last: str | None
    connections: tuple[Tie, ...]
    quotes: tuple[Citation, ...]
    open: tuple[Citation, ...]
    near: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that names the actor, and what it is worth."""

    document: Document
    start: int
    end: int
    worth: float


def dossier(actor: Actor, actors: Actors, sources: Sources) -> Dossier:
    """The file on an actor.

    Args:
        actor: One of ``actors``.
        actors: Who is named in the documents that may be seen.
        sources: The sources; only documents that ``actors`` knows are read.
    """
    located = actors.mentions_of(actor)
    tellings = list(_tellings(located, sources))
    connections = tuple(actors.ties(actor))
    beside = {tie.other.id for tie in connections[:CONNECTIONS]}
    quotes = _telling_quotes(located, actors, sources, beside, {(one.document, one.start) for one in tellings})
    return Dossier(
        actor,
        _precise(min(tellings, key=lambda one: (one.begin, one.until)), last=False) if tellings else None,
        _precise(max(tellings, key=lambda one: (one.until, one.begin)), last=True) if tellings else None,
        connections,
        _cited(quotes),
        _cited([_sentence(one, sources) for one in actors.open_of(actor)[:OPEN]]),
        tuple(actors.similar(actor)),
    )


def _tellings(located: Sequence[Located], sources: Sources) -> Iterator[Telling]:
    """The dated sentences that name him; the day of publication dates nothing by itself."""
    starts: dict[str, list[int]] = defaultdict(list)
    for one in located:
        starts[one.document].append(one.mention.start)
    for document, places in starts.items():
        for telling in Chronicle.of_rows(document, sources.annotation("events", document)).tellings:
            at = bisect_right(places, telling.end - 1)
            if telling.basis != "publication" and at and places[at - 1] >= telling.start:
                yield telling


def _precise(telling: Telling, *, last: bool) -> str:
    """Its date as precise as it is told: a day, a month, a year; of a longer stretch the month it begins or ends in."""
    if _PLAIN_DATE.fullmatch(telling.when):
        return telling.when
    return (telling.until if last else telling.begin).isoformat()[:7]


def _telling_quotes(
    located: Sequence[Located], actors: Actors, sources: Sources, beside: set[str], dated: set[tuple[str, int]]
) -> list[_Sentence]:
    sentences: dict[tuple[str, int], _Sentence] = {}
    named = {one: actors.mentions_in(one) for one in dict.fromkeys(one.document for one in located[:_READ])}
    for one in located[:_READ]:
        sentence = _sentence(one, sources)
        place = (one.document, sentence.start)
        with_him = {
            other.id
            for other, mention in named[one.document]
            if other is not None and sentence.start <= mention.start < sentence.end and other.id in beside
        }
        worth = _worth(one, sentence) + 0.4 * min(3, len(with_him)) + 0.6 * (place in dated)
        if place not in sentences or sentences[place].worth < worth:
            sentences[place] = _Sentence(sentence.document, sentence.start, sentence.end, worth)
    chosen: list[_Sentence] = []
    words: list[set[str]] = []
    for best in sorted(sentences.values(), key=lambda one: -one.worth):
        text = set(best.document.text[best.start : best.end].casefold().split())
        if all(len(text & other) < 0.6 * min(len(text), len(other)) for other in words):
            chosen.append(best)
            words.append(text)
        if len(chosen) == QUOTES:
            break
    return chosen


def _worth(one: Located, sentence: _Sentence) -> float:
    """How much a sentence tells of whom it names, by where it names him and what follows."""
    text = sentence.document.text
    worth = 0.3 * (" " in one.mention.text) + 0.3 * (one.mention.start - sentence.start < len("According to "))
    after = text[one.mention.end : sentence.end]
    if _IS.match(after):
        worth += 1.6
    elif _DEFINES.search(after):
        worth += 1.0
    return worth + 0.5 * (_BEST[0] <= sentence.end - sentence.start <= _BEST[1])


def _sentence(one: Located, sources: Sources) -> _Sentence:
    document = sources.document(one.document)
    if document is None:
        raise LookupError(f"there is no document {one.document!r}")
    paragraph = document.paragraphs[
        max(0, bisect_right([each.start for each in document.paragraphs], one.mention.start) - 1)
    ]
    for start, end in sentence_spans(document.text, paragraph.start, paragraph.end):
        if start <= one.mention.start < end:
            return _Sentence(document, start, end, 0.0)
    return _Sentence(document, paragraph.start, paragraph.end, 0.0)


def _cited(sentences: Sequence[_Sentence]) -> tuple[Citation, ...]:
    citations = []
    for number, one in enumerate(sentences, 1):
        citation = cite(one.document, one.start, one.end, number=number, score=one.worth)
        verify(citation, one.document)
        citations.append(citation)
    return tuple(citations)
