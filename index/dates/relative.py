"""Rules for dates reckoned from the day of writing or from the story: yesterday, last week, two months later."""

import re

from index.dates.calendar import Grain
from index.dates.pattern import Reading, ReadingKind, Rule, group_start, rule
from index.dates.reckoned import SamePeriod, Shift, Then, Towards, Unit
from index.dates.standing import STEPS, TOLD_WORDS, begins, stands_alone
from index.dates.tokens import Tokens
from index.dates.values import VAGUE_COUNT, count, length, unit

_Match = re.Match[str]
_MILLIONS = frozenset("million millions billion billions trillion thousands hundreds".split())
"""Words before years that lie outside of any calendar here."""
_COMPARED = frozenset("from than with against versus".split())
"""Words before a date that what is told is compared with: up from a year earlier."""


def _unit(tokens: Tokens, match: _Match) -> Reading | None:
    """This week, last month, that year, the following morning."""
    which, word = tokens.word(match.start("which")), tokens.word(match.start("unit"))
    if tokens.is_capital(match.start("which")) and tokens.is_capital(match.start("unit")):
        return None  # CBS This Morning
    day_part = tokens.is_a(match.start("unit"), "DAYPART", "NIGHT")
    grain = Grain.DAY if day_part else unit(word)[0]
    if grain is None:
        return None
    determined = tokens.is_a(match.start(), "THE")
    if tokens.is_a(match.start() - 1, "THE") and which == "last" and _is_of_another(tokens, match.end()):
        return None
    told = which in TOLD_WORDS or (which == "next" and (determined or grain is Grain.DAY))
    if (determined and which in ("last", "past")) or which == "past":
        # "the last week" is the seven days up to now, "last week" a week of the calendar; quarters are always that.
        if day_part or (which == "last" and _is_of_another(tokens, match.end())):
            return None
        if grain is Grain.QUARTER:
            return Reading(match.start(), match.end(), Unit(grain, -1), deictic=True)
        past = Towards((-1, -1), grain)
        return Reading(match.start(), match.end(), past, "duration", length("1", word), deictic=True)
    if which == "same" and word in ("day", "week", "month", "year") and tokens.is_a(match.start() - 1, "AT"):
        return None
    step = STEPS.get(which, 1)
    if grain is Grain.WEEKEND and tokens.is_a(match.start("which"), "COMING", "UPCOMING"):
        step = 0
    # Last night is the night of yesterday's day; this morning is today's.
    meaning = Unit(grain, step, told)
    return Reading(match.start(), match.end(), meaning, "time" if day_part else "date", deictic=not told)


def _is_of_another(tokens: Tokens, end: int) -> bool:
    """Whether a unit is one of something: the last year of the war, not a profit for the last year of $2 million."""
    amount = tokens.is_a(end + 1, "SIGN", "NUMBER", "DECIMAL") or tokens.is_a(end + 2, "SIGN")
    return tokens.is_a(end, "OF") and not amount


def _fiscal(tokens: Tokens, match: _Match) -> Reading | None:
    """Last fiscal quarter, in the past fiscal year: those of the calendar, since whose it is is not said."""
    which, grain = tokens.word(match.end() - 3), unit(tokens.word(match.end() - 1))[0]
    if grain is None:
        return None
    return Reading(
        match.start(), match.end(), Unit(grain, STEPS.get(which, 1), which == "that"), deictic=which != "that"
    )


def _year_ago(tokens: Tokens, match: _Match) -> Reading | None:
    """The year-ago quarter, the year-earlier period."""
    word = tokens.word(match.end() - 1)
    grain = None if word == "period" else unit(word)[0]
    if grain in (Grain.DAY, Grain.YEAR):
        return None
    return Reading(match.start(), match.end(), SamePeriod(grain, -1), named=True)


def _next_to(tokens: Tokens, match: _Match) -> Reading | None:
    """The day before, the year after that: reckoned from the story."""
    end = match.end()
    if group_start(match, "that") < 0 and not stands_alone(tokens, end):
        return None
    if tokens.is_a(end - 1, "PREVIOUS") and tokens.is_a(end, "TO"):
        return None  # The week prior to the vote.
    word, side = tokens.word(match.start("unit")), tokens.word(match.start("side"))
    grain = Grain.DAY if tokens.is_a(match.start("unit"), "DAYPART", "NIGHT") else unit(word)[0]
    if grain is None:
        return None
    meaning = Unit(grain, 1 if side in ("after", "following") else -1, told=True)
    return Reading(
        match.start(), end, meaning, "time" if tokens.is_a(match.start("unit"), "DAYPART", "NIGHT") else "date"
    )


