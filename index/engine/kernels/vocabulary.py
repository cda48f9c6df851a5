"""Looking a term up among those of a segment; see ``index.engine.vocabulary.Vocabulary``."""

from typing import NamedTuple

import numpy as np

from index.engine.kernels.compiling import Array, Whole, jit, lean
from index.engine.kernels.memory import bytes_at, words_at
from index.engine.kernels.scoring import find

_STRIDE = 32
"""Hashes that are looked past first. They are spread evenly, so that one of a million stands within some 500 of where
its size says; those of a document that was written to crowd them are found by longer and longer strides."""


class Vocabulary(NamedTuple):
    """The terms of a segment, and how many of its passages that are still in the corpus have each.

    Attributes:
        text: See there, as the others.
        ends: In four bytes each, or the lower and the upper four bytes of each.
        hashes: See there.
        numbers: See there.
        holders: uint32, shape (terms,).
    """

    text: Array
    ends: Array
    hashes: Array
    numbers: Array
    holders: Array


@jit
def vocabulary_at(table: Array) -> Vocabulary:
    """The vocabulary at ``addresses`` in this order."""
    return Vocabulary(
        bytes_at(table[0]), words_at(table[1]), words_at(table[2]), words_at(table[3]), words_at(table[4])
    )


@lean
def _end(vocabulary: Vocabulary, number: Whole) -> Whole:
    """Where a term ends in the text."""
    ends, terms = vocabulary.ends, len(vocabulary.hashes)
    if len(ends) == terms:
        return np.int64(ends[number])
    return np.int64(ends[2 * number]) | (np.int64(ends[2 * number + 1]) << 32)


@lean
def _compare(vocabulary: Vocabulary, at: Whole, query: bytes, begin: Whole, end: Whole) -> Whole:
    """Below 0 if the term of a hash's place comes before the one asked for, 0 if it is this one, else above 0."""
    number = np.int64(vocabulary.numbers[at])
    start = _end(vocabulary, number - 1) if number else np.int64(0)
    length = _end(vocabulary, number) - start
    for step in range(min(length, end - begin)):
        one, other = np.int64(vocabulary.text[start + step]), np.int64(query[begin + step])
        if one != other:
            return one - other
    return length - (end - begin)


@lean
def _first(hashes: Array, hashed: np.uint32) -> Whole:
    """Where the first hash is that is not below the one asked for."""
    low: Whole = np.int64((np.uint64(hashed) * np.uint64(len(hashes))) >> np.uint64(32))
    high, stride = low, _STRIDE
    while high < len(hashes) and hashes[high] < hashed:
        low, high, stride = high + 1, min(int(high + stride), len(hashes)), 2 * stride
    while low > 0 and hashes[low - 1] >= hashed:
        high, low, stride = low - 1, max(int(low - stride), 0), 2 * stride
    return find(hashes, low, high, np.int64(hashed))


@lean
def number_of(vocabulary: Vocabulary, query: bytes, begin: Whole, end: Whole, hashed: np.uint32) -> Whole:
    """The number of the term that stands in a query there, -1 if it is not among them."""
    hashes = vocabulary.hashes
    low = _first(hashes, hashed)
    if low == len(hashes) or hashes[low] != hashed:
        return np.int64(-1)
    if _compare(vocabulary, low, query, begin, end) == 0:  # nearly always
        return np.int64(vocabulary.numbers[low])
    high = find(hashes, low, len(hashes), np.int64(hashed) + 1)
    while low < high:
        middle = (low + high) >> 1
        order = _compare(vocabulary, middle, query, begin, end)
        if order == 0:
            return np.int64(vocabulary.numbers[middle])
        low, high = (middle + 1, high) if order < 0 else (low, middle)
    return np.int64(-1)
