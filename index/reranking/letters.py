"""Runs of letters, across the borders of words: what two spellings, inflections or phrases have in common.

"Khazali" and "Khazaly", "microstructure" and "structural", and "commander of the" in this order share runs of letters
where they share no term. Runs are taken from a text as it stands, stop words and all, because the little words between
two content words tell a phrase from two words that happen to meet. Runs that end with the word, of words without stop
words, or of stems find less (benchmarks/retrieval.py's sets, nDCG@10 beside BM25: +.009, +.004 and +.006).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

LENGTH = 5
"""Bytes of UTF-8 in a run. Runs of 4 find as much (.7305 beside .7320 with all evidence), those of 6 less."""

BUCKET_BITS = 18
"""Runs are told apart by a hash of so many bits; the table of their rarity takes 1 MB."""

MOST_READ = 10_000
"""Passages, evenly spread, that the rarity of runs is counted on; it bounds what opening a large corpus costs."""

_GAP = "\0" * (LENGTH - 1)
_CHUNK = 1000
_SPREAD = np.uint32(0x9E3779B1)
_SPREAD_LAST = np.uint32(0x85EBCA6B)
"""Odd numbers near 2**32 divided by the golden ratio and the like: multiplicative hashing (Knuth, The Art of Computer
Programming 3, 6.4)."""

_SPACES = b"\t\n\v\f\r-/_"
_PUNCTUATION = bytes(code for code in range(1, 128) if not chr(code).isalnum() and code != 32 and code not in _SPACES)
_LOWER = bytes(32 if code in _SPACES else ord(chr(code).lower()) if code < 128 else code for code in range(256))
_APOSTROPHE = "’".encode()

_SATURATION, _SLOPE = 1.2, 0.75


def runs(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The runs of several texts.

    Texts are read as UTF-8, Latin letters in lower case, without ASCII punctuation and apostrophes; hyphens, slashes
    and line ends are spaces.

    Returns:
        The buckets of all runs, one text after another, uint32, and where each text's end, int64. The last four of
        each text's reach beyond it, into a gap that no text has, and match nothing.
    """
    joined = _GAP.join([*texts, ""])
    if joined.count("\0") != len(texts) * len(_GAP):
        joined = _GAP.join([*(text.replace("\0", "") for text in texts), ""])
    plain = joined.encode("utf-8", "replace").replace(_APOSTROPHE, b"").translate(_LOWER, _PUNCTUATION)
    letters = np.frombuffer(plain + bytes(len(_GAP)), np.uint8)
    ends = np.flatnonzero(letters[: len(plain)] == 0)[len(_GAP) - 1 :: len(_GAP)] + 1
    pairs = letters[1:].astype(np.uint16) << np.uint16(8) | letters[:-1]
    fours = pairs[2:].astype(np.uint32) << np.uint32(16) | pairs[:-2]
    hashed = fours[:-1] * _SPREAD + letters[LENGTH - 1 :] * _SPREAD_LAST
    return hashed >> np.uint32(32 - BUCKET_BITS), ends


def runs_of(text: str) -> NDArray[np.uint32]:
    """The buckets of the runs of one text, each once, ascending."""
    every, _ = runs([text])
    return np.unique(every[: max(len(every) - 2 * len(_GAP), 0)])


@dataclass(frozen=True, slots=True)
class Letters:
    """How rare each run of letters is in a corpus.

    Attributes:
        rarity: For each bucket, ln(1 + passages / occurrences), in nats, float32. Counting the passages that have a
            run instead of its occurrences finds as much and costs a sort.
        length: Mean number of runs of a passage, the four beyond its end included.
    """

    rarity: NDArray[np.float32]
    length: float

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Counts the runs of the passages' texts."""
        counted, length = np.zeros(1 << BUCKET_BITS, np.int64), 0
        for at in range(0, len(texts), _CHUNK):
            chunk, _ = runs(texts[at : at + _CHUNK])
            counted += np.bincount(chunk, minlength=1 << BUCKET_BITS)
            length += len(chunk)
        rarity = np.log1p(len(texts) / np.maximum(counted, 0.5)).astype(np.float32)
        return cls(rarity, max(length / max(len(texts), 1), 1.0))

    def counts(
        self, wanted: NDArray[np.uint32], texts: Sequence[str]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How often each wanted run stands in each text, and how long the texts are.

        Returns:
            float64, texts by wanted runs; float64, each text's length as a multiple of a passage's mean length.
        """
        column = np.zeros(1 << BUCKET_BITS, np.uint16)
        column[wanted] = np.arange(1, len(wanted) + 1)
        every, ends = runs(texts)
        found = column.take(every)
        at = np.flatnonzero(found)
        row = np.searchsorted(ends, at, side="right")
        cells = np.bincount(row * len(wanted) + found[at] - 1, minlength=len(texts) * len(wanted))
        lengths = np.diff(ends, prepend=0) / self.length
        return cells.reshape(len(texts), len(wanted)).astype(np.float64), lengths

    def score(
        self, wanted: NDArray[np.uint32], counts: NDArray[np.float64], length: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """BM25 over runs.

        Args:
            wanted: The query's runs.
            counts: As ``counts`` gives them.
            length: Of each row, as a multiple of the mean.
        """
        tail = _SATURATION * (1 - _SLOPE + _SLOPE * length)[:, None]
        saturated: NDArray[np.float64] = counts * (_SATURATION + 1) / (counts + tail)
        return saturated @ self.rarity[wanted].astype(np.float64)