def _deictic(offset: int) -> "Rule":
    name = {-1: "YESTERDAY", 0: "TODAY", 1: "TOMORROW"}[offset]

    def read(tokens: Tokens, match: _Match) -> Reading | None:
        at = match.start()
        named = tokens.is_a(at - 1, "THE") or (tokens.is_capital(at - 1) and tokens.is_a(at - 1, "OTHER"))
        if tokens.is_capital(at) and named and tokens.continues(at):
            return None  # USA Today, the Today show
        part = group_start(match, "part") >= 0 or tokens.word(match.start()) == "tonight"
        end = match.end()
        return Reading(match.start(), end, Unit(Grain.DAY, offset), "time" if part else "date", deictic=True)

    return rule(f"{name} (?P<part>DAYTIME)?", read)


def _beyond(tokens: Tokens, match: _Match) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    if tokens.word(match.start("unit")) != "day":
        return None
    offset = -2 if tokens.is_a(match.end() - 1, "YESTERDAY") else 2
    return Reading(match.start(), match.end(), Unit(Grain.DAY, offset), deictic=True)


def _shift(tokens: Tokens, match: _Match) -> Reading | None:
    """Two months later, three days ago, a week before."""
    side, word = tokens.word(match.start("side")), tokens.word(match.start("unit"))
    # "Ten days after that the ship sank", not "in the ten days after that visit".
    that = group_start(match, "that") >= 0 and not tokens.is_a(match.end(), "OTHER")
    ends = that or (stands_alone(tokens, match.end()) and not _is_that(tokens, match.end()))
    if side in ("before", "after", "previously", "prior") and not ends:
        return None
    if side in ("later", "earlier") and tokens.is_a(match.end(), "THAN"):
        return None  # "A year later than planned" is how long, not when.
    found = _signed(tokens, match, side in ("ago", "before", "earlier", "previously", "prior"))
    if group_start(match, "half") >= 0 and found is not None:
        # Two and a half years ago, to the year: two or three.
        found = (found[0] - (found[0] < 0), found[1] + (found[1] > 0))
    if found is None:
        return None
    ago = side == "ago" or group_start(match, "now") >= 0
    grain = unit(word)[0]

    if unit(word)[1] == "2W":
        found = (2 * found[0], 2 * found[1])
    compared = side in ("ago", "earlier", "before") and tokens.word(match.start() - 1) in _COMPARED
    kind: ReadingKind = "date" if grain is not None else "time"
    return Reading(match.start(), match.end(), Shift(found, grain, not ago), kind, deictic=ago, named=compared)


def _is_that(tokens: Tokens, at: int) -> bool:
    """Whether something is pointed at: that visit."""
    return tokens.is_a(at, "THAT") and tokens.is_a(at + 1, "OTHER")


def _half_hour(tokens: Tokens, match: _Match) -> Reading | None:
    """Half an hour later: on the day told of."""
    side = tokens.word(match.start("side"))
    if side in ("before", "after") and not stands_alone(tokens, match.end()):
        return None
    ago = side == "ago"
    return Reading(match.start(), match.end(), Shift((0, 0), None, not ago), "time", deictic=ago)


def _this_time(tokens: Tokens, match: _Match) -> Reading | None:
    """This time last year."""
    years = STEPS.get(tokens.word(match.start("which")), 1)
    return Reading(match.start(), match.end(), Unit(Grain.MONTH, 12 * years), deictic=True)


def _on(tokens: Tokens, match: _Match) -> Reading | None:
    """Thirty years on, nobody knew; not "two days on the road"."""
    end = match.end()
    heads = begins(tokens, match.start()) and not tokens.is_a(end, "AN", "THE", "THIS") and not tokens.is_capital(end)
    return _shift(tokens, match) if heads or tokens.is_a(end, "COMMA", "DOT", "STOP") else None


def _prior(tokens: Tokens, match: _Match) -> Reading | None:
    """Two years prior."""
    return _shift(tokens, match) if tokens.word(match.end() - 1) == "prior" else None


def _beyond_next(tokens: Tokens, match: _Match) -> Reading | None:
    """The week before last, the week after next."""
    offset = -2 if tokens.is_a(match.end() - 1, "LAST") else 2
    grain = Grain.DAY if tokens.is_a(match.start("unit"), "NIGHT") else unit(tokens.word(match.start("unit")))[0]
    return None if grain is None else Reading(match.start(), match.end(), Unit(grain, offset), deictic=True)


def _signed(tokens: Tokens, match: _Match, back: bool) -> tuple[int, int] | None:
    if group_start(match, "count") < 0:
        if tokens.word(match.start() - 1) in _MILLIONS:
            return None
        found: tuple[int, int] | None = VAGUE_COUNT
    else:
        found = count(tokens, match.start("count"), match.end("count"))
    if found is None:
        return None
    return (-found[1], -found[0]) if back else found


