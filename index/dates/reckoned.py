"""Dates reckoned from the day of writing or from the last date told."""

from dataclasses import dataclass

from index.dates import calendar, edtf
from index.dates.calendar import Grain, Stretch
from index.dates.meaning import Meaning, Moment


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar so many units from the one the writing or the story is in: last week, that month.

    Attributes:
        grain: The unit.
        offset: How many units later.
        told: Whether it is reckoned from the last date told; None for the scene, whichever it is.
        dawning: Whether it is the day that dawns after the night that the scene may be.
    """

    grain: Grain
    offset: int = 0
    told: bool | None = False
    dawning: bool = False

    def at(self, moment: Moment) -> Stretch:
        """As precise as what it is reckoned from allows."""
        base = self._base(moment)
        if base is None or base.begin is None or base.end is None:
            return calendar.unknown(self.grain)
        if base.grain > self.grain and self.offset == 0 and "/" in base.edtf and self.grain is Grain.YEAR:
            return calendar.unit(self.grain, base.end)
        if base.grain > self.grain:
            return calendar.some(self.grain, base)
        # The morning after the night of 9 to 10 May is that of the 10th; the year after the winter of 1919 is 1920.
        from_begin = self.offset < 0 or (base.grain is Grain.DAY and not self.dawning) or base.grain is Grain.SEASON
        on = calendar.move(base.begin if from_begin else base.end, self.offset, self.grain)
        return calendar.unknown(self.grain) if on is None else calendar.unit(self.grain, on)

    def _base(self, moment: Moment) -> Stretch | None:
        if self.told is not None:
            return moment.told_to(self.grain) if self.told else moment.written
        scene = moment.scene
        # "He joined in 1977 and will leave at the end of the month": of the month of writing.
        return moment.written if moment.ahead and scene is not None and scene.grain > self.grain else scene


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend: the last one, or the next where the future is spoken of."""

    def at(self, moment: Moment) -> Stretch:
        """Reckoned from the day of writing."""
        return Unit(Grain.WEEKEND, 0 if moment.ahead else -1).at(moment)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after something: two months later, three days ago, a week before 3 May.

    Attributes:
        count: The least and the most, with their sign.
        grain: The unit, which is also how precise the result is; None below a day.
        told: Whether it is reckoned from the last date told, else from the writing.
        base: What it is reckoned from, where that is said.
    """

    count: tuple[int, int]
    grain: Grain | None
    told: bool = True
    base: "Meaning | None" = None

    def at(self, moment: Moment) -> Stretch:
        """To the precision of the unit; weeks, which EDTF cannot write, to the day or so."""
        unit = Grain.DAY if self.grain is None else self.grain
        base = self.base.at(moment) if self.base else moment.told_to(unit) if self.told else moment.written
        if self.grain is None:
            # Hours after a day or a month are within it; after a decade they are hours after something else.
            return base if base is not None and base.grain <= Grain.MONTH else calendar.unknown(Grain.DAY)
        if base is None or base.begin is None or base.end is None:
            return calendar.unknown(self.grain)
        if self.told and self.base is None and base == moment.written and self.count[0] > 0 and not moment.ahead:
            # What was is not later than it was written: later than something else.
            return calendar.unknown(self.grain)
        if self._is_lost_in(base):
            return base
        low, high = (calendar.move(on, self.count[end], self.grain) for end, on in enumerate((base.begin, base.end)))
        if low is None or high is None:
            return calendar.unknown(self.grain)
        grain = Grain.DAY if self.grain is Grain.WEEK else min(self.grain, Grain.YEAR)
        vague = "~" in base.edtf or self.count[0] != self.count[1] or (self.grain is Grain.WEEK and low == high)
        return (calendar.about if vague else calendar.between)(calendar.unit(grain, low), calendar.unit(grain, high))

    def _is_lost_in(self, base: Stretch) -> bool:
        """Whether the shift is short beside what it is reckoned from: two days after June 2018 is still that June."""
        if self.grain is None or self.grain >= base.grain or base.begin is None or base.end is None:
            return False
        moved = calendar.move(base.begin, self.count[1], self.grain)
        return moved is not None and 2 * abs((moved - base.begin).days) < (base.end - base.begin).days


@dataclass(frozen=True, slots=True)
class Moved:
    """A day, week or month moved by so many units: ten years ago today.

    Attributes:
        count: How many units later.
        grain: The unit it is moved by; it stays as precise as it was.
        inner: What is moved.
    """

    count: int
    grain: Grain
    inner: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The unit of the calendar that its first day comes to lie in."""
        inner = self.inner.at(moment)
        on = None if inner.begin is None else calendar.move(inner.begin, self.count, self.grain)
        return calendar.unknown(inner.grain) if on is None else calendar.unit(inner.grain, on)


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period told of, in another year: the same quarter a year earlier.

    Attributes:
        grain: Its unit, None for whatever was told.
        years: How many years later.
    """

    grain: Grain | None
    years: int

    def at(self, moment: Moment) -> Stretch:
        """Where a period finer than a year was told; else, if its unit is said, that of the writing."""
        base = moment.period
        if base is None and self.grain is not None and moment.written and moment.written.begin:
            base = calendar.unit(self.grain, moment.written.begin)
        if base is None or base.begin is None or base.end is None or base.grain >= Grain.YEAR:
            return calendar.unknown(Grain.YEAR if self.grain is None else self.grain)
        ends = [calendar.move(on, self.years, Grain.YEAR) for on in (base.begin, base.end)]
        if ends[0] is None or ends[1] is None:
            return calendar.unknown(base.grain)
        grain = Grain.DAY if base.grain <= Grain.WEEK else Grain.MONTH
        return calendar.between(calendar.unit(grain, ends[0]), calendar.unit(grain, ends[1]), base.grain)


@dataclass(frozen=True, slots=True)
class SamePeriodOf:
    """The period told of, in a year that is said: the same quarter of 2007.

    Attributes:
        grain: Its unit, None for whatever was told.
        year: The year.
    """

    grain: Grain | None
    year: Meaning

    def at(self, moment: Moment) -> Stretch:
        """The whole year where nothing finer was told."""
        year, base = self.year.at(moment), moment.period
        if year.begin is None or base is None or base.begin is None:
            return year
        return SamePeriod(self.grain, year.begin.year - base.begin.year).at(moment)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a unit after the writing or the story, or what went before: later this year, earlier that day."""

    later: bool
    whole: Meaning

    def at(self, moment: Moment) -> Stretch:
        """From or up to the anchor, where it lies within; else the whole unit."""
        whole = self.whole.at(moment)
        if whole.begin is None or whole.end is None or whole.grain is Grain.DAY:
            return whole
        base = next(
            (
                one
                for one in (moment.written, moment.told)
                if one and one.begin and whole.begin <= one.begin <= whole.end
            ),
            None,
        )
        if base is None or base.begin is None or base.end is None or base.grain >= whole.grain:
            return whole
        grain = Grain.MONTH if whole.grain >= Grain.SEASON else Grain.DAY
        if self.later:
            return calendar.between(calendar.unit(grain, base.begin), calendar.unit(grain, whole.end))
        return calendar.between(calendar.unit(grain, whole.begin), calendar.unit(grain, min(base.end, whole.end)))


