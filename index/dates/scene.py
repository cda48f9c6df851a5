"""Rules for the unit that the writing or the story is in: the year, overnight, the current quarter, by year's end."""

import itertools
import re

from index.dates import calendar
from index.dates.calendar import Grain
from index.dates.composed import Part
from index.dates.meaning import Exact, Meaning
from index.dates.pattern import Reading, rule, word_of
from index.dates.reckoned import Unit, Weekend
from index.dates.standing import begins, stands_alone
from index.dates.tokens import Tokens
from index.dates.values import unit, year_of

_Match = re.Match[str]
_ENDING = frozenset(
    "end ends ended ending close closes closed closing finish finished begin began start started".split()
)
_CLOSES = frozenset("up down higher lower flat unchanged".split())
"""What follows in "ended the day down 31 points"."""
_NAMED = frozenset(
    "days man woman person player sportsman sportswoman athlete team coach manager driver album song video film book"
    " word photo game goal newcomer teacher time".split()
)
"""What is so called: the sportsman of the year, a time of the year, days of the week."""
_SENTENCE = 40
"""Words of a sentence that are looked at."""
_DAWNS = frozenset("dawn daybreak sunrise".split())
_LIGHTS = _DAWNS | {"dusk", "sunset", "nightfall"}
_WITHIN = frozenset("in for of during on over by throughout within".split())


def _current(tokens: Tokens, match: _Match) -> Reading | None:
    """The current quarter, the current fiscal year."""
    grain = unit(tokens.word(match.end() - 1))[0]
    if grain is None or tokens.word(match.start("which")) != "current":
        return None
    return Reading(match.start(), match.end(), Unit(grain, 0), deictic=True)


def _this_past(tokens: Tokens, match: _Match) -> Reading | None:
    """This past weekend: the one that is over."""
    grain = unit(tokens.word(match.start("unit")))[0]
    return None if grain is None else Reading(match.start(), match.end(), Unit(grain, -1), deictic=True)


def _overnight(tokens: Tokens, match: _Match) -> Reading | None:
    """Of the night up to the day the writing or the story is in; not an overnight train."""
    if tokens.is_a(match.start() - 1, "AN", "THE", "DASH") or tokens.is_a(match.end(), "DASH"):
        return None
    return Reading(match.start(), match.end(), Unit(Grain.DAY, 0, told=None), "time")


def _is_dated(tokens: Tokens, at: int) -> bool:
    """Whether the sentence has said a day before a place: on Monday, before dawn."""
    before = range(at - 1, max(-1, at - 1 - _SENTENCE), -1)
    said = itertools.takewhile(lambda place: not tokens.is_a(place, "DOT", "STOP", "BREAK"), before)
    return any(tokens.is_a(place, "WEEKDAY", "MONTH", "TODAY", "YESTERDAY", "TOMORROW") for place in said)


def _at_dawn(tokens: Tokens, match: _Match) -> Reading | None:
    """At dawn, before dusk: of the day the writing or the story is in; not on Sunday at dawn, which is said."""
    led = tokens.is_a(match.start() - 1, "AT", "BEFORE", "AFTER", "FROM", "TO", "ABOUT")
    if tokens.word(match.start()) not in _LIGHTS or not (led or tokens.word(match.start() - 1) in ("by", "since")):
        return None
    told = _is_dated(tokens, match.start()) or None
    meaning = Unit(Grain.DAY, 0, told=told, dawning=tokens.word(match.start()) in _DAWNS)
    return Reading(match.start(), match.end(), meaning, "time")


def _part_of_day(tokens: Tokens, match: _Match) -> Reading | None:
    """By mid-afternoon, in the late evening: of the day the writing or the story is in."""
    lead = tokens.is_a(match.start() - 1, "IN", "TO", "BEFORE", "AFTER", "FROM", "ABOUT")
    if not (lead or tokens.word(match.start() - 1) in ("by", "since")) or tokens.is_a(match.end(), "OF", "ON"):
        return None
    return Reading(
        match.start(), match.end(), Unit(Grain.DAY, 0, told=_is_dated(tokens, match.start()) or None), "time"
    )


def _fiscal_year(tokens: Tokens, match: _Match) -> Reading | None:
    """The fiscal year: taken as the year of the calendar, since whose it is is not said."""
    if not stands_alone(tokens, match.end()):
        return None
    return Reading(match.start(), match.end(), Unit(Grain.YEAR, 0, told=None))


def _weekend(tokens: Tokens, match: _Match) -> Reading | None:
    if tokens.word(match.end() - 1) != "weekend":
        return None
    return Reading(match.start(), match.end(), Weekend(), deictic=True)


