"""Counting words and scattering postings, when an index is built; see ``index.engine.postings``."""

import numpy as np

from index.engine.kernels.compiling import Array, jit


@jit
def count(numbers: Array, sizes: Array, vocabulary: int) -> tuple[Array, Array, Array]:
    """Each passage's distinct terms, the passages they are in and how often; see ``postings``."""
    terms = np.empty(len(numbers), np.uint32)
    passages = np.empty(len(numbers), np.uint32)
    frequencies = np.empty(len(numbers), np.uint32)
    place_of = np.full(vocabulary, -1, np.int32)
    at, end, used = 0, 0, 0
    for passage in range(len(sizes)):
        begun = used
        end += sizes[passage]
        while at < end:
            term = numbers[at]
            place = place_of[term]
            if place >= begun:
                frequencies[place] += np.uint32(1)
            else:
                place_of[term] = used
                terms[used], passages[used], frequencies[used] = term, passage, 1
                used += 1
            at += 1
    return terms[:used].copy(), passages[:used].copy(), frequencies[:used].copy()


@jit
def scatter(
    numbers: Array,
    first: int,
    passages: Array,
    frequencies: Array,
    renumbered: Array,
    cursor: Array,
    to_passages: Array,
    to_frequencies: Array,
) -> None:
    """Puts postings behind those already there of their terms; ``cursor`` is where each term's next one goes."""
    for at in range(len(numbers)):
        term = renumbered[numbers[at]]
        target = cursor[term]
        cursor[term] = target + 1
        to_passages[target] = first + passages[at]
        to_frequencies[target] = frequencies[at]
