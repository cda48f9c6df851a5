"""Days of the year that have a name of several words, or lie on another date each year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import calendar
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Exact, Moment
from index.dates.pattern import Reading, rule, word_of
from index.dates.tokens import Tokens
from index.dates.undated import InYear, likely_year
from index.dates.values import year_of

_Match = re.Match[str]
_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whit sunday": 49,
    "whit monday": 50,
    "pentecost": 49,
}
"""Days after Easter Sunday."""
_FIXED = {
    "valentine s day": (2, 14),
    "valentines day": (2, 14),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "boxing day": (12, 26),
    "may day": (5, 1),
    "labour day": (5, 1),
}
_ONCE = {
    "black monday": date(1987, 10, 19),
    "black tuesday": date(1929, 10, 29),
    "black thursday": date(1929, 10, 24),
}
"""Days that were once, by the names that histories give them."""
_OF_WEEKDAY = {
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}
"""Month, weekday (Monday 0) and which of the month, -1 the last; as the United States keep them."""


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


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _holiday(name: str) -> Callable[[int], date] | None:
    if (after := _EASTER.get(name)) is not None:
        return lambda year: easter(year) + timedelta(days=after)
    if (fixed := _FIXED.get(name)) is not None:
        return lambda year: date(year, *fixed)
    if (moved := _OF_WEEKDAY.get(name)) is None:
        return None
    month, weekday, which = moved

    def within(year: int) -> date:
        whole = calendar.month(year, month)
        first, last = whole.begin or date.min, whole.end or date.max
        return calendar.weekday_of(first, last, weekday, which) or first

    return within


def _read(tokens: Tokens, match: _Match) -> Reading | None:
    """The words of the name begin with capitals; one that is only the first of them is "Black" or "Good"."""
    start, end = match.span("name")
    if not tokens.is_capital(start):
        return None
    words = [tokens.word(at) for at in range(start, end) if not tokens.is_a(at, "APOSTROPHE")]
    name = " ".join(words)
    if (once := _ONCE.get(name)) is not None:
        return Reading(match.start(), end, Exact(calendar.day(once)))
    found = _holiday(name)
    if found is None:
        return None
    years = year_of(word_of(tokens, match, "year"))
    if years is not None and not date.min.year < years < date.max.year:
        return None
    meaning = Holiday(found) if years is None else Exact(calendar.day(found(years)))
    return Reading(match.start(), match.end(), meaning)


RULES = [
    rule("(?P<name>FEAST) (?:COMMA? OF? (?P<year>YEAR))?", _read),
    rule("(?P<name>FEAST (?:WEEKDAY|UNITONE)) (?:COMMA? OF? (?P<year>YEAR))?", _read),
    rule("(?P<name>FEAST APOSTROPHE UNITONE) (?:COMMA? OF? (?P<year>YEAR))?", _read),
    rule("(?P<name>FEAST APOSTROPHE OTHER UNITONE) (?:COMMA? OF? (?P<year>YEAR))?", _read),
    rule("(?P<name>MONTH UNITONE) (?:COMMA? OF? (?P<year>YEAR))?", _read),
]
