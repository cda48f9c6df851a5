"""What the terms of a query come to in one block of a segment."""

from index.engine.kernels.candidates import target_of
from index.engine.kernels.compiling import lean
from index.engine.kernels.records import Search

ROW_COST = 4096
"""What adding a dense row up costs in a block, in postings that are added up and looked through: 1.7 us, or twice that
where it has to be fetched from memory. With half and with twice as much queries took as long."""


@lean
def _weigh(search: Search, term: int, code: int) -> int:
    """What a code contributes, in units, rounded up."""
    product = code * search.space.weights[term]
    return int(product if search.numbers[term] < len(search.columns.rows) else product >> 16) + 1


@lean
def enter(search: Search, block: int) -> int:
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
        search.space.bound[term] = _weigh(search, term, code) if code else 0
        reach += search.space.bound[term]
    return reach


@lean
def is_row(search: Search, term: int) -> bool:
    """Whether the term is a dense row with something in the block."""
    return bool(0 <= search.numbers[term] < len(search.columns.rows) and search.space.bound[term] > 0)


@lean
def before_rows(search: Search) -> int:
    """How many terms, the heaviest, come before the first that is a dense row."""
    terms = 0
    while terms < len(search.numbers) and not is_row(search, terms):
        terms += 1
    return terms


@lean
def cost_of(search: Search, first: int, last: int) -> int:
    """What adding some terms up and looking through them costs, in postings."""
    cost = 0
    for term in range(first, last):
        cost += ROW_COST if is_row(search, term) else search.space.high[term] - search.space.low[term]
    return cost


@lean
def rest_of(search: Search, first: int) -> int:
    """What the terms from one on can add up to."""
    rest = 0
    for term in range(first, len(search.numbers)):
        rest += search.space.bound[term]
    return rest


@lean
def needed_of(search: Search) -> int:
    """How many terms, the heaviest, a passage must have one of to reach the target."""
    target, needed, rest = target_of(search), len(search.numbers), 0
    while needed > 1 and rest + search.space.bound[needed - 1] < target:
        needed -= 1
        rest += search.space.bound[needed]
    return needed
