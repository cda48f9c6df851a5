"""Which words are used alike: freed and released, prison and jail.

A vector of each of the 40,000 most frequent words of English, ``vectors.npy`` by the lines of ``vectors.txt``. They are
GloVe's, learned from which words stand near which and published for whatever use, cut to some 2.5 MB by
``benchmarks/fit_vectors.py``. They say that two words are used alike, not that they mean the same: captured is used as
released is. What that is worth in a sentence is for the caller to measure.
"""

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

UNKNOWN = -1
"""The row of a word that has no vector: the last."""

Floats = NDArray[np.float32]


def row(word: str) -> int:
    """The row of a word in the table, whatever its case; the more frequent the lower. UNKNOWN has none."""
    return _rows().get(word.lower(), UNKNOWN)


def vectors(rows: NDArray[np.intp]) -> Floats:
    """The vectors of rows of the table, shape (rows, dimensions), each of length 1 to a hundredth; UNKNOWN's is 0."""
    table, length = _table()
    return table[rows].astype(np.float32) / length


@cache
def _rows() -> dict[str, int]:
    words = files("bot.answering").joinpath("vectors.txt").read_text("utf-8").splitlines()
    return {word: at for at, word in enumerate(words)}


@cache
def _table() -> tuple[NDArray[np.int8], np.float32]:
    """The table, with a row of zeros last for UNKNOWN, and the length of its rows."""
    with as_file(files("bot.answering").joinpath("vectors.npy")) as path:
        table: NDArray[np.int8] = np.load(path)
    length = np.sqrt(np.mean(np.sum(table.astype(np.float32) ** 2, axis=1)))
    return np.vstack([table, np.zeros_like(table[:1])]), np.float32(length)
