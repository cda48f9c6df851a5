"""Reading a query: which terms it has, and what each weighs. The same as ``index.engine.question`` has, but faster."""

import math

import numpy as np

from index.engine.kernels.compiling import Array, Whole, jit, lean
from index.engine.kernels.cutting import SEPARATOR
from index.engine.kernels.hashing import checksum
from index.engine.kernels.space import MOST_TERMS, Space
from index.engine.kernels.vocabulary import number_of, vocabulary_at


@jit
def read(query: bytes, segments: Array, count: int, space: Space) -> tuple[int, int]:
    """Looks a query's terms up; leaves them in the work space, the one that weighs most first.

    Args:
        query: Its words, with a ``SEPARATOR`` between them.
        segments: See ``search.top``.
        count: The passages of all segments.
        space: The work space.

    Returns:
        How many terms there are, and how many words that some passage has; -1 terms if there are more than
        ``MOST_TERMS``.
    """
    terms = words = begin = 0
    for end in range(len(query) + 1):
        if end < len(query) and query[end] != SEPARATOR:
            continue
        if terms == MOST_TERMS:
            return -1, 0
        hashed = checksum(query, begin, end)
        holders = _look_up(query, begin, end, hashed, segments, space, terms)
        begin = end + 1
        if holders == 0:
            continue
        term = _same(hashed, terms, len(segments), space)
        if term == terms:
            space.hashes[term], space.read_hefts[term] = hashed, 0.0
            space.read_idfs[term] = math.log(1 + (count - holders + 0.5) / (holders + 0.5))
            terms += 1
        space.read_hefts[term] += 1.0
        space.order[words] = term
        words += 1
    _arrange(space, terms, words, len(segments))
    return terms, words


@jit
def _look_up(
    query: bytes, begin: Whole, end: Whole, hashed: np.uint32, segments: Array, space: Space, term: int
) -> Whole:
    """Notes a word's number in each segment as those of a new term; returns how many passages have it."""
    holders = np.int64(0)
    for segment in range(len(segments)):
        vocabulary = vocabulary_at(segments[segment])
        number = number_of(vocabulary, query, begin, end, hashed)
        space.read_numbers[segment * MOST_TERMS + term] = number
        if number >= 0:
            holders += np.int64(vocabulary.holders[number])
    return holders


@lean
def _same(hashed: np.uint32, terms: int, segments: int, space: Space) -> int:
    """Which of the terms until now has the numbers that were just noted, or else how many terms there are."""
    for term in range(terms):
        if space.hashes[term] == hashed:
            segment = 0
            while (
                segment < segments
                and space.read_numbers[segment * MOST_TERMS + term] == space.read_numbers[segment * MOST_TERMS + terms]
            ):
                segment += 1
            if segment == segments:
                return term
    return terms


@lean
def _arrange(space: Space, terms: int, words: int, segments: int) -> None:
    """Puts the terms in order."""
    for term in range(terms):
        space.read_hefts[term] *= space.read_idfs[term]
    for term in range(terms):
        rank, heft = 0, space.read_hefts[term]
        for other in range(terms):
            rank += space.read_hefts[other] > heft or (space.read_hefts[other] == heft and other < term)
        space.ranks[term] = rank
        space.idfs[rank], space.hefts[rank] = space.read_idfs[term], heft
        for segment in range(segments):
            space.numbers[segment * MOST_TERMS + rank] = space.read_numbers[segment * MOST_TERMS + term]
    for word in range(words):
        space.order[word] = space.ranks[space.order[word]]
