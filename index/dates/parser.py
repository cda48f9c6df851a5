"""Reads the time expressions of a text, one after another, without placing them on the calendar yet."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from index.dates import (
    ago,
    clock,
    days,
    holidays,
    hours,
    lengths,
    ordinals,
    periods,
    quarters,
    reckonings,
    relative,
    scene,
    signals,
    vague,
    weekdays,
)
from index.dates.calendar import Grain
from index.dates.composed import Clock, FromTo, NthWeekday, Part
from index.dates.leads import LEADS, is_day
from index.dates.meaning import Exact
from index.dates.monthless import Weekday
from index.dates.numeric import is_day_first
from index.dates.pattern import Reading, Rule, compiled
from index.dates.reckoned import Unit
from index.dates.tokens import BREAK, LETTERS, MARK, OTHER, Tokens
from index.dates.undated import InYear, Quarter, Season
from index.dates.values import unit

_MODULES = (
    ordinals,
    weekdays,
    clock,
    hours,
    holidays,
    periods,
    quarters,
    reckonings,
    relative,
    ago,
    scene,
    signals,
    vague,
    lengths,
)
_RULES = [one for module in _MODULES for one in module.RULES]
_DEEPEST = 4
"""How many words like "the end of" may stand one before another: "the first week of the second half of ..."."""
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
        for pattern, read in LEADS[self.tokens.letters[at]]:
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
        if not self.tokens.is_a(at, "THE") and not self._is_end_of_unit(at, match.end()):
            return None
        return Reading(at, match.end(), Unit(grain, 0, told=None))

    def _is_end_of_unit(self, at: int, end: int) -> bool:
        """Whether a unit without "the" is that of the scene: by the end of year, not at the end of day two."""
        return self.tokens.is_a(at - 2, "EDGE") and not self.tokens.is_a(end, "NUMBERWORD", "DAYNUM", "OTHER")

    def _lengthened(self, reading: Reading, depth: int) -> Reading:
        """An expression with what may follow: of next year, the morning, the end of a range."""
        letters = self.tokens.letters
        if isinstance(reading.meaning, _YEARLESS) and (match := _OF_YEAR.match(letters, reading.end)) is not None:
            outer = self._core(match.end() - 2) or self._core(match.end() - 3)
            if outer is not None and outer.end == match.end():
                reading = replace(reading, end=outer.end, meaning=replace(reading.meaning, year=outer.meaning))
        if isinstance(reading.meaning, Unit) and reading.meaning.grain is Grain.YEAR:
            reading = self._of_owner(reading)
        if isinstance(reading.meaning, Weekday) and reading.meaning.which is None:
            reading = self._of_week(reading, reading.meaning.number)
        if reading.kind == "date" and _DAYTIME.match(letters, reading.end) and is_day(reading.meaning):
            reading = replace(reading, end=reading.end + 1, kind="time")
        if reading.kind == "time" and reading.end == reading.start + 1 and isinstance(reading.meaning, Unit):
            reading = self._of_day(reading)
        if isinstance(reading.meaning, Clock) and reading.meaning.on is None:
            day = self._core(reading.end) if reading.end < len(letters) else None
            if day is not None and day.kind == "date" and is_day(day.meaning):
                meaning = replace(reading.meaning, on=day.meaning)
                return replace(reading, end=day.end, meaning=meaning, deictic=day.deictic)
        return self._ranged(reading, depth)

    def _of_owner(self, reading: Reading) -> Reading:
        """Next year's first quarter, last year's spring."""
        tokens, at = self.tokens, reading.end
        if not (tokens.is_a(at, "APOSTROPHE") and tokens.glued(at + 1) and tokens.word(at + 1) == "s"):
            return reading
        inner = self._core(at + 2) if at + 2 < len(tokens.letters) else None
        if inner is None or not isinstance(inner.meaning, Quarter | Season) or inner.meaning.year is not None:
            return reading
        return replace(reading, end=inner.end, meaning=replace(inner.meaning, year=reading.meaning))

    def _of_day(self, reading: Reading) -> Reading:
        """Dawn the next day, dusk on Sunday."""
        at = reading.end + self.tokens.is_a(reading.end, "ON")
        day = self._core(at) if at < len(self.tokens.letters) else None
        if day is None or day.kind != "date" or not is_day(day.meaning):
            return reading
        return replace(reading, end=day.end, meaning=day.meaning, deictic=day.deictic)

    def _of_week(self, reading: Reading, weekday: int) -> Reading:
        """Monday of last week, Friday next week."""
        at = reading.end + self.tokens.is_a(reading.end, "OF")
        week = self._core(at) if at < len(self.tokens.letters) else None
        if week is None or not isinstance(week.meaning, Unit) or week.meaning.grain is not Grain.WEEK:
            return reading
        meaning = NthWeekday(1, weekday, week.meaning)
        return replace(reading, end=week.end, meaning=meaning, deictic=week.deictic)

    def _ranged(self, reading: Reading, depth: int) -> Reading:
        """From one date to another."""
        end = reading.end
        if not isinstance(reading.meaning, _RANGED) or depth == _DEEPEST:
            return reading
        if not self._is_joined(reading):
            return reading
        last = self._phrase(end + 1, depth + 1)
        if last is None or not isinstance(last.meaning, _RANGED) or last.kind != "date":
            return reading
        meaning = FromTo(reading.meaning, last.meaning)
        return replace(reading, end=last.end, meaning=meaning, deictic=reading.deictic or last.deictic, named=False)

    def _is_joined(self, reading: Reading) -> bool:
        """Whether what follows is the end of what begins with a date: from May to June, between 3 and 5 May."""
        tokens, end = self.tokens, reading.end
        if tokens.is_a(end, "AND"):
            return tokens.is_a(reading.start - 1, "BETWEEN")
        if tokens.is_a(end, "SLASH"):
            return isinstance(reading.meaning, Exact)
        sure = tokens.is_a(end, "DASH") or tokens.word(end) in ("to", "through", "thru")
        return sure or (tokens.is_a(end, "TO") and tokens.is_a(reading.start - 1, "FROM"))


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
    more = "".join({one for rule in rules for one in rule.firsts} | {one for one in LEADS if LEADS[one]})
    return f"[{alone}]|[{more}](?=[^{OTHER}{MARK}{BREAK}])"


_RANGED = (InYear, Season, Quarter, Exact, Weekday, Part)
_THE_UNIT = compiled("THE? FISCAL? (?P<unit>UNITONE|YEARWORD|CENTURY|QUARTERWORD)")
_DAYTIME = compiled("DAYTIME")
_OF_YEAR = compiled("(?:OF|COMMA)? (?:THIS|LAST|NEXT|THAT|THE (?:FOLLOWING|PREVIOUS|SAME|NEXT)) YEARWORD")
