"""A sentence that tells of something, and when that was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Self, get_args

from index.annotations import Row

Basis = Literal["text", "heading", "preceding", "publication"]
BASES: Final[tuple[Basis, ...]] = get_args(Basis)
"""The surest first."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with the time it tells of. One with two dates is two of them.

    Attributes:
        document: The document's id.
        start: First code point of the sentence in the document's text.
        end: One past its last code point.
        when: The stretch of time in EDTF, as precise as the words are.
        begin: Its first day.
        until: Its last day.
        basis: What says so: the sentence's own ``text``; the ``heading`` it stands under; in news the ``preceding``
            sentence, which it carries on; or, where nothing says so, the day of ``publication`` of the news.
        at: First code point of the words that say so, in the document's text; of the sentence if ``publication``.
    """

    document: str
    start: int
    end: int
    when: str
    begin: date
    until: date
    basis: Basis
    at: int

    @property
    def days(self) -> int:
        """How long the stretch of time is: how imprecisely it is known when."""
        return (self.until - self.begin).days + 1


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What one document tells of times; made from the document alone, at indexing.

    Attributes:
        tellings: In reading order.
        published: For news of a known day, that day, of which its undated sentences tell; else None.
    """

    tellings: tuple[Telling, ...]
    published: date | None

    def rows(self) -> list[Row]:
        """As it is kept in the index: the day of the news, then a row for each telling."""
        day: Row = [None if self.published is None else self.published.isoformat()]
        return [day, *map(_row, self.tellings)]

    @classmethod
    def of_rows(cls, document: str, rows: Sequence[Row]) -> Self:
        """What ``rows`` gave, of the document of an id."""
        (published,), *tellings = rows
        return cls(
            tuple(_telling(document, row) for row in tellings),
            None if published is None else date.fromisoformat(str(published)),
        )


def _row(one: Telling) -> Row:
    return [one.start, one.end, one.when, one.begin.isoformat(), one.until.isoformat(), one.basis, one.at]


def _telling(document: str, row: Row) -> Telling:
    start, end, when, begin, until, basis, at = map(str, row)
    return Telling(
        document,
        int(start),
        int(end),
        when,
        date.fromisoformat(begin),
        date.fromisoformat(until),
        BASES[BASES.index(basis)],
        int(at),
    )
