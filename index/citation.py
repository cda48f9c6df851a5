"""A quote with everything that leads back to its source."""

from dataclasses import dataclass

from index.document import Document
from index.passages import paragraph_at


class MisquotedError(ValueError):
    """A quote does not stand in its source at the place it names."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its place.

    Attributes:
        number: 1-based, as shown in the answer.
        passage: ``<document id>#p<paragraph>``; stable, it names the paragraph however passages are cut.
        document: The document's id.
        title: What to call the document.
        publisher: Who published it, where known.
        date: Publication date, ISO 8601, as precise as is known.
        url: Address of the document, where known.
        page: Page number, 1-based, for paged formats.
        paragraph: 1-based, within the document.
        start: First code point of the quote in the document's text.
        end: One past its last code point.
        quote: The quoted words, ``text[start:end]``.
        score: How well it matched; comparable within one answer or result list only.
    """

    number: int
    passage: str
    document: str
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    page: int | None
    paragraph: int
    start: int
    end: int
    quote: str
    score: float


def cite(document: Document, start: int, end: int, *, number: int = 1, score: float = 0.0) -> Citation:
    """Cites ``document.text[start:end]``.

    Raises:
        MisquotedError: The span is empty or reaches beyond the text or beyond a paragraph's begin.
    """
    if not 0 <= start < end <= len(document.text):
        raise MisquotedError(f"{document.id} has no text at {start} to {end}")
    try:
        paragraph = paragraph_at(document, start)
    except ValueError as error:
        raise MisquotedError(str(error)) from error
    record = document.record
    return Citation(
        number=number,
        passage=f"{document.id}#p{paragraph.number}",
        document=document.id,
        title=document.title,
        publisher=record.publisher,
        date=record.date,
        url=record.url,
        page=paragraph.page,
        paragraph=paragraph.number,
        start=start,
        end=end,
        quote=document.text[start:end],
        score=score,
    )


def verify(citation: Citation, document: Document) -> None:
    """Checks a citation against its source, as is done with each one before it is shown.

    Raises:
        MisquotedError: The quote does not stand in the document at its offsets, character for character.
    """
    if document.id != citation.document or document.text[citation.start : citation.end] != citation.quote:
        raise MisquotedError(f"{citation.passage} does not read {citation.quote!r}")
