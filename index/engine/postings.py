"""From passages, as lists of terms, to postings: for each term the passages that have it and how often."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, count, islice
from types import ModuleType

import numpy as np
import numpy.typing as npt

from index.engine.formula import Lengths

_BATCH = 4_000
"""Passages counted at a time: while one thread numbers the words of a batch, another counts those of the one before.
Numbering does not let the other thread on within a batch, so batches are some 50 ms short."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """An inverted corpus. The most frequent term has the number 0; among equals the earlier seen comes first.

    Attributes:
        terms: The terms in the order of their numbers.
        starts: Where each term's postings start; int64, shape (terms + 1,).
        passages: The passage of each posting, ascending for each term; uint32, shape (postings,).
        frequencies: How often the term stands there; uint32, shape (postings,).
        lengths: The words of each passage; uint32, shape (passages,).
    """

    terms: list[str]
    starts: npt.NDArray[np.int64]
    passages: npt.NDArray[np.uint32]
    frequencies: npt.NDArray[np.uint32]
    lengths: Lengths


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some postings, of which those of a term ascend.

    Attributes:
        first: Where the batch's passages begin.
        numbers: Of the terms; uint32, shape (postings,).
        passages: Counted from ``first``; uint32, shape (postings,).
        frequencies: uint32, shape (postings,).
    """

    first: int
    numbers: npt.NDArray[np.uint32]
    passages: npt.NDArray[np.uint32]
    frequencies: npt.NDArray[np.uint32]


def invert(passages: Iterable[Sequence[str]], compiled: ModuleType | None) -> Postings:
    """Counts and sorts the terms of passages, which are gone through once.

    Args:
        passages: The terms of each passage, repeated as often as they occur.
        compiled: The kernels, None to do without; the result is the same.
    """
    known: defaultdict[str, int] = defaultdict(count().__next__)
    lengths: list[npt.NDArray[np.uint32]] = []
    with ThreadPoolExecutor(1) as counter:
        pending: list[Future[Batch]] = []
        first = 0
        for batch in _batches(passages):
            sizes = np.fromiter(map(len, batch), np.int64, len(batch))
            numbers = np.fromiter(map(known.__getitem__, chain.from_iterable(batch)), np.int64, int(sizes.sum()))
            pending.append(counter.submit(_count, numbers, sizes, first, len(known), compiled))
            lengths.append(sizes.astype(np.uint32))
            first += len(batch)
        counted = [one.result() for one in pending]
    return gather(list(known), counted, np.concatenate([*lengths, np.zeros(0, np.uint32)]), compiled)


def _ordered(terms: list[str], holders: npt.NDArray[np.int64]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Puts the terms that some passage has in order, most frequent first.

    Returns:
        The terms, and for each old number the new one, -1 for a term of no passage; int64, shape (old terms,).
    """
    order = np.argsort(-holders, kind="stable")[: np.count_nonzero(holders)]
    renumbered = np.full(len(holders), -1, np.int64)
    renumbered[order] = np.arange(len(order))
    return [terms[at] for at in order.tolist()], renumbered


def _batches(passages: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    steps = iter(passages)
    while batch := list(islice(steps, _BATCH)):
        yield batch


def _count(
    numbers: npt.NDArray[np.int64],
    sizes: npt.NDArray[np.int64],
    first: int,
    vocabulary: int,
    compiled: ModuleType | None,
) -> Batch:
    if compiled is not None:
        return Batch(first, *compiled.count(numbers, sizes, vocabulary))
    passage = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    keys, frequencies = np.unique(passage << 32 | numbers, return_counts=True)
    return Batch(
        first, (keys & 0xFFFFFFFF).astype(np.uint32), (keys >> 32).astype(np.uint32), frequencies.astype(np.uint32)
    )


def gather(terms: list[str], counted: list[Batch], lengths: Lengths, compiled: ModuleType | None) -> Postings:
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
        holders = list(sorters.map(lambda share: _holders(share, len(terms)), shares))
        kept, renumbered = _ordered(terms, holders[0] + holders[1])
        starts = np.zeros(len(kept) + 1, np.int64)
        starts[1 + renumbered] = holders[0] + holders[1]
        np.cumsum(starts, out=starts)
        passages, frequencies = np.empty(int(starts[-1]), np.uint32), np.empty(int(starts[-1]), np.uint32)
        behind = starts[:-1].copy()
        behind[renumbered] += holders[0]
        done = [
            sorters.submit(_place, share, renumbered, cursor, passages, frequencies, compiled)
            for share, cursor in zip(shares, (starts[:-1].copy(), behind), strict=True)
        ]
        for one in done:
            one.result()
    return Postings(kept, starts, passages, frequencies, lengths)


def _holders(counted: list[Batch], terms: int) -> npt.NDArray[np.int64]:
    """How many passages have each term; shape (terms,)."""
    holders = np.zeros(terms, np.int64)
    for one in counted:
        found = np.bincount(one.numbers)
        holders[: len(found)] += found
    return holders


def _place(
    counted: list[Batch],
    renumbered: npt.NDArray[np.int64],
    cursor: npt.NDArray[np.int64],
    passages: npt.NDArray[np.uint32],
    frequencies: npt.NDArray[np.uint32],
    compiled: ModuleType | None,
) -> None:
    """Puts postings where they belong; ``cursor`` is where each term's next one goes."""
    for one in counted:
        if compiled is not None:
            compiled.scatter(
                one.numbers, one.first, one.passages, one.frequencies, renumbered, cursor, passages, frequencies
            )
            continue
        place = renumbered[one.numbers]
        order = np.argsort(place, kind="stable")
        sizes = np.bincount(place, minlength=len(cursor))
        target = np.arange(len(order)) + np.repeat(cursor - np.cumsum(sizes) + sizes, sizes)
        passages[target], frequencies[target] = one.first + one.passages[order], one.frequencies[order]
        cursor += sizes
