"""On which day a time of day is that is told without one, and in which half of the day, where that is not said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.dates import calendar
from index.dates.calendar import Grain, Stretch
from index.dates.composed import Clock
from index.dates.leads import is_day
from index.dates.meaning import Exact, Meaning
from index.dates.pattern import Reading
from index.dates.tokens import Tokens

REACH = 120
"""For how many words one time of day follows another of the same day or night. A convention: some six sentences."""
_EVENING, _MORNING, _NOON = "18:00:00", "10:00:00", "12:00:00"
_LATE = frozenset("afternoon evening night tonight".split())
"""Parts of the day in which nine is 21:00."""
_EARLIEST_LATE = 3
"""At night, one and two are of the small hours."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The time of day that was told last.

    Attributes:
        place: The token after it.
        day: The day it was on.
        time: ``hh:mm:ss``.
    """

    place: int
    day: Stretch
    time: str

    def reaches(self, place: int) -> bool:
        """Whether a token is not far from it."""
        return place - self.place <= REACH

    def next(self, time: str) -> Meaning | None:
        """The day of a time told after it: the same, or the next where midnight lies between the two."""
        if self.day.begin is None:
            return None
        past_midnight = self.time >= _EVENING and time < _MORNING
        on = calendar.move(self.day.begin, int(past_midnight), Grain.DAY)
        return None if on is None else Exact(calendar.day(on))


def day_beside(tokens: Tokens, readings: Sequence[Reading], number: int) -> int | None:
    """The number of the reading whose day a time takes: the one right after it or before it.

    Else it is a day that the same sentence has said before: on 3 May, when the bell rang, at 9.30.
    """
    for other in _neighbours(tokens, readings, number):
        beside = readings[other]
        if beside.kind in ("date", "time") and not isinstance(beside.meaning, Clock):
            return other
    return _day_of_sentence(tokens, readings, number)


def _day_of_sentence(tokens: Tokens, readings: Sequence[Reading], number: int) -> int | None:
    start = readings[number].start
    for other in reversed(range(max(0, number - 3), number)):
        before = readings[other]
        if any(tokens.is_a(at, "DOT", "STOP", "BREAK") for at in range(before.end, start)):
            return None
        if before.kind in ("date", "time") and is_day(before.meaning):
            return other
    return None


def in_half(clock: Clock, tokens: Tokens, readings: Sequence[Reading], number: int, last: LastTime | None) -> Clock:
    """A time of which the half of the day is not said, in the half that the words beside it or the last time say.

    After a time of the same day it is the next such hour: at 8 p.m. and at 9, at eleven in the morning and at two.
    """
    if clock.half_said or clock.time >= _NOON:
        return clock
    late = f"{int(clock.time[:2]) + 12}{clock.time[2:]}"
    words = {
        tokens.word(at)
        for other in _neighbours(tokens, readings, number)
        for at in range(readings[other].start, readings[other].end)
    }
    evening = bool(words & _LATE) and int(clock.time[:2]) >= _EARLIEST_LATE
    after = last is not None and clock.time < last.time < late
    return replace(clock, time=late) if evening or after else clock


def _neighbours(tokens: Tokens, readings: Sequence[Reading], number: int) -> Iterator[int]:
    """The numbers of the reading after and the one before, where they stand beside one in the same clause."""
    for other in (number + 1, number - 1):
        if not 0 <= other < len(readings):
            continue
        first, last = sorted((readings[number], readings[other]), key=lambda one: one.start)
        parted = tokens.is_a(first.end, "DOT", "STOP", "BREAK") or tokens.word(first.end) == ";"
        if last.start - first.end <= 2 and not parted:
            yield other
