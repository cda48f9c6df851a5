"""A time expression in a text and the stretch of time it speaks of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["date", "time", "duration", "set", "vague"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression, where it stands and what it means.

    Attributes:
        start: Its first code point in the text.
        end: One past its last code point.
        text: Its words: ``text[start:end]`` of the text it was found in.
        edtf: The stretch of time in EDTF (ISO 8601-2), as precise as the words are; None for a length of time or a
            repetition that lies nowhere on the calendar.
        begin: The first day of it, where it is known and on Python's calendar (years 1 to 9999).
        end_date: The last day of it, likewise.
        kind: A ``date``, a ``time`` of day, a ``duration``, a ``set`` of times (weekly), or a ``vague`` reference to
            the writer's present or past (now, recently), which dates nothing by itself.
        duration: The length of a duration or the period of a set as an ISO 8601 duration, ``P5D``; ``PXD`` for an
            unknown number of days.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    begin: date | None
    end_date: date | None
    kind: Kind
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The time expressions of a text, and what they are reckoned from.

    Attributes:
        expressions: In order and without overlap.
        written: The first day of when the text was written, None if unknown.
        is_news: Whether it is told from the day of writing rather than from the last date told.
    """

    expressions: tuple[TimeExpression, ...]
    written: date | None
    is_news: bool
