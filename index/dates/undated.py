"""Months, days of them, seasons and quarters of which the year is not said."""

from dataclasses import dataclass, replace
from datetime import date

from index.dates import calendar, edtf
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Meaning, Moment
from index.dates.tense import Tense

FORWARD_MONTHS = 6
"""A story goes on in time: a month without a year is the next one after the last date told, unless that is more than
half a year away and the one before is nearer. One made-up sentence more is right with 6 to 9 than with 3 or 11."""
SAME_YEAR_MONTHS = 8
"""So much farther on it may lie in the same year, which is not said again: after March 2018, November is of 2018."""
AHEAD_MONTHS = 3
"""News tells of what was: a month without a year is the last one, unless words of the future stand beside it or it is
less than so many months ahead. A day of a month, often an appointment, is the nearest (FORWARD_MONTHS).
From 0 to 6 no sentence at hand is read differently: the value is a convention."""

NEAR_DAYS = 60
"""Up to so many days ahead, a day of a month is to come though a verb in the past stands near: "they suggested another
date, 5 July", written in May. Of 12 such days in 3,300 dated news texts all were to come, 1 to 42 days ahead."""


@dataclass(frozen=True, slots=True)
class InYear:
    """A month, a range of days of a month, or a day of it, in a year that is not said or is said relatively.

    Attributes:
        month: 1 to 12.
        first: The day of the month, None for the whole month.
        last: The last day of a range.
        year: The expression that says the year, if any.
        weekday: The day of the week that is said beside a day, Monday 0; it tells the year.
    """

    month: int
    first: int | None = None
    last: int | None = None
    year: "Meaning | None" = None
    weekday: int | None = None

    def at(self, moment: Moment) -> Stretch:
        """In the year that is said, else in the likeliest."""
        if self.year is not None:
            begin = self.year.at(moment).begin
            return self.within(None if begin is None else begin.year)
        return self.within(self._of_weekday(likely_year(self, moment)))

    def _of_weekday(self, likely: int | None) -> int | None:
        """The year nearest to the likely one in which the day is of its weekday: one of the six years around."""
        if likely is None or self.weekday is None:
            return likely
        for year in (likely, likely - 1, likely + 1, likely - 2, likely + 2, likely - 3, likely + 3):
            begin = self.within(year).begin
            if begin is not None and begin.weekday() == self.weekday:
                return year
        return likely

    def within(self, year: int | None) -> Stretch:
        """In a year, None if unknown."""
        if year is None or not date.min.year < year < date.max.year:
            return self._unknown()
        if self.first is None:
            return calendar.month(year, self.month)
        first, last = _day(year, self.month, self.first), _day(year, self.month, self.last or self.first)
        return first if self.last is None else calendar.between(first, last)

    def _unknown(self) -> Stretch:
        if self.first is None:
            return Stretch(edtf.month(None, self.month), None, None, Grain.MONTH)
        ends = edtf.day(None, self.month, self.first), edtf.day(None, self.month, self.last or self.first)
        return Stretch(edtf.interval(*ends), None, None, Grain.DAY)


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """Last May, next January, that March: the month before or after the one of writing or of what is told.

    Attributes:
        month: 1 to 12.
        which: -1 the last before, 0 the one of that year, 1 the next after.
        told: Whether it is reckoned from the last date told.
    """

    month: int
    which: int
    told: bool = False

    def at(self, moment: Moment) -> Stretch:
        """The month of writing itself is neither the last nor the next."""
        base = moment.told if self.told else moment.written
        if base is None or base.begin is None or base.end is None:
            return InYear(self.month).within(None)
        here = (base.end if self.which > 0 else base.begin).month
        later = self.which > 0 and self.month <= here
        earlier = self.which < 0 and self.month >= here
        return InYear(self.month).within(base.begin.year + later - earlier)


