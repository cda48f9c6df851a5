"""What the kernels pass on to one another."""

from typing import NamedTuple

from index.engine.coding import BLOCK
from index.engine.kernels.compiling import Array, jit
from index.engine.kernels.memory import bytes_at, longs_at, shorts_at, signed_at, words_at
from index.engine.kernels.space import Space


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


COLUMNS = len(Columns._fields)


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
