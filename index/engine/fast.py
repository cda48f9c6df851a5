"""Searching with the compiled kernels."""

import threading
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from index.engine.live import Live
from index.ranking import Mask, Ranked

_ALL: Mask = np.zeros(0, np.bool_)

_ranked = partial(tuple.__new__, Ranked)
"""``Ranked`` of a pair, in half the time."""


class Fast:
    """Segments as the kernels take them. Safe to be used by several threads at once."""

    def __init__(self, compiled: Any, lives: Sequence[Live], count: int, average: float) -> None:
        """Lays segments out.

        Args:
            compiled: The kernels.
            lives: The segments, at least one.
            count: How many passages they have.
            average: The average length, in words, of all passages of all segments.
        """
        self._compiled = compiled
        self._local = threading.local()
        # The kernels are handed addresses, so the arrays are held here.
        self._held = [_laid_out(compiled, live) for live in lives]
        self._segments = np.stack([compiled.addresses(columns) for columns in self._held])
        self._averages = np.array([average, *(live.segment.average for live in lives)])
        self._count = count
        self._separator = chr(compiled.SEPARATOR)

    def top(self, query: Sequence[str], k: int, within: Mask | None) -> list[Ranked] | None:
        """The k best passages that have a term of the query, the best first; None if the kernels cannot answer this."""
        words = self._separator.join(query)
        if k > self._compiled.MOST or len(query) > self._compiled.MOST_WORDS:
            return None
        if words.count(self._separator) != len(query) - 1:
            return None
        positions, scores, addresses = self._space()
        found = self._compiled.top(
            self._segments,
            self._averages,
            addresses,
            words.encode("utf-8", "surrogatepass"),
            self._count,
            k,
            # Of another kind of array the kernels would be compiled anew.
            _ALL if within is None else np.require(within, np.bool_, ["C", "W"]),
        )
        if found < 0:
            return None
        return list(map(_ranked, zip(positions[:found].tolist(), scores[:found].tolist(), strict=True)))

    def _space(self) -> tuple[memoryview, memoryview, npt.NDArray[np.int64]]:
        """Where this thread finds the best passages and their scores, and where its work space lies."""
        try:
            found: tuple[memoryview, memoryview, npt.NDArray[np.int64]] = self._local.space
        except AttributeError:
            space = self._compiled.space(len(self._held))
            self._local.held = space
            found = self._local.space = space.positions.data, space.scores.data, self._compiled.addresses(space)
        return found


def _laid_out(compiled: Any, live: Live) -> list[npt.NDArray[Any]]:
    """The arrays of a segment, in the kernels' order."""
    columns = {name.removeprefix("vocabulary_"): column for name, column in live.segment.columns().items()}
    columns |= {"positions": live.positions, "holders": live.holders, "ends": columns["ends"].view(np.uint32)}
    return [np.ascontiguousarray(columns[name]) for name in (*compiled.Columns._fields, *compiled.Vocabulary._fields)]
