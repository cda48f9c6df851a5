"""Passages of a block that may be among the best: these are noted, most are ruled out, and what is left is scored."""

import numpy as np

from index.engine.kernels.compiling import Array, Whole, lean
from index.engine.kernels.heap import push
from index.engine.kernels.records import Search
from index.engine.kernels.scoring import code_of, find, score_of
from index.engine.kernels.summing import add_postings, clear

LOOK_UP_COST = 16
"""What finding a passage among postings costs, in postings that are added up and cleared (.9 ns). With half and with
twice as much queries took as long."""

AT_ONCE = 64
"""Passages that are scored in the order of their sums, so that the first rule others out."""

_SUM = np.uint32(16)
"""By how many bits a sum is shifted in what is noted of a passage; below it stands the place in the block."""

_PLACE = np.uint32(0xFFFF)

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
def bar_of(search: Search, rest: int) -> int:
    """What a sum must come to if the terms that are not in it can add so much; a passage without any term has 0."""
    return max(1, target_of(search) - rest - len(search.numbers))


@lean
def admitted(search: Search, place: Whole) -> bool:
    """Whether a passage of the segment may be found."""
    position, within = search.columns.positions[place], search.question.within
    return bool(position >= 0 and (len(within) == 0 or within[position]))


@lean
def note(search: Search, inside: Whole) -> None:
    """Takes note of a passage of the block; its sum is 0 from then on."""
    space = search.space
    space.notes[space.noted[0]] = np.uint32(space.sums[inside]) << _SUM | np.uint32(inside)
    space.sums[inside] = 0
    space.noted[0] += 1


@lean
def narrow(search: Search, start: Whole, term: int, bar: int, cleared: bool) -> None:
    """Adds a term to the sums of those that were taken note of, and leaves those that reach a bar.

    Args:
        search: The search.
        start: Where the block begins.
        term: The term.
        bar: What the sums must come to.
        cleared: Whether all sums of the block are 0.
    """
    if search.space.bound[term] == 0:
        return
    if search.numbers[term] < len(search.columns.rows):
        _narrow_by_row(search, start, term, bar)
    elif cleared and search.space.noted[0] * LOOK_UP_COST > search.space.high[term] - search.space.low[term]:
        _narrow_by_sums(search, term, bar)
    else:
        _narrow_by_search(search, term, bar)


@lean
def _narrow_by_row(search: Search, start: Whole, term: int, bar: int) -> None:
    notes, left, weight = search.space.notes, 0, np.uint32(search.space.weights[term])
    row, least = search.columns.rows[search.numbers[term], start:], np.uint32(bar) << _SUM
    for at in range(search.space.noted[0]):
        one = notes[at]
        one += (np.uint32(row[one & _PLACE]) * weight) << _SUM
        notes[left] = one
        left += one >= least
    search.space.noted[0] = left


@lean
def _narrow_by_search(search: Search, term: int, bar: int) -> None:
    notes, left, weight = search.space.notes, 0, np.uint32(search.space.weights[term])
    places, codes, least = search.columns.places, search.columns.codes, np.uint32(bar) << _SUM
    low, high = search.space.low[term], search.space.high[term]
    for at in range(search.space.noted[0]):
        one = notes[at]
        found = find(places, low, high, one & _PLACE)
        if found < high and places[found] == one & _PLACE:
            one += (((np.uint32(codes[found]) * weight) >> _SUM) + np.uint32(1)) << _SUM
        notes[left] = one
        left += one >= least
    search.space.noted[0] = left


@lean
def _narrow_by_sums(search: Search, term: int, bar: int) -> None:
    """By way of the block's sums, which must all be 0 and are so again."""
    notes, sums, left = search.space.notes, search.space.sums, 0
    low, high, least = search.space.low[term], search.space.high[term], np.uint32(bar) << _SUM
    places = search.columns.places[low:high]
    add_postings(sums, places, search.columns.codes[low:high], search.space.weights[term])
    for at in range(search.space.noted[0]):
        one = notes[at]
        one += np.uint32(sums[one & _PLACE]) << _SUM
        notes[left] = one
        left += one >= least
    search.space.noted[0] = left
    clear(sums, places)


@lean
def _sort(notes: Array, count: Whole) -> None:
    """Puts the greatest first."""
    for end in range(1, count):
        one, at = notes[end], end
        while at > 0 and notes[at - 1] < one:
            notes[at] = notes[at - 1]
            at -= 1
        notes[at] = one


@lean
def consider(search: Search, start: Whole) -> None:
    """Scores all that were taken note of, and whose sums are of all terms, unless they have been ruled out by then."""
    space = search.space
    if space.noted[0] <= AT_ONCE:
        _sort(space.notes, space.noted[0])
    for at in range(space.noted[0]):
        one = space.notes[at]
        place = start + np.int64(one & _PLACE)
        if np.int64(one >> _SUM) >= bar_of(search, 0) and admitted(search, place):
            for term in range(len(search.numbers)):
                space.codes[term] = code_of(search, term, place)
            push(search.best, score_of(search, place), search.columns.positions[place])
    space.noted[0] = 0
