"""Dates made of others: parts of them, ranges, times of day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.dates import calendar
from index.dates.calendar import Edge, Grain, Stretch
from index.dates.meaning import Exact, Meaning, Moment
from index.dates.monthless import Weekday
from index.dates.undated import InYear, Quarter, Season


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late part of something."""

    edges: tuple[Edge, ...]
    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """From the first edge to the last; early and late together are the whole."""
        whole = self.whole.at(moment)
        if {"early", "late"} <= set(self.edges):
            return whole
        first, last = calendar.part(self.edges[0], whole), calendar.part(self.edges[-1], whole)
        if first == last or first.end is None or last.end is None or first.end > last.end:
            return first
        return calendar.between(first, last)


@dataclass(frozen=True, slots=True)
class Nth:
    """The so-many-th day or week of something; -1 is the last."""

    number: int
    grain: Grain
    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """Weeks are counted in sevens from the first day: the first week of March is 1 to 7 March."""
        whole = self.whole.at(moment)
        if whole.begin is None or whole.end is None:
            return whole
        if self.number < 0:
            begin = calendar.move(whole.end, -1, self.grain)
            begin = None if begin is None else begin + timedelta(days=1)
        else:
            begin = calendar.move(whole.begin, self.number - 1, self.grain)
        after = None if begin is None else calendar.move(begin, 1, self.grain)
        if begin is None or after is None or begin > whole.end:
            return whole
        inner = _within(self.grain)
        last = min(after - timedelta(days=1), whole.end)
        return calendar.between(calendar.unit(inner, begin), calendar.unit(inner, last))


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The so-many-th weekday, Monday 0, of something; -1 is the last."""

    number: int
    weekday: int
    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The day, where the whole is known and has so many."""
        whole = self.whole.at(moment)
        if whole.begin is None or whole.end is None:
            return calendar.unknown(Grain.DAY)
        on = calendar.weekday_of(whole.begin, whole.end, self.weekday, self.number)
        if on is None:
            return calendar.some(Grain.DAY, whole)
        return calendar.day(on)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first so many units of something, or the last for a count below nought."""

    count: int
    grain: Grain
    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """An interval from its begin or up to its end, no longer than it is."""
        whole = self.whole.at(moment)
        if whole.begin is None or whole.end is None:
            return whole
        on = calendar.move(whole.begin if self.count > 0 else whole.end, self.count, self.grain)
        if on is None or not whole.begin <= on <= whole.end:
            return whole
        inner = _within(self.grain)
        begin, end = (whole.begin, on - timedelta(days=1)) if self.count > 0 else (on + timedelta(days=1), whole.end)
        return calendar.between(calendar.unit(inner, begin), calendar.unit(inner, end))


@dataclass(frozen=True, slots=True)
class Until:
    """So many units up to the end of something: the three months to March."""

    count: int
    grain: Grain
    last: Meaning

    def at(self, moment: Moment) -> Stretch:
        """In days for weeks and shorter; in months where the last day is the last of its month."""
        last = self.last.at(moment)
        if last.end is None:
            return calendar.unknown(self.grain)
        after = calendar.move(last.end, 1, Grain.DAY)
        begin = None if after is None else calendar.move(after, -self.count, self.grain)
        if after is None or begin is None:
            return last
        inner = Grain.MONTH if self.grain >= Grain.MONTH and after.day == 1 else Grain.DAY
        return calendar.between(calendar.unit(inner, begin), calendar.unit(inner, last.end))


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a year, a decade or a century, by which its begin is meant."""

    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The months around the begin of a year, the years around that of what is longer, approximately."""
        whole = self.whole.at(moment)
        grain = Grain.MONTH if whole.grain <= Grain.YEAR else Grain.YEAR
        first = None if whole.begin is None else calendar.move(whole.begin, -1, grain)
        if first is None or whole.begin is None:
            return whole
        return calendar.about(calendar.unit(grain, first), calendar.unit(grain, whole.begin))


@dataclass(frozen=True, slots=True)
class FromTo:
    """From one date to another, of which one may say the year for both."""

    first: Meaning
    last: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The first of the two never after the last."""
        first, last = self.first.at(moment), self.last.at(moment)
        if (known := last.begin) is not None and in_year(self.first, known.year) is not None:
            first = self._first_by(first, last, known, moment)
        elif (known := first.begin) is not None and (same := in_year(self.last, known.year)) is not None:
            last = same.at(moment)
            if last.begin is not None and last.begin < known:
                last = (in_year(self.last, known.year + 1) or self.last).at(moment)
        elif isinstance(self.last, Weekday) and (first.grain, last.grain) == (Grain.DAY, Grain.DAY):
            last = _next_week(first, last)
        return calendar.between(first, last)

    def _first_by(self, first: Stretch, last: Stretch, known: date, moment: Moment) -> Stretch:
        """The latest possible first date that is not after the last."""
        for year in (known.year, known.year - 1):
            tried = (in_year(self.first, year) or self.first).at(moment)
            if tried.begin is not None and last.begin is not None and tried.begin <= last.begin:
                return tried
        return first


