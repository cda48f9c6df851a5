"""Counting words and scattering postings, when an index is built; see ``index.engine.postings``."""

import numpy as np

from index.engine.kernels.compiling import Array, jit, lean


@jit
def expand(numbers: Array, counts: Array, meanings: Array, several: Array) -> tuple[Array, Array]:
    """From pieces to the terms they stand for; see ``index.engine.texts``.

    Args:
        numbers: Of the pieces of some texts, in order.
        counts: How many each text has.
        meanings: What each piece stands for: a term's number, or -1 for none, or -2 - p for those at p; int32.
        several: At such a p how many there are, and behind it these; int32.

    Returns:
        The terms of the texts in order, int32; how many each text has, int64, shape (texts,).
    """
    room = len(numbers)
    for number in numbers:
        if meanings[number] < -1:
            room += several[-2 - meanings[number]]
    terms, sizes = np.empty(room, np.int32), np.empty(len(counts), np.int64)
    at, used = 0, 0
    for which in range(len(counts)):
        before = used
        for number in numbers[at : at + counts[which]]:
            meaning = meanings[number]
            if meaning >= 0:
                terms[used] = meaning
                used += 1
            elif meaning < -1:
                place = -2 - meaning
                for one in several[place + 1 : place + 1 + several[place]]:
                    terms[used] = one
                    used += 1
        at += counts[which]
        sizes[which] = used - before
    return terms[:used], sizes


@lean
def count(
    numbers: Array, sizes: Array, seen: Array, before: int, terms: Array, passages: Array, frequencies: Array
) -> int:
    """Counts each passage's terms.

    Args:
        numbers: Of the terms of some passages, in order; int32.
        sizes: How many each passage has; int64.
        seen: Which posting was the last of each term, counted from 1 on over all calls, 0 for none; int32.
        before: How many postings there were before.
        terms: Gets each passage's distinct terms, with room for all; uint32.
        passages: Gets the passages they are in, counted from 0 on; uint16.
        frequencies: Gets how often they are in there; uint32.

    Returns:
        How many postings there are.
    """
    at, end, used = 0, 0, 0
    for passage in range(len(sizes)):
        begun = before + used
        end += sizes[passage]
        while at < end:
            term = numbers[at]
            last = seen[term]
            if last > begun:
                frequencies[last - before - 1] += np.uint32(1)
            else:
                terms[used], passages[used], frequencies[used] = term, passage, 1
                used += 1
                seen[term] = before + used
            at += 1
    return used


@lean
def tally(numbers: Array, holders: Array) -> None:
    """Counts the postings of each term; ``holders`` is int64."""
    for number in numbers:
        holders[number] += 1


@lean
def scatter(
    numbers: Array, first: int, passages: Array, frequencies: Array, cursor: Array, shift: int, packed: Array
) -> None:
    """Puts postings behind those already there of their terms; ``cursor`` is where each term's next one goes.

    See ``postings.Postings`` for how they are packed.
    """
    for at in range(len(numbers)):
        target = cursor[numbers[at]]
        cursor[numbers[at]] = target + 1
        packed[target] = (np.uint64(first + passages[at]) << np.uint64(shift)) | np.uint64(frequencies[at])
