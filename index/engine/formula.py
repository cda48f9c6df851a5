"""Okapi BM25 as rank_bm25 0.2.2 computes it, operation by operation, so that float64 results agree to the last bit."""

import math
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

K1 = 1.5
"""How soon repeating a word stops counting; the default of ``rank_bm25.BM25Okapi``."""

B = 0.75
"""How much a passage's length counts; the default of ``rank_bm25.BM25Okapi``."""

CEILING = K1 + 1
"""What a term's part of a score, its idf aside, stays below."""

Floats: TypeAlias = npt.NDArray[np.float64]
Lengths: TypeAlias = npt.NDArray[np.uint32]


def idf(count: int, holders: int) -> float:
    """The inverse document frequency, in nats, of a term that ``holders`` of ``count`` passages have.

    As ``index.ranking.Okapi`` has it: Robertson and Zaragoza's, with the 1 that Lucene adds.
    """
    return math.log(1 + (count - holders + 0.5) / (holders + 0.5))


def norms(lengths: Lengths, average: float) -> Floats:
    """What each passage's length adds to the denominator; shape as ``lengths``, which are in words."""
    return K1 * (1 - B + B * lengths.astype(np.float64) / average)


def parts(frequencies: Floats, norms: Floats) -> Floats:
    """A term's part of each score, its idf aside, in [0, ``CEILING``); both shaped (postings,)."""
    return frequencies * (K1 + 1) / (frequencies + norms)