@dataclass(frozen=True, slots=True)
class Season:
    """A season, 21 to 24, and which: -1 the last, 0 this year's, 1 the next, None unsaid; or of a year said."""

    number: int
    which: int | None = None
    told: bool = False
    year: "Meaning | None" = None

    def at(self, moment: Moment) -> Stretch:
        """In the year that is said, else in the likeliest."""
        if self.year is not None:
            begin = self.year.at(moment).begin
            return self.within(None if begin is None else begin.year)
        if self.which is None and not self.told:
            middle = InYear(3 * (self.number - 20) % 12 + 1)
            year = likely_year(middle, moment)
            return self.within(None if year is None else year - (self.number == 24))
        base = moment.told if self.told else moment.written
        if base is None or base.begin is None:
            return self.within(None)
        return self._from(base.begin if self.which != 1 else base.end or base.begin)

    def within(self, year: int | None) -> Stretch:
        """In a year, None if unknown."""
        if year is None or not date.min.year <= year < date.max.year:
            months = 3 * (self.number - 20), (3 * (self.number - 20) + 1) % 12 + 1
            return Stretch(edtf.interval(*(edtf.month(None, one) for one in months)), None, None, Grain.SEASON)
        return calendar.season(year, self.number)

    def _from(self, on: date) -> Stretch:
        here = self.within(on.year)
        if not self.which or here.begin is None or here.end is None:
            return here
        if self.which > 0:
            return here if here.begin > on else self.within(on.year + 1)
        return here if here.end < on else self.within(on.year - 1)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A date of which the words before it tell the tense, seen from the writing: last Christmas."""

    inner: Meaning
    tense: Tense | None

    def at(self, moment: Moment) -> Stretch:
        """The last one, the next one, or the nearest."""
        return self.inner.at(replace(moment, scene=moment.written, onward=False, tense=self.tense))


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year (or a half, where ``months`` is 6) in a year that is not said or is said relatively."""

    number: int
    months: int = 3
    year: "Meaning | None" = None

    def at(self, moment: Moment) -> Stretch:
        """Without a year: the latest that had begun by the writing, the next where the future is spoken of.

        Where no verb tells, a quarter is the next one, too, if that begins within ``AHEAD_MONTHS`` and is nearer.
        """
        if self.year is not None:
            begin = self.year.at(moment).begin
            return calendar.unknown(Grain.QUARTER) if begin is None else self.within(begin.year)
        base = moment.scene
        if base is None or base.begin is None or base.end is None:
            return calendar.unknown(Grain.QUARTER)
        here = self.within(base.begin.year)
        if moment.onward or here.begin is None:
            return here
        begun = here.begin <= base.end
        last = here if begun else self.within(base.begin.year - 1)
        coming = self.within(base.begin.year + 1) if begun else here
        return coming if self._is_to_come(last, coming, base.begin, moment) else last

    def _is_to_come(self, last: Stretch, coming: Stretch, on: date, moment: Moment) -> bool:
        """Whether, seen from a day, the next of two is meant and not the last that had begun."""
        if last.end is None or coming.begin is None or last.end >= on or moment.tense == "back":
            return False
        reach = calendar.move(on, AHEAD_MONTHS, Grain.MONTH)
        near = reach is not None and coming.begin <= reach and coming.begin - on < on - last.end
        return moment.ahead or (near and self.months <= AHEAD_MONTHS)

    def within(self, year: int) -> Stretch:
        """In a year."""
        if not date.min.year <= year <= date.max.year:
            return calendar.unknown(Grain.QUARTER)
        number = self.number if self.number > 0 else 12 // self.months
        last = number * self.months
        return calendar.between(calendar.month(year, last - self.months + 1), calendar.month(year, last))


def _day(year: int, month: int, number: int) -> Stretch:
    """A day of a month, the last one where the month is too short (29 February in a common year)."""
    last = calendar.month(year, month).end
    return calendar.day(date(year, month, min(number, last.day if last else 28)))


def likely_year(which: InYear, moment: Moment) -> int | None:
    """The year of a month that is near the scene: onward in a story, else nearest to the day of writing."""
    scene = moment.scene
    if scene is None or scene.begin is None or scene.end is None:
        return None
    low, high = (on.year * 12 + on.month - 1 for on in (scene.begin, scene.end))
    if high - low >= 11:
        in_range = low + (which.month - 1 - low) % 12
        return in_range // 12 if scene.grain <= Grain.YEAR else None
    after = low + (which.month - 1 - low) % 12
    if moment.onward:
        return _onward(which, moment, after, high)
    near = AHEAD_MONTHS if which.first is None else FORWARD_MONTHS
    # No appointment is told of by its day alone a year ahead: one that was set for last month.
    if which.first is not None:
        far = after - low == 11
    else:
        far = moment.tense == "ahead" and after - low > SAME_YEAR_MONTHS and after // 12 > low // 12
    year = (after if (moment.ahead and not far) or after - low < near else after - 12) // 12
    begin = which.within(year).begin
    # What was did not come after it was written.
    return year - (moment.tense == "back" and not _may_come(which, begin, scene.end, moment))


def _may_come(which: InYear, begin: date | None, on: date, moment: Moment) -> bool:
    """Whether a date beside which a verb in the past stands may have been told of on a day: not if it came after."""
    if begin is None or begin <= on:
        return True
    return which.first is not None and not moment.over and (begin - on).days <= NEAR_DAYS


def _onward(which: InYear, moment: Moment, after: int, high: int) -> int:
    """The year in which a story that has come to a month goes on, or, where that is far off, went back to another.

    Months are counted from year 0: the next one of its name, and the last of the scene. What was did not come after
    it was written.
    """
    begin, written = which.within(after // 12).begin, None if moment.written is None else moment.written.end
    over = written is None or _may_come(which, begin, written, moment)
    near = after - high <= FORWARD_MONTHS and (over or moment.tense != "back")
    if moment.ahead or near:
        return after // 12
    same_year = after - high <= SAME_YEAR_MONTHS and after // 12 == high // 12
    return (after if over and same_year else after - 12) // 12
