"""What documents that have just come say of somebody, or to a query."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.footnote import Footnote
from index.citation import Citation, cite, verify
from index.query import parse
from index.sentences import sentence_spans
from index.words import terms

_MOST = 200
"""Passages; more in one batch of documents is for a search to list."""


def sightings(footnote: Footnote, documents: Collection[str], *, actor: str | None, query: str) -> list[Citation]:
    """A quote from each passage of some documents that names an actor or matches a query, numbered.

    Args:
        footnote: What may be seen.
        documents: Ids of the documents.
        actor: The actor's name; None where a query is looked for.
        query: In the query language. Unlike in a search each bare word has to be there, for a watch is not ranked.
    """
    found = _matching(footnote.only(documents), query) if actor is None else _naming(footnote, set(documents), actor)
    return [replace(citation, number=number) for number, citation in enumerate(found, 1)]


def _matching(footnote: Footnote, query: str) -> Iterator[Citation]:
    needed = set(parse(query).bare)
    for one in footnote.search(query, _MOST).found if footnote.sources.passages else ():
        if needed.issubset(terms(one.text)):
            yield one.citation


def _naming(footnote: Footnote, documents: set[str], name: str) -> Iterator[Citation]:
    actor = footnote.actors.find(name)
    passages = set()
    for located in footnote.actors.mentions_of(actor) if actor is not None else ():
        document = footnote.sources.document(located.document)
        if located.document not in documents or located.passage in passages or document is None:
            continue
        passages.add(located.passage)
        at = located.mention.start
        paragraph = next(one for one in document.paragraphs if one.start <= at < one.end)
        spans = sentence_spans(document.text, paragraph.start, paragraph.end)
        start, end = next(span for span in spans if span[0] <= at < span[1])
        citation = cite(document, start, end)
        verify(citation, document)
        yield citation
