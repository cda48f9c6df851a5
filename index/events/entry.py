"""An entry of a timeline: one event, and the sentences that tell it."""

from dataclasses import dataclass
from datetime import date

from index.events.telling import Basis, Telling


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as told once or several times.

    Attributes:
        tellings: What is told; the one that says most precisely when leads, of those the most telling.
        actors: The ids of the actors named in the leading one, in order, then of those in the others.
        disputed: Tellings of the same event that give it a time that cannot be the same.
        weight: How telling the leading one is of the actor whose timeline is made, else of the first it names.
    """

    tellings: tuple[Telling, ...]
    actors: tuple[str, ...]
    disputed: tuple[Telling, ...]
    weight: float

    @property
    def lead(self) -> Telling:
        """The telling that is shown first."""
        return self.tellings[0]

    @property
    def when(self) -> str:
        """The stretch of time in EDTF."""
        return self.lead.when

    @property
    def begin(self) -> date:
        """Its first day."""
        return self.lead.begin

    @property
    def until(self) -> date:
        """Its last day."""
        return self.lead.until

    @property
    def basis(self) -> Basis:
        """What says when."""
        return self.lead.basis
