"""Which passage a place in a document belongs to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable

from index.passages import Passage


class Whereabouts:
    """The passages of some documents, by where they begin.

    Attributes:
        ids: The ids of the passages, in order.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.ids: list[str] = []
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._ids: dict[str, list[str]] = defaultdict(list)
        for one in passages:
            self.ids.append(one.id)
            self._starts[one.document].append(one.start)
            self._ids[one.document].append(one.id)

    def of(self, document: str) -> Callable[[int], str]:
        """Which passage of a document a code point is in."""
        starts, ids = self._starts[document], self._ids[document]
        return lambda start: ids[max(0, bisect_right(starts, start) - 1)]
