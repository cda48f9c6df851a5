"""Finds the time expressions of a text and places them on the calendar, in reading order."""

from dataclasses import replace
from typing import Final

from index.dates import calendar
from index.dates.calendar import Grain, Stretch
from index.dates.composed import Clock
from index.dates.datelines import is_dateline
from index.dates.expression import Account, TimeExpression
from index.dates.holidays import Holiday
from index.dates.leads import is_day
from index.dates.meaning import Exact, Meaning, Moment
from index.dates.monthless import DayOf, Weekday
from index.dates.parser import Parser
from index.dates.pattern import Reading
from index.dates.reckoned import Shift, Unit
from index.dates.tense import Tense, tense
from index.dates.tokens import Tokens
from index.dates.undated import InYear, NamedMonth, Season
from index.dates.writing import head_date, is_deictic, is_news, written_on

FRAME_REACH = 90
"""In news, for how many words a date at the head of a sentence ("In 2005, ...") or a past day told in full is the scene
of what follows. Value F1 is .870 up to 30 words and .874 from 60 to 150 (developed-on half of MEANTIME); paragraphs of
some 90 words in the project's own texts go on with the day told in them."""
BESIDE = 8
"""Within how many words of a date "had" tells that it was before what is told. A convention: a short clause."""
ASIDE = 12
"""Within how many words before a year "who" tells that it is said of somebody in passing. A convention, likewise."""
CLOCK_REACH = 120
"""For how many words one time of day follows another of the same day or night. A convention: some six sentences."""
SCENE_DAYS = 366
"""How far on the next date of the same scene lies at most."""
_RELATIVES = frozenset("who whose whom which".split())
_EVENING, _MORNING = "18:00:00", "10:00:00"
_YEAR_DAYS = 364


def find(text: str, *, written: str | None) -> list[TimeExpression]:
    """The time expressions of a text, in order and without overlap.

    Args:
        text: Running text.
        written: When it was published, ISO 8601, as precise as is known: ``2019``, ``2019-05`` or ``2019-05-07``.
            Without it, a date that stands on a line of its own at the head of the text serves.
    """
    return list(account(text, written=written).expressions)


def account(text: str, *, written: str | None) -> Account:
    """The same, and what they are reckoned from."""
    parser = Parser(text)
    readings = _sharing_years(parser.tokens, list(parser.readings()))
    day = written_on(written) or head_date(text)
    story = Story(parser.tokens, readings, day)
    expressions = tuple(story.tell(number) for number in range(len(readings)))
    return Account(expressions, None if day is None else day.begin, story.is_news)


