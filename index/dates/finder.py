"""Finds the time expressions of a text and places them on the calendar, in reading order."""

from dataclasses import replace
from typing import Final

from index.dates import calendar
from index.dates.calendar import Grain, Stretch
from index.dates.composed import Clock
from index.dates.datelines import is_dateline
from index.dates.dayless import LastTime, day_beside, in_half
from index.dates.expression import Account, TimeExpression
from index.dates.frame import REACH, Frame
from index.dates.holidays import Holiday
from index.dates.meaning import Exact, Meaning, Moment
from index.dates.monthless import DayOf, Weekday
from index.dates.parser import Parser
from index.dates.pattern import Reading
from index.dates.quoted import is_quoted, saying_end
from index.dates.reckoned import Shift, Unit
from index.dates.sharing import with_shared_years
from index.dates.tense import Tense, is_over, is_present, is_put_off, tense
from index.dates.tokens import Tokens
from index.dates.undated import InYear, NamedMonth, Season
from index.dates.writing import head_date, is_deictic, is_news, written_on

BESIDE = 8
"""Within how many words of a date "had" tells that it was before what is told. A convention: a short clause."""
ASIDE = 12
"""Within how many words before a year "who" tells that it is said of somebody in passing. A convention, likewise."""
_RELATIVES = frozenset("who whose whom which".split())
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
    readings = with_shared_years(parser.tokens, list(parser.readings()))
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
        self._placed: list[Stretch] = []
        self._told: Stretch | None = None
        self._period: Stretch | None = None
        self._days: tuple[int, Stretch] | None = None
        self._months: tuple[int, Stretch] | None = None
        self._frame: Frame | None = None
        self._clock: LastTime | None = None
        self._passing: tuple[int, Stretch] | None = None
        self._saying: tuple[int, Stretch] | None = None

    def tell(self, number: int) -> TimeExpression:
        """Places the reading of a number; to be called in order."""
        reading = self._readings[number]
        meaning = self._with_day(number)
        moment = self._moment(reading)
        stretch = meaning.at(moment)
        self._placed.append(stretch)
        if not (reading.deictic and self._said_on(reading) is not None):
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
        last = self._last_time(reading.start)
        clock = in_half(reading.meaning, self._tokens, self._readings, number, last)
        beside = day_beside(self._tokens, self._readings, number)
        if beside is not None:
            return replace(clock, on=Exact(self._day_of(beside)))
        return replace(clock, on=(None if last is None else last.next(clock.time)) or self._day_of_frame(reading))

    def _day_of(self, number: int) -> Stretch:
        """The day of a reading that was placed before, or comes next."""
        if number < len(self._placed):
            return self._placed[number]
        return self._readings[number].meaning.at(self._moment(self._readings[number]))

    def _last_time(self, place: int) -> LastTime | None:
        """The time of day told not long before a place, on the day that was told last."""
        last = self._clock
        if last is None or not last.reaches(place):
            return None
        other = self._days is not None and self._days[0] > last.place and self._days[1].begin != last.day.begin
        return None if other else last

    def _day_of_frame(self, reading: Reading) -> Meaning | None:
        """The day that headed a sentence not long before, or was told in full."""
        frame = self._frame
        if frame is None or not frame.reaches(reading.start) or frame.stretch.grain is not Grain.DAY:
            return None
        return None if self._reports and is_present(self._tokens, reading.start) else Exact(frame.stretch)

    def _moment(self, reading: Reading) -> Moment:
        spoken = tense(self._tokens, reading.start, reading.end)
        if reading.deictic and (said := self._said_on(reading)) is not None:
            return Moment(said, said, scene=said, tense=spoken)
        scene, onward = self._written, False
        frame = None if reading.deictic else self._frame
        if frame is not None and frame.reaches(reading.start) and (frame.holds(spoken) or not self._reports):
            scene, onward = frame.stretch, True
        elif self._told is not None and self._told.begin is not None and not self._reports:
            scene, onward = self._told, True
        if spoken == "will" and self._is_over(scene):
            scene, onward = self._written, False
        if isinstance(reading.meaning, Weekday | Clock) and self._reports and self._written is not None:
            onward = False
        near = [one for one in (self._days, self._months) if one is not None and reading.start - one[0] <= REACH]
        told = self._passing[1] if self._passing is not None and self._is_same(reading) else self._told
        finely = tuple(one for _, one in sorted(near, key=lambda one: -one[0]))
        over = spoken == "back" and is_over(self._tokens, reading.start, reading.end)
        return Moment(self._written, told or self._written, finely, self._period, scene, onward, spoken, over)

    def _said_on(self, reading: Reading) -> Stretch | None:
        """The day that what is quoted was said: one that leads it in or, where no writing is known, the last told."""
        if self._saying is not None and reading.start < self._saying[0]:
            return self._saying[1]
        days = self._days
        near = self._written is None and days is not None and reading.start - days[0] <= REACH
        return days[1] if near and days and is_quoted(self._tokens, reading.start) else None

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
            self._clock = LastTime(reading.end, stretch, time)
        if isinstance(reading.meaning, Clock) and reading.meaning.on is None:
            self._frame = None if self._frame is None else self._frame.lengthened(reading.end, stretch)
        else:
            self._tell_of(reading, stretch)

    def _tell_of(self, reading: Reading, stretch: Stretch) -> None:
        self._told, self._passing = stretch, None
        if stretch.grain is Grain.DAY:
            self._days = reading.end, stretch
            end = saying_end(self._tokens, reading.end)
            self._saying = self._saying if end is None else (end, stretch)
        if Grain.DAY < stretch.grain < Grain.YEAR:
            self._period = stretch
        if stretch.grain <= Grain.MONTH:
            self._months = reading.end, stretch
        if reading.deictic:
            self._frame = None
        elif (framing := self._is_framing(reading, stretch)) or self._goes_on(reading, stretch):
            self._frame = Frame(reading.end, stretch, framing)
        elif self._leaves_frame(reading, stretch):
            said = not isinstance(reading.meaning, Shift)
            self._frame = Frame(reading.end, stretch, said) if self._reports else None

    def _leaves_frame(self, reading: Reading, stretch: Stretch) -> bool:
        """Whether a date lies outside of the one that headed a sentence: in a story after it, in news no mere year."""
        frame = self._frame
        if frame is None or stretch.begin is None or stretch.end is None or not self._is_explicit(reading.meaning):
            return False
        if not self._reports:
            return frame.is_before(stretch) or (frame.is_after(stretch) and not frame.said)
        mere = not isinstance(reading.meaning, Shift) and (stretch.end - stretch.begin).days >= _YEAR_DAYS
        return (frame.is_before(stretch) or frame.is_after(stretch)) and not mere

    def _is_background(self, reading: Reading, stretch: Stretch, tense: Tense | None) -> bool:
        """Whether a date is not that of what is told: of what has lasted since, is planned, or had been before."""
        told, explicit = self._told, self._is_explicit(reading.meaning)
        if any(self._tokens.word(at) == "since" for at in range(reading.start - 5, reading.start)):
            return True
        if is_put_off(self._tokens, reading.start) and not (explicit and stretch.grain is Grain.DAY):
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
        reckoned = isinstance(reading.meaning, Unit | Shift | InYear | NamedMonth | DayOf | Season | Holiday)
        frame = self._frame
        return reckoned and frame is not None and frame.reaches(reading.start) and frame.goes_on_to(stretch)

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
