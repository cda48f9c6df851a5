"""Rules for months, days of a month and dates in digits."""

import re
from datetime import date

from index.dates import calendar, numeric
from index.dates.composed import FromTo
from index.dates.meaning import Exact, Meaning
from index.dates.months import FOREIGN_MONTHS, MONTHS, plain
from index.dates.pattern import Reading, Rule, group_start, rule, word_of
from index.dates.standing import STEPS, TOLD_WORDS, counts, month_stands, stands_alone
from index.dates.tokens import Tokens
from index.dates.undated import InYear, NamedMonth
from index.dates.values import number, year_of

_Match = re.Match[str]
_NUMBERED = frozenset("version v ver release build ip section clause article rule paragraph".split())
"""What bears a number with full stops that is no date."""
_DATED = frozenset("on date dated since from until till to by before after born and am vom".split())
"""What stands before a date in digits with a year of two, not before the number of a version."""
_FOREIGN_LEADS = frozenset(
    "im seit bis ab vom anfang ende mitte en depuis fin début dès desde em nel dal sinds".split()
)
"""Words of other languages before a month."""
_ATTACKS = frozenset("attack attacks terrorist terrorists hijackers hijackings commission".split())
"""What makes of 11 September, without a year, that of 2001."""


def _in_year(month: int, first: int | None, last: int | None, years: int | None) -> Meaning | None:
    if first is not None and not 0 < first <= 31:
        return None
    if first is not None and (longest := calendar.month(2004, month).end) and max(first, last or 0) > longest.day:
        return None
    yearless = InYear(month, first, last)
    return yearless if years is None else Exact(yearless.within(years))


def _month_of(tokens: Tokens, match: _Match) -> int:
    word = plain(word_of(tokens, match, "month") or "")
    return MONTHS.get(word) or FOREIGN_MONTHS[word]


def _month_day(tokens: Tokens, match: _Match) -> Reading | None:
    """A day or days of a month."""
    month, years = _month_of(tokens, match), year_of(word_of(tokens, match, "year"))
    day = word_of(tokens, match, "day") or ""
    day_at, month_at = match.start("day"), match.start("month")
    if years is None and (not _is_a_day(tokens, month_at, day_at) or counts(tokens, match.end())):
        return None
    days = [number(part) for part in re.split(r"[-–—‐‑‒−/]", day)]
    if "last" in match.re.groupindex and (last := word_of(tokens, match, "last")) is not None:
        days.append(number(last))
    first, last_day = days[0], days[1] if len(days) > 1 else None
    if last_day is not None and last_day <= first:
        return None
    meaning = _in_year(month, first, last_day, years)
    if meaning is None:
        return None
    if isinstance(meaning, InYear) and (month, first) == (9, 11) and tokens.word(match.end()) in _ATTACKS:
        meaning = Exact(calendar.day(date(2001, 9, 11)))
    return Reading(match.start(), match.end(), meaning)


def _month_day_trimmed(tokens: Tokens, match: _Match) -> Reading | None:
    """Leaves a full stop that ends the sentence outside."""
    reading = _month_day(tokens, match)
    if reading is None or not tokens.is_a(reading.end - 1, "DOT"):
        return reading
    if not _is_short(tokens, reading.end - 2) or tokens.is_capital(reading.end):
        return Reading(reading.start, reading.end - 1, reading.meaning)
    return reading


def _two_days(tokens: Tokens, match: _Match) -> Reading | None:
    """Between May 4 and 9, on May 4 and 5; of May 4 and 9 no stretch of time is said."""
    first, last = (number(word_of(tokens, match, name) or "") for name in ("day", "last"))
    if not tokens.is_a(match.start() - 1, "BETWEEN") and last != first + 1:
        return None
    return None if counts(tokens, match.end()) else _month_day(tokens, match)


def _two_of_month(tokens: Tokens, match: _Match) -> Reading | None:
    """Between 4 and 9 May, on 4 and 5 May; the 4 of "on 4 and 9 May", which are two dates."""
    first, last = (number(word_of(tokens, match, name) or "") for name in ("day", "last"))
    joined = tokens.is_a(match.start("and"), "AND") and (tokens.is_a(match.start() - 1, "BETWEEN") or last == first + 1)
    whole = _month_day_trimmed(tokens, match)
    if whole is None or joined:
        return whole
    meaning = _in_year(_month_of(tokens, match), first, None, year_of(word_of(tokens, match, "year")))
    return None if meaning is None else Reading(match.start(), match.end("day"), meaning)


def _second_of_two(tokens: Tokens, match: _Match) -> Reading | None:
    """The 9 of "on May 4 and 9"."""
    at = match.end() - 1
    if not (tokens.is_a(at - 2, "DAYNUM") and tokens.is_a(at - 3, "MONTH")):
        return None
    if not tokens.is_capital(at - 3) or tokens.is_a(at - 4, "AND", "OR", "BETWEEN") or not stands_alone(tokens, at + 1):
        return None
    meaning = _in_year(MONTHS[tokens.word(at - 3)], number(tokens.words[at]), None, None)
    return None if meaning is None else Reading(at, at + 1, meaning)


