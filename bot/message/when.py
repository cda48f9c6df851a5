"""A stretch of time in words."""

import re
from datetime import date
from typing import Final

_MONTHS: Final = "January February March April May June July August September October November December".split()
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_THIRDS: Final = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
"""The months that index/dates reckons as the parts of a year."""
_TIME: Final = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")


def in_words(edtf: str, begin: date, until: date) -> str:
    """EDTF as people write it: ``2007-03`` is March 2007, ``2003-09~/2003-12~`` late 2003.

    Args:
        edtf: What is known of when it was.
        begin: The first day of it.
        until: The last day of it.
    """
    if (time := _TIME.search(edtf)) is not None:
        zone = {"Z": " UTC", None: ""}.get(time[2], f" {time[2]}")
        return f"{_day(begin)}, {time[1]}{zone}"
    about = "about " if "~" in edtf or "?" in edtf else ""
    plain = re.sub("[~?]", "", edtf)
    if "/" not in plain and "X" not in plain:
        return about + _single(plain, begin)
    if (decade := re.fullmatch(r"(\d\d\d)X", plain)) is not None:
        return f"{about}{decade[1]}0s"
    if (century := re.fullmatch(r"(\d\d)XX", plain)) is not None:
        return f"{about}{century[1]}00s"
    part = _THIRDS.get((begin.month, until.month)) if begin.year == until.year and plain.count("-") == 2 else None
    return f"{part} {begin.year}" if about and part else about + _between(begin, until)


def _single(plain: str, begin: date) -> str:
    if len(plain) == len("2007-01-20"):
        return _day(begin)
    if len(plain) == len("2007-01"):
        number = int(plain[5:])
        return f"{_SEASONS[number] if number in _SEASONS else _MONTHS[number - 1]} {begin.year}"
    return plain


def _between(begin: date, until: date) -> str:
    """As little as says both ends: 20–21 January 2007, May–Jul 2007, 2004–2006."""
    whole_months = begin.day == 1 and _is_last(until)
    if whole_months and begin.month == 1 and until.month == 12:
        return str(begin.year) if begin.year == until.year else f"{begin.year}–{until.year}"
    first, last = (_short(begin), _short(until)) if whole_months else (_day(begin), _day(until))
    if begin.year == until.year:
        first = first.removesuffix(f" {begin.year}")
        if not whole_months and begin.month == until.month:
            first = str(begin.day)
    if begin == until or (whole_months and first == last.removesuffix(f" {until.year}")):
        return _day(until) if begin == until else _month(until)
    return f"{first}–{last}" if " " not in first else f"{first} – {last}"


def _is_last(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _short(day: date) -> str:
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"
