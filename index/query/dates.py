"""Partial dates: what days ``2004`` or ``2004-06`` may mean."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date known to the day, the month or the year may mean.

    Attributes:
        first: The earliest.
        last: The latest.
    """

    first: date
    last: date

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The span of an ISO 8601 date, whole or without its day or month; None for what is no such date."""
        found = _PARTIAL.fullmatch(text)
        if found is None:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
        except ValueError:
            return None
        last_month = month or 12
        last_day = day or calendar.monthrange(first.year, last_month)[1]
        return cls(first, date(first.year, last_month, last_day))
