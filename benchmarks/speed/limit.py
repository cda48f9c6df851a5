"""Where the machine's limit lies: what a query must read at the least, beside how fast memory gives it."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.engine import Engine
from index.engine.question import look_up

_SIZE = 1 << 28
_PER_POSTING = 4


def bandwidth() -> float:
    """Bytes a second that one thread reads from memory: the best of nine sums over 256 MB."""
    array = np.ones(_SIZE // 8, np.int64)
    least = min(_summed(array) for _ in range(9))
    return _SIZE / least


def touched(folder: Path, queries: Sequence[list[str]]) -> float:
    """Bytes of all postings and rows of a query's terms, on the mean: what would be read if nothing were skipped."""
    [live] = Engine.open(folder)._lives  # noqa: SLF001  # the measure is of its insides
    segment, total = live.segment, 0
    for term in (term for query in queries for term in query):
        number = look_up(term, [live])[0][0]
        total += len(segment) if number < len(segment.rows) else int(segment.holders[number]) * _PER_POSTING
    return total / len(queries)


def _summed(array: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> float:
    begun = time.perf_counter()
    array.sum()
    return time.perf_counter() - begun