def _whole(tokens: Tokens, match: _Match) -> Reading | None:
    """Ended the day, so far in the year: the unit the writing or the story is in."""
    at = match.end() - 1
    grain = Grain.DAY if tokens.is_a(at, "DAYPART", "NIGHT") else unit(tokens.word(at))[0]
    joined = tokens.is_a(match.end(), "BEFORE", "AFTER") or (
        tokens.is_a(match.end(), "DASH") and tokens.glued(match.end())
    )
    before = tokens.word(match.start() - 1)
    # "In the evening the rain came" is the evening, "the day the rain came" another day.
    led = not tokens.is_a(at, "UNITONE") and before in ("in", "during") and not tokens.is_a(match.end(), "OF")
    clause = tokens.word(match.end()) in ("that", "when", "which", "where")
    closed = before in _ENDING and tokens.word(match.end()) in _CLOSES
    if grain is None or joined or clause or not (led or closed or stands_alone(tokens, match.end())):
        return None
    if before == "of" and tokens.word(match.start() - 2) in _NAMED:
        return None
    if before not in _ENDING and not (before in _WITHIN and not (before == "of" and grain is Grain.DAY)):
        return None
    if grain is Grain.DAY:
        part = not tokens.is_a(at, "UNITONE")
        told = None if led and begins(tokens, match.start() - 1) else True
        return Reading(match.start(), match.end(), Unit(grain, 0, told=told), "time" if part else "date")
    return Reading(match.start(), match.end(), Unit(grain, 0, told=None))


def _genitive(tokens: Tokens, match: _Match) -> Reading | None:
    """The day's low, the year's best."""
    at = match.end() - 3
    grain = unit(tokens.word(at))[0]
    if grain is None or tokens.word(match.end() - 1) != "s" or not tokens.glued(match.end() - 1):
        return None
    return Reading(match.start(), at + 1, Unit(grain, 0, told=None))


def _middle(tokens: Tokens, match: _Match) -> Reading | None:
    """By mid-year, midweek."""
    word = tokens.word(match.end() - 1).removeprefix("mid")
    grain = unit(word)[0]
    lead = tokens.is_a(match.start() - 1, "IN", "TO", "BEFORE", "AFTER", "FROM", "ABOUT", "AT")
    if grain is None or grain is Grain.DAY or not (lead or tokens.word(match.start() - 1) in ("by", "since")):
        return None
    if tokens.word(match.start()) in ("early", "late"):
        return None
    return Reading(match.start(), match.end(), Part(("mid",), Unit(grain, 0, told=None)))


def _full_year(tokens: Tokens, match: _Match) -> Reading | None:
    """For the full year; not a full year, which is a length."""
    if tokens.word(match.start() + 1) not in ("full", "whole", "calendar") or tokens.word(match.start() - 1) != "for":
        return None
    return Reading(match.start(), match.end(), Unit(Grain.YEAR, 0, told=None))


def _in_a_row(tokens: Tokens, match: _Match) -> Reading | None:
    """A second consecutive day: the day the writing or the story is in."""
    grain = unit(tokens.word(match.end() - 1))[0]
    return None if grain is None else Reading(match.start(), match.end(), Unit(grain, 0, told=None))


def _running(tokens: Tokens, match: _Match) -> Reading | None:
    """A fourth day in a row."""
    following = [tokens.word(at) for at in range(match.end(), match.end() + 3)]
    return _in_a_row(tokens, match) if following == ["in", "a", "row"] or following[0] == "running" else None


def _year_end(tokens: Tokens, match: _Match) -> Reading | None:
    """By year's end, at year-end."""
    at = match.start("unit")
    grain = unit(tokens.word(at))[0]
    joined = match.end("unit") == match.start("edge")
    if joined and tokens.word(match.start("edge")) != "end":
        return None  # "In the week beginning 4 May"
    if grain is None or grain < Grain.WEEK or tokens.is_a(at - 1, "OF", "AN", "NUMBERWORD", "DAYNUM", "DASH"):
        return None
    whole: Meaning = Unit(grain, 0, told=None)
    if (years := year_of(word_of(tokens, match, "year"))) is not None:
        whole = Exact(calendar.year(years))
    return Reading(match.start(), match.end(), Part(("end",), whole))


RULES = [
    rule("THE (?P<which>NOW) FISCAL? (?:YEARWORD|UNITONE|QUARTERWORD)", _current),
    rule("THIS PAST (?P<unit>ONE)", _this_past),
    rule("OVERNIGHT", _overnight),
    rule("DAYPART", _at_dawn),
    rule("THE? EARLY DASH? DAYTIME", _part_of_day),
    rule("THE (?:EARLY|SMALL) HOURS", _part_of_day),
    rule("THE FISCAL YEARWORD", _fiscal_year),
    rule("THE UNITONE", _weekend),
    rule("THE (?:UNITONE|YEARWORD|QUARTERWORD|EARLY? DAYTIME)", _whole),
    rule("THE (?:UNITONE|YEARWORD|QUARTERWORD) APOSTROPHE OTHER", _genitive),
    rule("EARLY DASH (?:UNITONE|YEARWORD|QUARTERWORD|CENTURY)", _middle),
    rule("MIDWAY", _middle),
    rule("THE ROW YEARWORD", _full_year),
    rule("(?:AN|THE)? ORDER ROW SESSION", _in_a_row),
    rule("(?:AN|THE)? (?:ORDER|DAYTH) DASH? ROW (?:UNITONE|YEARWORD|QUARTERWORD)", _in_a_row),
    rule("(?:AN|THE)? ORDER (?:UNITONE|YEARWORD|QUARTERWORD)", _running),
    rule("THE? (?P<unit>YEARWORD|UNITONE|QUARTERWORD) APOSTROPHE OTHER (?P<edge>EDGE)", _year_end),
    rule("(?P<unit>YEARWORD|UNITONE|QUARTERWORD) DASH? (?P<edge>EDGE)", _year_end),
    rule("(?P<unit>YEARWORD) DASH? (?P<edge>EDGE) (?P<year>YEAR)", _year_end),
]