def _next_week(first: Stretch, last: Stretch) -> Stretch:
    """A day of the week that ends what another begins: the first such day after it, from Monday to Friday."""
    if first.begin is None or last.begin is None:
        return last
    on = calendar.move(first.begin, (last.begin - first.begin).days % 7, Grain.DAY)
    return last if on is None else calendar.day(on)


def in_year(meaning: Meaning, number: int) -> Meaning | None:
    """A meaning that says no year in the year of a number; None for any other."""
    if isinstance(meaning, InYear | Season | Quarter) and meaning.year is None:
        if isinstance(meaning, Season) and (meaning.which is not None or meaning.told):
            return None
        return replace(meaning, year=Exact(calendar.year(number)))
    if isinstance(meaning, Part) and (whole := in_year(meaning.whole, number)) is not None:
        return replace(meaning, whole=whole)
    return None


@dataclass(frozen=True, slots=True)
class Around:
    """The week, weekend, month ... that a date lies in: the week of 5 May."""

    grain: Grain
    inner: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The unit of the calendar that its first day lies in."""
        inner = self.inner.at(moment)
        return inner if inner.begin is None or inner.grain > self.grain else calendar.unit(self.grain, inner.begin)


@dataclass(frozen=True, slots=True)
class Night:
    """The night from one day to the next."""

    days: Meaning

    def at(self, moment: Moment) -> Stretch:
        """Both days, as fine as one: what comes the next morning comes on the second."""
        days = self.days.at(moment)
        two = days.begin is not None and days.end is not None and (days.end - days.begin).days == 1
        return replace(days, grain=Grain.DAY) if two else days


@dataclass(frozen=True, slots=True)
class About:
    """Approximately something."""

    core: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The same, marked approximate where EDTF can."""
        core = self.core.at(moment)
        plain = core.edtf.replace("-", "").isdigit() and core.grain is not Grain.SEASON
        return replace(core, edtf=core.edtf + "~") if plain else core


@dataclass(frozen=True, slots=True)
class Doubted:
    """A day that is said to be another day of the week than it is: Monday, 3 May 2007."""

    day: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The day, marked uncertain."""
        day = self.day.at(moment)
        return replace(day, edtf=f"{day.edtf}?")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on the day told beside it, else the day of writing or the last day told.

    Attributes:
        time: ``hh:mm:ss`` with its zone, if any.
        on: The date that stands beside it.
        half_said: Whether the half of the day is said; nine, if it is not, may be 21:00.
    """

    time: str
    on: Meaning | None = None
    half_said: bool = True

    def at(self, moment: Moment) -> Stretch:
        """The day, with the time where the day is known. EDTF writes seconds, though none were said."""
        base = self.on.at(moment) if self.on else moment.told if moment.onward else moment.written
        if base is None or base.grain is not Grain.DAY or base.begin is None:
            return base if base and self.on else calendar.unknown(Grain.DAY)
        if base.begin != base.end:
            return base
        return replace(base, edtf=f"{base.begin.isoformat()}T{self.time}")


def _within(grain: Grain) -> Grain:
    """The unit that the bounds of some units are told in."""
    return Grain.DAY if grain <= Grain.WEEK else Grain.MONTH if grain < Grain.YEAR else Grain.YEAR
