"""How much of a query's runs of letters a passage has: ``index/runs.py`` says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.runs import BUCKETS, runs
from index.store.census import Census

_SATURATION, _SLOPE = 1.2, 0.75


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
    def of(cls, census: Census, passages: int) -> Self:
        """The rarity of runs in so many passages, of which this is the census."""
        rarity = np.log1p(passages / np.maximum(census.runs, 0.5)).astype(np.float32)
        return cls(rarity, max(census.length / max(passages, 1), 1.0))

    def counts(
        self, wanted: NDArray[np.uint32], texts: Sequence[bytes]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How often each wanted run stands in each text, and how long the texts are.

        Returns:
            float64, texts by wanted runs; float64, each text's length as a multiple of a passage's mean length.
        """
        column = np.zeros(BUCKETS, np.uint16)
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
