"""The Iranian calendar: its year begins with the spring."""

from datetime import date, timedelta

from index.dates import calendar
from index.dates.calendar import Grain, Stretch

YEARS = range(1206, 1498)
"""The years in which leap years follow in the cycle of 33 that is used here (K. M. Borkowski, The Persian calendar for
3000 years, 1996); the calendar itself is official since 1304 (1925)."""
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""The leap years of a cycle."""
_ORIGIN = 1300, date(1921, 3, 21)
"""A year and its first day."""


def day(year: int, month: int, number: int) -> date | None:
    """A day; None outside of the years."""
    if year not in YEARS:
        return None
    since, first = _ORIGIN
    low, high = sorted((since, year))
    days = sum(366 if one % 33 in _LEAP else 365 for one in range(low, high))
    within = 31 * (month - 1) - max(0, month - 7) + number - 1
    return first + timedelta(days=(days if year >= since else -days) + within)


def year_at(on: date) -> int:
    """The year, give or take one, that a day lies in."""
    return on.year - 621


def stretch(year: int, month: int | None = None, number: int | None = None) -> Stretch | None:
    """A year, a month or a day; None outside of the years."""
    first = day(year, month or 1, number or 1)
    if first is None:
        return None
    if number is not None:
        return calendar.day(first)
    after = day(year + 1, 1, 1) if month in (None, 12) else day(year, (month or 0) + 1, 1)
    if after is None:
        return None
    grain = Grain.YEAR if month is None else Grain.MONTH
    return calendar.between(calendar.day(first), calendar.day(after - timedelta(days=1)), grain)
