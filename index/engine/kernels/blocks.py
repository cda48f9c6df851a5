"""Searching one block of a segment."""

import numpy as np

from index.engine.coding import BLOCK, BLOCK_BITS
from index.engine.kernels.candidates import AT_ONCE, admitted, bar_of, consider, narrow, note, target_of
from index.engine.kernels.compiling import Whole, lean
from index.engine.kernels.heap import push
from index.engine.kernels.records import Best, Search
from index.engine.kernels.space import GROUPS
from index.engine.kernels.summing import add_postings, add_row, clear, find_tops
from index.engine.kernels.terms import before_rows, cost_of, enter, is_row, needed_of, rest_of

FEW = BLOCK // 16
"""Postings in a block up to which the sums are looked through posting by posting instead of all in a row. With half and
with twice as many queries took as long."""

SCORED_AT_ONCE = 256
"""Postings in a block that are scored without a target to beat."""


@lean
def _is_cheaper(search: Search, needed: int, summed: int) -> bool:
    """Whether adding all terms up is cheaper than looking some up where the first ones leave something over.

    It is the only way where a passage need not have any of the terms that are lists. With the whole and with a quarter
    of the first ones' cost instead of half of it, queries took as long.
    """
    rest = cost_of(search, max(needed, summed), len(search.numbers))
    return bool(needed > before_rows(search) or rest <= cost_of(search, 0, needed) // 2)


@lean
def _add_up(search: Search, start: Whole, width: int, first: int, last: int) -> None:
    """Adds terms up."""
    columns, space = search.columns, search.space
    for term in range(first, last):
        if is_row(search, term):
            add_row(space.sums, columns.rows[search.numbers[term], start : start + width], space.weights[term])
        else:
            low, high = space.low[term], space.high[term]
            add_postings(space.sums, columns.places[low:high], columns.codes[low:high], space.weights[term])


@lean
def _finish(search: Search, start: Whole, summed: int, cleared: bool) -> None:
    """Adds to the sums of those that were taken note of what is not in them yet, and scores what is left."""
    rest = rest_of(search, summed)
    for term in range(summed, len(search.numbers)):
        rest -= search.space.bound[term]
        narrow(search, start, term, bar_of(search, rest), cleared)
    consider(search, start)


@lean
def _prime(search: Search, start: Whole, summed: int) -> None:
    """Has as many passages scored as are missing from the k best, so that there is a target from then on.

    They are those of the greatest sums among the passages of the heaviest term that has so many.
    """
    space, best, term = search.space, search.best, 0
    missing = len(best.scores) - best.held[0]
    firsts = Best(space.first_sums[:missing], space.first_places[:missing], space.first_held)
    firsts.held[0] = 0
    while term < summed and space.high[term] - space.low[term] < missing:
        term += 1
    if term == summed:
        return
    for at in range(space.low[term], space.high[term]):
        inside = search.columns.places[at]
        total = float(space.sums[inside])
        if (firsts.held[0] < missing or total > firsts.scores[0]) and admitted(search, start + inside):
            push(firsts, total, inside)
    for at in range(firsts.held[0]):
        note(search, firsts.positions[at])
    _finish(search, start, summed, False)


@lean
def _collect(search: Search, needed: int, rest: int) -> None:
    """Takes note of the passages that have one of the first terms, and whose sums reach the target with the rest."""
    space, least = search.space, np.uint32(bar_of(search, rest))
    notes, sums, count = space.notes, space.sums, space.noted[0]
    for term in range(needed):
        places = search.columns.places[space.low[term] : space.high[term]]
        for at in range(len(places)):
            inside = np.uint32(places[at])
            total = np.uint32(sums[inside])
            sums[inside] = 0
            notes[count] = total << np.uint32(16) | inside
            count += total >= least
    space.noted[0] = count


@lean
def _collect_first(search: Search, rest: int) -> None:
    """As ``_collect``, of the first term alone, when nothing was added up."""
    space, least, weight = search.space, np.uint32(bar_of(search, rest)), np.uint32(search.space.weights[0])
    notes, count, low, high = space.notes, space.noted[0], space.low[0], space.high[0]
    places, codes = search.columns.places[low:high], search.columns.codes[low:high]
    for at in range(len(places)):
        total = ((np.uint32(codes[at]) * weight) >> np.uint32(16)) + np.uint32(1)
        notes[count] = total << np.uint32(16) | np.uint32(places[at])
        count += total >= least
    space.noted[0] = count


@lean
def _through_postings(search: Search, start: Whole, needed: int) -> None:
    """Scores the passages that have one of the first terms and whose sums, of all terms, reach the target."""
    space, bar = search.space, bar_of(search, 0)
    for term in range(needed):
        places = search.columns.places[space.low[term] : space.high[term]]
        for at in range(len(places)):
            if space.sums[places[at]] >= bar:
                note(search, places[at])
                if space.noted[0] == AT_ONCE:
                    consider(search, start)
                    bar = bar_of(search, 0)
    consider(search, start)


@lean
def _low_bar(search: Search) -> int:
    """A sum that as many groups reach as there are passages missing from the k best; 1 if fewer do."""
    reached = search.space.reached
    reached[:] = 0
    for top in search.space.tops:
        reached[top >> 6] += 1
    missing, total = len(search.best.scores) - search.best.held[0], 0
    for bar in range(len(reached) - 1, 0, -1):
        total += reached[bar]
        if total >= missing:
            return bar << 6
    return 1


@lean
def _through_groups(search: Search, start: Whole, depth: int, bar: int) -> None:
    """Scores the passages of a block whose sums, of all terms, reach a bar, which rises with the target."""
    space = search.space
    for group in range(GROUPS):
        if space.tops[group] < bar:
            continue
        for inside in range(group, depth * GROUPS, GROUPS):
            if space.sums[inside] >= bar:
                note(search, inside)
                if space.noted[0] == AT_ONCE:
                    consider(search, start)
                    bar = max(bar, bar_of(search, 0))
    consider(search, start)


@lean
def _through_sums(search: Search, start: Whole, width: int, needed: int) -> None:
    """Scores the passages of a block that may be among the best, when all terms were added up."""
    if cost_of(search, 0, needed) < (FEW if target_of(search) else SCORED_AT_ONCE):
        _through_postings(search, start, needed)
        return
    depth = (width + GROUPS - 1) // GROUPS
    find_tops(search.space.sums, search.space.tops, depth)
    if target_of(search) == 0:
        _through_groups(search, start, depth, _low_bar(search))
    _through_groups(search, start, depth, bar_of(search, 0))


@lean
def _clear(search: Search, width: int, first: int, last: int) -> None:
    """Clears the sums of some terms."""
    if cost_of(search, first, last) >= FEW:
        search.space.sums[:width] = 0
        return
    for term in range(first, last):
        clear(search.space.sums, search.columns.places[search.space.low[term] : search.space.high[term]])


@lean
def _by_sums(search: Search, start: Whole, width: int, needed: int, summed: int) -> None:
    """Adds up all terms that are not added up yet."""
    space, terms = search.space, len(search.numbers)
    _add_up(search, start, width, summed, terms)
    for at in range(space.first_held[0]):  # they have been scored
        space.sums[space.first_places[at]] = 0
    _through_sums(search, start, width, needed)
    _clear(search, width, 0, terms)


@lean
def _by_some(search: Search, start: Whole, width: int, needed: int, summed: int) -> None:
    """Looks the terms that are not needed up in the passages that the others leave over."""
    if needed == 1 and summed == 0:
        summed = 1
        _collect_first(search, rest_of(search, 1))
    else:
        _add_up(search, start, width, summed, needed)
        summed = max(summed, needed)
        _collect(search, needed, rest_of(search, summed))
        _clear(search, width, needed, summed)
    _finish(search, start, summed, True)


@lean
def search_block(search: Search, block: int) -> None:
    """Takes the best passages of a block in."""
    reach = enter(search, block)
    if reach == 0 or reach < target_of(search):
        return
    start, summed = block << BLOCK_BITS, 0
    width = min(BLOCK, len(search.columns.lengths) - start)
    search.space.first_held[0] = 0
    if target_of(search) == 0:
        summed = before_rows(search)
        _add_up(search, start, width, 0, summed)
        _prime(search, start, summed)
    needed = needed_of(search)
    if _is_cheaper(search, needed, summed):
        _by_sums(search, start, width, needed, summed)
    else:
        _by_some(search, start, width, needed, summed)
