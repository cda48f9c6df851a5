"""Rules for dates of the Islamic and of the Iranian calendar that the text marks: 10 Muharram 61 AH, 22 Bahman 1357."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Final

from index.dates import calendar, hijri, jalali
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Moment
from index.dates.months import IRANIAN_MONTHS, ISLAMIC_MONTHS, plain
from index.dates.pattern import Reading, group_start, rule, word_of
from index.dates.tokens import Tokens
from index.dates.values import number

_Match = re.Match[str]
_MARKED: Final = range(1200, 1500)
"""Years of four digits that are of the calendar of the month beside them."""
_GREGORIAN: Final = range(1600, 2200)
_ALONE: Final = frozenset("muharram ramadan ramadhan ramazan shawwal rajab".split())
"""Islamic months that stand alone: nothing else is called so but people, before whose names no preposition of time
stands."""
_SURE: Final = frozenset((*_ALONE, *(name for name in ISLAMIC_MONTHS if " " in name), "bahman", "khordad", "farvardin"))
"""Months in Latin letters that a day alone may stand before; "5 Azar" may be anything."""
_LEADS: Final = frozenset("in during of before after since until till by throughout this last next for".split())


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A date of another calendar.

    Attributes:
        reckoning: ``index.dates.hijri`` or ``index.dates.jalali``.
        month: 1 to 12; None for a year.
        day: None for a month.
        year: Its own year, if that is said.
        within: The Gregorian year it lies in, if that is said instead.
    """

    reckoning: ModuleType
    month: int | None
    day: int | None = None
    year: int | None = None
    within: int | None = None

    def at(self, moment: Moment) -> Stretch:
        """In the year that is said, else in the one nearest to the scene."""
        unknown = calendar.unknown(Grain.DAY if self.day else Grain.MONTH)
        if self.year is not None:
            found: Stretch | None = self.reckoning.stretch(self.year, self.month, self.day)
            return found or unknown
        if self.within is not None:
            ones = self._around(date(self.within, 7, 1))
            return next((one for one in ones if one.begin and one.begin.year == self.within), unknown)
        scene = moment.scene
        if scene is None or scene.begin is None:
            return unknown
        begin = scene.begin
        fitting = (one for one in self._around(begin) if self._fits(one, begin, moment))
        return min(fitting, key=lambda one: abs(((one.begin or begin) - begin).days), default=unknown)

    def _around(self, on: date) -> Iterator[Stretch]:
        year = self.reckoning.year_at(on)
        every = (self.reckoning.stretch(one, self.month, self.day) for one in range(year - 2, year + 3))
        return (one for one in every if one is not None)

    @staticmethod
    def _fits(one: Stretch, on: date, moment: Moment) -> bool:
        """Whether it is over or begun where the past is spoken of, to come or not over where the future is."""
        if one.begin is None or one.end is None:
            return False
        forth = moment.ahead or moment.onward
        return one.end >= on if forth else one.begin <= on if moment.tense == "back" else True


def _date(tokens: Tokens, match: _Match) -> Reading | None:
    """10 Muharram 61 AH, 22 Bahman 1357, in Ramadan, Ramadan 2007."""
    name, at = plain(word_of(tokens, match, "month") or ""), match.start("month")
    reckoning, month = (hijri, ISLAMIC_MONTHS[name]) if name in ISLAMIC_MONTHS else (jalali, IRANIAN_MONTHS[name])
    day = number(word_of(tokens, match, "day") or "0") if group_start(match, "day") >= 0 else None
    year = number(tokens.words[match.start("year")]) if group_start(match, "year") >= 0 else None
    own = year is not None and (year in _MARKED or group_start(match, "era") >= 0)
    if day == 0 or (year is not None and not own and year not in _GREGORIAN):
        return None
    if year is None and not (_stands(tokens, at) if day is None else name in _SURE or not name.isascii()):
        return None
    meaning = Elsewhere(reckoning, month, day, year if own else None, None if own else year)
    return Reading(match.start(), match.end(), meaning)


def _stands(tokens: Tokens, at: int) -> bool:
    """Whether the name of a month alone is the month: in Ramadan, the month of Muharram; not Ramadan Shalah."""
    if plain(tokens.words[at]) not in _ALONE or (tokens.is_a(at + 1, "OTHER") and tokens.is_capital(at + 1)):
        return False
    return tokens.word(at - 1) in _LEADS or tokens.is_a(at - 1, "EARLY")


def _year(tokens: Tokens, match: _Match) -> Reading | None:
    """1428 AH, AH 61, ۱۳۸۵ هجری شمسی."""
    year, era = number(word_of(tokens, match, "year") or ""), tokens.words[match.start("era")]
    solar = group_start(match, "solar") >= 0
    if not 0 < year < _MARKED.stop or (era.isascii() and not era.isupper()) or (solar and year not in jalali.YEARS):
        return None
    meaning = Elsewhere(jalali if solar else hijri, None, None, year)
    return Reading(match.start(), match.end(), meaning)


def _year_of(tokens: Tokens, match: _Match) -> Reading | None:
    """سال ۱۳۸۵."""
    year = number(tokens.words[match.start("year")])
    if tokens.word(match.start()) != "سال" or year not in _MARKED:
        return None
    return Reading(match.start("year"), match.end(), Elsewhere(jalali, None, None, year))


RULES = [
    rule("(?P<day>DAY) (?:OF|DE)? (?P<month>ISLAMIC|IRANIAN) MAH? (?:COMMA? (?P<year>YEAR) (?P<era>HIJRA)?)?", _date),
    rule("(?P<day>DAY) (?:OF|DE)? (?P<month>ISLAMIC) COMMA? (?P<year>DAYNUM|NUMBER) (?P<era>HIJRA)", _date),
    rule("(?P<month>ISLAMIC|IRANIAN) MAH? (?:COMMA? (?P<year>YEAR) (?P<era>HIJRA)?)?", _date),
    rule("(?P<month>ISLAMIC) COMMA? (?P<year>DAYNUM|NUMBER) (?P<era>HIJRA)", _date),
    rule("(?P<year>YEAR|NUMBER|DAYNUM) (?P<era>HIJRA) (?P<solar>SOLAR)?", _year),
    rule("(?P<era>HIJRA) (?P<year>YEAR|NUMBER|DAYNUM)", _year),
    rule("YEAROF (?P<year>YEAR)", _year_of),
]
