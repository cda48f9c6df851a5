"""What a time expression means, before it is known when it was written and told."""

from dataclasses import dataclass
from typing import Protocol

from index.dates.calendar import Grain, Stretch
from index.dates.tense import Tense


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression is seen from.

    Attributes:
        written: When the text was written.
        told: The last date the text told of.
        told_finely: The last dates told, not long ago, that were a day, and a month or finer, where ``told`` is not.
        period: The last stretch told that was longer than a day and shorter than a year.
        scene: What a date without a year is near to.
        onward: Whether the scene is the story's, which goes on in time, not the day of writing.
        tense: Whether the words around speak of what is to come or of what was, if they do.
        over: Whether those right beside it say that it was.
    """

    written: Stretch | None = None
    told: Stretch | None = None
    told_finely: tuple[Stretch, ...] = ()
    period: Stretch | None = None
    scene: Stretch | None = None
    onward: bool = False
    tense: Tense | None = None
    over: bool = False

    @property
    def ahead(self) -> bool:
        """Whether the words around speak of what is to come."""
        return self.tense in ("will", "ahead")

    def told_to(self, grain: Grain) -> Stretch | None:
        """The last date told that is as fine as a unit, else the last one told.

        A month told after a day of another carries the story on: a week after "one morning in May" is not reckoned
        from the 10th of March before it.
        """
        told = self.told
        if told is None or told.grain <= grain:
            return told
        fine = next((one for one in self.told_finely if one.grain <= grain), told)
        later = told.begin is not None and fine.end is not None and told.begin > fine.end
        return told if later and told.grain <= Grain.MONTH else fine


class Meaning(Protocol):
    """What can be placed on the calendar once it is known what it is seen from."""

    def at(self, moment: Moment) -> Stretch:
        """The stretch of time."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A date that says everything itself."""

    stretch: Stretch

    def at(self, moment: Moment) -> Stretch:  # noqa: ARG002
        """The date itself."""
        return self.stretch
