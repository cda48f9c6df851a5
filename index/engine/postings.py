"""From passages, as lists of terms, to postings: for each term the passages that have it and how often."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, count, islice
from types import ModuleType
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from index.engine.formula import Floats, Lengths
from index.engine.growth import grown
from index.engine.strings import Strings

_BATCH = 4_000
"""Passages counted at a time: while one thread numbers the words of a batch, another counts those of the one before.
Numbering does not let the other thread on within a batch, so batches are some 50 ms short."""

_MOST = (1 << 31) - 1

Packed: TypeAlias = npt.NDArray[np.uint32 | np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """An inverted corpus. The most frequent term has the number 0; among equals the earlier seen comes first.

    Attributes:
        terms: The terms in the order of their numbers.
        starts: Where each term's postings start; int64, shape (terms + 1,).
        packed: The passage of each posting, ascending for each term, times two to the power of ``shift``, plus how
            often the term stands there; uint32 if that is wide enough, else uint64; shape (postings,).
        shift: Bits of a frequency.
        lengths: The words of each passage; uint32, shape (passages,).
    """

    terms: Strings
    starts: npt.NDArray[np.int64]
    packed: Packed
    shift: int
    lengths: Lengths

    def of(self, first: int, last: int) -> Packed:
        """The postings of the terms from ``first`` to before ``last``."""
        return self.packed[self.starts[first] : self.starts[last]]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some postings, of which those of a term ascend.

    Attributes:
        first: Where the batch's passages begin.
        numbers: Of the terms; uint32, shape (postings,).
        passages: Counted from ``first``; uint16 or uint32, shape (postings,).
        frequencies: uint8 or uint32, shape (postings,).
    """

    first: int
    numbers: npt.NDArray[np.uint32]
    passages: npt.NDArray[np.uint16 | np.uint32]
    frequencies: npt.NDArray[np.uint8 | np.uint32]


class Counter:
    """Counts the terms of passages, given by numbers; of one thread."""

    def __init__(self, compiled: ModuleType | None) -> None:
        """With the kernels, or with None for them without; the result is the same."""
        self._compiled = compiled
        self._seen = np.zeros(0, np.int32)
        self._before = 0
        # Memory that was used before is at hand sooner than new one.
        self._counted = np.empty((2, 0), np.uint32)
        self._passages = np.empty(0, np.uint16)

    def count(self, first: int, numbers: npt.NDArray[np.int32], sizes: npt.NDArray[np.int64], vocabulary: int) -> Batch:
        """The postings of some passages.

        Args:
            first: Where the passages begin; at most 65,536 of them.
            numbers: Of the terms of all of them, in order.
            sizes: How many terms each passage has.
            vocabulary: More than any of the numbers.
        """
        if self._compiled is None:
            return _counted(first, numbers, sizes)
        if len(self._seen) < vocabulary:
            self._seen = grown(self._seen, vocabulary)
        if self._before + len(numbers) > _MOST:
            self._seen[:], self._before = 0, 0
        if len(numbers) > len(self._passages):
            self._counted, self._passages = np.empty((2, len(numbers)), np.uint32), np.empty(len(numbers), np.uint16)
        terms, frequencies = self._counted
        used = self._compiled.count(numbers, sizes, self._seen, self._before, terms, self._passages, frequencies)
        self._before += used
        return Batch(first, terms[:used].copy(), self._passages[:used].copy(), _narrow(frequencies[:used]))


def invert(passages: Iterable[Sequence[str]], compiled: ModuleType | None) -> Postings:
    """Counts and sorts the terms of passages, which are gone through once.

    Args:
        passages: The terms of each passage, repeated as often as they occur.
        compiled: The kernels, None to do without; the result is the same.
    """
    known: defaultdict[str, int] = defaultdict(count().__next__)
    lengths: list[npt.NDArray[np.uint32]] = []
    counter = Counter(compiled)
    with ThreadPoolExecutor(1) as aside:
        pending: list[Future[Batch]] = []
        first = 0
        for batch in _batches(passages):
            sizes = np.fromiter(map(len, batch), np.int64, len(batch))
            numbers = np.fromiter(map(known.__getitem__, chain.from_iterable(batch)), np.int32, int(sizes.sum()))
            pending.append(aside.submit(counter.count, first, numbers, sizes, len(known)))
            lengths.append(sizes.astype(np.uint32))
            first += len(batch)
        counted = [one.result() for one in pending]
    return gather(Strings.of(known), counted, np.concatenate([*lengths, np.zeros(0, np.uint32)]), compiled)