def _hence(tokens: Tokens, match: _Match) -> Reading | None:
    """In five days' time."""
    found = count(tokens, match.start("count"), match.end("count"))
    if found is None or tokens.word(match.end() - 1) != "time":
        return None
    return Reading(
        match.start("count"), match.end(), Shift(found, unit(tokens.word(match.start("unit")))[0], False), deictic=True
    )


def _then(tokens: Tokens, match: _Match) -> Reading | None:
    """At the time, by that time."""
    lead = tokens.word(match.start() - 1) in ("at", "by", "before", "until", "since")
    more = tokens.word(match.end()) in ("of", "when", "that")
    if tokens.word(match.start() - 1) != "at" and not stands_alone(tokens, match.end()):
        return None  # "by the time he came"
    return Reading(match.start(), match.end(), Then()) if lead and not more else None


def _same_period(tokens: Tokens, match: _Match) -> Reading | None:
    """The same period last year, the same quarter a year earlier: what is compared with, not told of."""
    word = tokens.word(match.start("period"))
    grain = None if word == "period" else unit(word)[0]
    back = tokens.is_a(match.end() - 2, "LAST", "PREVIOUS") or tokens.is_a(match.end() - 1, "EARLIER", "AGO", "BEFORE")
    if not back or grain in (Grain.DAY, Grain.YEAR):
        return None
    return Reading(match.start(), match.end(), SamePeriod(grain, -1), named=True)


RULES = [
    rule("THE (?P<unit>ONE) (?:BEFORE LAST|AFTER NEXT)", _beyond_next),
    rule("THE? YEARWORD DASH (?:AGO|EARLIER) (?:PERIOD|UNITONE|QUARTERWORD)", _year_ago),
    rule("(?P<which>THIS|NEXT|THAT|LAST|PAST) SAME? (?P<unit>ONE|DAYPART)", _unit),
    rule("(?:THE? LAST|THIS|NEXT|THAT) FISCAL ONE", _fiscal),
    rule("THE? PAST FISCAL ONE", _fiscal),
    rule(
        "(?:THE|THAT|THIS)? (?P<which>FOLLOWING|PREVIOUS|SAME|NEXT|COMING|UPCOMING) FISCAL? (?P<unit>ONE|DAYPART)",
        _unit,
    ),
    rule("THE (?P<which>LAST|PAST) (?P<unit>ONE)", _unit),
    rule("THE (?P<unit>ONE|DAYPART) (?P<side>BEFORE|AFTER|EARLIER) (?P<that>THAT)?", _next_to),
    rule("THE (?P<unit>ONE|DAYPART) (?P<side>PREVIOUS|FOLLOWING)", _next_to),
    rule("AN (?P<unit>ONE) (?P<side>BEFORE|AFTER|EARLIER|LATER) (?P<that>THAT)", _next_to),
    _deictic(-1),
    _deictic(0),
    _deictic(1),
    rule("THE (?P<unit>UNITONE) BEFORE YESTERDAY", _beyond),
    rule("THE (?P<unit>UNITONE) AFTER TOMORROW", _beyond),
    rule("(?P<count>COUNT) (?P<unit>UNIT) SIDE", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<side>FROM) (?P<now>NOW)", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<side>(?P<now>HENCE))", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<side>BEFORE|AFTER) (?P<that>THAT)", _shift),
    rule("THIS TIME (?P<which>LAST|NEXT) YEARWORD", _this_time),
    rule("(?P<count>DIGITS|NUMBERWORD) (?P<half>DASH? AND DASH? AN DASH? HALF DASH?) (?P<unit>UNIT) SIDE", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<half>AND AN HALF) SIDE", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<side>ON)", _on),
    rule("HALF AN (?P<unit>CLOCKUNIT) SIDE", _half_hour),
    rule("(?P<unit>MANY) (?P<side>AGO|LATER|EARLIER)", _shift),
    rule("(?P<count>COUNT) (?P<unit>UNIT) (?P<side>PREVIOUS)", _prior),
    rule("IN (?P<count>COUNT) (?P<unit>UNIT) APOSTROPHE TIME", _hence),
    rule("(?:THE|THAT) TIME", _then),
    rule(
        "THE SAME (?P<period>PERIOD|UNITONE|QUARTERWORD)"
        " (?:(?:IN|OF)? (?:THE? LAST|THE PREVIOUS) YEARWORD|AN YEARWORD (?:EARLIER|AGO|BEFORE))",
        _same_period,
    ),
]
