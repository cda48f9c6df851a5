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
def bar_of(search: Search, summed: int, rest: int) -> int:
    """What the sum of the first terms must come to if the others can add so much; a passage without any has 0."""
    return max(1, target_of(search) - rest - summed)


@lean
def weigh(search: Search, term: int, code: Whole) -> int:
    """What a code contributes, in units, rounded down."""
    product = code * search.space.weights[term]
    return int(product if search.numbers[term] < len(search.columns.rows) else product >> 16)


@lean
def admitted(search: Search, place: Whole) -> bool:
    """Whether a passage of the segment may be found."""
    position, within = search.columns.positions[place], search.question.within
    return bool(position >= 0 and (len(within) == 0 or within[position]))


@lean
def queue(search: Search, inside: Whole, total: Whole) -> None:
    """Takes note of a passage of the block; its sum is 0 from then on."""
    space = search.space
    space.sums[inside] = 0
    space.queue[space.queued[0]], space.queue_sums[space.queued[0]] = inside, total
    space.queued[0] += 1


@lean
def put_back(search: Search) -> None:
    """Gives all that were taken note of their sums back."""
    for at in range(search.space.queued[0]):
        search.space.sums[search.space.queue[at]] = search.space.queue_sums[at]
    search.space.queued[0] = 0


@lean
def consider(search: Search, start: Whole, summed: int, rest: int) -> None:
    """Scores all that were taken note of, unless the terms that were not summed rule them out."""
    for at in range(search.space.queued[0]):
        place = start + search.space.queue[at]
        if admitted(search, place):
            _consider(search, place, search.space.queue_sums[at], summed, rest)
    search.space.queued[0] = 0


@lean
def _consider(search: Search, place: Whole, total: Whole, summed: int, rest: int) -> None:
    """Scores a passage whose first ``summed`` terms add up to ``total``, unless the other terms rule it out."""
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
    push(search.best, score_of(search, place), search.columns.positions[place])
