"""Reads the time expressions of a text, one after another, without placing them on the calendar yet."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from index.dates import clock, days, holidays, lengths, periods, relative, vague
from index.dates.calendar import Edge, Grain
from index.dates.composed import About, Around, Clock, FromTo, Nth, NthWeekday, Opening, Part
from index.dates.lexicon import EDGES, WEEKDAYS
from index.dates.meaning import Exact, Meaning
from index.dates.numeric import is_day_first
from index.dates.pattern import Reading, Rule, compiled, firsts
from index.dates.reckoned import Rest, Shift, Unit
from index.dates.tokens import BREAK, LETTERS, MARK, OTHER, Tokens
from index.dates.undated import InYear, Quarter, Season, Weekday
from index.dates.values import count, number, unit

_RULES = [*clock.RULES, *holidays.RULES, *periods.RULES, *relative.RULES, *vague.RULES, *lengths.RULES]
_DEEPEST = 4
"""How many words like "the end of" may stand one before another: "the first week of the second half of ..."."""
_Lead = Callable[[Tokens, "re.Match[str]", Reading], Reading | None]
_YEARLESS = (InYear, Season, Quarter)


class Parser:
    """Reads one text."""

    def __init__(self, text: str) -> None:
        """Splits the text and looks how it writes dates in digits."""
        self.tokens = Tokens.of(text)
        self._rules, self._starts = _grammar(is_day_first(text))
        self._cores: dict[int, Reading | None] = {}

    def readings(self) -> Iterator[Reading]:
        """All readings, in order, none overlapping another."""
        at = 0
        while (found := self._starts.search(self.tokens.letters, at)) is not None:
            at = found.start()
            reading = self._phrase(at, 0)
            if reading is not None:
                yield reading
            at = at + 1 if reading is None else max(at + 1, reading.end)

    def _phrase(self, at: int, depth: int) -> Reading | None:
        """The longest expression that begins at a token."""
        if depth > _DEEPEST or at >= len(self.tokens.letters):
            return None
        found = [*self._led(at, depth)]
        if (core := self._core(at)) is not None:
            found.append(core)
        return max((self._lengthened(one, depth) for one in found), key=lambda one: one.end, default=None)

    def _core(self, at: int) -> Reading | None:
        """The longest expression that begins at a token and holds no other."""
        if at not in self._cores:
            letters, best = self.tokens.letters, None
            for rule in self._rules[letters[at]]:
                if (match := rule.pattern.match(letters, at)) is None or (best and match.end() <= best.end):
                    continue
                if (reading := rule.read(self.tokens, match)) is not None and (not best or reading.end > best.end):
                    best = reading
            self._cores[at] = best
        return self._cores[at]

    def _led(self, at: int, depth: int) -> Iterator[Reading]:
        """Expressions that are a lead, such as "the end of", and another expression."""
        for pattern, read in _LEADS[self.tokens.letters[at]]:
            if (match := pattern.match(self.tokens.letters, at)) is None:
                continue
            inner = self._phrase(match.end(), depth + 1) or self._unit_of_scene(match.end())
            if inner is not None and (reading := read(self.tokens, match, inner)) is not None:
                yield reading

    def _unit_of_scene(self, at: int) -> Reading | None:
        """The year, the month, after "the end of" and such: of the writing, or of what is told."""
        match = _THE_UNIT.match(self.tokens.letters, at)
        grain = None if match is None else unit(self.tokens.word(match.start("unit")))[0]
        if match is None or grain is None or not self.tokens.is_a(at - 1, "OF", "IN"):
            return None
        return Reading(at, match.end(), Unit(grain, 0, told=None))

    def _lengthened(self, reading: Reading, depth: int) -> Reading:
        """An expression with what may follow: of next year, the morning, the end of a range."""
        letters = self.tokens.letters
        if isinstance(reading.meaning, _YEARLESS) and (match := _OF_YEAR.match(letters, reading.end)) is not None:
            outer = self._core(match.end() - 2) or self._core(match.end() - 3)
            if outer is not None and outer.end == match.end():
                reading = replace(reading, end=outer.end, meaning=replace(reading.meaning, year=outer.meaning))
        if reading.kind == "date" and _DAYTIME.match(letters, reading.end) and _is_day(reading.meaning):
            reading = replace(reading, end=reading.end + 1, kind="time")
        if isinstance(reading.meaning, Clock) and reading.meaning.on is None:
            day = self._core(reading.end) if reading.end < len(letters) else None
            if day is not None and day.kind == "date" and _is_day(day.meaning):
                meaning = replace(reading.meaning, on=day.meaning)
                return replace(reading, end=day.end, meaning=meaning, deictic=day.deictic)
        return self._ranged(reading, depth)

    def _ranged(self, reading: Reading, depth: int) -> Reading:
        """From one date to another."""
        tokens, end = self.tokens, reading.end
        if not isinstance(reading.meaning, _RANGED) or depth == _DEEPEST:
            return reading
        before = tokens.is_a(reading.start - 1, "BETWEEN" if tokens.is_a(end, "AND") else "FROM")
        sure = tokens.is_a(end, "DASH") or tokens.word(end) in ("to", "through", "thru")
        if not (tokens.is_a(end, "TO", "DASH") and (before or sure)) and not (tokens.is_a(end, "AND") and before):
            return reading
        last = self._phrase(end + 1, depth + 1)
        if last is None or not isinstance(last.meaning, _RANGED) or last.kind != "date":
            return reading
        meaning = FromTo(reading.meaning, last.meaning)
        return replace(reading, end=last.end, meaning=meaning, deictic=reading.deictic or last.deictic, named=False)


@cache
def _grammar(day_first: bool | None) -> tuple[dict[str, list[Rule]], "re.Pattern[str]"]:
    """The rules by the letter they may begin with, and where an expression may begin.

    Of each of the ways to read 3/4/2007 once: making them takes as long as reading a long text.
    """
    every = [*days.rules(day_first), *_RULES]
    by_letter = {letter: [one for one in every if letter in one.firsts] for letter in LETTERS.values()}
    return by_letter, re.compile(_starts(every))


def _starts(rules: list[Rule]) -> str:
    """Where an expression may begin: at a word that can be one alone, or before a word some rule knows."""
    alone = "".join(one for one in LETTERS.values() if any(rule.pattern.fullmatch(one) for rule in rules))
    more = "".join({one for rule in rules for one in rule.firsts} | {one for one in _LEADS if _LEADS[one]})
    return f"[{alone}]|[{more}](?=[^{OTHER}{MARK}{BREAK}])"


_RANGED = (InYear, Season, Quarter, Exact, Weekday, Part)
_THE_UNIT = compiled("THE (?P<unit>UNITONE|YEARWORD|CENTURY|QUARTERWORD)")
_DAYTIME = compiled("DAYTIME")
_OF_YEAR = compiled("(?:OF|COMMA)? (?:THIS|LAST|NEXT|THAT|THE (?:FOLLOWING|PREVIOUS|SAME|NEXT)) YEARWORD")


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Exact):
        return meaning.stretch.grain is Grain.DAY
    if isinstance(meaning, InYear):
        return meaning.first is not None and meaning.last is None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Unit) and meaning.grain is Grain.DAY)


def _early(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """Early 2003, mid-January, early and late summer."""
    if inner.kind not in ("date", "time") or isinstance(inner.meaning, Shift | Part):
        return None
    edges = [EDGES[tokens.word(match.start(name))] for name in ("first", "second") if match.start(name) >= 0]
    return replace(inner, start=match.start(), meaning=Part(tuple(edges), inner.meaning), named=False)


def _edge(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    if inner.kind != "date":
        return None
    edge = EDGES[tokens.word(match.start("edge"))]
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _half(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    halves: dict[str, Edge] = {"first": "first half", "second": "second half"}
    edge = halves.get(tokens.word(match.start("which")))
    if inner.kind != "date" or edge is None:
        return None
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _nth(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    which = tokens.word(match.start("which"))
    grain = unit(tokens.word(match.start("unit")))[0]
    if inner.kind != "date" or grain is None or grain is Grain.WEEKEND:
        return None
    position = -1 if which in ("last", "final") else number(which)
    return replace(inner, start=match.start(), meaning=Nth(position, grain, inner.meaning), named=False)


def _nth_weekday(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """The first Monday of May."""
    which, at = tokens.word(match.start("which")), match.start("weekday")
    position = -1 if which in ("last", "final") else number(which)
    if inner.kind != "date" or _is_day(inner.meaning) or not 0 != position < 6:
        return None
    meaning = NthWeekday(position, WEEKDAYS[tokens.word(at)], inner.meaning)
    return replace(inner, start=match.start(), meaning=meaning, named=False)


def _opening(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
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


def _around(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    grain = unit(tokens.word(match.start("unit")))[0]
    if inner.kind != "date" or not _is_day(inner.meaning) or grain not in (Grain.WEEK, Grain.WEEKEND):
        return None
    return replace(inner, start=match.start(), meaning=Around(grain, inner.meaning), named=False)


def _days_of(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """The first days of 1980, the last weeks of the year."""
    which = tokens.word(match.start("which"))
    if inner.kind != "date" or which not in ("first", "last", "final"):
        return None
    edge: Edge = "beginning" if which == "first" else "end"
    return replace(inner, start=match.start(), meaning=Part((edge,), inner.meaning), named=False)


def _daytime(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:  # noqa: ARG001
    if inner.kind != "date" or not _is_day(inner.meaning):
        return None
    return replace(inner, start=match.start(), kind="time", named=False)


def _is_base(side: str, meaning: Meaning) -> bool:
    """Whether something is reckoned from with a word: a week from Friday, two days before 3 May."""
    return isinstance(meaning, Unit | Weekday) if side == "from" else not isinstance(meaning, Unit)


def _before(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """Two days before 3 May."""
    side, grain = tokens.word(match.start("side")), unit(tokens.word(match.start("unit")))[0]
    found = count(tokens, match.start("count"), match.end("count"))
    if found is None or grain is None or inner.kind != "date" or not _is_base(side, inner.meaning):
        return None
    signed = (-found[1], -found[0]) if side == "before" else found
    return replace(inner, start=match.start(), meaning=Shift(signed, grain, base=inner.meaning), named=False)


def _rest(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """Later this year, earlier that day, later in 2004."""
    if inner.kind != "date" or isinstance(inner.meaning, Shift | Part):
        return None
    meaning = Rest(tokens.word(match.start()) == "later", inner.meaning)
    return replace(inner, start=match.start(), meaning=meaning, named=False)


def _weekday(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """Friday, 3 May 2007, where the weekday is right; a date of another weekday is another date."""
    if not isinstance(inner.meaning, Exact | InYear) or not _is_day(inner.meaning):
        return None
    begin = inner.meaning.stretch.begin if isinstance(inner.meaning, Exact) else None
    if begin is not None and begin.weekday() != WEEKDAYS[tokens.word(match.start())]:
        return None
    if isinstance(inner.meaning, InYear):
        weekday = WEEKDAYS[tokens.word(match.start())]
        return replace(inner, start=match.start(), meaning=replace(inner.meaning, weekday=weekday))
    return replace(inner, start=match.start())


def _about(tokens: Tokens, match: "re.Match[str]", inner: Reading) -> Reading | None:
    """About 1880, c. 1880, over six years."""
    if tokens.word(match.start()) == "c" and match.end() - match.start() < 2:
        return None
    if tokens.is_a(match.start(), "FOR") and tokens.word(match.start()) != "over":
        return None
    if inner.kind == "duration" and tokens.is_a(match.end(), "DAYNUM", "NUMBER", "NUMBERWORD", "AN", "HALF"):
        return replace(inner, start=match.start())
    if isinstance(inner.meaning, Shift) and inner.kind == "date" and not tokens.is_a(match.start(), "CIRCA"):
        return replace(inner, start=match.start(), meaning=About(inner.meaning))
    dated = isinstance(inner.meaning, Exact) and inner.meaning.stretch.grain >= Grain.MONTH
    if inner.kind != "date" or not dated or tokens.is_a(match.start(), "FOR"):
        return None
    return replace(inner, start=match.start(), meaning=About(inner.meaning))


def _leads(*pairs: tuple[str, _Lead]) -> dict[str, list[tuple["re.Pattern[str]", _Lead]]]:
    known = [(firsts(source), compiled(source), read) for source, read in pairs]
    return {
        letter: [(pattern, read) for first, pattern, read in known if letter in first] for letter in LETTERS.values()
    }


_LEADS = _leads(
    ("THE? (?P<first>EARLY) (?:(?:AND|OR|TO|DASH) (?P<second>EARLY))? (?:DASH|(?:IN|ON) THE?)?", _early),
    ("THE? (?P<edge>EDGE) OF", _edge),
    ("THE (?P<which>RANK|SECOND) HALF OF", _half),
    ("THE? (?P<which>RANK|SECOND|LAST|DAYTH) (?P<unit>UNITONE|YEARWORD) (?:OF|IN)", _nth),
    ("THE (?P<unit>UNITONE) OF", _around),
    ("THE (?P<which>RANK|LAST) UNITMANY OF", _days_of),
    ("THE? (?:EARLY HOURS|EARLY? DAYTIME) (?:OF|ON)", _daytime),
    ("(?P<count>COUNT|THE) (?P<unit>UNIT) (?P<side>BEFORE|AFTER|FROM)", _before),
    ("(?:LATER|EARLIER) (?:IN|ON)?", _rest),
    ("WEEKDAY DOT? COMMA? THE?", _weekday),
    ("(?:ABOUT|FOR|CIRCA DOT?)", _about),
    ("THE? (?P<which>RANK|SECOND|LAST|DAYTH) (?P<weekday>WEEKDAY) (?:OF|IN)", _nth_weekday),
    ("THE (?P<which>RANK|LAST) (?P<count>DIGITS|NUMBERWORD) (?P<unit>UNITMANY) OF", _opening),
)
