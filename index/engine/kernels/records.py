"""What the kernels pass on to one another."""

from typing import NamedTuple

import numpy as np

from index.engine.kernels.compiling import Array
from index.engine.segment import BLOCK

MOST_TERMS = 100
"""Distinct terms of a query up to which sums fit in 16 bits with units to spare: rounding up takes 256 for each."""

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


class Search(NamedTuple):
    """A search of one segment.

    Attributes:
        columns: The segment.
        best: The best so far.
        within: For each position in the corpus whether it is to be ranked; of length 0 if all are; bool.
        order: Which term each word of the query is; int64, shape (words,).
        numbers: The terms' numbers, heaviest first, -1 for none; int64, shape (terms,).
        idfs: Their idf; float64, shape (terms,).
        weights: What a code of each is multiplied by, in units for a dense row, in units / 65,536 for postings; int64.
        run: The run of each that is next; int64.
        last_run: One past its last run; int64.
        low: Where its postings in the block start; int64.
        high: One past their end; int64.
        bound: More than it can contribute in the block, in units; 0 if nothing; int64.
        codes: Of the passage that is looked at; int64.
        parts: Of its score; float64.
        sums: In units, one for each passage of the block; uint16, shape (``BLOCK``,).
        tops: The greatest of each group of sums; uint16, shape (``GROUPS``,).
        reached: How many tops there are for every 64 units; int64, shape (1024,).
        unit: What of a score a unit is.
        average: The average length of all passages.
        made_with: The average length that the codes were made with.
    """

    columns: Columns
    best: Best
    within: Array
    order: Array
    numbers: Array
    idfs: Array
    weights: Array
    run: Array
    last_run: Array
    low: Array
    high: Array
    bound: Array
    codes: Array
    parts: Array
    sums: Array
    tops: Array
    reached: Array
    unit: float
    average: float
    made_with: float


class Space(NamedTuple):
    """Work space of one thread.

    Attributes:
        sums: All 0 between searches; see ``Search``, as for the others.
        tops: Anything.
        reached: Anything.
        whole: Anything; int64, shape (7, ``MOST_TERMS``).
        parts: Anything; float64, shape (``MOST_TERMS``,).
    """

    sums: Array
    tops: Array
    reached: Array
    whole: Array
    parts: Array


def space() -> Space:
    """Work space for one thread."""
    return Space(
        np.zeros(BLOCK, np.uint16),
        np.zeros(GROUPS, np.uint16),
        np.zeros(1 << 10, np.int64),
        np.zeros((7, MOST_TERMS), np.int64),
        np.zeros(MOST_TERMS),
    )