@dataclass(frozen=True, slots=True)
class Towards:
    """So many units up to the writing (or the last date told), or from it on: the past decade, the next four years."""

    count: tuple[int, int]
    grain: Grain
    told: bool = False

    def at(self, moment: Moment) -> Stretch:
        """An interval that begins or ends with the anchor."""
        base = moment.told if self.told else moment.written
        if base is None or base.begin is None:
            return Stretch("", None, None, Grain.CENTURY)
        count = self.count[1] if self.count[1] > 0 else self.count[0]
        on = calendar.move(base.begin, count, self.grain)
        if on is None:
            return Stretch("", None, None, Grain.CENTURY)
        grain = Grain.DAY if self.grain <= Grain.WEEK else min(self.grain, Grain.YEAR)
        grain = max(grain, Grain.DAY if base.grain is Grain.DAY else min(base.grain, Grain.YEAR))
        ends = sorted((on, base.begin))
        chosen = calendar.about if self.count[0] != self.count[1] else calendar.between
        return chosen(*(calendar.unit(grain, end) for end in ends))


@dataclass(frozen=True, slots=True)
class Now:
    """The writer's present."""

    def at(self, moment: Moment) -> Stretch:
        """The day of writing."""
        return moment.written or Stretch("", None, None, Grain.DAY)


@dataclass(frozen=True, slots=True)
class Lately:
    """The writer's recent past."""

    def at(self, moment: Moment) -> Stretch:
        """An interval with an open begin, up to the writing."""
        if moment.written is None:
            return Stretch("", None, None, Grain.CENTURY)
        last = moment.written.edtf.split("/")[-1]
        return Stretch(f"{edtf.OPEN}/{last}", None, moment.written.end, Grain.CENTURY)


@dataclass(frozen=True, slots=True)
class Soon:
    """The writer's future."""

    def at(self, moment: Moment) -> Stretch:
        """An interval with an open end, from the writing on."""
        if moment.written is None:
            return Stretch("", None, None, Grain.CENTURY)
        return Stretch(f"{moment.written.edtf}/{edtf.OPEN}", moment.written.begin, None, Grain.CENTURY)


@dataclass(frozen=True, slots=True)
class Then:
    """The time that was told of last."""

    def at(self, moment: Moment) -> Stretch:
        """The same stretch."""
        return moment.told or calendar.unknown(Grain.DAY)


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A length or a repetition, which lies nowhere on the calendar."""

    def at(self, moment: Moment) -> Stretch:  # noqa: ARG002
        """Nothing."""
        return Stretch("", None, None, Grain.CENTURY)
