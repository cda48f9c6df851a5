"""Adding weighed codes up, all passages of a block at a time."""

import numpy as np

from index.engine.kernels.compiling import Array, lean
from index.engine.kernels.space import GROUPS


@lean
def add_row(sums: Array, row: Array, weight: int) -> None:
    """Adds a dense row's weighed codes to the sums."""
    narrow = np.uint16(weight)
    for at in range(len(row)):
        sums[at] = np.uint16(sums[at] + np.uint16(np.uint16(row[at]) * narrow))


@lean
def add_postings(sums: Array, places: Array, codes: Array, weight: int) -> None:
    """Adds postings' weighed codes, rounded up, to the sums: a sum is 0 only where a passage has none of the terms.

    In 32 bits, and of arrays that begin at 0, a posting takes .55 ns, and .98 otherwise.
    """
    heft = np.uint32(weight)
    for at in range(len(places)):
        place = places[at]
        weighed = (np.uint32(codes[at]) * heft) >> np.uint32(16)
        sums[place] = np.uint16(np.uint32(sums[place]) + weighed + np.uint32(1))


@lean
def clear(sums: Array, places: Array) -> None:
    """Has the sums at some places be 0."""
    for at in range(len(places)):
        sums[places[at]] = 0


@lean
def _raise(tops: Array, sums: Array) -> None:
    """Raises each top to the sum at its place."""
    for group in range(len(tops)):
        tops[group] = max(tops[group], sums[group])


@lean
def find_tops(sums: Array, tops: Array, depth: int) -> None:
    """The greatest of each group of sums, ``depth`` sums a group."""
    tops[:] = 0
    for layer in range(depth):
        # A slice of known length is what the compiler makes vector instructions of.
        _raise(tops, sums[layer * GROUPS : layer * GROUPS + GROUPS])