def _is_a_day(tokens: Tokens, month: int, day: int) -> bool:
    """Whether month and number are no accident: "they may 5 times", "in March 20-year bonds"."""
    last = max(month, day)
    joined = tokens.is_a(last + 1, "DASH") and tokens.glued(last + 1)
    if joined and not tokens.is_a(last + 2, "DAYNUM", "DAYTH", "MONTH"):
        return False
    if tokens.words[month].isupper() and len(tokens.words[month]) > 1:
        return True
    if tokens.word(last) in ("mar", "may", "march", "sun") and not tokens.is_capital(month) and day > month:
        return tokens.word(month) == "march"
    return not (tokens.word(month) in ("may", "march") and not tokens.is_capital(month) and day > month)


def _day_year(tokens: Tokens, match: _Match) -> Reading | None:
    """January 20,2007, without a space."""
    day, _, years = (word_of(tokens, match, "both") or "").partition(",")
    meaning = _in_year(_month_of(tokens, match), int(day), None, int(years))
    return None if meaning is None else Reading(match.start(), match.end(), meaning)


def _month_year(tokens: Tokens, match: _Match) -> Reading | None:
    years = year_of(word_of(tokens, match, "year"))
    if years is None or (counts(tokens, match.end()) and not tokens.is_capital(match.start())):
        return None
    at = match.start()
    if tokens.word(at) in ("march", "may", "mar") and not tokens.is_capital(at) and not tokens.is_a(at - 1, "IN"):
        return None
    return Reading(match.start(), match.end(), Exact(InYear(_month_of(tokens, match)).within(years)))


def _foreign_year(tokens: Tokens, match: _Match) -> Reading | None:
    """Im März 2007, marzo de 2007, يناير 2007; not Mars 2020, which is a name."""
    name = tokens.word(match.start("month"))
    sure = group_start(match, "of") >= 0 or not name[0].isascii() or tokens.word(match.start() - 1) in _FOREIGN_LEADS
    return _month_year(tokens, match) if sure else None


def _month(tokens: Tokens, match: _Match) -> Reading | None:
    end = match.end()
    if not month_stands(tokens, match.start()):
        return None
    # The full stop belongs to an abbreviation, not to the end of the sentence.
    if end - match.start() > 1 and not _is_short(tokens, match.start()):
        end -= 1
    return Reading(match.start(), end, InYear(_month_of(tokens, match)))


def _named_month(tokens: Tokens, match: _Match) -> Reading | None:
    """Last May, the following January."""
    which, at = tokens.word(match.start("which")), match.start("month")
    if (_is_short(tokens, at) and not tokens.is_capital(at)) or tokens.is_a(match.end(), "DAYNUM", "DAYTH"):
        return None
    if (
        tokens.word(at) in ("may", "march")
        and not tokens.is_capital(at)
        and (which not in ("last", "next") or tokens.is_a(at - 2, "THE"))
    ):
        return None
    told = which in TOLD_WORDS
    meaning = NamedMonth(_month_of(tokens, match), STEPS.get(which, 1), told)
    end = match.end() if _is_short(tokens, at) else at + 1
    return Reading(match.start(), end, meaning, deictic=not told)


def _is_short(tokens: Tokens, at: int) -> bool:
    return len(tokens.words[at]) <= 4 and tokens.word(at) not in ("may", "june", "july")


def _month_months(tokens: Tokens, match: _Match) -> Reading | None:
    """May/June 2007 and May-June."""
    years = year_of(word_of(tokens, match, "year"))
    names = [MONTHS[tokens.word(match.start(name))] for name in ("first", "second")]
    if years is None:
        both = all(tokens.is_capital(match.start(name)) for name in ("first", "second"))
        if not both and not month_stands(tokens, match.start()):
            return None
        return Reading(match.start(), match.end(), FromTo(*(InYear(name) for name in names)))
    last = InYear(names[1]).within(years)
    return Reading(match.start(), match.end(), FromTo(InYear(names[0]), Exact(last)))


def _spelt(tokens: Tokens, match: _Match) -> Reading | None:
    """The twenty-third of May."""
    days = number(tokens.words[match.start() + 1]) + number(tokens.words[match.start("day")])
    meaning = _in_year(_month_of(tokens, match), days, None, year_of(word_of(tokens, match, "year")))
    end = match.end() - tokens.is_a(match.end() - 1, "DOT")
    return None if meaning is None else Reading(match.start(), end, meaning)


def _numeric_month(tokens: Tokens, match: _Match) -> Reading | None:
    """10/2021; not the number of a case or a law."""
    at = match.start()
    if tokens.is_a(at - 1, "SIGN", "DOT", "DASH", "SLASH") or (
        tokens.is_a(at - 1, "OTHER") and tokens.is_capital(at - 1)
    ):
        return None
    if tokens.word(at - 1) in _NUMBERED or (tokens.is_a(at + 1, "SLASH", "DASH") and tokens.glued(at + 1)):
        return None
    month, years = map(int, tokens.words[at].split("/"))
    return Reading(at, match.end(), Exact(calendar.month(years, month)))


