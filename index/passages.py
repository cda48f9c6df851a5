"""Passages: the stretches of text that are ranked."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Document, Paragraph
from index.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Size:
    """How long passages are.

    Attributes:
        shortest: Words; paragraphs are joined until they have so many, unless the next one would not fit.
        longest: Words; a longer paragraph is split at sentence ends, unless one sentence alone is longer.
    """

    shortest: int
    longest: int


SIZE = Size(80, 160)
"""What ``python -m benchmarks.passage_size`` finds best. Paragraphs of news, two sentences long, are found better when
joined: an answer stands in the best passage for .809 of the questions at 80 to 160 words, .771 at 40 to 160, .756
unjoined, and in the leading sentence for .767, .749 and .754. Longer ones (120 to 240) find no better sentence, and
shorter ones (at most 60) lose a tenth of the best passages. Whole paragraphs of an encyclopaedia hardly care.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of whole sentences of one document, as ranked.

    Attributes:
        id: ``<document id>#p<paragraph>``, with ``.2``, ``.3`` ... for the further pieces of a split paragraph.
        document: The document's id.
        paragraph: Number of the paragraph it begins in, 1-based.
        start: Its first code point in the document's text.
        end: One past its last code point.
        text: ``document.text[start:end]``.
    """

    id: str
    document: str
    paragraph: int
    start: int
    end: int
    text: str


def passages(document: Document, size: Size = SIZE) -> list[Passage]:
    """Cuts a document into passages that cover its text in order (white space between two of them apart)."""
    return [
        Passage(id, document.id, paragraph, start, end, document.text[start:end])
        for id, paragraph, start, end in _named(document, _stretches(document, size))
    ]


def paragraph_at(document: Document, offset: int) -> Paragraph:
    """The paragraph that an offset into the document's text falls in.

    Raises:
        ValueError: The offset lies in no paragraph.
    """
    for paragraph in document.paragraphs:
        if paragraph.start <= offset < paragraph.end:
            return paragraph
    raise ValueError(f"offset {offset} lies in no paragraph of {document.id}")


def _named(document: Document, stretches: Iterator[tuple[int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    piece, last = 1, 0
    for paragraph, start, end in stretches:
        piece = piece + 1 if paragraph == last else 1
        last = paragraph
        yield f"{document.id}#p{paragraph}{f'.{piece}' if piece > 1 else ''}", paragraph, start, end


def _stretches(document: Document, size: Size) -> Iterator[tuple[int, int, int]]:
    """Yields (paragraph number, start, end) of each passage."""
    open_paragraph, open_start, open_end, open_words = 0, 0, 0, 0
    for paragraph in document.paragraphs:
        for start, end in _pieces(document.text, paragraph, size.longest):
            count = len(document.text[start:end].split())
            if open_words and (open_words >= size.shortest or open_words + count > size.longest):
                yield open_paragraph, open_start, open_end
                open_words = 0
            if not open_words:
                open_paragraph, open_start = paragraph.number, start
            open_end, open_words = end, open_words + count
    if open_words:
        yield open_paragraph, open_start, open_end


def _pieces(text: str, paragraph: Paragraph, longest: int) -> Iterator[tuple[int, int]]:
    """A paragraph whole where it fits, else cut at sentence ends into pieces of about equal length."""
    total = len(text[paragraph.start : paragraph.end].split())
    if total <= longest:
        yield paragraph.start, paragraph.end
        return
    share = total / -(-total // longest)
    begin, count = None, 0
    last = paragraph.start
    for start, end in sentence_spans(text, paragraph.start, paragraph.end):
        added = len(text[start:end].split())
        if begin is not None and count + added / 2 > share:
            yield begin, last
            begin, count = None, 0
        begin = start if begin is None else begin
        count, last = count + added, end
    if begin is not None:
        yield begin, last
