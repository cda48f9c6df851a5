"""Searching one block of a segment."""

import numpy as np

from index.engine.coding import BLOCK, BLOCK_BITS
from index.engine.kernels.candidates import consider, target_of, weigh
from index.engine.kernels.compiling import lean
from index.engine.kernels.records import GROUPS, Search
from index.engine.kernels.summing import add_postings, add_row, find_tops

FEW = BLOCK // 16
"""Postings in a block up to which the sums are looked through posting by posting instead of all in a row."""

SCORED_AT_ONCE = 256
"""Postings in a block that are scored without a target to beat."""

ROW_COST = 4096
"""What adding a dense row costs in a block (3 us), in postings added."""

LOOK_UP_COST = 64
"""What looking a passage up costs, in postings added. Of a million passages, queries with stop words took at the 50th
and 99th percentile 280 and 616 us with 40, 272 and 408 with 64, 290 and 425 with 100; without any look-up 302 and
813."""


@lean
def _enter(search: Search, block: int) -> int:
    """Finds each term's postings in a block; returns what they can add up to."""
    columns, reach = search.columns, 0
    for term in range(len(search.numbers)):
        number, code = search.numbers[term], 0
        search.space.low[term] = search.space.high[term] = 0
        if 0 <= number < len(columns.rows):
            code = int(columns.row_best[number, block])
        elif number >= 0:
            run, last = search.space.run[term], search.space.last_run[term]
            while run < last and columns.run_block[run] < block:
                run += 1
            search.space.run[term] = run
            if run < last and columns.run_block[run] == block:
                search.space.low[term], search.space.high[term] = columns.run_start[run], columns.run_start[run + 1]
                code = int(columns.run_best[run])
        search.space.bound[term] = weigh(search, term, code) + 1 if code else 0
        reach += search.space.bound[term]
    return reach


@lean
def _cost(search: Search, term: int) -> int:
    """What adding a term up costs in the block, in postings added."""
    if search.space.bound[term] == 0:
        return 0
    return (
        ROW_COST
        if search.numbers[term] < len(search.columns.rows)
        else int(search.space.high[term] - search.space.low[term])
    )


@lean
def _split(search: Search) -> tuple[int, int]:
    """How many terms, the heaviest, are to be added up, and what the others can add to that."""
    target, summed, rest, saved, kept = target_of(search), len(search.numbers), 0, 0, 0
    while summed > 1 and rest + search.space.bound[summed - 1] < target:
        summed -= 1
        rest += search.space.bound[summed]
        saved += _cost(search, summed)
    for term in range(summed):
        kept += _cost(search, term)
    return (summed, rest) if kept * LOOK_UP_COST < saved else (len(search.numbers), 0)


@lean
def _add_up(search: Search, start: int, width: int, summed: int) -> int:
    """Adds terms up; returns how many postings that were, -1 if there were rows among them."""
    columns, space, listed, rows = search.columns, search.space, 0, 0
    for term in range(summed):
        number = search.numbers[term]
        if 0 <= number < len(columns.rows) and space.bound[term]:
            add_row(space.sums, columns.rows[number, start : start + width], space.weights[term], rows == 0)
            rows += 1
    for term in range(summed):
        low, high = space.low[term], space.high[term]
        add_postings(space.sums, columns.places, columns.codes, low, high, space.weights[term])
        listed += high - low
    return -1 if rows else listed


@lean
def _through_postings(search: Search, start: int, summed: int, rest: int) -> None:
    """Considers the passages of a block that reach the target, posting by posting; clears the sums."""
    sums, places = search.space.sums, search.columns.places
    bar = max(1, target_of(search) - rest - summed)
    for term in range(summed):
        for at in range(search.space.low[term], search.space.high[term]):
            inside = np.int64(places[at])
            total = np.int64(sums[inside])
            sums[inside] = 0
            if total >= bar:
                consider(search, start + inside, total, summed, rest)
                bar = max(1, target_of(search) - rest - summed)


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
def _through_groups(search: Search, start: int, depth: int, bar: int, summed: int, rest: int) -> None:
    """Considers the passages of a block whose sums reach a bar, which rises with the target; clears those sums."""
    for group in range(GROUPS):
        if search.space.tops[group] < bar:
            continue
        for layer in range(depth):
            inside = layer * GROUPS + group
            total = np.int64(search.space.sums[inside])
            if total >= bar:
                search.space.sums[inside] = 0
                consider(search, start + inside, total, summed, rest)
                bar = max(bar, target_of(search) - rest - summed)


@lean
def search_block(search: Search, block: int) -> None:
    """Takes the best passages of a block in."""
    reach = _enter(search, block)
    if reach == 0 or reach < target_of(search):
        return
    start = block << BLOCK_BITS
    width = min(BLOCK, len(search.columns.lengths) - start)
    summed, rest = _split(search)
    listed = _add_up(search, start, width, summed)
    if 0 <= listed <= SCORED_AT_ONCE or (0 <= listed <= FEW and target_of(search) > 0):
        _through_postings(search, start, summed, rest)
        return
    depth = (width + GROUPS - 1) // GROUPS
    find_tops(search.space.sums, search.space.tops, depth)
    if target_of(search) == 0:
        _through_groups(search, start, depth, _low_bar(search), summed, rest)
    _through_groups(search, start, depth, max(target_of(search) - rest - summed, 1), summed, rest)
    search.space.sums[:width] = 0
