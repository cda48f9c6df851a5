"""Rules for lengths of time and repetitions: five days, the past decade, every Monday, 15 a year."""

import re

from index.dates.calendar import Grain
from index.dates.lexicon import PERIODIC
from index.dates.pattern import Reading, group_start, rule
from index.dates.reckoned import Nowhere, Towards
from index.dates.standing import TOLD_WORDS, counts, is_verb_last
from index.dates.tokens import Tokens
from index.dates.values import VAGUE_COUNT, count, length, unit, written

_Match = re.Match[str]
_AGE_LEADS = frozenset("aged age".split())
_SPENT = frozenset(
    "take takes took taken taking spend spends spent spending last lasts lasted lasting wait waits waited waiting back"
    " for".split()
)
"""What bare units follow that are a time: it took years, dating back decades."""
_RATES = frozenset("times once twice million billion thousand percent per hundred % dollars euros pounds".split())


def _length(tokens: Tokens, match: _Match) -> Reading | None:
    """Five days, a five-day truce; not a fifteen-year-old, nor $3 a day."""
    start, at, end = match.start("count"), match.start("unit"), match.end()
    word = tokens.word(at)
    if _is_age(tokens, start, end) or not _fits(tokens, start, at):
        return None
    iso = length(written(tokens, start, match.end("count")), word)
    if tokens.is_a(start, "AN") and group_start(match, "half") >= 0:
        return Reading(match.start(), end, Nowhere(), "duration", length("1.5", word))
    single = match.end("count") - start == 1 and tokens.is_a(start, "AN")
    if single and _is_rate(tokens, start):
        return Reading(match.start(), end, Nowhere(), "set", iso)
    if group_start(match, "half") >= 0:
        iso = length(f"{written(tokens, start, match.end('count'))}.5", word) if "X" not in iso else iso
    return Reading(match.start(), end, Nowhere(), "duration", iso)


def _first_of_two(tokens: Tokens, match: _Match) -> Reading | None:
    """The six of six to twelve months, the 60 of between 60 and 90 days."""
    start, end = match.span("count")
    between = tokens.is_a(start - 1, "BETWEEN")
    if tokens.is_a(end, "AND") != between or not _fits(tokens, start, match.start("unit")):
        return None
    if _is_age(tokens, start, match.end()):
        return None
    iso = length(written(tokens, start, end), tokens.word(match.start("unit")))
    return Reading(start, end, Nowhere(), "duration", iso)


def _plenty(tokens: Tokens, match: _Match) -> Reading | None:
    """Dozens of years, 2-3 days."""
    iso = length("X", tokens.word(match.end() - 1))
    return Reading(match.start(), match.end(), Nowhere(), "duration", iso)


def _another(tokens: Tokens, match: _Match) -> Reading | None:
    """Another year, another two weeks; not "another day", a day told of."""
    start, at = group_start(match, "count"), match.start("unit")
    if start < 0 and (unit(tokens.word(at))[0] in (None, Grain.DAY) or tokens.is_a(at, "UNITMANY")):
        return None
    amount = written(tokens, start, match.end("count")) if start >= 0 else "1"
    return Reading(match.start(), match.end(), Nowhere(), "duration", length(amount, tokens.word(at)))


def _whole_unit(tokens: Tokens, match: _Match) -> Reading | None:
    """All day, full-year."""
    if tokens.is_a(match.start(), "ROW") and tokens.word(match.start()) != "full":
        return None
    word = tokens.word(match.end() - 1)
    return Reading(match.start(), match.end(), Nowhere(), "duration", length("1", word))


def _quarter_century(tokens: Tokens, match: _Match) -> Reading | None:
    if tokens.word(match.end() - 1) != "century":
        return None
    return Reading(match.start(), match.end(), Nowhere(), "duration", "P25Y")


def _fits(tokens: Tokens, start: int, at: int) -> bool:
    """Whether count and unit go together: a day, five days, five-day; not one days, a minute detail, a quarter."""
    if tokens.is_a(start - 1, "SIGN") or (tokens.glued(start) and tokens.is_a(start - 1, "DOT", "DASH", "OTHER")):
        return False
    if tokens.word(start) == "many" and tokens.word(start - 1) in ("as", "how", "so", "too"):
        return False
    if tokens.word(start) == "some" and not tokens.is_a(at, "UNITMANY", "HOURS", "CLOCKUNITS"):
        return False
    one = at - start == 1 and tokens.is_a(start, "AN")
    hyphen = tokens.is_a(at - 1, "DASH")
    word = tokens.word(at)
    share = word == "quarters" and tokens.is_a(at + 1, "OF") and not tokens.is_a(at - 1, "ROW")
    if tokens.is_a(at, "QUARTERWORD") or share:
        return False
    if one and word in ("minute", "min", "sec", "hr"):
        return not tokens.is_a(at + 1, "OTHER")
    if word == "night" and not hyphen and not one and tokens.word(start) != "one":
        return False
    if one and (hyphen or (tokens.is_a(at + 1, "DASH") and tokens.is_a(at + 2, "EDGE", "LONG"))):
        return False
    many = tokens.is_a(at, "UNITMANY", "HOURS", "CLOCKUNITS")
    return not (one and many)


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether "a year" is "each year": 15 a year, twice a day."""
    return tokens.is_a(at - 1, "DAYNUM", "NUMBER", "DECIMAL", "NUMBERWORD", "YEAR") or tokens.word(at - 1) in _RATES


def _is_age(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a length of time is somebody's or something's age."""
    old = end + 1 if tokens.is_a(end, "DASH") else end
    if tokens.is_a(old, "OLD") or (tokens.is_a(end, "OF") and tokens.word(end + 1) == "age"):
        return True
    if tokens.word(start - 1) in _AGE_LEADS:
        return True
    return tokens.is_a(start - 1, "OF") and tokens.word(start - 2) == "age"


