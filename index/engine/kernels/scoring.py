"""The exact score of one passage, from the codes of its terms.

``_frequency`` repeats ``index.engine.impacts.recover`` and ``score_of`` repeats ``index.engine.formula``, operation by
operation, so that the results are the same to the last bit.
"""

import numpy as np

from index.engine.coding import BLOCK
from index.engine.formula import CEILING, K1, B
from index.engine.impacts import COARSE, FINE
from index.engine.kernels.compiling import Array, Whole, lean
from index.engine.kernels.records import Columns, Search


@lean
def find(values: Array, low: Whole, high: Whole, wanted: Whole) -> Whole:
    """Where in an ascending stretch the first value is that is not below the wanted one."""
    while low < high:
        middle = (low + high) >> 1
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@lean
def _frequency(columns: Columns, number: Whole, place: Whole, code: Whole, norm: float) -> float:
    """How often a term stands in a passage, from its code."""
    if len(columns.odd_keys):
        key = (number << 32) | place
        at = find(columns.odd_keys, 0, len(columns.odd_keys), key)
        if at < len(columns.odd_keys) and columns.odd_keys[at] == key:
            return float(columns.odd_counts[at])
    part = (float(code) - 0.5) * (CEILING / (COARSE if number < len(columns.rows) else FINE))
    return max(float(np.rint(norm * part / (CEILING - part))), 1.0)


@lean
def code_of(search: Search, term: int, place: Whole) -> int:
    """A term's code for a passage of the block, 0 where it lacks it."""
    columns, number = search.columns, search.numbers[term]
    if search.space.bound[term] == 0:
        return 0
    if number < len(columns.rows):
        return int(columns.rows[number, place])
    inside, high = place & (BLOCK - 1), search.space.high[term]
    at = find(columns.places, search.space.low[term], high, inside)
    return int(columns.codes[at]) if at < high and columns.places[at] == inside else 0


@lean
def score_of(search: Search, place: Whole) -> float:
    """The exact score of a passage from the codes of all terms."""
    length = float(search.columns.lengths[place])
    norm = K1 * (1 - B + B * length / search.question.average)
    made_norm = K1 * (1 - B + B * length / search.made_with)
    for term in range(len(search.numbers)):
        search.space.parts[term] = 0.0
        if search.space.codes[term] > 0:
            frequency = _frequency(search.columns, search.numbers[term], place, search.space.codes[term], made_norm)
            search.space.parts[term] = search.question.idfs[term] * (frequency * (K1 + 1) / (frequency + norm))
    score = 0.0
    for term in search.question.order:
        score += search.space.parts[term]
    return score
