"""A stretch of time in words."""

import re
from datetime import date
from typing import Final

from bot.languages import ENGLISH, Language, phrase

_SEASONS: Final = {
    21: phrase("spring {year}"),
    22: phrase("summer {year}"),
    23: phrase("autumn {year}"),
    24: phrase("winter {year}"),
}
_THIRDS: Final = {
    (1, 4): phrase("early {year}"),
    (5, 8): phrase("mid {year}"),
    (9, 12): phrase("late {year}"),
}
"""The months that index/dates reckons as the parts of a year."""
_TIME: Final = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")


def in_words(edtf: str, begin: date, until: date, language: Language = ENGLISH) -> str:
    """EDTF as people write it: ``2007-03`` is March 2007, ``2003-09~/2003-12~`` late 2003.

    Args:
        edtf: What is known of when it was.
        begin: The first day of it.
        until: The last day of it.
        language: What it is said in.
    """
    if (time := _TIME.search(edtf)) is not None:
        zone = {"Z": " UTC", None: ""}.get(time[2], f" {time[2]}")
        return f"{language.day(begin)}, {language.digits(time[1])}{zone}"
    plain = re.sub("[~?]", "", edtf)
    vague = plain != edtf
    part = _THIRDS.get((begin.month, until.month)) if begin.year == until.year and plain.count("-") == 2 else None
    if vague and part is not None and "/" in plain:
        return language.say(part, year=_year(begin, language))
    said = _plainly(plain, begin, until, language)
    return language.say("about {when}", when=said) if vague else said


def _plainly(plain: str, begin: date, until: date, language: Language) -> str:
    if "/" not in plain and "X" not in plain:
        return _single(plain, begin, language)
    if (decade := re.fullmatch(r"(\d\d\d)X|(\d\d)XX", plain)) is not None:
        return language.say("{year}s", year=language.digits(f"{decade[1]}0" if decade[1] else f"{decade[2]}00"))
    return _between(begin, until, language)


def _single(plain: str, begin: date, language: Language) -> str:
    if len(plain) == len("2007-01-20"):
        return language.day(begin)
    if len(plain) != len("2007-01"):
        return language.digits(plain)
    season = _SEASONS.get(int(plain[5:]))
    return language.month(begin) if season is None else language.say(season, year=_year(begin, language))


def _between(begin: date, until: date, language: Language) -> str:
    """As little as says both ends: 20–21 January 2007, May–Jul 2007, 2004–2006."""
    if begin == until:
        return language.day(until)
    whole_months = begin.day == 1 and _is_last(until)
    same_year = begin.year == until.year
    if whole_months and begin.month == 1 and until.month == 12:
        return _year(begin, language) if same_year else f"{_year(begin, language)}–{_year(until, language)}"
    if whole_months and same_year:
        if begin.month == until.month:
            return language.month(until)
        return f"{language.short_month(begin)}–{language.short_month(until)} {_year(until, language)}"
    if whole_months:
        first, last = (f"{language.short_month(day)} {_year(day, language)}" for day in (begin, until))
        return f"{first} – {last}"
    if same_year and begin.month == until.month:
        return f"{language.digits(str(begin.day))}–{language.day(until)}"
    first = language.day_of_year(begin) if same_year else language.day(begin)
    return f"{first} – {language.day(until)}"


def _is_last(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _year(day: date, language: Language) -> str:
    return language.digits(str(day.year))
