"""Runs of letters, across the borders of words: what two spellings, inflections or phrases have in common.

"Khazali" and "Khazaly", "microstructure" and "structural", and "commander of the" in this order share runs of letters
where they share no term. Runs are taken from a text as it stands, stop words and all, because the little words between
two content words tell a phrase from two words that happen to meet. Runs that end with the word, of words without stop
words, or of stems find less (benchmarks/retrieval.py's sets, nDCG@10 beside BM25: +.009, +.004 and +.006).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

LENGTH = 5
"""Bytes of UTF-8 in a run. Runs of 4 find as much (.7305 beside .7320 with all evidence), those of 6 less."""

_BITS = 18

BUCKETS: Final = 1 << _BITS
"""Runs are told apart by a hash of so many values; the table of their rarity takes 1 MB."""

_GAP = bytes(LENGTH - 1)
_SPREAD = np.uint32(0x9E3779B1)
_SPREAD_LAST = np.uint32(0x85EBCA6B)
"""Odd numbers near 2**32 divided by the golden ratio and the like: multiplicative hashing (Knuth, The Art of Computer
Programming 3, 6.4)."""

_SPACES = b"\t\n\v\f\r-/_"
_PUNCTUATION = bytes(code for code in range(1, 128) if not chr(code).isalnum() and code != 32 and code not in _SPACES)
_LOWER = bytes(32 if code in _SPACES else ord(chr(code).lower()) if code < 128 else code for code in range(256))
_APOSTROPHE = "’".encode()


def runs(texts: Sequence[bytes]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The runs of several texts.

    Texts are in UTF-8, and read with Latin letters in lower case, without ASCII punctuation and apostrophes; hyphens,
    slashes and line ends are spaces.

    Returns:
        The buckets of all runs, one text after another, uint32, and where each text's end, int64. The last four of
        each text's reach beyond it, into a gap that no text has, and match nothing.
    """
    joined = _GAP.join([*texts, b""])
    if joined.count(b"\0") != len(texts) * len(_GAP):
        joined = _GAP.join([*(text.replace(b"\0", b"") for text in texts), b""])
    plain = joined.replace(_APOSTROPHE, b"").translate(_LOWER, _PUNCTUATION)
    letters = np.frombuffer(plain + bytes(len(_GAP)), np.uint8)
    ends = np.flatnonzero(letters[: len(plain)] == 0)[len(_GAP) - 1 :: len(_GAP)] + 1
    pairs = letters[1:].astype(np.uint16) << np.uint16(8) | letters[:-1]
    fours = pairs[2:].astype(np.uint32) << np.uint32(16) | pairs[:-2]
    hashed = fours[:-1] * _SPREAD + letters[LENGTH - 1 :] * _SPREAD_LAST
    return hashed >> np.uint32(32 - _BITS), ends


def counted(texts: Sequence[bytes]) -> tuple[NDArray[np.int64], int]:
    """How often each run stands in several texts, shape (BUCKETS,), and how long the texts are.

    The length is in runs, the four that reach beyond each text's end and the four between two texts included; the
    latter are not counted, so that the counts of several texts are the sum of the counts of each.
    """
    every, ends = runs(texts)
    between = (ends[:, None] - np.arange(1, len(_GAP) + 1)).ravel()
    counts = np.bincount(every, minlength=BUCKETS) - np.bincount(every[between], minlength=BUCKETS)
    return counts, len(every)


def runs_of(text: str) -> NDArray[np.uint32]:
    """The buckets of the runs of one text, each once, ascending."""
    every, _ = runs([text.encode("utf-8", "replace")])
    return np.unique(every[: max(len(every) - 2 * len(_GAP), 0)])
