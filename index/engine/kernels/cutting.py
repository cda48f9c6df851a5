"""Cutting texts, in UTF-8, into pieces; see ``index.engine.texts``."""

import numpy as np

from index.engine.kernels.compiling import Array, Whole, jit, lean
from index.engine.kernels.octets import BEYOND, first, letters, octet

GAP = 0
"""Of bytes: never in a word, so that pieces end there."""

LETTER = 1
"""In a word wherever they stand."""

INNER = 2
"""In a word only between letters."""

FOREIGN = 3
"""Bytes of characters beyond ASCII, which are left in the pieces for others to judge; but see ``_foreign_gap``."""

STOP = ord(".")

SEPARATOR = ord("\n")
"""Stands behind each piece that is kept; is in none."""

_HALF = np.uint64((1 << 32) - 1)


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
def lower(raw: Array, text: Array) -> None:
    """Copies bytes, the letters of ASCII as small ones."""
    for at in range(len(raw)):
        byte = raw[at]
        text[at] = byte + np.uint8(32) if ord("A") <= byte <= ord("Z") else byte


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
def _finish(text: Array, at: Whole, end: Whole, kinds: Array) -> tuple[Whole, Whole]:
    """Where a piece that begins here ends, and where the next may begin."""
    last, stops = at, 0
    while at < end:
        kind = kinds[text[at]]
        if kind == GAP or (kind == FOREIGN and _foreign_gap(text, at, end) > 0):
            break
        at += 1
        if kind == INNER:
            # A full stop right behind a letter, and not the first such: an abbreviation may end with it.
            if text[at - 1] != STOP or last < at - 1:
                continue
            stops += 1
            if stops == 1:
                continue
        last = at
    return last, at


@lean
def _hash(text: Array, at: Whole, end: Whole, factor: np.uint64) -> np.uint64:
    """A piece's hash."""
    running = factor
    while at < end:
        eight = first(octet(text, at), end - at)
        # Half by half: with all eight bytes at once, whoever sets their topmost bits undoes it in the next eight.
        running = (running ^ (eight & _HALF)) * factor
        running = (running ^ (eight >> np.uint64(32))) * factor
        at += 8
    return running ^ (running >> np.uint64(32))


@jit
def collected(text: Array, begins: Array, ends: Array) -> Array:
    """Stretches of a text that begin at these places, one behind the other such that they end at those; uint8."""
    found = np.empty(ends[-1] if len(ends) else 0, np.uint8)
    at = 0
    for which in range(len(begins)):
        source = begins[which] - at
        while at < ends[which]:
            found[at] = text[source + at]
            at += 1
    return found


@lean
def split(text: Array, factor: np.uint64, begins: Array, ends: Array, hashes: Array) -> int:
    """Finds the lines of a text, each with a ``SEPARATOR`` behind it; for the rest see ``cut``.

    Returns:
        How many there are.
    """
    found, begin = 0, np.int64(0)
    for at in range(len(text) - BEYOND):
        if text[at] == SEPARATOR:
            begins[found], ends[found], hashes[found] = begin, at, _hash(text, begin, at, factor)
            found += 1
            begin = np.int64(at + 1)
    return found


@lean
def cut(
    text: Array,
    text_ends: Array,
    kinds: Array,
    factor: np.uint64,
    begins: Array,
    ends: Array,
    hashes: Array,
    counts: Array,
) -> int:
    """Finds the pieces of texts.

    A piece is a run of bytes without a gap, less what stands at its edges and is in words only between letters; a full
    stop at the end stays where it may be an abbreviation's, as in "U.S.".

    Args:
        text: The texts, each with a gap behind it, and ``octets.BEYOND`` bytes behind them all; uint8.
        text_ends: Where each ends, its gap included; int64, shape (texts,).
        kinds: See ``kinds``.
        factor: What hashes are made with: odd, and drawn anew, so that no document can be written to slow this down.
        begins: Gets where each piece begins; int64, with room for all.
        ends: Gets where each ends; int64.
        hashes: Gets the hash of each; uint64.
        counts: Gets how many pieces each text has; int64, shape (texts,).

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
            last = at = letters(text, start)
            kind = kinds[text[at]]
            # Nearly always it is a word and a gap, or a mark between them.
            if kind != GAP and not (kind == INNER and kinds[text[at + 1]] == GAP):
                last, at = _finish(text, start, end, kinds)
            begins[found], ends[found], hashes[found] = start, last, _hash(text, start, last, factor)
            found += 1
        at = end
        counts[which] = found - before
    return found
