"""Rules for times reckoned by a rough count: two or three weeks ago, a year or so later, half a century ago."""

import re

from index.dates.calendar import Grain
from index.dates.pattern import Reading, ReadingKind, rule
from index.dates.reckoned import Shift
from index.dates.standing import stands_alone
from index.dates.tokens import Tokens
from index.dates.values import count, unit

_Match = re.Match[str]
_HALVES = {"century": (50, Grain.YEAR), "decade": (5, Grain.YEAR), "year": (6, Grain.MONTH)}
"""How many of a lower unit half of a unit is."""
_BACK = frozenset("ago before earlier previously back".split())


def _shift(tokens: Tokens, match: _Match, found: tuple[int, int], grain: Grain | None) -> Reading | None:
    side = tokens.word(match.end() - 1)
    if side in ("before", "after", "back") and not stands_alone(tokens, match.end()):
        return None
    ago = side in ("ago", "back")
    low, high = sorted((-one if side in _BACK else one) for one in found)
    kind: ReadingKind = "date" if grain is not None else "time"
    return Reading(match.start(), match.end(), Shift((low, high), grain, not ago), kind, deictic=ago)


def _or(tokens: Tokens, match: _Match) -> Reading | None:
    """Two or three weeks ago, two to three years later."""
    first, last = (count(tokens, match.start(name), match.end(name)) for name in ("first", "last"))
    if first is None or last is None or not first[0] < last[0]:
        return None
    return _shift(tokens, match, (first[0], last[0]), unit(tokens.word(match.start("unit")))[0])


def _one_or(tokens: Tokens, match: _Match) -> Reading | None:
    """A year or two ago."""
    last = count(tokens, match.start("last"), match.end("last"))
    grain = unit(tokens.word(match.start("unit")))[0]
    return None if last is None or last[0] < 2 else _shift(tokens, match, (1, last[0]), grain)


def _or_so(tokens: Tokens, match: _Match) -> Reading | None:
    """Twenty years or so ago, a year or more later."""
    found = count(tokens, match.start("count"), match.end("count"))
    more = tokens.is_a(match.start("more"), "MORE")
    if found is None or not (more or tokens.word(match.start("more")) == "so"):
        return None
    grain = unit(tokens.word(match.start("unit")))[0]
    return _shift(tokens, match, (found[0] - (not more and found[0] > 1), found[1] + 1), grain)


def _half(tokens: Tokens, match: _Match) -> Reading | None:
    """Half a century ago."""
    known = _HALVES.get(tokens.word(match.start("unit")))
    return None if known is None else _shift(tokens, match, (known[0], known[0]), known[1])


def _back(tokens: Tokens, match: _Match) -> Reading | None:
    """A few years back; not "two steps back", nor "two weeks back at work"."""
    if tokens.word(match.end() - 1) != "back":
        return None
    ends = match.end() >= len(tokens.words) or tokens.is_a(match.end(), "COMMA", "DOT", "STOP", "BREAK", "MARK")
    found = count(tokens, match.start("count"), match.end("count"))
    grain = unit(tokens.word(match.start("unit")))[0]
    return None if found is None or grain is None or not ends else _shift(tokens, match, found, grain)


RULES = [
    rule("(?P<first>DIGITS|NUMBERWORD) (?:OR|TO) (?P<last>DIGITS|NUMBERWORD) (?P<unit>MANY) SIDE", _or),
    rule("AN (?P<unit>ONE) OR (?P<last>NUMBERWORD) SIDE", _one_or),
    rule("(?P<count>COUNT) (?P<unit>UNIT) OR (?P<more>MORE|OTHER) SIDE", _or_so),
    rule("HALF AN (?P<unit>YEARWORD|UNITONE|CENTURY) SIDE", _half),
    rule("(?P<count>COUNT) (?P<unit>UNIT) OTHER", _back),
]
