"""Stretches of time on the Gregorian calendar, and how to move between them."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum
from typing import Literal

from index.dates import edtf

Edge = Literal["early", "mid", "late", "beginning", "end", "first half", "second half"]


class Grain(IntEnum):
    """The units of the calendar, from fine to coarse; WEEKEND is Saturday and Sunday of an ISO week."""

    DAY = 0
    WEEKEND = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    QUARTER = 5
    YEAR = 6
    DECADE = 7
    CENTURY = 8


_LONGEST_DAYS = {
    Grain.DAY: 1,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.QUARTER: 92,
    Grain.YEAR: 366,
    Grain.DECADE: 3653,
}
_MONTHS_OF = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}
_THIRDS = {10: (4, 7), 28: (10, 20), 29: (10, 20), 30: (10, 20), 31: (10, 20)}
"""Where the second and last third of a decade's years and a month's days begin, by use rather than by division."""
_OF_WEEK: dict[Edge, tuple[int, int]] = {
    "early": (0, 1),
    "mid": (2, 3),
    "late": (4, 6),
    "beginning": (0, 1),
    "end": (4, 6),
    "first half": (0, 2),
    "second half": (3, 6),
}
"""The first and last day, Monday 0, of each part of a week."""
_DAYS_OF = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time.

    Attributes:
        edtf: What is written for it.
        begin: Its first day, None where unknown.
        end: Its last day, None where unknown.
        grain: How fine it is: its own unit, or the smallest that could hold it.
    """

    edtf: str
    begin: date | None
    end: date | None
    grain: Grain


def day(number: date) -> Stretch:
    """One day."""
    return Stretch(number.isoformat(), number, number, Grain.DAY)


def month(year_number: int, number: int) -> Stretch:
    """One month."""
    first = date(year_number, number, 1)
    return Stretch(edtf.month(year_number, number), first, _month_end(first), Grain.MONTH)


def year(number: int) -> Stretch:
    """One year; without days where Python's calendar has none."""
    if not MINYEAR <= number <= MAXYEAR:
        return Stretch(edtf.year(number), None, None, Grain.YEAR)
    return Stretch(edtf.year(number), date(number, 1, 1), date(number, 12, 31), Grain.YEAR)


def season(year_number: int, number: int) -> Stretch:
    """A season, 21 spring to 24 winter, of the northern hemisphere and by whole months, as meteorologists reckon.

    Winter begins in December of its year and ends in February of the next; MAXYEAR has none.
    """
    first = date(year_number, 3 * (number - 20), 1)
    last = move(first, 2, Grain.MONTH) or first
    return Stretch(edtf.month(year_number, number), first, _month_end(last), Grain.SEASON)


def quarter(year_number: int, number: int) -> Stretch:
    """A quarter of the calendar year, 1 to 4, as an interval of months: level 1 has no quarters."""
    return between(month(year_number, 3 * number - 2), month(year_number, 3 * number), Grain.QUARTER)


def decade(first: int) -> Stretch:
    """The ten years from ``first``, a multiple of ten."""
    return _years(edtf.year(first)[:-1] + "X", first, first + 9, Grain.DECADE)


def century(first: int) -> Stretch:
    """The hundred years from ``first``, a multiple of a hundred: EDTF's 18XX is 1800 to 1899."""
    return _years(edtf.year(first)[:-2] + "XX", first, first + 99, Grain.CENTURY)


def between(first: Stretch, last: Stretch, grain: Grain | None = None) -> Stretch:
    """From the begin of one stretch to the end of another."""
    low, high = first.begin, last.end
    if low is not None and high is not None and low > high:
        first, last, low, high = last, first, last.begin, first.end
        if low is not None and high is not None and low > high:
            low = high = None
    # Some day of 2007 begins an interval no more precisely than 2007 does.
    ends = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    parts = (end if end.startswith("XXXX") else end.replace("-XX", "") for end in ends)
    return Stretch(edtf.interval(*parts), low, high, grain if grain is not None else _holding(low, high))


def about(first: Stretch, last: Stretch) -> Stretch:
    """The same, its ends approximate."""
    whole = between(first, last)
    return replace(whole, edtf=edtf.about(*whole.edtf.replace("~", "").split("/")))


