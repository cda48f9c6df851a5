"""Searching one block of a segment."""

from index.engine.coding import BLOCK, BLOCK_BITS
from index.engine.kernels.candidates import admitted, bar_of, consider, put_back, queue, target_of, weigh
from index.engine.kernels.compiling import lean
from index.engine.kernels.heap import push
from index.engine.kernels.records import Best, Search
from index.engine.kernels.space import GROUPS, QUEUE
from index.engine.kernels.summing import add_postings, add_row, find_tops

FEW = BLOCK // 16
"""Postings in a block up to which the sums are looked through posting by posting instead of all in a row."""

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
def _is_row(search: Search, term: int) -> bool:
    """Whether the term is a dense row with something in the block."""
    return bool(0 <= search.numbers[term] < len(search.columns.rows) and search.space.bound[term] > 0)


@lean
def _cost(search: Search, term: int) -> int:
    """What adding a term up costs in the block, in postings added."""
    return ROW_COST if _is_row(search, term) else int(search.space.high[term] - search.space.low[term])


@lean
def _needed(search: Search) -> int:
    """How many terms, the heaviest, a passage must have one of to reach the target."""
    target, needed, rest = target_of(search), len(search.numbers), 0
    while needed > 1 and rest + search.space.bound[needed - 1] < target:
        needed -= 1
        rest += search.space.bound[needed]
    return needed


@lean
def _add_up(search: Search, start: int, width: int, term: int) -> None:
    """Adds a term up."""
    columns, space = search.columns, search.space
    if _is_row(search, term):
        add_row(space.sums, columns.rows[search.numbers[term], start : start + width], space.weights[term], False)
    else:
        low, high = space.low[term], space.high[term]
        add_postings(space.sums, columns.places[low:high], columns.codes[low:high], space.weights[term])


@lean
def _prime(search: Search, start: int) -> None:
    """Has as many passages scored as are missing from the k best, so that there is a target from then on.

    They are those of the greatest sums, all terms being added up, among the passages of the heaviest term that has so
    many.
    """
    space, best, term, terms = search.space, search.best, 0, len(search.numbers)
    missing = len(best.scores) - best.held[0]
    while term < terms and space.high[term] - space.low[term] < missing:
        term += 1
    if term == terms:
        return
    firsts = Best(space.first_sums[:missing], space.first_places[:missing], space.first_held)
    firsts.held[0] = 0
    for at in range(space.low[term], space.high[term]):
        inside = search.columns.places[at]
        total = float(space.sums[inside])
        if (firsts.held[0] < missing or total > firsts.scores[0]) and admitted(search, start + inside):
            push(firsts, total, inside)
    for at in range(firsts.held[0]):
        inside = firsts.positions[at]
        queue(search, inside, space.sums[inside])
        if space.queued[0] == QUEUE:
            consider(search, start, terms, 0)
    consider(search, start, terms, 0)


@lean
def _through_postings(search: Search, start: int, needed: int, summed: int, rest: int, most: int) -> bool:
    """Takes note of the passages of a block that reach the target, posting by posting.

    Returns:
        Whether there are no more than so many, or ``most`` is the whole queue, which is emptied whenever it is full.
    """
    space, bar = search.space, bar_of(search, summed, rest)
    for term in range(needed):
        places = search.columns.places[space.low[term] : space.high[term]]
        for at in range(len(places)):
            if space.sums[places[at]] >= bar:
                if space.queued[0] == most:
                    if most < QUEUE:
                        return False
                    consider(search, start, summed, rest)
                    bar = bar_of(search, summed, rest)
                queue(search, places[at], space.sums[places[at]])
    return True


@lean
def _through_groups(search: Search, start: int, depth: int, bar: int, summed: int, rest: int, most: int) -> bool:
    """As ``_through_postings``, of all sums of the block that reach a bar, which rises with the target."""
    space = search.space
    for group in range(GROUPS):
        if space.tops[group] < bar:
            continue
        for inside in range(group, depth * GROUPS, GROUPS):
            if space.sums[inside] >= bar:
                if space.queued[0] == most:
                    if most < QUEUE:
                        return False
                    consider(search, start, summed, rest)
                    bar = max(bar, bar_of(search, summed, rest))
                queue(search, inside, space.sums[inside])
    return True


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
def _listed(search: Search, terms: int) -> int:
    """How many postings the first terms have in the block; more than ``FEW`` if there are rows among them."""
    listed = 0
    for term in range(terms):
        listed += _cost(search, term)
    return listed


@lean
def _gather(search: Search, start: int, depth: int, needed: int, summed: int, rest: int, most: int) -> bool:
    """As ``_through_postings``, the faster way."""
    if _listed(search, needed) < FEW:
        return _through_postings(search, start, needed, summed, rest, most)
    find_tops(search.space.sums, search.space.tops, depth)
    if target_of(search) == 0:
        _through_groups(search, start, depth, _low_bar(search), summed, rest, QUEUE)
        consider(search, start, summed, rest)
    return _through_groups(search, start, depth, bar_of(search, summed, rest), summed, rest, most)


@lean
def _clear(search: Search, width: int, summed: int) -> None:
    """Has all sums be 0 again."""
    space = search.space
    if _listed(search, summed) >= FEW // 2:
        space.sums[:width] = 0
        return
    for term in range(summed):
        places = search.columns.places[space.low[term] : space.high[term]]
        for at in range(len(places)):
            space.sums[places[at]] = 0


@lean
def search_block(search: Search, block: int) -> None:
    """Takes the best passages of a block in.

    Terms are added up, the heaviest first, until it is cheaper to look the others up in the passages that are left
    over. The bounds tell which terms must be added up, but not how many passages reach what the others leave to reach.
    That shows in the sums; the number of terms that was right for a block is where the next one begins. Of four million
    passages, queries with stop words took 1.9 ms so at the 50th percentile and 2.6 at the 90th, and 2.4 and 6.9 where
    all terms were added up: what they wait for is the dense rows, 19 MB a query.
    """
    reach = _enter(search, block)
    if reach == 0 or reach < target_of(search):
        return
    start, terms, space = block << BLOCK_BITS, len(search.numbers), search.space
    width = min(BLOCK, len(search.columns.lengths) - start)
    needed = _needed(search)
    summed = max(needed, min(terms, space.depth[0]))
    rest = remaining = 0
    for term in range(summed, terms):
        rest += space.bound[term]
        remaining += _cost(search, term)
    if remaining < 2 * ROW_COST:
        summed, rest, remaining = terms, 0, 0
    for term in range(summed):
        _add_up(search, start, width, term)
    if target_of(search) == 0:
        _prime(search, start)
        needed = _needed(search)
    while True:
        most = min(QUEUE - 1, remaining // LOOK_UP_COST) if summed < terms else QUEUE
        if _gather(search, start, (width + GROUPS - 1) // GROUPS, needed, summed, rest, most):
            break
        put_back(search)
        _add_up(search, start, width, summed)
        rest -= search.space.bound[summed]
        remaining -= _cost(search, summed)
        summed += 1
    space.depth[0] = summed - (summed > 0 and SPARE * LOOK_UP_COST * space.queued[0] < _cost(search, summed - 1))
    consider(search, start, summed, rest)
    _clear(search, width, summed)
