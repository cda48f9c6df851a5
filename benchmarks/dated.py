"""How many events are given the right day, as counts."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """How many events with a day are given that day.

    Attributes:
        events: How many there are.
        right: Of how many the sentence is dated so.
        listed: How many stand under that day on their actor's timeline.
        given: How many days are given to the sentences that tell of such events.
        fitting: How many of these days are the day of one of the events.
    """

    events: int
    right: int
    listed: int
    given: int
    fitting: int

    def __add__(self, other: "Dated") -> "Dated":
        """Of both together."""
        return Dated(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        share = self.right / max(1, self.events), self.listed / max(1, self.events)
        return (
            f"of {self.events} events the day is right for {share[0]:.3f}, on the actor's timeline for {share[1]:.3f};"
            f" of {self.given} days given {self.fitting / max(1, self.given):.3f} are right"
        )
