"""When a text was written, and whether it is told from that day."""

import re
from datetime import date

from index.dates import calendar
from index.dates.calendar import Stretch
from index.dates.meaning import Exact
from index.dates.pattern import Reading
from index.furniture.day import own_date

DATELINE_LINES = 6
"""Among how many first lines a date that stands alone is taken for the date of writing, where none is given: the
headline comes first. Value F1 is .874 with 1 to 12 (developed-on half of MEANTIME, where nearly all have a date)."""
DEICTIC_SHARE = 0.1
"""The share of dates reckoned from the day of writing (today, Monday, last week) from which on a text is news, where
months without a year are near that day; below, it is a story, where they follow the last date told. Anything up to 0.4
gives the same on the developed-on half of MEANTIME and the made-up sentences; low, since news also quotes old dates."""
_HEAD = 2000
"""Code points in which the first lines are looked for."""
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def is_news(readings: list[Reading], written: Stretch | None) -> bool:
    """Whether a text is told from the day of writing, by its head or by how much of it is reckoned from that day."""
    if written is not None and any(
        isinstance(one.meaning, Exact) and one.meaning.stretch == written for one in readings[:DATELINE_LINES]
    ):
        return True
    return written is not None and is_deictic(readings)


def is_deictic(readings: list[Reading]) -> bool:
    """Whether enough of the dates are reckoned from the day of writing."""
    dated = [one for one in readings if one.kind in ("date", "time", "vague")]
    deictic = sum(one.deictic for one in dated)
    return deictic > 0 and deictic >= DEICTIC_SHARE * len(dated)


def written_on(iso: str | None) -> Stretch | None:
    """A day, month or year in ISO 8601; None for what is none."""
    found = _PARTIAL.match(iso or "")
    if found is None:
        return None
    years, months, days = (None if one is None else int(one) for one in found.groups())
    try:
        if years is None or months is None:
            return calendar.year(int(found[1])) if int(found[1]) else None
        return calendar.month(years, months) if days is None else calendar.day(date(years, months, days))
    except ValueError:
        return None


def head_date(text: str) -> Stretch | None:
    """The day that one of the first lines says the text was written."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()]
    days = (own_date(line) for line in lines[:DATELINE_LINES])
    day = next((day for day in days if day is not None and len(day) == len("2007-01-20")), None)
    return written_on(day)
