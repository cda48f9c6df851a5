"""Dates written in digits alone, and whether day or month comes first in them."""

import re
from datetime import date

from index.dates import calendar, edtf
from index.dates.calendar import Grain, Stretch
from index.dates.values import year

_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)\b", re.ASCII)
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}\.? \d{{4}}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)? ?, ?\d{{4}}\b")


def is_day_first(text: str) -> bool | None:
    """Whether the day comes first in a text's dates, None where it does not tell.

    Dates in digits that can be read in one way only (a number above 12) decide; without any, the way dates are written
    in words.
    """
    first = last = 0
    for found in _SLASHED.finditer(text):
        one, other = int(found[1]), int(found[2])
        first += one > 12 >= other
        last += other > 12 >= one
    if first == last == 0:
        first, last = (int(pattern.search(text) is not None) for pattern in (_DAY_FIRST, _MONTH_FIRST))
    return None if first == last else first > last


def read(word: str, day_first: bool | None) -> Stretch | None:
    """A date such as 1/20/2007, 20.1.2007 or 20-1-07; None for what is none.

    With full stops the day always comes first: no country writes the month first with them (CLDR's short dates).
    """
    one, other, years = re.split(r"[/.-]", word)
    readings = {}
    for first, (days, months) in ((True, (int(one), int(other))), (False, (int(other), int(one)))):
        if (on := _date(year(years), months, days)) is not None:
            readings[first] = on
    if "." in word:
        day_first = True
    if not readings or ("." in word and True not in readings):
        return None
    if len(set(readings.values())) == 1:
        return calendar.day(next(iter(readings.values())))
    if day_first is not None:
        return calendar.day(readings[day_first])
    low, high = sorted(readings.values())
    return Stretch(edtf.either(low.isoformat(), high.isoformat()), low, high, Grain.MONTH)


def iso(word: str) -> Stretch | None:
    """An ISO 8601 date, with or without a time."""
    plain = re.sub(r"[–—‐‑‒−/]", "-", word.upper())
    try:
        on = date.fromisoformat(plain[:10])
    except ValueError:
        return None
    found = re.fullmatch(r"T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?", plain[10:])
    if found is None or not _is_clock(found[1] + (found[2] or ":00")):
        return calendar.day(on)
    zone = found[3] or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if len(zone) == 6 and not _is_clock(f"{zone[1:]}:00"):
        zone = ""
    return Stretch(f"{on.isoformat()}T{found[1]}{found[2] or ':00'}{zone}", on, on, Grain.DAY)


def _date(years: int, months: int, days: int) -> date | None:
    try:
        return date(years, months, days)
    except ValueError:
        return None


def _is_clock(time: str) -> bool:
    hours, minutes, seconds = map(int, time.split(":"))
    return hours < 24 and minutes < 60 and seconds < 60
