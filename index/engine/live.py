"""A segment as it stands in the corpus: which of its passages are searched, and at which positions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from index.engine.segment import Segment
from index.engine.vocabulary import key

Positions = npt.NDArray[np.int32]

GONE = -1
"""The position of a passage that is no longer in the corpus."""


@dataclass(frozen=True, eq=False)
class Live:
    """What of a segment is searched.

    Attributes:
        segment: The segment, which is never changed.
        positions: The position in the corpus of each of its passages, ``GONE`` for one that is no more; shape
            (passages of the segment,).
        holders: How many of the remaining passages have each term; uint32, shape (terms,).
        count: How many passages remain.
        words: How many words these have.
    """

    segment: Segment
    positions: Positions
    holders: npt.NDArray[np.uint32]
    count: int
    words: int

    @classmethod
    def of(cls, segment: Segment, positions: Positions) -> Self:
        """All of a segment, at these positions."""
        return cls(segment, positions, segment.holders, len(segment), int(segment.lengths.sum(dtype=np.int64)))

    @cached_property
    def holder_counts(self) -> memoryview:
        """``holders``, for reading one at a time: several times faster than from an array."""
        return self.holders.data

    @cached_property
    def remaining(self) -> npt.NDArray[np.bool_]:
        """For each passage of the segment whether it is still in the corpus."""
        return self.positions >= 0

    def moved(self, to: Positions, lost: Mapping[str, int] | None = None) -> Self:
        """As this, with the passage at each position p at ``to[p]`` instead; ``GONE`` takes it out of the corpus.

        Args:
            to: The new positions.
            lost: How many of the passages that are taken out have each term, where that is known; None counts them.
        """
        # What is gone has the position -1, which would find the last of ``to``.
        positions = np.where(self.remaining, to[self.positions], np.int32(GONE)) if len(to) else self.positions
        count = int(np.count_nonzero(positions >= 0))
        if count == self.count:
            return type(self)(self.segment, positions, self.holders, self.count, self.words)
        holders = self._counted(positions, count) if lost is None else self._less(lost)
        words = int(self.segment.lengths[positions >= 0].sum(dtype=np.int64))
        return type(self)(self.segment, positions, holders, count, words)

    def _less(self, lost: Mapping[str, int]) -> npt.NDArray[np.uint32]:
        holders = self.holders.copy()
        for term, count in lost.items():
            holders[self.segment.vocabulary.number(*key(term))] -= count
        return holders

    def _counted(self, positions: Positions, count: int) -> npt.NDArray[np.uint32]:
        """How many of the passages that have a position have each term; the smaller part of them is counted."""
        if 2 * count < self.count:
            return self.segment.holders_among(positions >= 0)
        return self.holders - self.segment.holders_among(self.remaining & (positions < 0))
