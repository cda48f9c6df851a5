"""Cutting texts, in UTF-8, into pieces and giving each distinct piece a number; see ``index.engine.texts``."""

import numpy as np

from index.engine.kernels.compiling import Array, Whole, jit, lean

GAP = 0
"""Of bytes: never in a word, so that pieces end there."""

LETTER = 1
"""In a word wherever they stand."""

INNER = 2
"""In a word only between letters."""

FOREIGN = 3
"""Bytes of characters beyond ASCII, which are left in the pieces for others to judge; but see ``_foreign_gap``."""

STOP = ord(".")

NUMBER = np.uint64((1 << 32) - 1)
TAG = np.uint64(((1 << 32) - 1) << 32)
"""The halves of an entry in a table of pieces, in which the hash stands beside the number to save a look elsewhere."""


def kinds() -> Array:
    """The kind of each byte; uint8, shape (256,)."""
    found = np.full(256, GAP, np.uint8)
    for byte in range(256):
        character = chr(byte)
        if byte >= 128:
            found[byte] = FOREIGN
        elif character.isalnum():
            found[byte] = LETTER
        elif character in ".,'`":
            found[byte] = INNER
    return found


@lean
def _foreign_gap(text: Array, at: Whole, end: Whole) -> int:
    """How many bytes the character beyond ASCII that begins here has if it is never in a word, else 0.

    Only the commonest are known: dashes, double quotation marks and bullets (U+2010 to 2017, U+201A to 2027), and the
    space that does not break.
    """
    if text[at] == 0xE2 and at + 2 < end and text[at + 1] == 0x80:
        last = text[at + 2]
        return 3 if 0x90 <= last <= 0x97 or 0x9A <= last <= 0xA7 else 0
    return 2 if text[at] == 0xC2 and at + 1 < end and text[at + 1] == 0xA0 else 0


@lean
def _begin(text: Array, at: Whole, end: Whole, kinds: Array) -> Whole:
    """Where the next piece begins; the end if none does."""
    while at < end:
        kind = kinds[text[at]]
        if kind == LETTER:
            break
        if kind == FOREIGN:
            gap = _foreign_gap(text, at, end)
            if gap == 0:
                break
            at += gap
        else:
            at += 1
    return at


@lean
def _finish(text: Array, at: Whole, end: Whole, kinds: Array, factor: np.uint64) -> tuple[Whole, Whole, np.uint64]:
    """Where a piece that begins here ends, where the next may begin, and its hash."""
    last, stops, running = at, 0, factor
    hashed = running
    while at < end:
        kind = kinds[text[at]]
        if kind == GAP or (kind == FOREIGN and _foreign_gap(text, at, end) > 0):
            break
        running = (running ^ np.uint64(text[at])) * factor
        at += 1
        if kind == INNER:
            # A full stop right behind a letter, and not the first such: an abbreviation may end with it.
            if text[at - 1] != STOP or last < at - 1:
                continue
            stops += 1
            if stops == 1:
                continue
        last, hashed = at, running
    return last, at, hashed ^ (hashed >> np.uint64(32))


@lean
def _same(one: Array, first: Whole, other: Array, start: Whole, length: Whole) -> bool:
    """Whether two stretches are the same."""
    at = 0
    while at < length and one[first + at] == other[start + at]:
        at += 1
    return at == length


@lean
def _number(
    text: Array,
    first: Whole,
    length: Whole,
    hashed: np.uint64,
    table: Array,
    hashes: Array,
    ends: Array,
    kept: Array,
    used: Array,
) -> int:
    """The number of a piece of the text; a new one is put into the tables."""
    tag, mask = hashed & TAG, len(table) - 1
    slot = np.int64(hashed) & mask
    while table[slot] != 0:
        if table[slot] & TAG == tag:
            number = np.int64(table[slot] & NUMBER) - 1
            start = ends[number - 1] if number else np.int64(0)
            if ends[number] - start == length and _same(text, first, kept, start, length):
                return int(number)
        slot = (slot + 1) & mask
    number = used[0]
    start = ends[number - 1] if number else np.int64(0)
    for at in range(length):
        kept[start + at] = text[first + at]
    used[0] = number + 1
    table[slot], hashes[number], ends[number] = tag | np.uint64(number + 1), hashed, start + length
    return int(number)


@lean
def place(table: Array, hashes: Array) -> None:
    """Puts the numbers from 0 on, of these hashes, into an empty table."""
    mask = len(table) - 1
    for number in range(len(hashes)):
        slot = np.int64(hashes[number]) & mask
        while table[slot] != 0:
            slot = (slot + 1) & mask
        table[slot] = (hashes[number] & TAG) | np.uint64(number + 1)


@lean
def intern(
    text: Array,
    text_ends: Array,
    kinds: Array,
    factor: np.uint64,
    table: Array,
    hashes: Array,
    ends: Array,
    kept: Array,
    used: Array,
    numbers: Array,
    counts: Array,
) -> int:
    """Numbers the pieces of texts.

    A piece is a run of bytes without a gap, less what stands at its edges and is in words only between letters; a full
    stop at the end stays where it may be an abbreviation's, as in "U.S.".

    Args:
        text: The texts one behind the other; uint8.
        text_ends: Where each ends; int64, shape (texts,).
        kinds: See ``kinds``.
        factor: What hashes are made with: odd, and drawn anew, so that no document can be written to slow this down.
        table: At the places that the hashes say: the upper half of the hash, and the number plus 1; 0 where there is
            none; uint64, as long as a power of two, with room for twice all pieces there can be.
        hashes: Of each number; uint64.
        ends: Where each number's piece ends in ``kept``; int64.
        kept: The pieces; uint8, with room for all there can be.
        used: How many numbers there are; int64, shape (1,).
        numbers: Gets the numbers of all pieces in order; uint32, with room for all.
        counts: Gets how many each text has; int64, shape (texts,).

    Returns:
        How many pieces there are.
    """
    at: Whole = np.int64(0)
    found = 0
    for which in range(len(text_ends)):
        end, before = text_ends[which], found
        while True:
            start = _begin(text, at, end, kinds)
            if start == end:
                break
            last, at, hashed = _finish(text, start, end, kinds, factor)
            numbers[found] = _number(text, start, last - start, hashed, table, hashes, ends, kept, used)
            found += 1
        at = end
        counts[which] = found - before
    return found


@jit
def expand(numbers: Array, counts: Array, starts: Array, terms: Array) -> tuple[Array, Array]:
    """From pieces to the terms they stand for.

    Args:
        numbers: Of the pieces of some texts, in order.
        counts: How many each text has.
        starts: Where in ``terms`` those of each piece start; int64, shape (pieces + 1,).
        terms: Numbers of terms; int64.

    Returns:
        The terms of the texts in order, int64; how many each text has, int64, shape (texts,).
    """
    sizes = np.zeros(len(counts), np.int64)
    total = 0
    for number in numbers:
        total += starts[number + 1] - starts[number]
    found = np.empty(total, np.int64)
    at, used = 0, 0
    for which in range(len(counts)):
        before = used
        for number in numbers[at : at + counts[which]]:
            for place in range(starts[number], starts[number + 1]):
                found[used] = terms[place]
                used += 1
        at += counts[which]
        sizes[which] = used - before
    return found, sizes
