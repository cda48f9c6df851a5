"""Rules for days of the year that have a name (``index/dates/feasts.py``)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import calendar, feasts, hijri, jalali
from index.dates.calendar import Grain, Stretch
from index.dates.lexicon import HOLIDAYS
from index.dates.meaning import Exact, Moment
from index.dates.months import plain
from index.dates.pattern import Reading, group_start, rule, word_of
from index.dates.reckonings import Elsewhere
from index.dates.tense import Tense
from index.dates.tokens import Tokens
from index.dates.undated import InYear, Spoken, likely_year
from index.dates.values import year_of

_Match = re.Match[str]


_TENSES: Mapping[str, Tense] = {"last": "back", "next": "ahead"}
"""Which Christmas is meant; "this" is the nearest."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day in a year that is not said.

    Attributes:
        within: The day in a year.
    """

    within: Callable[[int], date]

    def at(self, moment: Moment) -> Stretch:
        """In the likeliest year."""
        on = self.within(2001)
        year = likely_year(InYear(on.month, on.day), moment)
        return calendar.unknown(Grain.DAY) if year is None else calendar.day(self.within(year))


@dataclass(frozen=True, slots=True)
class Beside:
    """The weekend that a named day makes longer.

    Attributes:
        day: The named day.
    """

    day: Holiday

    def at(self, moment: Moment) -> Stretch:
        """The one before a Monday or a Tuesday, else that of its week."""
        day = self.day.at(moment)
        on = None if day.begin is None else calendar.move(day.begin, -2, Grain.DAY)
        return calendar.unknown(Grain.WEEKEND) if on is None else calendar.unit(Grain.WEEKEND, on)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _holiday(name: str) -> Callable[[int], date] | None:
    if (after := feasts.EASTER.get(name)) is not None:
        return lambda year: easter(year) + timedelta(days=after)
    if (fixed := feasts.FIXED.get(name)) is not None:
        return lambda year: date(year, *fixed)
    if (moved := feasts.OF_WEEKDAY.get(name)) is None:
        return None
    month, weekday, which = moved

    def within(year: int) -> date:
        whole = calendar.month(year, month)
        first, last = whole.begin or date.min, whole.end or date.max
        return calendar.weekday_of(first, last, weekday, which) or first

    return within


def _read(tokens: Tokens, match: _Match) -> Reading | None:
    """The name begins with a capital; that of digits is no part of another, as in the 9/11 Commission."""
    at, name = match.start("name"), plain(tokens.words[match.start("name")])
    years = year_of(word_of(tokens, match, "year"))
    digits = name[0].isdecimal() and not (tokens.is_capital(at + 1) and tokens.is_a(at + 1, "OTHER"))
    if not (tokens.is_capital(at) or digits) or (years is not None and not date.min.year < years < date.max.year):
        return None
    if (once := feasts.ONCE.get(name)) is not None:
        return Reading(match.start(), at + 1, Exact(calendar.day(once)))
    if name in feasts.NOWRUZ:
        return Reading(match.start(), match.end(), Elsewhere(jalali, 1, 1, within=years))
    if (moving := feasts.ISLAMIC.get(name)) is not None:
        return Reading(match.start(), match.end(), Elsewhere(hijri, *moving, within=years))
    found = _holiday(name)
    if found is None:
        return None
    return Reading(match.start(), match.end(), Holiday(found) if years is None else Exact(calendar.day(found(years))))


def _christmas(tokens: Tokens, match: _Match) -> Reading | None:
    month, day = HOLIDAYS[tokens.word(match.start("holiday"))]
    if group_start(match, "eve") > 0 and tokens.word(match.start("eve")) == "eve":
        day -= 1
    elif group_start(match, "eve") > 0 and tokens.word(match.start("eve")) != "day":
        return None
    if not tokens.is_capital(match.start("holiday")):
        return None
    named = _named_day(tokens, match, month, day)
    if group_start(match, "which") < 0:
        return named
    meaning = Spoken(named.meaning, _TENSES.get(tokens.word(match.start())))
    return Reading(match.start(), match.end(), meaning, deictic=True)


def _weekend(tokens: Tokens, match: _Match) -> Reading | None:
    """The Labor Day weekend, Easter weekend."""
    day = tokens.word(match.end() - 1)
    found = _holiday(plain(tokens.words[match.start("name")]))
    if day != "weekend" or found is None or not tokens.is_capital(match.start("name")):
        return None
    return Reading(match.start(), match.end(), Beside(Holiday(found)))


def _new_year(tokens: Tokens, match: _Match) -> Reading | None:
    if tokens.word(match.start("eve")) not in ("eve", "day") or tokens.word(match.start("eve") - 1) != "s":
        return None
    return _named_day(tokens, match, *((12, 31) if tokens.word(match.start("eve")) == "eve" else (1, 1)))


def _named_day(tokens: Tokens, match: _Match, month: int, day: int) -> Reading:
    years = year_of(word_of(tokens, match, "year"))
    meaning = InYear(month, day)
    return Reading(match.start(), match.end(), meaning if years is None else Exact(meaning.within(years)))


RULES = [
    rule("(?P<which>THIS|LAST|NEXT) (?P<holiday>HOLIDAY) (?P<eve>EVE|UNITONE)?", _christmas),
    rule("(?P<name>FEAST) (?:COMMA? OF? (?P<year>YEAR))?", _read),
    rule("THE? (?P<name>FEAST) UNITONE", _weekend),
    rule("(?P<holiday>HOLIDAY) (?P<eve>EVE|UNITONE)? (?:COMMA? OF? (?P<year>YEAR))?", _christmas),
    rule("NEW YEARWORD APOSTROPHE OTHER (?P<eve>EVE|UNITONE) (?:COMMA? (?P<year>YEAR))?", _new_year),
]
