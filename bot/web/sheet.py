"""A sheet: as much of a document as makes a page, since no browser should be given ten million letters at once."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from index.document import Document, Paragraph

PIECE: Final = 4_000
"""Code points. A longer paragraph, which is mostly a table or a text without any, is shown in pieces."""

BEFORE: Final = PIECE
"""Code points that may go before what is asked for: at least one piece, or two screens of a desk."""

_MARKS: Final = 31
"""Marks that follow one another; a letter has 30 at most (Unicode Standard Annex 15, "Stream-Safe Text Format")."""

SHEET: Final = 20_000
"""Code points from what is asked for on, at most: a quarter of an hour's reading, some 30 kB as a page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of a long one.

    Attributes:
        paragraph: The paragraph.
        start: First code point of it in the document's text.
        end: One past its last code point.
    """

    paragraph: Paragraph
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pieces that follow one another.

    Attributes:
        document: The document.
        pieces: In reading order, at least one.
        before: The code point that the sheet before this begins with; None where this begins the document.
        after: Likewise the sheet after it.
    """

    document: Document
    pieces: tuple[Piece, ...]
    before: int | None
    after: int | None


def sheet(document: Document, at: int, *, before: int = 0) -> Sheet:
    """The sheet that begins with the piece which a code point lies in.

    Args:
        document: A document with text.
        at: The code point; one past the end counts as the last.
        before: Code points that may go before that piece.
    """
    onward = list(_within(_onward(document, min(at, len(document.text) - 1)), SHEET))
    lead = list(_within(_back(document, onward[0].start), before))
    pieces = (*reversed(lead), *onward)
    earlier = list(_within(_back(document, pieces[0].start), SHEET))
    later = next(_onward(document, pieces[-1].end), None)
    return Sheet(
        document,
        pieces,
        before=earlier[-1].start if earlier else None,
        after=None if later is None else later.start,
    )


def _within(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    """The first pieces, as many as there is room for."""
    for piece in pieces:
        room -= piece.end - piece.start
        if room < 0:
            return
        yield piece


def _onward(document: Document, at: int) -> Iterator[Piece]:
    """The pieces that end after a code point, in reading order."""
    for paragraph in islice(document.paragraphs, max(0, _place(document, at)), None):
        yield from (piece for piece in _pieces(document.text, paragraph) if piece.end > at)


def _back(document: Document, at: int) -> Iterator[Piece]:
    """The pieces that end before a code point, or there, the nearest first."""
    for place in range(_place(document, at), -1, -1):
        pieces = _pieces(document.text, document.paragraphs[place])
        yield from (piece for piece in reversed(pieces) if piece.end <= at)


def _place(document: Document, at: int) -> int:
    """The place of the last paragraph that begins before a code point, or there; -1 where none does."""
    return bisect_right(document.paragraphs, at, key=lambda paragraph: paragraph.start) - 1


def _pieces(text: str, paragraph: Paragraph) -> list[Piece]:
    pieces, start = [], paragraph.start
    while paragraph.end - start > PIECE:
        end = _cut(text, start)
        pieces.append(Piece(paragraph, start, end))
        start = end
    return [*pieces, Piece(paragraph, start, paragraph.end)]


def _cut(text: str, start: int) -> int:
    """Where a piece that begins so ends: after a space, if its second half has one, and before no letter's mark."""
    space = text.rfind(" ", start + PIECE // 2, start + PIECE)
    if space >= 0:
        return space + 1
    end = start + PIECE
    return next((at for at in range(end, end - _MARKS, -1) if not unicodedata.combining(text[at])), end)
