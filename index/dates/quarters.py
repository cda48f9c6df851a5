"""Rules for quarters and halves of a year: Q3 2010, 1Q08, the first half of 2008, the third and fourth quarters."""

import re

from index.dates.calendar import Grain
from index.dates.composed import FromTo, Until
from index.dates.meaning import Exact, Meaning
from index.dates.months import MONTHS
from index.dates.pattern import Reading, group_start, rule, word_of
from index.dates.reckoned import Unit
from index.dates.tokens import Tokens
from index.dates.undated import InYear, Quarter
from index.dates.values import number, year_of

_Match = re.Match[str]


def _whole(tokens: Tokens, match: _Match, quarter: Quarter) -> Meaning:
    """A quarter in the year that is said beside it, if one is."""
    years = year_of(word_of(tokens, match, "year"))
    return quarter if years is None else Exact(quarter.within(years))


def _quarter(tokens: Tokens, match: _Match) -> Reading | None:
    """The third quarter, the first fiscal quarter of 2008; not the third quarter in a row."""
    which = number(tokens.words[match.start("quarter")])
    row = [tokens.word(match.end() + at) for at in range(3)] == ["in", "a", "row"]
    if not (0 < which <= 4 or which == -1) or row or tokens.word(match.end()) == "running":
        return None
    return Reading(match.start(), match.end(), _whole(tokens, match, Quarter(which)))


def _numbered(tokens: Tokens, match: _Match) -> Reading | None:
    """Q1 2008, H1 of 2008, 1Q08; without a year a capital Q leads."""
    word = tokens.words[match.start("quarter")].upper()
    dated, glued = group_start(match, "year") >= 0, group_start(match, "short") >= 0
    if glued and not (tokens.glued(match.end() - 1) and len(tokens.words[match.end() - 1]) == 2):
        return None
    if not dated and tokens.words[match.start("quarter")][0] != "Q":
        return None
    quarter = Quarter(int(word.strip("QH")), 6 if "H" in word else 3)
    return Reading(match.start(), match.end(), _whole(tokens, match, quarter))


def _quarters(tokens: Tokens, match: _Match) -> Reading | None:
    """The third and fourth quarters of 2008."""
    first, last = (number(tokens.words[match.start(name)]) for name in ("first", "last"))
    if not 0 < first < last <= 4 or tokens.word(match.start("unit")) != "quarters":
        return None
    meaning = FromTo(*(_whole(tokens, match, Quarter(which)) for which in (first, last)))
    return Reading(match.start(), match.end(), meaning)


def _year_ago(tokens: Tokens, match: _Match) -> Reading | None:
    """The year-earlier first quarter, the year-ago second half: what is compared with, not told of."""
    which, half = number(tokens.words[match.start("which")]), tokens.is_a(match.end() - 1, "HALF")
    if not 0 < which <= (2 if half else 4):
        return None
    return Reading(match.start(), match.end(), Quarter(which, 6 if half else 3, Unit(Grain.YEAR, -1)), named=True)


def _quarter_of_month(tokens: Tokens, match: _Match) -> Reading | None:
    """The December quarter: the three months that end with it."""
    if not tokens.is_capital(match.start("month")):
        return None
    month = InYear(MONTHS[tokens.word(match.start("month"))])
    return Reading(match.start(), match.end(), Until(3, Grain.MONTH, month))


def _half(tokens: Tokens, match: _Match) -> Reading | None:
    """First-half sales, first half 2008, in the second half; not that of a match, nor of what is named."""
    which, at = tokens.word(match.start("which")), match.start("which")
    dated, hyphen = group_start(match, "year") >= 0, tokens.is_a(at + 1, "DASH")
    alone = not tokens.is_a(match.end(), "OF") and tokens.is_a(match.start() - 1, "IN", "FOR")
    if which not in ("first", "second") or not (dated or hyphen or (alone and tokens.is_a(match.start(), "THE"))):
        return None
    return Reading(match.start(), match.end(), _whole(tokens, match, Quarter(1 if which == "first" else 2, 6)))


_YEAR = "(?P<year>YEAR|SHORTYEAR)"
RULES = [
    rule("THE? (?P<which>RANK|SECOND) DASH? HALF (?P<year>YEAR)?", _half),
    rule("(?P<year>YEAR) (?P<which>RANK|SECOND) DASH? HALF", _half),
    rule("THE? YEARWORD DASH (?:AGO|EARLIER) (?P<which>RANK|SECOND) (?:QUARTERWORD|HALF)", _year_ago),
    rule("THE (?P<month>MONTH) QUARTERWORD", _quarter_of_month),
    rule(f"THE? FISCAL? (?P<quarter>QUARTERNUM) COMMA? OF? {_YEAR}", _numbered),
    rule("FISCAL? (?P<quarter>QUARTERNUM)", _numbered),
    rule("(?P<quarter>QUARTERNUM) (?P<year>(?P<short>DAYNUM|NUMBER))", _numbered),
    rule("(?P<year>YEAR) (?P<quarter>QUARTERNUM)", _numbered),
    rule(f"THE? (?P<quarter>RANK|SECOND|DAYTH) DASH? FISCAL QUARTERWORD (?:OF? {_YEAR})?", _quarter),
    rule(f"THE? FISCAL? (?P<quarter>RANK|SECOND|DAYTH) DASH? QUARTERWORD (?:OF? {_YEAR})?", _quarter),
    rule("(?P<year>YEAR) (?P<quarter>RANK|SECOND) DASH? QUARTERWORD", _quarter),
    rule(
        "THE? (?P<first>RANK|SECOND) (?:AND|TO|DASH) (?P<last>RANK|SECOND) (?P<unit>UNITMANY) (?:OF? (?P<year>YEAR))?",
        _quarters,
    ),
]
