"""Passages whose bounds are looked at one by one: most are ruled out, what is left is scored."""

from index.engine.kernels.compiling import Whole, lean
from index.engine.kernels.heap import push
from index.engine.kernels.records import Search
from index.engine.kernels.scoring import code_of, score_of

_SHRINK = 1 - 1e-9
"""Keeps float rounding, some 1e-15, from ruling out a passage at the very limit."""


@lean
def target_of(search: Search) -> int:
    """The units that a passage must be able to reach; 0 while there are fewer than k."""
    best = search.best
    if best.held[0] < len(best.scores):
        return 0
    return int(best.scores[0] * _SHRINK / search.unit)


@lean
def weigh(search: Search, term: int, code: Whole) -> int:
    """What a code contributes, in units, rounded down."""
    product = code * search.space.weights[term]
    return int(product if search.numbers[term] < len(search.columns.rows) else product >> 16)


@lean
def consider(search: Search, place: Whole, total: Whole, summed: int, rest: int) -> None:
    """Scores a passage whose first ``summed`` terms add up to ``total``, unless the other terms rule it out."""
    position = search.columns.positions[place]
    if position < 0 or (len(search.question.within) and not search.question.within[position]):
        return
    least = target_of(search)
    reach = total + summed
    for term in range(summed, len(search.numbers)):
        if reach + rest < least:
            return
        rest -= search.space.bound[term]
        code = code_of(search, term, place)
        search.space.codes[term] = code
        if code:
            reach += weigh(search, term, code) + 1
    if reach < least:
        return
    for term in range(summed):
        search.space.codes[term] = code_of(search, term, place)
    push(search.best, score_of(search, place), position)
