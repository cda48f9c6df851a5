"""Work space of one thread."""

from typing import NamedTuple

import numpy as np

from index.engine.coding import BLOCK
from index.engine.kernels.compiling import Array, jit
from index.engine.kernels.memory import floats_at, longs_at, shorts_at, words_at

MOST_WORDS = 1000
"""Words of a query, repeated ones included."""

MOST_TERMS = 100
"""Distinct terms of a query up to which sums fit in 16 bits with units to spare: rounding up takes 256 for each."""

MOST = 1000
"""Passages that can be asked for: what the bounds leave over is scored one by one, which is no gain where everything is
left over."""

GROUPS = 1024
"""Sums of a block are looked at in so many groups, one sum in so many to each: then their greatest are found sixteen
groups at a time (2.9 us a block, where groups of neighbours took 8.9)."""


class Space(NamedTuple):
    """Where a search keeps what it finds.

    Attributes:
        scores: Of the best passages; float64, shape (``MOST``,).
        positions: Of the same; int64, shape (``MOST``,).
        held: How many there are; int64, shape (1,).
        first_sums: The greatest sums of a term's passages; float64, shape (``MOST``,).
        first_places: Of the same their places in the block; int64, shape (``MOST``,).
        first_held: How many there are; int64, shape (1,).
        notes: Passages of the block that may be among the best: their sums in the upper two bytes, their places in the
            lower ones; uint32, shape (``BLOCK`` + 1,).
        noted: How many there are; int64, shape (1,).
        order: Which of the terms each word of the query is; int64, shape (``MOST_WORDS``,).
        sums: In units, one for each passage of a block; all 0 between blocks; uint16, shape (``BLOCK``,).
        tops: The greatest of each group of sums; uint16, shape (``GROUPS``,).
        reached: How many tops there are for every 64 units; int64, shape (1024,).
        read_idfs: Of the query's terms, in nats, as they are read; float64, shape (``MOST_TERMS``,).
        read_hefts: What each weighs: its idf, as often as the query has it; float64, likewise.
        idfs: Of the terms, the heaviest first; float64, likewise, as the next two.
        hefts: Of the same.
        parts: Of the score of the passage that is looked at, by terms.
        codes: Of that passage; int64, shape (``MOST_TERMS``,), as the others up to ``ranks``.
        weights: What a term's code is multiplied by, in units for a dense row, in units / 65,536 for postings.
        run: The run of each term that is next.
        last_run: One past its last run.
        low: Where its postings in the block start.
        high: One past their end.
        bound: More than it can contribute in the block, in units; 0 if nothing.
        hashes: Of the terms as they are read.
        ranks: Which each is, the heaviest first.
        read_numbers: Of the terms as they are read, in one segment behind the other, ``MOST_TERMS`` each; int64.
        numbers: Of the terms, the heaviest first, likewise.
    """

    scores: Array
    positions: Array
    held: Array
    first_sums: Array
    first_places: Array
    first_held: Array
    notes: Array
    noted: Array
    order: Array
    sums: Array
    tops: Array
    reached: Array
    read_idfs: Array
    read_hefts: Array
    idfs: Array
    hefts: Array
    parts: Array
    codes: Array
    weights: Array
    run: Array
    last_run: Array
    low: Array
    high: Array
    bound: Array
    hashes: Array
    ranks: Array
    read_numbers: Array
    numbers: Array


def space(segments: int) -> Space:
    """Work space for one thread that searches so many segments."""
    counts = np.zeros((3, 1), np.int64)
    arrays = [
        *(np.zeros(MOST), np.zeros(MOST, np.int64), counts[0]),
        *(np.zeros(MOST), np.zeros(MOST, np.int64), counts[1]),
        np.zeros(BLOCK + 1, np.uint32),
        counts[2],
        np.zeros(MOST_WORDS, np.int64),
        np.zeros(BLOCK, np.uint16),
        np.zeros(GROUPS, np.uint16),
        np.zeros(1 << 10, np.int64),
        *np.zeros((5, MOST_TERMS)),
        *np.zeros((9, MOST_TERMS), np.int64),
        *np.zeros((2, segments * MOST_TERMS), np.int64),
    ]
    return Space(*arrays)


@jit
def space_at(table: Array) -> Space:
    """The work space at ``addresses``."""
    return Space(
        floats_at(table[0]),
        longs_at(table[1]),
        longs_at(table[2]),
        floats_at(table[3]),
        longs_at(table[4]),
        longs_at(table[5]),
        words_at(table[6]),
        longs_at(table[7]),
        longs_at(table[8]),
        shorts_at(table[9]),
        shorts_at(table[10]),
        longs_at(table[11]),
        floats_at(table[12]),
        floats_at(table[13]),
        floats_at(table[14]),
        floats_at(table[15]),
        floats_at(table[16]),
        longs_at(table[17]),
        longs_at(table[18]),
        longs_at(table[19]),
        longs_at(table[20]),
        longs_at(table[21]),
        longs_at(table[22]),
        longs_at(table[23]),
        longs_at(table[24]),
        longs_at(table[25]),
        longs_at(table[26]),
        longs_at(table[27]),
    )
