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

LOOK_UP_COST = 100
"""What looking a passage up costs, in postings added, waiting for memory included. Of a million passages, queries with
stop words took .32 ms at the 50th percentile with 64 and .33 with 150 and with 300."""

SPARE = 4
"""Times cheaper that looking passages up was than adding a term up: then the next block begins with a term less."""


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
    """How many terms, the heaviest, a passage must have one of to reach the target, and what the others can add."""
    target, needed, rest = target_of(search), len(search.numbers), 0
    while needed > 1 and rest + search.space.bound[needed - 1] < target:
        needed -= 1
        rest += search.space.bound[needed]
    return needed, rest


@lean
def _reaching(search: Search, listed: int, depth: int, summed: int, bar: int) -> int:
    """How many passages reach a bar, of several in one group but one unless the sums are of few postings."""
    sums, places, count = search.space.sums, search.columns.places, 0
    if 0 <= listed <= FEW:
        for term in range(summed):
            for at in range(search.space.low[term], search.space.high[term]):
                count += sums[places[at]] >= bar
        return count
    find_tops(sums, search.space.tops, depth)
    for top in search.space.tops:
        count += top >= bar
    return count


@lean
def _sum_up(search: Search, start: int, width: int, depth: int) -> tuple[int, int, int]:
    """Adds terms up, the heaviest first, until it is cheaper to look the others up in the passages that are left over.

    The bounds tell which terms must be added up, but not how many passages reach what the others leave to reach. That
    shows in the sums; the number of terms that was right for a block is where the next one begins. Of four million
    passages, queries with stop words took 1.9 ms so at the 50th percentile and 2.6 at the 90th, and 2.4 and 6.9 where
    all terms were added up: what they wait for is the dense rows, 19 MB a query.

    Returns:
        How many terms that were, what the others can add to their sums, and how many postings they had; of the latter
        -1 if there were rows among them.
    """
    space, terms = search.space, len(search.numbers)
    needed, rest = _split(search)
    kept = saved = 0
    for term in range(needed):
        kept += _cost(search, term)
    for term in range(needed, terms):
        saved += _cost(search, term)
    summed = max(needed, min(space.depth[0], terms))
    if saved < 2 * ROW_COST:
        if kept * LOOK_UP_COST < saved:
            return needed, rest, _add_up(search, start, width, 0, needed)
        summed = terms
    for term in range(needed, summed):
        rest -= space.bound[term]
    listed = _add_up(search, start, width, 0, summed)
    while summed < terms:
        if space.bound[summed] > 0:
            bar = max(1, target_of(search) - rest - summed)
            reaching = LOOK_UP_COST * _reaching(search, listed, depth, summed, bar)
            if reaching <= _cost(search, summed):
                # The next block begins with fewer where these were more than enough.
                space.depth[0] = summed - (SPARE * reaching < _cost(search, summed - 1))
                return summed, rest, listed
            more = _add_up(search, start, width, summed, summed + 1)
            listed = -1 if min(listed, more) < 0 else listed + more
            rest -= space.bound[summed]
        summed += 1
    space.depth[0] = terms - 1
    return summed, rest, listed


@lean
def _add_up(search: Search, start: int, width: int, first: int, last: int) -> int:
    """Adds some of the terms up; returns how many postings that were, -1 if there were rows among them."""
    columns, space, listed, rows = search.columns, search.space, 0, 0
    for term in range(first, last):
        number = search.numbers[term]
        if 0 <= number < len(columns.rows) and space.bound[term]:
            add_row(space.sums, columns.rows[number, start : start + width], space.weights[term], first + rows == 0)
            rows += 1
    for term in range(first, last):
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
    depth = (width + GROUPS - 1) // GROUPS
    summed, rest, listed = _sum_up(search, start, width, depth)
    if 0 <= listed <= SCORED_AT_ONCE or (0 <= listed <= FEW and target_of(search) > 0):
        _through_postings(search, start, summed, rest)
        return
    find_tops(search.space.sums, search.space.tops, depth)
    if target_of(search) == 0:
        _through_groups(search, start, depth, _low_bar(search), summed, rest)
    _through_groups(search, start, depth, max(target_of(search) - rest - summed, 1), summed, rest)
    search.space.sums[:width] = 0