class Story:
    """Places readings one after another, keeping what was told last."""

    def __init__(self, tokens: Tokens, readings: list[Reading], written: Stretch | None) -> None:
        """Before the first expression nothing is told."""
        self._tokens = tokens
        self._readings = readings
        self._written = written
        self.is_news: Final = is_news(readings, written)
        self._reports = self.is_news
        self._told: Stretch | None = None
        self._period: Stretch | None = None
        self._days: tuple[int, Stretch] | None = None
        self._months: tuple[int, Stretch] | None = None
        self._frame: tuple[int, Stretch] | None = None
        self._clock: tuple[int, Stretch, str] | None = None
        self._passing: tuple[int, Stretch] | None = None

    def tell(self, number: int) -> TimeExpression:
        """Places the reading of a number; to be called in order."""
        reading = self._readings[number]
        meaning = self._with_day(number)
        moment = self._moment(reading)
        stretch = meaning.at(moment)
        self._remember(reading, stretch, moment.tense)
        start, end = self._tokens.spans[reading.start][0], self._tokens.spans[reading.end - 1][1]
        if stretch.grain is Grain.DAY and stretch.begin is not None and is_dateline(self._tokens.text, start, end):
            self._date(stretch)
        text = self._tokens.text[start:end]
        notation = stretch.edtf or None
        return TimeExpression(start, end, text, notation, stretch.begin, stretch.end, reading.kind, reading.duration)

    def _date(self, day: Stretch) -> None:
        """What follows was written on a day: the next entry of a diary, the next letter."""
        self._written, self._frame = day, None
        self._reports = self._reports or is_deictic(self._readings)

    def _with_day(self, number: int) -> Meaning:
        """A time of day takes the day that stands right before or after it."""
        reading = self._readings[number]
        if not isinstance(reading.meaning, Clock) or reading.meaning.on is not None:
            return reading.meaning
        for other in (number + 1, number - 1):
            if not 0 <= other < len(self._readings):
                continue
            beside = self._readings[other]
            first, last = sorted((reading, beside), key=lambda one: one.start)
            parted = self._tokens.is_a(first.end, "DOT", "STOP", "BREAK") or self._tokens.word(first.end) == ";"
            near = last.start - first.end <= 2 and not parted
            if near and beside.kind in ("date", "time") and not isinstance(beside.meaning, Clock):
                return replace(reading.meaning, on=beside.meaning)
        day = (
            self._day_of_sentence(number)
            or self._day_of_last_clock(reading, reading.meaning.time)
            or self._day_of_frame(reading)
        )
        return reading.meaning if day is None else replace(reading.meaning, on=day)

    def _day_of_sentence(self, number: int) -> Meaning | None:
        """The day that the same sentence has said before a reading: on 3 May, when the bell rang, at 9.30."""
        start = self._readings[number].start
        for before in reversed(self._readings[max(0, number - 3) : number]):
            if any(self._tokens.is_a(at, "DOT", "STOP", "BREAK") for at in range(before.end, start)):
                return None
            if before.kind == "date" and is_day(before.meaning):
                return before.meaning
        return None

    def _day_of_last_clock(self, reading: Reading, time: str) -> Meaning | None:
        """The day of the time of day told not long before, or the next where midnight lies between the two."""
        if self._clock is None or reading.start - self._clock[0] > CLOCK_REACH:
            return None
        place, day, last = self._clock
        other = self._days is not None and self._days[0] > place and self._days[1].begin != day.begin
        if day.begin is None or other:
            return None
        past_midnight = last >= _EVENING and time < _MORNING
        on = calendar.move(day.begin, int(past_midnight), Grain.DAY)
        return None if on is None else Exact(calendar.day(on))

    def _day_of_frame(self, reading: Reading) -> Meaning | None:
        """The day that headed a sentence not long before, or was told in full."""
        near = self._frame is not None and reading.start - self._frame[0] <= FRAME_REACH
        return Exact(self._frame[1]) if near and self._frame and self._frame[1].grain is Grain.DAY else None

    def _moment(self, reading: Reading) -> Moment:
        spoken = tense(self._tokens, reading.start, reading.end)
        scene, onward = self._written, False
        if self._frame is not None and reading.start - self._frame[0] <= FRAME_REACH and not reading.deictic:
            scene, onward = self._frame[1], True
        elif self._told is not None and self._told.begin is not None and not self._reports:
            scene, onward = self._told, True
        if spoken == "will" and self._is_over(scene):
            scene, onward = self._written, False
        if isinstance(reading.meaning, Weekday | Clock) and self._reports and self._written is not None:
            onward = False
        near = [one for one in (self._days, self._months) if one is not None and reading.start - one[0] <= FRAME_REACH]
        told = self._passing[1] if self._passing is not None and self._is_same(reading) else self._told
        finely = tuple(one for _, one in sorted(near, key=lambda one: -one[0]))
        return Moment(self._written, told or self._written, finely, self._period, scene, onward, spoken)

    @staticmethod
    def _is_same(reading: Reading) -> bool:
        """Whether a reading is the day told last, be it in passing: "three days earlier he had ...; the same day"."""
        meaning = reading.meaning
        return isinstance(meaning, Unit) and meaning.told is True and meaning.offset == 0

    def _is_over(self, scene: Stretch | None) -> bool:
        """Whether a scene lies before the writing: what will be is not told of then."""
        written = self._written
        if scene is None or scene.end is None or written is None or written.begin is None:
            return False
        return scene.end < written.begin

    def _remember(self, reading: Reading, stretch: Stretch, tense: Tense | None) -> None:
        if stretch.begin is None or reading.kind not in ("date", "time") or reading.named:
            return
        if self._is_background(reading, stretch, tense):
            self._passing = (reading.end, stretch) if stretch.grain is Grain.DAY else None
            return
        if "T" in stretch.edtf:
            time, stretch = stretch.edtf.partition("T")[2][:8], calendar.day(stretch.begin)
            self._clock = reading.end, stretch, time
        if isinstance(reading.meaning, Clock) and reading.meaning.on is None:
            self._lengthen_frame(reading, stretch)
        else:
            self._tell_of(reading, stretch)

    def _tell_of(self, reading: Reading, stretch: Stretch) -> None:
        self._told, self._passing = stretch, None
        if stretch.grain is Grain.DAY:
            self._days = reading.end, stretch
        if Grain.DAY < stretch.grain < Grain.YEAR:
            self._period = stretch
        if stretch.grain <= Grain.MONTH:
            self._months = reading.end, stretch
        if reading.deictic:
            self._frame = None
        elif self._is_framing(reading, stretch) or self._goes_on(reading, stretch):
            self._frame = (reading.end, stretch)
        elif self._leaves_frame(reading, stretch):
            self._frame = (reading.end, stretch) if self._reports else None

    def _lengthen_frame(self, reading: Reading, day: Stretch) -> None:
        """A time of day on the day of the scene, or the next, stays in it; by itself it tells of no other."""
        scene = None if self._frame is None else self._frame[1]
        if scene is None or scene.begin is None or day.begin is None:
            return
        if 0 <= (day.begin - scene.begin).days <= 1:
            self._frame = reading.end, scene

    def _leaves_frame(self, reading: Reading, stretch: Stretch) -> bool:
        """Whether a date lies outside of the one that headed a sentence: in a story after it, in news no mere year."""
        frame = None if self._frame is None else self._frame[1]
        if frame is None or stretch.begin is None or stretch.end is None or not self._is_explicit(reading.meaning):
            return False
        after = frame.end is not None and stretch.begin > frame.end
        before = frame.begin is not None and stretch.end < frame.begin
        return (after or before) and (stretch.end - stretch.begin).days < _YEAR_DAYS if self._reports else after

    def _is_background(self, reading: Reading, stretch: Stretch, tense: Tense | None) -> bool:
        """Whether a date is not that of what is told: of what has lasted since, is planned, or had been before."""
        told, explicit = self._told, self._is_explicit(reading.meaning)
        if any(self._tokens.word(at) == "since" for at in range(reading.start - 5, reading.start)):
            return True
        if (
            not explicit
            and stretch.grain > Grain.DAY
            and (tense == "will" or self._tokens.is_a(reading.start - 1, "BEFORE"))
        ):
            return True
        if told is None or told.begin is None:
            return stretch.grain is Grain.YEAR and self._is_aside(reading)
        if reading.deictic or stretch.end is None or stretch.end >= told.begin:
            return False
        if stretch.grain is Grain.YEAR and told.grain < Grain.YEAR and self._is_aside(reading):
            return True
        near = range(max(0, reading.start - BESIDE), reading.end + BESIDE)
        relative = isinstance(reading.meaning, Unit | Shift | NamedMonth | Season) or (
            isinstance(reading.meaning, InYear) and reading.meaning.first is None
        )
        return relative and any(self._tokens.word(at) == "had" for at in near)

    def _is_aside(self, reading: Reading) -> bool:
        """Whether a year says since when somebody was what he is: "who worked until 2018", "the notice of 2019"."""
        before = [self._tokens.word(at) for at in range(max(0, reading.start - ASIDE), reading.start)]
        return before[-1:] == ["of"] or any(word in _RELATIVES for word in before)

    def _goes_on(self, reading: Reading, stretch: Stretch) -> bool:
        """Whether a date reckoned from the scene carries it on: "On 3 May 1998, ... The next day ..."."""
        if (
            not isinstance(reading.meaning, Unit | Shift | InYear | NamedMonth | DayOf | Season | Holiday)
            or self._frame is None
            or reading.start - self._frame[0] > FRAME_REACH
        ):
            return False
        begin, scene = stretch.begin, self._frame[1].begin
        return begin is not None and scene is not None and 0 <= (begin - scene).days <= SCENE_DAYS

    def _is_framing(self, reading: Reading, stretch: Stretch) -> bool:
        """Whether a date heads a sentence, "In June 2003, ...", or is a past day or month that is told in full."""
        written = self._written
        if not self._is_explicit(reading.meaning):
            return False
        if stretch.grain <= Grain.MONTH and stretch.end is not None and written is not None:
            return written.begin is not None and stretch.end < written.begin
        at = reading.start - 1
        if self._tokens.is_a(at, "IN", "ON", "BETWEEN", "FROM"):
            at -= 1
            return at < 0 or self._tokens.is_a(at, "DOT", "STOP", "BREAK", "CLOSE", "MARK")
        return False

    @staticmethod
    def _is_explicit(meaning: Meaning) -> bool:
        return not (isinstance(meaning, InYear | Season) and meaning.year is None)


def _sharing_years(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Gives months of a list the year that is said once: January, February and March of 2008; May 2007 and June."""
    shared = list(readings)
    for here, beside in [
        *((at, at + 1) for at in reversed(range(len(shared) - 1))),
        *((at, at - 1) for at in range(1, len(shared))),
    ]:
        one, other = shared[here].meaning, shared[beside].meaning
        first, last = sorted((shared[here], shared[beside]), key=lambda reading: reading.start)
        marks = range(first.end, last.start)
        if not marks or len(marks) > 2 or not all(tokens.is_a(at, "COMMA", "AND", "OR") for at in marks):
            continue
        if isinstance(one, InYear) and one.year is None:
            if isinstance(other, Exact) and other.stretch.grain <= Grain.MONTH:
                shared[here] = replace(shared[here], meaning=replace(one, year=other))
            elif isinstance(other, InYear) and other.year is not None:
                shared[here] = replace(shared[here], meaning=replace(one, year=other.year))
    return shared
