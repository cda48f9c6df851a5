"""Rules for what leads another expression in: early 2003, the end of the year, the first Monday of May."""

import re
from collections.abc import Callable
from dataclasses import replace

from index.dates.calendar import Edge, Grain
from index.dates.composed import About, Around, Doubted, FromTo, Night, Nth, NthWeekday, Opening, Part, Turn, Until
from index.dates.lexicon import EDGES, WEEKDAYS
from index.dates.meaning import Exact, Meaning
from index.dates.monthless import DayOf, Weekday
from index.dates.pattern import Reading, compiled, firsts, group_start
from index.dates.reckoned import Moved, Rest, SamePeriodOf, Shift, Unit
from index.dates.reckonings import Elsewhere
from index.dates.standing import OWNERS
from index.dates.tokens import LETTERS, Tokens
from index.dates.undated import InYear
from index.dates.values import count, number, unit

_Match = re.Match[str]
_EDGE_WORDS: dict[str, Edge] = {
    **dict.fromkeys(("first", "opening", "early"), "beginning"),
    **dict.fromkeys(("last", "final", "closing", "dying", "waning"), "end"),
}
"""Where in a stretch of time its "opening weeks" and its "dying days" lie."""
_PARTED = frozenset("take takes took taken taking hand hands handed turn turned pass passed".split())
"""Verbs that "over" belongs to: she took over three years ago."""
Lead = Callable[[Tokens, _Match, Reading], Reading | None]
"""What makes of a match and the expression after it the whole of both; None where they do not belong together."""


def is_day(meaning: Meaning) -> bool:
    """Whether a meaning is a day, whichever."""
    if isinstance(meaning, Exact):
        return meaning.stretch.grain is Grain.DAY
    if isinstance(meaning, Part):
        return is_day(meaning.whole)
    if isinstance(meaning, Doubted):
        return True
    if isinstance(meaning, InYear):
        return meaning.first is not None and meaning.last is None
    return isinstance(meaning, DayOf | Weekday) or (isinstance(meaning, Unit) and meaning.grain is Grain.DAY)


