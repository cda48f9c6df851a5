"""What was made lately and may be asked for again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Recent(Generic[Made]):
    """Keeps what was made lately, up to a total size. Safe to be used by several threads at once."""

    def __init__(self, most: int, size: Callable[[Made], int]) -> None:
        """Takes the bounds.

        Args:
            most: How large everything kept may be together; the last made is kept however large.
            size: How large one is, in the same unit.
        """
        self._most = most
        self._size = size
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._total = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a key, made if it is not. Should two threads ask at once, both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._total += self._size(made)
            while self._total > self._most and len(self._kept) > 1:
                self._total -= self._size(self._kept.popitem(last=False)[1])
        return made
