"""Strings that are numbered as they occur, in compiled code that lets other threads run.

Any number of threads may look strings up while one adds some.
"""

import secrets
from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.engine.growth import grown
from index.engine.strings import Strings

Numbers = npt.NDArray[np.int32]

_SPACE = 1.4
"""Places in a table for each string there may be, at least."""


class Cut(NamedTuple):
    """Pieces of a text.

    Attributes:
        text: With ``octets.BEYOND`` bytes behind it; uint8.
        begins: Where each begins; int64, shape (pieces,).
        ends: Where each ends; int64, shape (pieces,).
        hashes: Of each, made with the table's ``factor``; uint64, shape (pieces,).
    """

    text: npt.NDArray[np.uint8]
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]


class Table:
    """Distinct strings, which have the numbers from 0 on."""

    def __init__(self, compiled: ModuleType) -> None:
        """None yet; ``compiled`` are the kernels."""
        self.factor = np.uint64(secrets.randbits(64) | 1)
        """What hashes are made with: odd, and drawn anew, so that no document can be written to slow this down."""
        self._compiled = compiled
        self._hashes = np.zeros(0, np.uint64)
        self._used = 0
        # Replaced together, and as one, for those that look up meanwhile.
        self._shown = np.zeros(compiled.ENTRY, np.uint64), np.zeros(0, np.uint8), np.zeros(0, np.int64)

    def find(self, cut: Cut, numbers: Numbers) -> int:
        """Gives pieces their numbers, ``UNKNOWN`` to those that have none, and says how many have none."""
        unknown: int = self._compiled.find(*cut, *self._shown, numbers)
        return unknown

    def add(self, cut: Cut, numbers: Numbers, unknown: int) -> None:
        """Gives those pieces a number that have none, of which there are so many; for one thread at a time."""
        self._make_room(unknown, len(cut.text))
        self._used = self._compiled.add(*cut, *self._shown, numbers, self._hashes, self._used)

    def since(self, first: int) -> list[str]:
        """The strings from a number on."""
        if first == self._used:
            return []
        _, kept, ends = self._shown
        text = kept[int(ends[first - 1]) if first else 0 : int(ends[self._used - 1]) - 1].tobytes()
        return text.decode("utf-8", "surrogatepass").split(chr(self._compiled.SEPARATOR))

    def strings(self) -> Strings:
        """All of them."""
        _, kept, ends = self._shown
        begins = np.zeros(self._used, np.int64)
        begins[1:] = ends[: self._used][:-1]
        return Strings(kept, begins, ends[: self._used] - 1)

    def __len__(self) -> int:
        return self._used

    def _make_room(self, more: int, size: int) -> None:
        """Makes room for so many more strings, of so many bytes and their separators together."""
        table, kept, ends = self._shown
        most, held = self._used + more, int(ends[self._used - 1]) if self._used else 0
        if most > len(ends):
            self._hashes, ends = grown(self._hashes, most), grown(ends, most)
        if held + size > len(kept):
            kept = grown(kept, held + size)
        if most * _SPACE * self._compiled.ENTRY > len(table):
            larger = np.zeros(self._compiled.ENTRY << int(most * _SPACE).bit_length(), np.uint64)
            self._compiled.enlarge(table, self._hashes, larger)
            table = larger
        self._shown = table, kept, ends