def _towards(tokens: Tokens, match: _Match) -> Reading | None:
    """The past three years, the next few weeks: a length, and an interval up to or from the anchor."""
    which = tokens.word(match.start("which"))
    start = group_start(match, "count")
    if is_verb_last(tokens, match.start("which")):
        return None
    found = count(tokens, start, match.end("count")) if start >= 0 else VAGUE_COUNT
    word = tokens.word(match.start("unit"))
    if found is None or (start < 0 and not tokens.is_a(match.start("unit"), "UNITMANY", "HOURS", "CLOCKUNITS")):
        return None
    iso = length(written(tokens, start, match.end("count")) if start >= 0 else "X", word)
    grain = unit(word)[0]
    if which in ("first", "final") or grain is None:
        return Reading(match.start(), match.end(), Nowhere(), "duration", iso)
    back = which in ("last", "past", "previous", "preceding", "prior")
    signed = (-found[1], -found[0]) if back else found
    told = which in TOLD_WORDS
    return Reading(match.start(), match.end(), Towards(signed, grain, told), "duration", iso, deictic=not told)


def _bare_units(tokens: Tokens, match: _Match) -> Reading | None:
    """For years, within days, over the years."""
    at = match.start("unit")
    end = match.end()
    if tokens.is_a(end, "OLD", "DASH", "AGO") or (tokens.is_a(end, "AHEAD") and not tokens.is_a(end + 1, "OF")):
        return None
    if tokens.is_a(match.start("span"), "THE") and tokens.is_a(end, "OF"):
        return None
    if match.start() == at:
        if tokens.is_a(at - 1, "ON", "AT") and tokens.word(at) == "weekends":
            return Reading(at, match.end(), Nowhere(), "set", "P1W")
        if tokens.word(at) == "quarters" or not _is_led(tokens, match):
            return None
    return Reading(match.start("span"), match.end(), Nowhere(), "duration", length("X", tokens.word(at)))


def _is_led(tokens: Tokens, match: _Match) -> bool:
    """Whether bare units are a time: days before the vote, months of talks."""
    lasting = tokens.is_a(match.end(), "OF") and not (
        tokens.is_a(match.end() + 1, "THE", "THIS", "THAT") or tokens.word(match.end() + 1) == "age"
    )
    if tokens.word(match.start() - 1) in _SPENT and not tokens.is_a(match.start() - 2, "AND", "OR", "THE"):
        return True
    beside = tokens.is_a(match.end(), "BEFORE", "AFTER", "AHEAD") or tokens.is_a(match.start() - 1, "AFTER", "BEFORE")
    # "Minutes of the meeting" and "seconds" are other things, too.
    return beside or (lasting and not tokens.is_a(match.start(), "CLOCKUNITS"))


def _set(tokens: Tokens, match: _Match) -> Reading | None:
    """Every day, each Monday, every two weeks, per year."""
    at = match.end() - 1
    amount = "1"
    if (start := group_start(match, "count")) >= 0:
        amount = written(tokens, start, match.end("count"))
        if amount.startswith("-"):
            return None
    if group_start(match, "other") >= 0:
        if tokens.word(match.start("other")) != "other":
            return None
        amount = "2"
    if tokens.is_a(at, "WEEKDAY"):
        iso = length(amount, "week")
    elif tokens.is_a(at, "MONTH", "SEASON"):
        if tokens.is_a(at, "MONTH") and not tokens.is_capital(at):
            return None
        iso = "P1Y"
    elif tokens.is_a(at, "DAYPART", "NIGHT"):
        iso = "P1D"
    else:
        iso = length(amount, tokens.word(at))
    return Reading(match.start(), match.end(), Nowhere(), "set", iso)


def _each_year(tokens: Tokens, match: _Match) -> Reading | None:
    """Every 3 January."""
    return None if counts(tokens, match.end()) else Reading(match.start(), match.end(), Nowhere(), "set", "P1Y")


