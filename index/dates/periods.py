"""Rules for years, decades, centuries and seasons."""

import re

from index.dates import calendar, edtf, lexicon
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Exact
from index.dates.numerals import year_stands
from index.dates.pattern import Reading, group_start, rule, word_of
from index.dates.standing import counts, season_stands, stands_alone
from index.dates.tokens import Tokens
from index.dates.undated import Season
from index.dates.values import number, year_of

_Match = re.Match[str]
_WINTER = 24


def _year(tokens: Tokens, match: _Match) -> Reading | None:
    standing = year_stands(tokens, match.start("year"))
    if standing is None:
        return None
    number_of = number(tokens.words[match.start("year")])
    return Reading(match.start("year"), match.end(), Exact(calendar.year(number_of)), named=standing == "named")


def _fiscal(tokens: Tokens, match: _Match) -> Reading | None:
    """Fiscal 2008, the 2016 tax year; in "the fiscal 2008 budget" the article is the budget's."""
    meaning = Exact(calendar.year(year_of(word_of(tokens, match, "year")) or 0))
    start, end = match.span()
    plain = end - start == 3 and tokens.is_a(start, "THE") and tokens.is_a(start + 1, "FISCAL")
    naming = plain and tokens.is_a(end, "OTHER") and not stands_alone(tokens, end)
    return Reading(start + naming, end, meaning, named=naming)


def _era(tokens: Tokens, match: _Match) -> Reading | None:
    count = number(tokens.words[match.start("number")])
    era = tokens.words[match.start("era")]
    if not era.isupper() or not 0 < count < 10_000:
        return None
    return Reading(match.start(), match.end(), Exact(calendar.year(1 - count if era.startswith("B") else count)))


def _anno(tokens: Tokens, match: _Match) -> Reading | None:
    """AD 79."""
    return _era(tokens, match) if tokens.words[match.start("era")].strip(".") in ("AD", "A.D", "CE") else None


def _span(tokens: Tokens, match: _Match) -> tuple[int, int]:
    """The years of 2014-15."""
    first, last = re.split(r"[-–—‐‑‒−/]", tokens.words[match.start("years")])
    return int(first), int(first[: -len(last)] + last)


def _fiscal_years(tokens: Tokens, match: _Match) -> Reading | None:
    low, high = _span(tokens, match)
    if high != low + 1:
        return None
    return Reading(match.start(), match.end(), Exact(calendar.between(calendar.year(low), calendar.year(high))))


def _fiscal_year(tokens: Tokens, match: _Match) -> Reading | None:
    """FY2016, FY16: named after the year that it ends in, where most of it lies."""
    digits = tokens.words[match.start()][2:]
    return Reading(match.start(), match.end(), Exact(calendar.year(int(digits) + (2000 if len(digits) == 2 else 0))))


def _short_year(tokens: Tokens, match: _Match) -> Reading | None:
    """In '08; not an apostrophe that closes a quotation."""
    if not tokens.is_a(match.start() - 1, "IN") and tokens.word(match.start() - 1) not in ("since", "until", "by"):
        return None
    if not tokens.glued(match.end() - 1) or len(tokens.words[match.end() - 1]) != 2 or counts(tokens, match.end()):
        return None
    return Reading(match.start(), match.end(), Exact(calendar.year(year_of(word_of(tokens, match, "year")) or 0)))


def _winter(tokens: Tokens, match: _Match) -> Reading | None:
    """The winter of 2012-13; no other season of the northern hemisphere is of two years."""
    low, high = _span(tokens, match)
    name = lexicon.SEASONS[tokens.word(match.start("season"))]
    if name != _WINTER or high != low + 1:
        return None
    return Reading(match.start(), match.end(), Exact(Season(name).within(low)))


def _years(tokens: Tokens, match: _Match) -> Reading | None:
    """2004-2006, 2004-05; 2004-08 is a month."""
    first, last = (part for part in re.split(r"[-–—‐‑‒−/]", tokens.words[match.start()]))
    if tokens.glued(match.start()) and not tokens.is_a(match.start() - 1, "OPEN", "MARK", "APOSTROPHE"):
        return None
    at = match.start()
    named = tokens.continues(at) and tokens.is_capital(at - 1) and not _leads(tokens, at - 1)
    if named or tokens.is_a(at - 1, "SIGN"):
        return None
    low = int(first)
    high = int(last) if len(last) == 4 else low // 100 * 100 + int(last)
    if len(last) == 2 and high != low + 1 and 1 <= int(last) <= 12 and "/" not in tokens.words[match.start()]:
        return Reading(match.start(), match.end(), Exact(calendar.month(low, int(last))))
    if not low < high <= low + 200 or counts(tokens, match.end()):
        return None
    return Reading(match.start(), match.end(), Exact(calendar.between(calendar.year(low), calendar.year(high))))


def _leads(tokens: Tokens, at: int) -> bool:
    return tokens.is_a(
        at, "IN", "FROM", "THE", "BETWEEN", "ON", "FOR", "OF", "BEFORE", "AFTER", "TO", "MONTH", "SEASON"
    )


