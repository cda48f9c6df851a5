"""Searching a segment."""

import math

from index.engine.formula import CEILING
from index.engine.impacts import COARSE, FINE
from index.engine.kernels.blocks import search_block
from index.engine.kernels.compiling import Array, lean
from index.engine.kernels.records import Best, Columns, Search, Space
from index.engine.segment import BLOCK, BLOCK_BITS


@lean
def top(
    columns: Columns,
    best: Best,
    within: Array,
    order: Array,
    numbers: Array,
    heft: Array,
    space: Space,
    average: float,
    made_with: float,
) -> None:
    """Takes the best passages of a segment in; for the arguments see ``Search``.

    Args:
        columns: The segment.
        best: Changed.
        within: As there.
        order: Of the query.
        numbers: Of the terms.
        heft: Of each term its idf, then its idf times how often the query has it; float64, shape (2, terms).
        space: Work space.
        average: In words.
        made_with: In words.
    """
    terms, dense, heaviest = len(numbers), len(columns.rows), 0.0
    for term in range(terms):
        heaviest += heft[1, term]
    # A grown average makes long passages count for more, each part by no more than the average grew.
    slack = max(1.0, average / made_with)
    unit = heaviest * slack * CEILING / (BLOCK - 1 - 256 * terms)
    weights, run, last_run, low, high, bound, codes = (
        space.whole[0],
        space.whole[1],
        space.whole[2],
        space.whole[3],
        space.whole[4],
        space.whole[5],
        space.whole[6],
    )
    for term in range(terms):
        number, most = numbers[term], heft[1, term] * slack * CEILING / unit
        weights[term] = math.ceil(most / COARSE) if number < dense else math.ceil(most * BLOCK / FINE)
        run[term] = last_run[term] = 0
        if number >= dense:
            run[term], last_run[term] = columns.term_runs[number - dense], columns.term_runs[number - dense + 1]
    search = Search(
        columns,
        best,
        within,
        order,
        numbers,
        heft[0],
        weights,
        run,
        last_run,
        low,
        high,
        bound,
        codes,
        space.parts,
        space.sums,
        space.tops,
        space.reached,
        unit,
        average,
        made_with,
    )
    for block in range((len(columns.lengths) + BLOCK - 1) >> BLOCK_BITS):
        search_block(search, block)