def _often(tokens: Tokens, match: _Match) -> Reading | None:
    """Twice a day, three times each week, 24 hours a day, twice-weekly; not "ten months a year ago"."""
    if tokens.is_a(match.end(), "AGO", "EARLIER", "LATER", "BEFORE"):
        return None
    word = tokens.word(match.end() - 1)
    iso = PERIODIC[word] if tokens.is_a(match.end() - 1, "PERIODIC") else length("1", word)
    return Reading(match.start(), match.end(), Nowhere(), "set", iso)


def _periodic(tokens: Tokens, match: _Match) -> Reading | None:
    at = match.start()
    if tokens.is_capital(at) and tokens.is_capital(at - 1):
        return None
    return Reading(at, match.end(), Nowhere(), "set", PERIODIC[tokens.word(at)])


def _long(tokens: Tokens, match: _Match) -> Reading | None:
    """Decade-long, a months-long, two-year-long."""
    at = match.start("unit")
    if tokens.word(match.end() - 1) != "long":
        return None
    start = group_start(match, "count")
    amount = written(tokens, start, match.end("count")) if start >= 0 else "X" if tokens.is_a(at, "UNITMANY") else "1"
    return Reading(match.start(), match.end(), Nowhere(), "duration", length(amount, tokens.word(at)))


def _wholelong(tokens: Tokens, match: _Match) -> Reading | None:
    """Yearlong."""
    word = tokens.word(match.start()).removesuffix("long")
    return Reading(match.start(), match.end(), Nowhere(), "duration", length("1", word))


RULES = [
    rule("(?:(?P<count>DIGITS|NUMBERWORD) DASH)? (?P<unit>UNIT) DASH LONG", _long),
    rule("WHOLELONG", _wholelong),
    rule("(?P<count>COUNT) DASH? (?:ROW|MORE)? (?P<unit>UNIT)", _length),
    rule(
        "(?P<count>DIGITS|NUMBERWORD) (?:TO|AND|DASH) (?:DIGITS|NUMBERWORD (?:DASH? NUMBERWORD)?) DASH? (?P<unit>MANY)",
        _first_of_two,
    ),
    rule("PLENTY OF MANY", _plenty),
    rule("DAYS MANY", _plenty),
    rule("ANOTHER (?P<count>COUNT)? (?P<unit>UNIT)", _another),
    rule("(?P<count>DIGITS|NUMBERWORD) DASH? (?P<unit>SECOND)", _length),
    rule("(?P<count>DIGITS|NUMBERWORD) (?P<half>DASH? AND DASH? AN DASH? HALF DASH?) (?P<unit>UNIT)", _length),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<half>AND AN HALF)", _length),
    rule("THE? (?P<which>LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|RANK) (?P<count>COUNT) (?P<unit>MANY)", _towards),
    rule("(?P<which>COMING) (?P<unit>MANY)", _towards),
    rule("(?:THE|THIS) (?P<which>LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS) (?P<unit>MANY)", _towards),
    rule("(?P<span>(?P<unit>UNITMANY))", _bare_units),
    rule("(?:FOR|IN) (?P<span>THE? (?P<unit>UNITMANY|CLOCKUNITS|HOURS))", _bare_units),
    rule("EVERY (?P<count>ORDER)? (?:UNIT|WEEKDAY|MONTH|SEASON|DAYPART)", _set),
    rule("THE DAYTH OF EVERY UNITONE", _set),
    rule("EVERY (?P<day>DAY) OF? MONTH", _each_year),
    rule("EVERY MONTH (?P<day>DAY)", _each_year),
    rule("EVERY (?P<other>ROW) (?:UNIT|WEEKDAY)", _set),
    rule("EVERY (?P<count>COUNT) MANY", _set),
    rule("PER (?:UNITONE|YEARWORD|CLOCKUNIT)", _set),
    rule("(?:TWICE|ONCE|(?:DIGITS|NUMBERWORD|COUNT_VAGUE) TIMES) DASH? PERIODIC", _often),
    rule("(?:TWICE|ONCE|(?:DIGITS|NUMBERWORD|COUNT_VAGUE) TIMES) (?:AN|PER|EVERY) (?:ONE|CLOCKUNIT)", _often),
    rule("(?:DIGITS|NUMBERWORD) (?:UNITMANY|HOURS) (?:AN|PER|EVERY) ONE", _often),
    rule("PERIODIC", _periodic),
    rule("ALL (?:UNITONE|YEARWORD|NIGHT)", _whole_unit),
    rule("ROW DASH YEARWORD", _whole_unit),
    rule("AN QUARTERWORD (?:DASH|OF AN)? CENTURY", _quarter_century),
    rule("(?P<span>(?P<unit>HOURS|CLOCKUNITS))", _bare_units),
]
