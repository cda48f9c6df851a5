"""Days of the month and of the week of which the month is not said."""

from dataclasses import dataclass
from datetime import date

from index.dates import calendar
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Meaning, Moment

MUCH_NEARER = 3
"""How many times farther the next day of a number is than the last one, from where on the last is meant. A
convention: stories go on in time, but a day or two back lies nearer than a month ahead."""


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month that is not said, or is said relatively: the 19th, the 3rd of next month."""

    number: int
    month: "Meaning | None" = None

    def at(self, moment: Moment) -> Stretch:
        """Without a month: the next such day after a date told not long ago, else the last up to the writing.

        Of what is to come it is the next after the writing; what was came before it.
        """
        told = next((one for one in moment.told_finely if one.begin is not None), None)
        if self.month is not None:
            return self._within(self.month.at(moment), 0)
        written = moment.written.end if moment.written is not None else None
        if told is not None and not moment.ahead:
            day = self._next(told)
            if written is None or day.begin is None or day.begin <= written:
                return day
        forth = moment.ahead or moment.onward
        return self._next(moment.scene) if forth else self._last(moment.scene)

    def _next(self, base: Stretch | None) -> Stretch:
        """The next such day, or the last where that is much nearer: of the 17th of March, told after the 20th."""
        late = base is not None and base.begin is not None and base.grain is Grain.DAY and self.number < base.begin.day
        here, next_one = self._within(base, 0), self._within(base, 1)
        if not late or base is None or base.begin is None or here.begin is None or next_one.begin is None:
            return next_one if late else here
        return here if MUCH_NEARER * (base.begin - here.begin) <= next_one.begin - base.begin else next_one

    def _last(self, base: Stretch | None) -> Stretch:
        early = base is not None and base.begin is not None and base.grain is Grain.DAY and self.number > base.begin.day
        return self._within(base, -int(early))

    def _within(self, base: Stretch | None, later: int) -> Stretch:
        """In the month of a stretch of time, or so many months later."""
        if base is None or base.begin is None or base.end is None or base.grain > Grain.MONTH:
            return calendar.unknown(Grain.DAY)
        months = base.begin.year * 12 + base.begin.month - 1 + later
        year, month = divmod(months, 12)
        if not date.min.year <= year <= date.max.year:
            return calendar.unknown(Grain.DAY)
        whole = calendar.month(year, month + 1)
        if whole.begin is None or whole.end is None or not 0 < self.number <= whole.end.day:
            return calendar.some(Grain.DAY, whole)
        return calendar.day(whole.begin.replace(day=self.number))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week.

    Attributes:
        number: Monday is 0.
        which: -1 the last before, 0 of this week, 1 the next after, None unsaid.
        told: Whether it is reckoned from the last date told.
    """

    number: int
    which: int | None = None
    told: bool = False

    def at(self, moment: Moment) -> Stretch:
        """Without more words: the last such day up to the writing, or the next where the future is spoken of.

        In a story it is the next after a day told of not long ago; what is told of a month or a year leaves it open.
        """
        base = self._base(moment)
        if base is None or base.begin is None:
            return calendar.unknown(Grain.DAY)
        if base.grain is not Grain.DAY:
            return calendar.some(Grain.DAY, base)
        on = calendar.move(base.begin, self._days(base.begin.weekday(), moment), Grain.DAY)
        return calendar.unknown(Grain.DAY) if on is None else calendar.day(on)

    def _base(self, moment: Moment) -> Stretch | None:
        if self.told:
            return moment.told_to(Grain.DAY)
        if not moment.onward:
            return moment.written
        day = next((one for one in moment.told_finely if one.grain is Grain.DAY), None)
        return moment.written if day is None else day

    def _days(self, today: int, moment: Moment) -> int:
        back, forth = (today - self.number) % 7, (self.number - today) % 7
        if self.which == 0:
            return 0 if self.told and not forth else (self.number - today)
        if self.which is not None:
            return (forth or 7) if self.which > 0 else -(back or 7)
        return forth if moment.ahead or moment.onward else -back
