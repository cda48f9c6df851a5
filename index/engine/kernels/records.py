"""What the kernels pass on to one another."""

from typing import NamedTuple

import numpy as np

from index.engine.coding import BLOCK
from index.engine.kernels.compiling import Array, jit
from index.engine.kernels.memory import (
    bytes_at,
    floats_at,
    longs_at,
    shorts_at,
    signed_at,
    words_at,
)

MOST_TERMS = 100
"""Distinct terms of a query up to which sums fit in 16 bits with units to spare: rounding up takes 256 for each."""

MOST = 1000
"""Passages that can be asked for: what the bounds leave over is scored one by one, which is no gain where everything is
left over."""

GROUPS = 1024
"""Sums of a block are looked at in so many groups, one sum in so many to each: then their greatest are found sixteen
groups at a time (2.9 us a block, where groups of neighbours took 8.9)."""


class Columns(NamedTuple):
    """What a segment is searched by; see ``segment.Segment`` and ``live.Live``."""

    rows: Array
    row_best: Array
    term_runs: Array
    run_block: Array
    run_start: Array
    run_best: Array
    places: Array
    codes: Array
    lengths: Array
    odd_keys: Array
    odd_counts: Array
    positions: Array


@jit
def columns_at(table: Array) -> Columns:
    """The columns at ``addresses`` in this order."""
    lengths = words_at(table[8])
    rows = bytes_at(table[0])
    blocks = (len(lengths) + BLOCK - 1) // BLOCK
    dense = len(rows) // max(1, len(lengths))
    return Columns(
        rows.reshape(dense, len(lengths)),
        bytes_at(table[1]).reshape(dense, blocks),
        words_at(table[2]),
        shorts_at(table[3]),
        words_at(table[4]),
        shorts_at(table[5]),
        shorts_at(table[6]),
        shorts_at(table[7]),
        lengths,
        longs_at(table[9]),
        words_at(table[10]),
        signed_at(table[11]),
    )


class Best(NamedTuple):
    """The k best so far, a heap with the worst on top.

    Attributes:
        scores: float64, shape (k,).
        positions: int64, shape (k,).
        held: How many there are; int64, shape (1,).
    """

    scores: Array
    positions: Array
    held: Array


class Question(NamedTuple):
    """What is asked of all segments.

    Attributes:
        order: Which term each word of the query is; int64, shape (words,).
        idfs: Of the terms, heaviest first; float64, shape (terms,).
        hefts: Their idf, as often as the query has them; float64, shape (terms,).
        within: For each position in the corpus whether it is to be ranked; of length 0 if all are; bool.
        average: The average length of all passages, in words.
    """

    order: Array
    idfs: Array
    hefts: Array
    within: Array
    average: float


class Space(NamedTuple):
    """Work space of one thread.

    Attributes:
        scores: Of the best passages; float64, shape (``MOST``,).
        positions: Of the same; int64, shape (``MOST``,).
        held: How many there are; int64, shape (1,).
        depth: How many terms are added up before it is looked who reaches the target; int64, shape (1,).
        sums: In units, one for each passage of a block; all 0 between blocks; uint16, shape (``BLOCK``,).
        tops: The greatest of each group of sums; uint16, shape (``GROUPS``,).
        reached: How many tops there are for every 64 units; int64, shape (1024,).
        parts: Of the score of the passage that is looked at, by terms; float64, shape (``MOST_TERMS``,).
        codes: Of that passage; int64, shape (``MOST_TERMS``,), as the others.
        weights: What a term's code is multiplied by, in units for a dense row, in units / 65,536 for postings.
        run: The run of each term that is next.
        last_run: One past its last run.
        low: Where its postings in the block start.
        high: One past their end.
        bound: More than it can contribute in the block, in units; 0 if nothing.
    """

    scores: Array
    positions: Array
    held: Array
    depth: Array
    sums: Array
    tops: Array
    reached: Array
    parts: Array
    codes: Array
    weights: Array
    run: Array
    last_run: Array
    low: Array
    high: Array
    bound: Array


def space() -> Space:
    """Work space for one thread."""
    return Space(
        np.zeros(MOST),
        np.zeros(MOST, np.int64),
        np.zeros(1, np.int64),
        np.zeros(1, np.int64),
        np.zeros(BLOCK, np.uint16),
        np.zeros(GROUPS, np.uint16),
        np.zeros(1 << 10, np.int64),
        np.zeros(MOST_TERMS),
        *np.zeros((7, MOST_TERMS), np.int64),
    )


@jit
def space_at(table: Array) -> Space:
    """The work space at ``addresses``."""
    return Space(
        floats_at(table[0]),
        longs_at(table[1]),
        longs_at(table[2]),
        longs_at(table[3]),
        shorts_at(table[4]),
        shorts_at(table[5]),
        longs_at(table[6]),
        floats_at(table[7]),
        longs_at(table[8]),
        longs_at(table[9]),
        longs_at(table[10]),
        longs_at(table[11]),
        longs_at(table[12]),
        longs_at(table[13]),
        longs_at(table[14]),
    )


class Search(NamedTuple):
    """A search of one segment.

    Attributes:
        columns: The segment.
        question: What is asked.
        space: Work space.
        best: The best so far.
        numbers: Of the terms in this segment, -1 for none; int64, shape (terms,).
        unit: What of a score a unit is.
        made_with: The average length that the codes were made with, in words.
    """

    columns: Columns
    question: Question
    space: Space
    best: Best
    numbers: Array
    unit: float
    made_with: float
