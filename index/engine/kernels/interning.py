"""Giving each distinct piece of texts a number; see ``index.engine.table``."""

import numpy as np

from index.engine.kernels.compiling import Array, Whole, lean
from index.engine.kernels.cutting import SEPARATOR
from index.engine.kernels.octets import BEYOND, fetch, first, octet

UNKNOWN = -1
"""The number of a piece that has none."""

ENTRY = 4
"""Numbers of eight bytes at each place of a table: half of what a cache holds or lets go at once."""

INSIDE = 24
"""Bytes of a piece that stand in the table itself."""

_AHEAD = 12
"""Pieces ahead of the one looked up whose place in the table is brought into the cache: of a table of 16 MB a look-up
took 46 ns without, and takes 28."""

_NUMBER = np.uint64((1 << 31) - 1)
_LONG = np.uint64(1 << 31)
_UPPER = np.uint64(((1 << 32) - 1) << 32)


@lean
def _same(text: Array, begin: Whole, end: Whole, kept: Array, start: Whole) -> bool:
    """Whether a piece of the text is the one that is kept from ``start`` on, of the same length."""
    while begin < end:
        length = end - begin
        if first(octet(text, begin), length) != first(octet(kept, start), length):
            return False
        begin += 8
        start += 8
    return True


@lean
def _kept(text: Array, begin: Whole, end: Whole, number: Whole, kept: Array, kept_ends: Array) -> bool:
    """Whether a number is that of a piece of more than ``INSIDE`` bytes."""
    if number >= len(kept_ends):
        return False  # the table has been added to since these arrays were handed over
    start = kept_ends[number - 1] if number else np.int64(0)
    length = end - begin
    if kept_ends[number] - start != length + 1 or start + length + BEYOND > len(kept):
        return False
    return _same(text, begin, end, kept, start)


@lean
def _looked_up(
    text: Array, begin: Whole, end: Whole, hashed: np.uint64, table: Array, kept: Array, kept_ends: Array
) -> tuple[Whole, Whole]:
    """A piece's number, ``UNKNOWN`` if it has none, and its place in the table."""
    one, two, three = _opening(text, begin, end)
    tag = _tag(hashed, end - begin)
    place = ENTRY * (np.int64(hashed) & (len(table) // ENTRY - 1))
    while table[place] != 0:
        if (
            table[place] & ~_NUMBER == tag
            and table[place + 1] == one
            and table[place + 2] == two
            and table[place + 3] == three
        ):
            number = np.int64(table[place] & _NUMBER) - 1
            if end - begin <= INSIDE or _kept(text, begin, end, number, kept, kept_ends):
                return number, place
        place = (place + ENTRY) & (len(table) - 1)
    return np.int64(UNKNOWN), place


@lean
def _opening(text: Array, begin: Whole, end: Whole) -> tuple[np.uint64, np.uint64, np.uint64]:
    """The first bytes of a piece, as many as a table holds, zeros behind them."""
    one, two, three = first(octet(text, begin), end - begin), np.uint64(0), np.uint64(0)
    if end - begin > 8:
        two = first(octet(text, begin + 8), end - begin - 8)
        if end - begin > 16:
            three = first(octet(text, begin + 16), end - begin - 16)
    return one, two, three


@lean
def _tag(hashed: np.uint64, length: Whole) -> np.uint64:
    """What of a place in the table is not the number."""
    return (hashed & _UPPER) | (_LONG if length > INSIDE else np.uint64(0))


@lean
def find(
    text: Array, begins: Array, ends: Array, hashes: Array, table: Array, kept: Array, kept_ends: Array, numbers: Array
) -> int:
    """Looks up the numbers of pieces, while another thread may be adding some: these are found or not.

    It is safe because a place in the table changes once, from two zeros, and no piece begins with a zero byte: whatever
    of it, or of what is kept, is not yet to be seen looks like another piece.

    Args:
        text: See ``cutting.cut``.
        begins: Where each piece begins; int64, shape (pieces,).
        ends: Where each ends; int64, shape (pieces,).
        hashes: Of each; uint64, shape (pieces,).
        table: ``ENTRY`` at each place, the places being as the hashes' lower bits say: the upper half of the hash, a
            bit for pieces of more than ``INSIDE`` bytes, and the number plus 1; then the first so many bytes. 0 where
            there is none; uint64, ``ENTRY`` times as long as a power of two, with places to spare.
        kept: The pieces of all numbers, with a ``SEPARATOR`` behind each; uint8, with room for all there can be, and
            ``octets.BEYOND``.
        kept_ends: Where each number's piece ends there, the separator included; int64.
        numbers: Gets the number of each piece, or ``UNKNOWN``; int32, shape (pieces,).

    Returns:
        How many are unknown.
    """
    mask, unknown = len(table) // ENTRY - 1, 0
    for which in range(len(begins)):
        if which + _AHEAD < len(begins):
            fetch(table, ENTRY * (np.int64(hashes[which + _AHEAD]) & mask))
        number, _ = _looked_up(text, begins[which], ends[which], hashes[which], table, kept, kept_ends)
        numbers[which] = number
        unknown += number == UNKNOWN
    return unknown


@lean
def add(
    text: Array,
    begins: Array,
    ends: Array,
    hashes: Array,
    table: Array,
    kept: Array,
    kept_ends: Array,
    numbers: Array,
    kept_hashes: Array,
    used: Whole,
) -> Whole:
    """Numbers the pieces whose number is ``UNKNOWN``; for one thread at a time.

    Args:
        text: As the others in ``find``.
        begins: As there.
        ends: As there.
        hashes: As there.
        table: As there.
        kept: As there.
        kept_ends: As there.
        numbers: As there.
        kept_hashes: Of each number; uint64.
        used: How many numbers there are.

    Returns:
        How many numbers there are then.
    """
    for which in range(len(begins)):
        if numbers[which] != UNKNOWN:
            continue
        begin, end, hashed = begins[which], ends[which], hashes[which]
        number, place = _looked_up(text, begin, end, hashed, table, kept, kept_ends)
        if number == UNKNOWN:
            number, start = used, kept_ends[used - 1] if used else np.int64(0)
            for at in range(end - begin):
                kept[start + at] = text[begin + at]
            kept[start + end - begin] = SEPARATOR
            kept_ends[number], kept_hashes[number] = start + end - begin + 1, hashed
            table[place + 1], table[place + 2], table[place + 3] = _opening(text, begin, end)
            table[place] = _tag(hashed, end - begin) | np.uint64(number + 1)
            used += 1
        numbers[which] = number
    return used


@lean
def enlarge(table: Array, hashes: Array, larger: Array) -> None:
    """Puts what is in a table into an empty one; ``hashes`` are those of each number."""
    mask = len(larger) // ENTRY - 1
    for at in range(0, len(table), ENTRY):
        if table[at] != 0:
            place = ENTRY * (np.int64(hashes[np.int64(table[at] & _NUMBER) - 1]) & mask)
            while larger[place] != 0:
                place = (place + ENTRY) & (len(larger) - 1)
            for part in range(ENTRY):
                larger[place + part] = table[at + part]