def _iso(tokens: Tokens, match: _Match) -> Reading | None:
    stretch = numeric.iso(tokens.words[match.start()])
    kind = "time" if stretch and "T" in stretch.edtf else "date"
    if stretch is None or tokens.is_a(match.start() - 1, "SIGN"):
        return None
    return Reading(match.start(), match.end(), Exact(stretch), "time" if kind == "time" else "date")


def _numeric(day_first: bool | None) -> Rule:
    def read(tokens: Tokens, match: _Match) -> Reading | None:
        at = match.start()
        if re.fullmatch(r"\d\d?\.\d\d?\.\d\d", tokens.words[at]) and tokens.word(at - 1) not in _DATED:
            return None
        if tokens.glued(at) and tokens.is_a(at - 1, "DOT", "DASH", "SLASH", "COMMA", "SIGN", "OTHER"):
            return None
        if tokens.is_a(at - 1, "SIGN") or tokens.word(at - 1) in _NUMBERED:
            return None
        if tokens.is_a(at + 1, "DOT", "DASH", "SLASH") and tokens.glued(at + 1) and tokens.glued(at + 2):
            return None
        stretch = numeric.read(tokens.words[at], day_first)
        return None if stretch is None else Reading(at, match.end(), Exact(stretch))

    return rule("NUMERIC", read)


def rules(day_first: bool | None) -> list[Rule]:
    """The rules, for a text whose numeric dates have the day first, the month first, or either."""
    return [*RULES, _numeric(day_first)]


RULES = [
    rule("(?P<month>MONTH) DOT? THE? (?P<day>DAY|DAYS) (?:COMMA? (?P<year>YEAR))?", _month_day),
    rule("(?P<month>MONTH) DOT? (?P<day>DAY) (?:TO|DASH) (?P<last>DAY) (?:COMMA? (?P<year>YEAR))?", _month_day),
    rule("(?P<month>MONTH) DOT? (?P<day>DAY) AND (?P<last>DAY) (?:COMMA? (?P<year>YEAR))?", _two_days),
    rule("THE? (?P<day>DAY|DAYS) OF? (?P<month>MONTH) DOT? (?:COMMA? OF? (?P<year>YEAR))?", _month_day_trimmed),
    rule(
        "THE? (?P<day>DAY) (?:TO|DASH) THE? (?P<last>DAY) OF? (?P<month>MONTH) DOT? (?:COMMA? OF? (?P<year>YEAR))?",
        _month_day_trimmed,
    ),
    rule(
        "THE? (?P<day>DAY) (?P<and>AND|OR) THE? (?P<last>DAY) OF? (?P<month>MONTH) DOT? (?:COMMA? OF? (?P<year>YEAR))?",
        _two_of_month,
    ),
    rule("(?:AND|OR) DAYNUM", _second_of_two),
    rule("(?P<day>DAY) DOT (?P<month>MONTH) (?P<year>YEAR)", _month_day),
    rule("(?P<day>DAY|DAYS) DOT? DE? (?P<month>FOREIGN) DOT? (?:DE? (?P<year>YEAR))?", _month_day_trimmed),
    rule("(?P<month>MONTH) DOT? (?P<both>DAYYEAR)", _day_year),
    rule("(?P<month>MONTH) DOT? (?:COMMA? OF?) (?P<year>YEAR)", _month_year),
    rule("(?P<month>MONTH) DOT? (?P<year>SHORTYEAR)", _month_year),
    rule("(?P<month>FOREIGN) (?P<of>DE)? (?P<year>YEAR)", _foreign_year),
    rule("(?P<day>DAY|DAYS) (?P<month>FOREIGN) SLASH FOREIGN (?:DE? (?P<year>YEAR))?", _month_day),
    rule("(?P<month>FOREIGN) SLASH FOREIGN (?P<year>YEAR)", _foreign_year),
    rule("(?P<first>MONTH) DOT? (?:SLASH|DASH|DASH TO DASH) (?P<second>MONTH) (?:OF? (?P<year>YEAR))?", _month_months),
    rule("(?P<first>MONTH) DOT? (?:SLASH|DASH) (?P<second>MONTH) DOT (?P<year>YEAR)", _month_months),
    rule("THE (?P<day>RANK|SECOND) OF (?P<month>MONTH) DOT? (?:COMMA? OF? (?P<year>YEAR))?", _month_day_trimmed),
    rule("THE NUMBERWORD DASH (?P<day>RANK|SECOND) OF (?P<month>MONTH) DOT? (?:COMMA? OF? (?P<year>YEAR))?", _spelt),
    rule("MONTHYEAR", _numeric_month),
    rule("(?P<month>MONTH) DOT?", _month),
    rule("(?P<which>LAST|NEXT|THIS|PAST|COMING|THAT) (?P<month>MONTH) DOT?", _named_month),
    rule("THE? (?P<which>FOLLOWING|PREVIOUS|SAME|NEXT|COMING) (?P<month>MONTH) DOT?", _named_month),
    rule("ISO", _iso),
]
