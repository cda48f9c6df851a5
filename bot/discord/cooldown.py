"""Cooldowns: nobody can keep the bot so busy that others wait."""

import time
from collections import OrderedDict
from dataclasses import dataclass

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something may be done.

    Attributes:
        burst: So often at once.
        every: Then once in so many seconds.
    """

    burst: int
    every: float


PERSON = Rate(40, 1.5)
SERVER = Rate(200, 0.3)
"""An answer takes some ten milliseconds of one core; these leave nine tenths of it free while people who leaf through a
document, or work together on one, never meet the limit."""


class Cooldown:
    """Counts what each of many does, as a bucket that fills by and by and is taken from."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._buckets: OrderedDict[int, tuple[float, float]] = OrderedDict()

    def wait(self, id: int, now: float | None = None) -> float:
        """Takes one for this id, or gives the seconds until there is one again."""
        now = time.monotonic() if now is None else now
        left, at = self._buckets.pop(id, (float(self._rate.burst), now))
        left = min(self._rate.burst, left + (now - at) / self._rate.every)
        granted = left >= 1
        self._buckets[id] = (left - 1 if granted else left, now)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        return 0.0 if granted else (1 - left) * self._rate.every
