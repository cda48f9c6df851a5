"""Each event is handled once, however often Discord's gateway delivers it."""

from collections import OrderedDict

_REMEMBERED = 10_000
"""Replays come within a gateway session's resume window, minutes; this many events last longer than that."""


class Once:
    """Remembers the ids of events that were handled."""

    def __init__(self) -> None:
        self._seen: OrderedDict[int, None] = OrderedDict()

    def first(self, id: int) -> bool:
        """Whether this id is new; from then on it is not."""
        if id in self._seen:
            return False
        self._seen[id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return True
