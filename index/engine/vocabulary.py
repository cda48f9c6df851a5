"""Terms and their numbers, laid out in arrays: nothing is read when it is opened, and processes share it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.engine.strings import Strings


def key(term: str) -> tuple[bytes, int]:
    """A term's bytes and their 32-bit hash."""
    raw = term.encode("utf-8", "surrogatepass")
    return raw, crc32(raw)


def compact(offsets: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32 | np.int64]:
    """Ascending offsets in four bytes each if they fit."""
    return offsets.astype(np.uint32) if not len(offsets) or offsets[-1] < 1 << 32 else offsets


def _hashes(terms: Strings) -> npt.NDArray[np.uint32]:
    return np.fromiter((crc32(terms.raw(number)) for number in range(len(terms))), np.uint32, len(terms))


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The terms of a segment.

    Attributes:
        text: All terms in UTF-8, one after another in the order of their numbers; uint8, shape (bytes,).
        ends: Where each ends in ``text``; uint32, or int64 where that is too small; shape (terms,).
        hashes: The terms' hashes, ascending; uint32, shape (terms,). Terms of one hash ascend in their bytes, so that
            a document written to collide slows nothing down.
        numbers: The number of the term of each hash; uint32, shape (terms,).
    """

    text: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.uint32 | np.int64]
    hashes: npt.NDArray[np.uint32]
    numbers: npt.NDArray[np.uint32]
    # Reading one element is several times faster from a memoryview than from an array.
    _hashes: memoryview = field(init=False, repr=False)
    _numbers: memoryview = field(init=False, repr=False)
    _ends: memoryview = field(init=False, repr=False)
    _text: memoryview = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("hashes", "numbers", "ends", "text"):
            object.__setattr__(self, f"_{name}", getattr(self, name).data)

    @classmethod
    def of(cls, terms: Sequence[str]) -> Self:
        """Lays out distinct terms, which get the numbers from 0 on."""
        return cls.laid_out(Strings.of(terms), None)

    @classmethod
    def laid_out(cls, terms: Strings, compiled: ModuleType | None) -> Self:
        """As ``of``, of terms with nothing between them; ``compiled`` are the kernels, None to do without."""
        hashes = _hashes(terms) if compiled is None else compiled.checksums(terms.text, terms.begins, terms.ends)
        order = np.argsort(hashes, kind="stable")
        ascending = hashes[order]
        for at in np.flatnonzero(ascending[1:] == ascending[:-1]).tolist():
            if at == 0 or ascending[at - 1] != ascending[at]:
                end = int(np.searchsorted(ascending, ascending[at], side="right"))
                order[at:end] = sorted(order[at:end].tolist(), key=terms.raw)
        return cls(
            text=terms.text,
            ends=compact(terms.ends),
            hashes=ascending,
            numbers=order.astype(np.uint32),
        )

    def number(self, raw: bytes, hashed: int) -> int:
        """The number of a term given by its ``key``, -1 where it is not among them."""
        first = bisect_left(self._hashes, hashed)
        if first == len(self._hashes) or self._hashes[first] != hashed:
            return -1
        number: int = self._numbers[first]
        if self._raw(number) == raw:  # nearly always
            return number
        alike = self._numbers[first : bisect_right(self._hashes, hashed, first)]
        at = bisect_left(alike, raw, key=self._raw)
        return alike[at] if at < len(alike) and self._raw(alike[at]) == raw else -1

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[str]:
        raw, start = self.text.tobytes(), 0
        for end in self.ends.tolist():
            yield raw[start:end].decode("utf-8", "surrogatepass")
            start = end

    def _raw(self, number: int) -> bytes:
        return bytes(self._text[self._ends[number - 1] if number else 0 : self._ends[number]])