def unpacked(packed: Packed, shift: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """The passages of postings, and the frequencies."""
    bits = packed.dtype.type(shift)
    passages = packed >> bits
    return passages.astype(np.int64), (packed - (passages << bits)).astype(np.float64)


def _ordered(
    terms: Strings, holders: npt.NDArray[np.int64], compiled: ModuleType | None
) -> tuple[Strings, npt.NDArray[np.int64]]:
    """Puts the terms that some passage has in order, most frequent first.

    Returns:
        The terms, and for each old number the new one, -1 for a term of no passage; int64, shape (old terms,).
    """
    order = np.argsort(-holders, kind="stable")[: np.count_nonzero(holders)]
    renumbered = np.full(len(holders), -1, np.int64)
    renumbered[order] = np.arange(len(order))
    return terms.chosen(order, compiled), renumbered


def _batches(passages: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    steps = iter(passages)
    while batch := list(islice(steps, _BATCH)):
        yield batch


def _narrow(frequencies: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8 | np.uint32]:
    """A copy, of a byte each if that is enough."""
    return frequencies.astype(np.uint8 if frequencies.max(initial=0) < 1 << 8 else np.uint32)


def _counted(first: int, numbers: npt.NDArray[np.int32], sizes: npt.NDArray[np.int64]) -> Batch:
    """As ``Counter.count``, without the kernels."""
    passage = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    keys, frequencies = np.unique(passage << 32 | numbers, return_counts=True)
    return Batch(
        first, (keys & 0xFFFFFFFF).astype(np.uint32), (keys >> 32).astype(np.uint32), frequencies.astype(np.uint32)
    )


def gather(terms: Strings, counted: list[Batch], lengths: Lengths, compiled: ModuleType | None) -> Postings:
    """Puts batches together.

    Args:
        terms: In the order of their numbers in the batches.
        counted: The batches; a term's passages ascend from one to the next.
        lengths: Of all passages.
        compiled: The kernels, None to do without; the result is the same.
    """
    half = len(counted) // 2
    shares = [counted[:half], counted[half:]]
    with ThreadPoolExecutor(len(shares)) as sorters:
        holders = list(sorters.map(lambda share: _holders(share, len(terms), compiled), shares))
        kept, renumbered = _ordered(terms, holders[0] + holders[1], compiled)
        starts = np.zeros(len(kept) + 1, np.int64)
        starts[1 + renumbered] = holders[0] + holders[1]
        np.cumsum(starts, out=starts)
        shift = max((int(one.frequencies.max(initial=1)) for one in counted), default=1).bit_length()
        wide = shift + len(lengths).bit_length() > np.iinfo(np.uint32).bits
        packed: Packed = np.empty(int(starts[-1]), np.uint64 if wide else np.uint32)
        begin = starts[renumbered]
        cursors = (begin, begin + holders[0])
        done = [
            sorters.submit(_place, share, cursor, packed, shift, compiled)
            for share, cursor in zip(shares, cursors, strict=True)
        ]
        for one in done:
            one.result()
    return Postings(kept, starts, packed, shift, lengths)


def _holders(counted: list[Batch], terms: int, compiled: ModuleType | None) -> npt.NDArray[np.int64]:
    """How many passages have each term; shape (terms,)."""
    holders = np.zeros(terms, np.int64)
    for one in counted:
        if compiled is not None:
            compiled.tally(one.numbers, holders)
        else:
            found = np.bincount(one.numbers)
            holders[: len(found)] += found
    return holders


def _place(
    counted: list[Batch],
    cursor: npt.NDArray[np.int64],
    packed: Packed,
    shift: int,
    compiled: ModuleType | None,
) -> None:
    """Puts postings where they belong; ``cursor`` is where each term's next one goes."""
    for one in counted:
        if compiled is not None:
            compiled.scatter(one.numbers, one.first, one.passages, one.frequencies, cursor, shift, packed)
            continue
        order = np.argsort(one.numbers, kind="stable")
        sizes = np.bincount(one.numbers, minlength=len(cursor))
        target = np.arange(len(order)) + np.repeat(cursor - np.cumsum(sizes) + sizes, sizes)
        packed[target] = (one.first + one.passages[order].astype(np.uint64) << np.uint64(shift)) + one.frequencies[
            order
        ]
        cursor += sizes