def _decade_before(tokens: Tokens, at: int) -> int | None:
    """The decade that another goes with: the 1840s and 50s, the 70s and 80s; not 40S and 60S ribosomes."""
    if not (tokens.is_a(at - 1, "AND", "OR", "TO") and tokens.is_a(at - 2, "DECADENUM")):
        return None
    return int(tokens.words[at - 2][:-1]) if tokens.words[at].endswith("s") else None


def _decade(tokens: Tokens, match: _Match) -> Reading | None:
    word = tokens.words[match.start("decade")]
    number_of = lexicon.DECADES.get(word.lower())
    determined = tokens.is_a(match.start(), "THE")
    if number_of is not None and not (determined or tokens.is_a(match.start() - 1, "EARLY", "DASH", "IN")):
        return None
    # "his eighties" is an age.
    if tokens.word(match.start() - 1) in ("his", "her", "their", "my", "your", "our"):
        return None
    first = int(word[:-1]) if number_of is None else number_of
    if first < 100:
        paired = _decade_before(tokens, match.start())
        if number_of is None and not (
            determined
            or paired is not None
            or (tokens.is_a(match.start() - 1, "DASH") and tokens.is_a(match.start() - 2, "EARLY"))
            or tokens.is_a(match.start(), "APOSTROPHE")
            or _leads(tokens, match.start() - 1)
        ):
            return None
        first += 2000 if first < 20 else 1900
        first = first if paired is None or paired < 1000 else paired // 100 * 100 + first % 100
    if counts(tokens, match.end()):
        return None
    # The 1800s are a century; what the 2000s are is mostly their first decade.
    chosen = calendar.century if first % 100 == 0 and first < 2000 else calendar.decade
    return Reading(match.start(), match.end(), Exact(chosen(first)))


def _century(tokens: Tokens, match: _Match) -> Reading | None:
    which = number(tokens.words[match.start("number")])
    if tokens.is_a(match.start("number") - 1, "NUMBERWORD") or (
        tokens.is_a(match.start("number") - 1, "DASH") and tokens.is_a(match.start("number") - 2, "NUMBERWORD")
    ):
        which += number(
            tokens.words[match.start("number") - (2 if tokens.is_a(match.start("number") - 1, "DASH") else 1)]
        )
    if not 1 <= which <= 30:
        return None
    if group_start(match, "era") > 0 and tokens.word(match.start("era")).startswith("b"):
        # The fifth century BC is 500 to 401 BC; ISO 8601 has a year 0, and EDTF no digits left open before it.
        ends = edtf.year(1 - 100 * which), edtf.year(100 - 100 * which)
        return Reading(match.start(), match.end(), Exact(Stretch(edtf.interval(*ends), None, None, Grain.CENTURY)))
    return Reading(match.start(), match.end(), Exact(calendar.century(100 * (which - 1))))


def _season(tokens: Tokens, match: _Match) -> Reading | None:
    name = lexicon.SEASONS[tokens.word(match.start("season"))]
    years = year_of(word_of(tokens, match, "year"))
    if years is not None:
        return Reading(match.start(), match.end(), Exact(Season(name).within(years)))
    which = None if group_start(match, "which") < 0 else tokens.word(match.start("which"))
    if which is None and not season_stands(tokens, match.start("season")):
        return None
    told = which in ("that", "same", "following", "previous") or (which == "next" and tokens.is_a(match.start(), "THE"))
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    meaning = Season(name, None if which is None else steps.get(which, 0), told)
    return Reading(match.start(), match.end(), meaning, deictic=which is not None and not told)


RULES = [
    rule("(?P<year>YEAR)", _year),
    rule("THE? FISCAL YEARWORD? (?P<year>YEAR|SHORTYEAR)", _fiscal),
    rule("THE? FISCAL YEARWORD? (?P<years>YEARS)", _fiscal_years),
    rule("FYNUM", _fiscal_year),
    rule("THE? (?P<year>YEAR) (?:FISCAL|ROW|KIND) YEARWORD", _fiscal),
    rule("THE? (?P<years>YEARS) (?:FISCAL|ROW|KIND) YEARWORD", _fiscal_years),
    rule("(?P<year>SHORTYEAR)", _short_year),
    rule("THE? ROW DASH? YEARWORD (?P<year>YEAR)", _fiscal),
    rule("THE? (?P<season>SEASON) OF? (?P<years>YEARS)", _winter),
    rule("THE YEARWORD (?P<year>YEAR)", _fiscal),
    rule("(?P<number>DIGITS) (?P<era>ERA)", _era),
    rule("(?P<era>ERA) (?P<number>DAYNUM|NUMBER|YEAR)", _anno),
    rule("YEARS", _years),
    rule("THE? APOSTROPHE? (?P<decade>DECADENUM|DECADE)", _decade),
    rule("THE? (?:NUMBERWORD DASH?)? (?P<number>DAYTH|RANK) DASH? CENTURY (?P<era>ERA)?", _century),
    rule("THE? (?P<season>SEASON) (?:COMMA? OF? (?:THE YEARWORD)? (?P<year>YEAR))", _season),
    rule("THE? (?P<season>SEASON) OF? (?P<year>SHORTYEAR)", _season),
    rule("THE? (?P<which>LAST|NEXT|THIS|PAST|COMING|FOLLOWING|PREVIOUS|SAME|THAT) (?P<season>SEASON)", _season),
    rule("THE? (?P<season>SEASON)", _season),
]
