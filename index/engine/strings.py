"""Strings as bytes one behind the other: a million of them take three arrays instead of a million objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Self

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """Strings that have the numbers from 0 on.

    Attributes:
        text: All of them in UTF-8, with surrogates; there may be more between them; uint8.
        begins: Where each begins in ``text``; int64, shape (strings,).
        ends: Where each ends; int64, shape (strings,).
    """

    text: npt.NDArray[np.uint8]
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]

    @classmethod
    def of(cls, strings: Iterable[str]) -> Self:
        """Lays strings out."""
        raw = [string.encode("utf-8", "surrogatepass") for string in strings]
        ends = np.cumsum(np.fromiter(map(len, raw), np.int64, len(raw)))
        return cls(np.frombuffer(b"".join(raw), np.uint8), np.concatenate([np.zeros(1, np.int64), ends])[:-1], ends)

    def chosen(self, numbers: npt.NDArray[np.int64], compiled: ModuleType | None) -> Self:
        """Those of some numbers, in this order, with nothing between them.

        Args:
            numbers: Of the strings.
            compiled: The kernels, None to do without; the result is the same.
        """
        begins, sizes = self.begins[numbers], (self.ends - self.begins)[numbers]
        ends = np.cumsum(sizes)
        if compiled is not None:
            return type(self)(compiled.collected(self.text, begins, ends), ends - sizes, ends)
        # From where each byte comes: it is as far behind its string's beginning there as here.
        source = np.arange(int(sizes.sum())) + np.repeat(begins - (ends - sizes), sizes)
        return type(self)(self.text[source], ends - sizes, ends)

    def raw(self, number: int) -> bytes:
        """The bytes of one."""
        return self.text[self.begins[number] : self.ends[number]].tobytes()

    def __len__(self) -> int:
        return len(self.ends)
