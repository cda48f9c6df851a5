"""The Islamic calendar, by the arithmetic of its tables: the sight of the moon moves a month by a day or so."""

from datetime import date, timedelta

from index.dates import calendar, edtf
from index.dates.calendar import Grain, Stretch

_BEFORE = 227_014
"""The ordinal of the day before 1 Muharram 1: 18 July 622 of the Gregorian calendar."""
_YEAR_DAYS = 354.367


def day(year: int, month: int, number: int) -> date | None:
    """A day, None off the calendar: eleven years of thirty are leap years, odd months have 30 days, even ones 29.

    The civil reckoning, as in Reingold and Dershowitz, Calendrical Calculations.
    """
    ordinal = _BEFORE + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + number
    try:
        return date.fromordinal(ordinal)
    except (OverflowError, ValueError):
        return None


def year_at(on: date) -> int:
    """The year, give or take one, that a day lies in."""
    return int((on.toordinal() - _BEFORE) / _YEAR_DAYS) + 1


def stretch(year: int, month: int | None = None, number: int | None = None) -> Stretch | None:
    """A year, a month or a day, approximate, its ends a day further out; None off the calendar."""
    first = day(year, month or 1, number or 1)
    if number is not None:
        last = first
    else:
        after = day(year + 1, 1, 1) if month is None else day(year + month // 12, month % 12 + 1, 1)
        last = None if after is None else after - timedelta(days=1)
    if year < 1 or first is None or last is None:
        return None
    notation = edtf.about(*dict.fromkeys((first.isoformat(), last.isoformat())))
    grain = Grain.DAY if number is not None else Grain.YEAR if month is None else Grain.MONTH
    begin, end = calendar.move(first, -1, Grain.DAY), calendar.move(last, 1, Grain.DAY)
    return Stretch(notation, begin, end, grain)
