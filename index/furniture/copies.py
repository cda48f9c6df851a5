"""Documents that are copies of one another."""

import numpy as np
from numpy.typing import NDArray

from index.furniture.line import Prose
from index.furniture.outline import Outline

COPY_SHARE = 0.8
"""Share of the smaller document's prose, in words, that makes two documents copies of one another."""

PARTIAL_COPY_SHARE = 0.6
"""The same where they share at least ``PARTIAL_COPY_BLOCKS`` paragraphs: a copy that was cut or added to. Banners
rarely come in threes, and less rarely with so little of a page's own between them."""

PARTIAL_COPY_BLOCKS = 3

_CHUNK = 1 << 20
"""Blocks looked up at a time."""

Ints = NDArray[np.int64]


def families(lines: Outline, owner: Ints, documents: int) -> Ints:
    """For each document the number of one that it is, directly or by way of others, a copy of.

    Documents are compared that share a block: each with the first that has it and with the one before it, which is
    enough to link copies, since they share many.

    Args:
        lines: The blocks of all documents.
        owner: The number of each block's document.
        documents: How many there are.
    """
    telling = _Telling(lines, owner, documents)
    one, other = telling.pairs()
    copies = telling.are_copies(one, other)
    return _joined(one[copies], other[copies], documents)


class _Telling:
    """The blocks by which documents are compared: their prose, or all where one has none; each once a document."""

    def __init__(self, lines: Outline, owner: Ints, documents: int) -> None:
        prose = lines["prose"] == Prose.PARAGRAPH
        has_prose = np.zeros(documents, np.bool_)
        has_prose[owner[prose]] = True
        at = np.flatnonzero(prose | ~has_prose[owner])
        _, number = np.unique(lines["key"][at], return_inverse=True)
        self._keys = int(number.max(initial=0)) + 1
        # Ascending by document, then by key.
        self._codes, first = np.unique(owner[at] * self._keys + number, return_index=True)
        self._words = lines["words"][at[first]].astype(np.int64)
        self._owner, self._number = np.divmod(self._codes, self._keys)
        self._total = np.bincount(self._owner, self._words, minlength=documents)
        self._ends = np.cumsum(np.bincount(self._owner, minlength=documents))

    def pairs(self) -> tuple[Ints, Ints]:
        """The pairs of documents to be compared, each once."""
        by_key = np.argsort(self._number, kind="stable")
        number, owner = self._number[by_key], self._owner[by_key]
        begins = np.flatnonzero(np.diff(number, prepend=-1))
        first = np.repeat(owner[begins], np.diff(begins, append=len(number)))
        again = np.flatnonzero(np.diff(number, prepend=-1) == 0)
        one, other = np.concatenate([first[again], owner[again - 1]]), np.concatenate([owner[again], owner[again]])
        both = np.unique(one * len(self._ends) + other)
        return both // max(len(self._ends), 1), both % max(len(self._ends), 1)

    def are_copies(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """For each pair whether they are copies of one another."""
        sizes = np.diff(self._ends, prepend=0)
        small, large = np.where(sizes[one] <= sizes[other], [one, other], [other, one])
        common, blocks = np.zeros(len(one)), np.zeros(len(one), np.int64)
        ends = np.cumsum(sizes[small])
        begin = 0
        while begin < len(one):
            done = ends[begin - 1] if begin else 0
            end = max(begin + 1, int(np.searchsorted(ends, done + _CHUNK, side="right")))
            part = slice(begin, end)
            common[part], blocks[part] = self._shared(small[part], large[part], sizes)
            begin = end
        share = common / np.maximum(1, np.minimum(self._total[one], self._total[other]))
        copies: NDArray[np.bool_] = (share >= COPY_SHARE) | (
            (share >= PARTIAL_COPY_SHARE) & (blocks >= PARTIAL_COPY_BLOCKS)
        )
        return copies

    def _shared(self, small: Ints, large: Ints, sizes: Ints) -> tuple[NDArray[np.float64], Ints]:
        """Words and number of the blocks that each pair has in common."""
        count = sizes[small]
        pair = np.repeat(np.arange(len(small)), count)
        within = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count)
        at = (self._ends - sizes)[small[pair]] + within
        wanted = large[pair] * self._keys + self._number[at]
        found = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
        same = self._codes[found] == wanted
        words = np.bincount(pair[same], self._words[at[same]], minlength=len(small)).astype(np.float64)
        return words, np.bincount(pair[same], minlength=len(small)).astype(np.int64)


def _joined(one: Ints, other: Ints, documents: int) -> Ints:
    """For each document the number of one that it is linked to, directly or by way of others."""
    family = list(range(documents))

    def root(number: int) -> int:
        while family[number] != number:
            family[number] = family[family[number]]
            number = family[number]
        return number

    for left, right in zip(one.tolist(), other.tolist(), strict=True):
        family[root(right)] = root(left)
    return np.array([root(number) for number in range(documents)], np.int64)
