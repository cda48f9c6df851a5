"""Searching all segments of an engine."""

import math

from index.engine.coding import BLOCK, BLOCK_BITS
from index.engine.formula import CEILING
from index.engine.impacts import COARSE, FINE
from index.engine.kernels.blocks import search_block
from index.engine.kernels.compiling import Array, jit, lean
from index.engine.kernels.heap import sort
from index.engine.kernels.question import read
from index.engine.kernels.records import COLUMNS, Best, Columns, Question, Search, columns_at
from index.engine.kernels.space import MOST_TERMS, Space, space_at


@jit
def top(segments: Array, averages: Array, work_space: Array, query: bytes, count: int, k: int, within: Array) -> int:
    """Finds the k best passages and leaves them in the work space, the best first; see the records for the rest.

    Args:
        segments: The ``addresses`` of each segment's ``Columns`` and ``Vocabulary``; int64, shape (segments, all, 2).
        averages: The average length, then those that each segment's codes were made with; float64.
        work_space: The ``addresses`` of a ``Space``.
        query: Its words, ``MOST_WORDS`` at most, with a ``SEPARATOR`` between them.
        count: The passages of all segments.
        k: ``MOST`` at most.
        within: See ``Question``.

    Returns:
        How many passages were found; -1 if the query has more than ``MOST_TERMS``.
    """
    space = space_at(work_space)
    terms, words = read(query, segments[:, COLUMNS:], count, space)
    space.held[0] = 0
    if terms <= 0:
        return terms
    question = Question(space.order[:words], space.idfs[:terms], space.hefts[:terms], within, averages[0])
    best = Best(space.scores[:k], space.positions[:k], space.held)
    for segment in range(len(segments)):
        numbers = space.numbers[segment * MOST_TERMS : segment * MOST_TERMS + terms]
        _search_segment(columns_at(segments[segment]), question, space, best, numbers, averages[segment + 1])
    sort(best)
    return int(space.held[0])


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
    search = Search(columns, question, space, best, numbers, unit, made_with)
    for block in range((len(columns.lengths) + BLOCK - 1) >> BLOCK_BITS):
        search_block(search, block)