def unit(grain: Grain, on: date) -> Stretch:
    """The unit of the calendar that a day lies in; weeks begin on Monday (ISO 8601)."""
    if grain is Grain.DAY:
        return day(on)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return _week(on, grain)
    if grain is Grain.MONTH:
        return month(on.year, on.month)
    if grain is Grain.SEASON:
        return season(max(MINYEAR, on.year - (on.month < 3)), 20 + (on.month // 3 or 4))
    if grain is Grain.QUARTER:
        return quarter(on.year, (on.month + 2) // 3)
    if grain is Grain.YEAR:
        return year(on.year)
    return decade(on.year // 10 * 10) if grain is Grain.DECADE else century(on.year // 100 * 100)


def unknown(grain: Grain) -> Stretch:
    """A unit of the calendar, unknown which."""
    if grain <= Grain.WEEK:
        return Stretch(edtf.day(None, None, None), None, None, grain)
    return Stretch(edtf.month(None, None) if grain is Grain.MONTH else "XXXX", None, None, grain)


def some(grain: Grain, within: Stretch) -> Stretch:
    """A unit of the calendar, unknown which, within a stretch of time."""
    low, high = within.begin, within.end
    if low is None or high is None:
        return unknown(grain)
    if grain >= within.grain or grain > Grain.MONTH or low.year != high.year:
        return within
    if grain is Grain.MONTH:
        return Stretch(edtf.month(low.year, None), low, high, within.grain)
    notation = edtf.day(low.year, low.month if low.month == high.month else None, None)
    return Stretch(notation, low, high, within.grain)


def move(on: date, count: int, grain: Grain) -> date | None:
    """The day ``count`` units later, the last of its month where the month is too short; None off the calendar."""
    try:
        if grain in _DAYS_OF:
            return on + timedelta(days=count * _DAYS_OF[grain])
        years, months = divmod(on.year * 12 + on.month - 1 + count * _MONTHS_OF[grain], 12)
        first = date(years, months + 1, 1)
    except (OverflowError, ValueError):
        return None
    return first.replace(day=min(on.day, monthrange(first.year, first.month)[1]))


def weekday_of(first: date, last: date, weekday: int, which: int) -> date | None:
    """The so-many-th weekday from a first day on, or the last up to a last day for -1; None where there is none."""
    if which < 0:
        found = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return found if first <= found <= last else None


def part(edge: Edge, whole: Stretch) -> Stretch:
    """The early, middle or late part of a stretch, approximate.

    Early, mid and late are its thirds; the beginning and the end are its first and last sixth; halves are exact.
    Of the days of a week, early is Monday and Tuesday, mid Wednesday and Thursday, late and the end Friday
    to Sunday. Thirds follow common use: late 2003 is September to December, the mid-1980s are 1984 to 1986.
    """
    if whole.begin is None or whole.end is None or whole.grain is Grain.DAY:
        return whole
    if whole.grain <= Grain.MONTH and "X" in whole.edtf:
        return whole
    grain, size, begin = _ruler(whole)
    low, high = _cut(edge, size)
    first, last = move(begin, low, grain), move(begin, high, grain)
    if first is None or last is None:
        return whole
    chosen = between if "half" in edge else about
    return chosen(unit(grain, first), unit(grain, last))


def _ruler(whole: Stretch) -> tuple[Grain, int, date]:
    """In what a stretch is divided: the grain, how many of it, and where the first begins."""
    begin, end = whole.begin or date.min, whole.end or date.max
    if whole.grain <= Grain.MONTH:
        return Grain.DAY, (end - begin).days + 1, begin
    if whole.grain <= Grain.YEAR:
        return Grain.MONTH, (end.year - begin.year) * 12 + end.month - begin.month + 1, begin
    return Grain.YEAR, end.year - begin.year + 1, begin


def _cut(edge: Edge, size: int) -> tuple[int, int]:
    """The first and last of ``size`` pieces, 0-based, that an edge takes."""
    low, high = _THIRDS.get(size, (round(size / 3), round(2 * size / 3)))
    sixth, half = max(1, round(size / 6)), size // 2
    if size == 7:
        return _OF_WEEK[edge]
    return {
        "early": (0, max(0, low - 1)),
        "mid": (low, max(low, high - 1)),
        "late": (min(high, size - 1), size - 1),
        "beginning": (0, sixth - 1),
        "end": (size - sixth, size - 1),
        "first half": (0, max(0, half - 1)),
        "second half": (min(half, size - 1), size - 1),
    }[edge]


def _week(on: date, grain: Grain) -> Stretch:
    first = on - timedelta(days=min(on.weekday(), on.toordinal() - 1))
    last = min(first.toordinal() + 6, date.max.toordinal())
    if grain is Grain.WEEKEND:
        first = date.fromordinal(min(first.toordinal() + 5, last))
    return between(day(first), day(date.fromordinal(last)), grain)


def _years(notation: str, first: int, last: int, grain: Grain) -> Stretch:
    if first < 0 or last > MAXYEAR:
        return Stretch(notation, None, None, grain)
    return Stretch(notation, date(max(first, MINYEAR), 1, 1), date(last, 12, 31), grain)


def _month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _holding(low: date | None, high: date | None) -> Grain:
    """The smallest unit that could hold an interval."""
    if low is None or high is None:
        return Grain.CENTURY
    days = (high - low).days + 1
    return next((grain for grain, longest in _LONGEST_DAYS.items() if days <= longest), Grain.CENTURY)