def _early(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """Early 2003, mid-January, early and late summer."""
    if inner.kind not in ("date", "time") or isinstance(inner.meaning, Shift | Part):
        return None
    edges = [EDGES[tokens.word(match.start(name))] for name in ("first", "second") if group_start(match, name) >= 0]
    return replace(inner, start=match.start(), meaning=Part(tuple(edges), inner.meaning), named=False)


def _edge(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The end of the year, end-May."""
    dash = match.end() - 1
    if inner.kind != "date" or (tokens.is_a(dash, "DASH") and not (tokens.glued(dash) and tokens.glued(dash + 1))):
        return None
    edge = EDGES[tokens.word(match.start("edge"))]
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _half(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    halves: dict[str, Edge] = {"first": "first half", "second": "second half"}
    edge = halves.get(tokens.word(match.start("which")))
    if inner.kind != "date" or edge is None:
        return None
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _nth(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    which = tokens.word(match.start("which"))
    grain = unit(tokens.word(match.start("unit")))[0]
    position = -1 if which in ("last", "final") else number(which)
    if inner.kind != "date" or grain is None:
        return None
    if grain is Grain.WEEKEND:
        weekend = Around(grain, NthWeekday(position, WEEKDAYS["saturday"], inner.meaning))
        return None if is_day(inner.meaning) else replace(inner, start=match.start(), meaning=weekend, named=False)
    return replace(inner, start=match.start(), meaning=Nth(position, grain, inner.meaning), named=False)


def _nth_weekday(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The first Monday of May."""
    which, at = tokens.word(match.start("which")), match.start("weekday")
    position = -1 if which in ("last", "final") else number(which)
    if inner.kind != "date" or is_day(inner.meaning) or not 0 != position < 6:
        return None
    meaning = NthWeekday(position, WEEKDAYS[tokens.word(at)], inner.meaning)
    return replace(inner, start=match.start(), meaning=meaning, named=False)


def _opening(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The first nine months of 2015, the last three weeks of June."""
    which = tokens.word(match.start("which"))
    found = count(tokens, match.start("count"), match.end("count"))
    grain = unit(tokens.word(match.start("unit")))[0]
    if inner.kind != "date" or grain is None or found is None or found[0] != found[1]:
        return None
    if which not in ("first", "last", "final"):
        return None
    meaning = Opening(found[0] if which == "first" else -found[0], grain, inner.meaning)
    return replace(inner, start=match.start(), meaning=meaning, named=False)


def _until(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The quarter ended March 31, the 12 months to January: so long, up to the end of a month or a day."""
    start, at = match.start("count"), match.start("unit")
    found = (1, 1) if start < 0 else count(tokens, start, match.end("count"))
    grain = unit(tokens.word(at))[0]
    if inner.kind != "date" or grain is None or found is None or found[0] != found[1]:
        return None
    owned = tokens.is_a(match.start(), "THE") or tokens.word(match.start() - 1) in OWNERS
    if start < 0 and (not owned or tokens.is_a(at, "UNITMANY")):
        return None
    fine = is_day(inner.meaning) or (isinstance(inner.meaning, InYear | Exact) and _is_month(inner.meaning))
    if not fine or tokens.word(match.start("side")) not in ("ended", "ending", "to", "through", "thru"):
        return None
    return replace(inner, start=match.start(), meaning=Until(found[0], grain, inner.meaning), named=False)


def _is_month(meaning: InYear | Exact) -> bool:
    return meaning.stretch.grain is Grain.MONTH if isinstance(meaning, Exact) else meaning.first is None


def _same_of(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The same quarter of 2007: what is compared with, not told of."""
    word = tokens.word(match.start("period"))
    grain = None if word == "period" else unit(word)[0]
    if not isinstance(inner.meaning, Exact) or inner.meaning.stretch.grain is not Grain.YEAR or grain is Grain.YEAR:
        return None
    return replace(inner, start=match.start(), meaning=SamePeriodOf(grain, inner.meaning), named=True)


def _turn(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:  # noqa: ARG001
    return None if inner.kind != "date" else replace(inner, start=match.start(), meaning=Turn(inner.meaning))


def _around(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The week of 5 May, the week beginning 4 May, the month of May."""
    grain = unit(tokens.word(match.start("unit")))[0]
    begun = None if group_start(match, "begun") < 0 else tokens.word(match.start("begun"))
    if inner.kind != "date" or grain is None or begun not in (None, "beginning", "starting", "commencing"):
        return None
    if grain is Grain.MONTH and isinstance(inner.meaning, Elsewhere):
        return replace(inner, start=match.start())
    if grain is Grain.MONTH and isinstance(inner.meaning, InYear | Exact) and _is_month(inner.meaning):
        return replace(inner, start=match.start())
    if not is_day(inner.meaning) or grain not in (Grain.WEEK, Grain.WEEKEND):
        return None
    return replace(inner, start=match.start(), meaning=Around(grain, inner.meaning), named=False)


def _days_of(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The first days of 1980, the last weeks of the year."""
    which = tokens.word(match.start("which"))
    if inner.kind != "date" or which not in _EDGE_WORDS:
        return None
    edge: Edge = _EDGE_WORDS[which]
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _daytime(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The evening of 3 May, the night of 3-4 May."""
    if inner.kind == "date" and tokens.word(match.end() - 2) == "night" and _is_two_days(inner.meaning):
        return replace(inner, start=match.start(), meaning=Night(inner.meaning), kind="time", named=False)
    if inner.kind != "date" or not is_day(inner.meaning):
        return None
    return replace(inner, start=match.start(), kind="time", named=False)


def _nights(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """The nights of 24 to 26 November."""
    if inner.kind != "date" or tokens.word(match.end() - 2) != "nights":
        return None
    return replace(inner, start=match.start(), kind="time", named=False)


def _is_two_days(meaning: Meaning) -> bool:
    """Whether a meaning is a day and the next."""
    if isinstance(meaning, FromTo):
        return is_day(meaning.first) and is_day(meaning.last)
    if isinstance(meaning, Exact):
        begin, end = meaning.stretch.begin, meaning.stretch.end
        return begin is not None and end is not None and (end - begin).days == 1
    return isinstance(meaning, InYear) and meaning.first is not None and meaning.last == meaning.first + 1


def _is_base(side: str, meaning: Meaning) -> bool:
    """Whether something is reckoned from with a word: a week from Friday, two days before 3 May."""
    return isinstance(meaning, Unit | Weekday) if side == "from" else not isinstance(meaning, Unit)


def _before(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """Two days before 3 May."""
    side, grain = tokens.word(match.start("side")), unit(tokens.word(match.start("unit")))[0]
    found = count(tokens, match.start("count"), match.end("count"))
    if found is None or grain is None or inner.kind != "date" or not _is_base(side, inner.meaning):
        return None
    signed = (-found[1], -found[0]) if side == "before" else found
    return replace(inner, start=match.start(), meaning=Shift(signed, grain, base=inner.meaning), named=False)


def _ago(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """Ten years ago today, two years ago this month, a week ago on Friday."""
    found = count(tokens, match.start("count"), match.end("count"))
    grain = unit(tokens.word(match.start("unit")))[0]
    placed = isinstance(inner.meaning, Weekday) or (inner.deictic and isinstance(inner.meaning, Unit))
    if found is None or found[0] != found[1] or grain is None or not placed:
        return None
    return replace(inner, start=match.start(), meaning=Moved(-found[0], grain, inner.meaning), deictic=True)


def _rest(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """Later this year, earlier that day, later in 2004."""
    if inner.kind != "date" or isinstance(inner.meaning, Shift | Part):
        return None
    meaning = Rest(tokens.word(match.start()) == "later", inner.meaning)
    return replace(inner, start=match.start(), meaning=meaning, named=False)


def _weekday(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """Friday, 3 May 2007; in one line the date holds against a weekday that it is not, else it is another date."""
    whole = inner.meaning
    day = whole.first if isinstance(whole, FromTo) else whole
    if not isinstance(day, Exact | InYear) or not is_day(day):
        return None
    weekday = WEEKDAYS[tokens.word(match.start())]
    begin = day.stretch.begin if isinstance(day, Exact) else None
    on: Meaning = replace(day, weekday=weekday) if isinstance(day, InYear) else day
    if begin is not None and begin.weekday() != weekday:
        if not all(tokens.continues(at) for at in range(match.start() + 1, inner.end)):
            return None
        on = Doubted(day)
    kind = "time" if tokens.is_a(match.start() + 1, "DAYPART", "NIGHT") else inner.kind
    return replace(
        inner, start=match.start(), meaning=replace(whole, first=on) if isinstance(whole, FromTo) else on, kind=kind
    )


def _about(tokens: Tokens, match: _Match, inner: Reading) -> Reading | None:
    """About 1880, c. 1880, over six years, more than a year ago."""
    if tokens.word(match.start()) == "c" and match.end() - match.start() < 2:
        return None
    if tokens.is_a(match.start(), "FOR", "COUNT_VAGUE") and tokens.word(match.start()) not in ("over", "some"):
        return None
    if tokens.word(match.start()) == "over" and tokens.word(match.start() - 1) in _PARTED:
        return None
    if inner.kind == "duration" and tokens.is_a(match.end(), "DAYNUM", "NUMBER", "NUMBERWORD", "AN", "HALF"):
        return replace(inner, start=match.start())
    counted = isinstance(inner.meaning, Shift) and not tokens.is_a(match.end(), "COUNT_VAGUE")
    if counted and inner.kind == "date" and not tokens.is_a(match.start(), "CIRCA"):
        return replace(inner, start=match.start(), meaning=About(inner.meaning))
    dated = isinstance(inner.meaning, Exact) and inner.meaning.stretch.grain >= Grain.MONTH
    if inner.kind != "date" or not dated or not tokens.is_a(match.start(), "ABOUT", "CIRCA"):
        return None
    return replace(inner, start=match.start(), meaning=About(inner.meaning))


def _leads(*pairs: tuple[str, Lead]) -> dict[str, list[tuple["re.Pattern[str]", Lead]]]:
    known = [(firsts(source), compiled(source), read) for source, read in pairs]
    return {
        letter: [(pattern, read) for first, pattern, read in known if letter in first] for letter in LETTERS.values()
    }


LEADS = _leads(
    (
        "THE? (?P<first>EARLY) (?:DASH? (?:AND|OR|TO|DASH) DASH? (?P<second>EARLY))? (?:DASH|(?:IN|ON) THE?)?",
        _early,
    ),
    ("(?P<first>EARLY) (?:IN|ON)", _early),
    ("(?:THE VERY?)? (?P<edge>EDGE) OF", _edge),
    ("THE (?P<which>RANK|SECOND) HALF OF", _half),
    ("THE? (?P<which>RANK|SECOND|LAST|DAYTH) (?P<unit>UNITONE|YEARWORD) (?:OF|IN)", _nth),
    ("THE (?P<unit>UNITONE) OF", _around),
    ("THE? (?P<unit>UNITONE) (?P<begun>BEGUN|EDGE) ON?", _around),
    ("(?P<edge>EDGE) DASH", _edge),
    ("THE (?P<which>RANK|LAST|EARLY|OPENING) UNITMANY OF", _days_of),
    ("THE? (?P<count>COUNT)? DASH? FISCAL? (?P<unit>UNIT) PERIOD? (?P<side>TO|ENDED) (?:IN|ON)?", _until),
    ("THE SAME (?P<period>PERIOD|UNITONE|QUARTERWORD) (?:OF|IN)", _same_of),
    ("THE TURN OF", _turn),
    ("THE UNITMANY OF", _nights),
    ("THE? (?:(?:EARLY|SMALL) HOURS|EARLY? DAYTIME) (?:OF|ON)", _daytime),
    ("(?P<count>COUNT|THE) (?P<unit>UNIT) (?P<side>BEFORE|AFTER|FROM)", _before),
    ("(?P<count>COUNT) (?P<unit>UNIT) AGO ON?", _ago),
    ("(?:LATER|EARLIER) (?:IN|ON)?", _rest),
    ("WEEKDAY DAYTIME? DOT? COMMA? THE?", _weekday),
    ("(?:ABOUT|FOR|COUNT_VAGUE|CIRCA DOT?|NO? (?:MORE|LESS) THAN|AT LEAST|UP TO)", _about),
    ("THE? (?P<which>RANK|SECOND|LAST|DAYTH) (?P<weekday>WEEKDAY) (?:OF|IN)", _nth_weekday),
    ("THE (?P<which>RANK|LAST) (?P<count>DIGITS|NUMBERWORD) (?P<unit>UNITMANY) OF", _opening),
)
"""The patterns and what reads them, by the letter they may begin with."""
