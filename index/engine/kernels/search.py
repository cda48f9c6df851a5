"""Searching all segments of an engine."""

import math

from index.engine.coding import BLOCK, BLOCK_BITS
from index.engine.formula import CEILING
from index.engine.impacts import COARSE, FINE
from index.engine.kernels.blocks import search_block
from index.engine.kernels.compiling import Array, jit, lean
from index.engine.kernels.heap import sort
from index.engine.kernels.records import Best, Columns, Question, Search, Space, columns_at, space_at


@jit
def top(
    segments: Array,
    averages: Array,
    work_space: Array,
    k: int,
    order: Array,
    numbers: Array,
    hefts: Array,
    within: Array,
) -> None:
    """Finds the k best passages and leaves them in the work space, the best first; see the records for the rest.

    Args:
        segments: The ``addresses`` of each segment's ``Columns``; int64, shape (segments, columns, 2).
        averages: The average length, then those that each segment's codes were made with; float64.
        work_space: The ``addresses`` of a ``Space``.
        k: ``MOST`` at most.
        order: See ``Question``.
        numbers: Of the terms in each segment, one segment behind the other; int64.
        hefts: Of each term its idf, then of each what it weighs; float64.
        within: See ``Question``.
    """
    terms = len(hefts) // 2
    question = Question(order, hefts[:terms], hefts[terms:], within, averages[0])
    space = space_at(work_space)
    best = Best(space.scores[:k], space.positions[:k], space.held)
    space.held[0] = 0
    for segment in range(len(segments)):
        columns, own = columns_at(segments[segment]), numbers[segment * terms : segment * terms + terms]
        _search_segment(columns, question, space, best, own, averages[segment + 1])
    sort(best)


@lean
def _search_segment(
    columns: Columns, question: Question, space: Space, best: Best, numbers: Array, made_with: float
) -> None:
    """Takes the best passages of a segment in."""
    terms, dense, heaviest = len(numbers), len(columns.rows), 0.0
    for heft in question.hefts:
        heaviest += heft
    # A grown average makes long passages count for more, each part by no more than the average grew.
    slack = max(1.0, question.average / made_with)
    unit = heaviest * slack * CEILING / (BLOCK - 1 - 256 * terms)
    for term in range(terms):
        number, most = numbers[term], question.hefts[term] * slack * CEILING / unit
        space.weights[term] = math.ceil(most / COARSE) if number < dense else math.ceil(most * BLOCK / FINE)
        space.run[term] = space.last_run[term] = 0
        if number >= dense:
            space.run[term] = columns.term_runs[number - dense]
            space.last_run[term] = columns.term_runs[number - dense + 1]
    space.depth[0] = 0
    search = Search(columns, question, space, best, numbers, unit, made_with)
    for block in range((len(columns.lengths) + BLOCK - 1) >> BLOCK_BITS):
        search_block(search, block)
