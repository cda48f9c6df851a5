"""Which term stands where: the passages' terms as numbers, in their order.

A passage costs 5 bytes for each of its terms and 24 more: about 0.5 KB at 90 terms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import getsizeof
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from index.sources import Sources

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_CHUNK = 1 << 20
"""Occurrences that are sorted at a time, so that counting needs tens of megabytes whatever the corpus."""

_MOST_COUNTED = 255
_DAMPENED: Floats = np.log1p(np.arange(_MOST_COUNTED + 1)) / np.maximum(np.arange(_MOST_COUNTED + 1), 1)
"""ln(1 + tf) / tf: what each of tf occurrences brings of the term's weight."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The occurrences of some passages, one after another.

    Attributes:
        row: Which of the passages, 0-based, int64.
        place: How many terms stand before it in its passage, int64.
        term: Its number, int32.
        count: How often its passage has the term, uint8, at most 255.
    """

    row: Ints
    place: Ints
    term: NDArray[np.int32]
    count: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The terms of all passages.

    Attributes:
        numbers: Each term's number.
        idf: ln(1 + (N - df + .5) / (df + .5)) by passages, for each number, in nats, as in ``index/ranking.py``.
        document_frequency: Documents that have it, for each number.
        collection_frequency: How often it stands in all passages, for each number.
        owner: The number of each passage's document.
        length: Terms of each passage.
        document_length: Terms of each document.
        norm: Length of each passage's vector of ln(1 + tf) * idf; 1 for a passage without terms.
    """

    numbers: dict[str, int]
    idf: Floats
    document_frequency: Ints
    collection_frequency: Ints
    owner: Ints
    length: Ints
    document_length: Floats
    norm: Floats
    _start: Ints
    _term: NDArray[np.int32]
    _count: NDArray[np.uint8]

    @classmethod
    def of(cls, sources: Sources) -> Self:
        """Numbers and counts the terms of the sources' passages."""
        numbers: dict[str, int] = {}
        length = np.fromiter(map(len, sources.terms), np.int64, len(sources.terms))
        flat = (numbers.setdefault(term, len(numbers)) for terms in sources.terms for term in terms)
        term = np.fromiter(flat, np.int32, int(length.sum()))
        documents: dict[str, int] = {}
        owners = (documents.setdefault(one.document, len(documents)) for one in sources.passages)
        owner = np.fromiter(owners, np.int64, len(sources.passages))
        start = np.cumsum(length) - length

        frequency, document_frequency = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int64)
        count = np.zeros(len(term), np.uint8)
        for first, last in _chunks(owner, length):
            begin, end = start[first], start[last - 1] + length[last - 1]
            row = np.repeat(np.arange(first, last), length[first:last])
            key = row * max(len(numbers), 1) + term[begin:end]
            unique, where, counted = np.unique(key, return_inverse=True, return_counts=True)
            count[begin:end] = np.minimum(counted, _MOST_COUNTED)[where]
            at, which = np.divmod(unique, max(len(numbers), 1))
            frequency += np.bincount(which, minlength=len(numbers))
            in_document = np.unique(owner[at] * max(len(numbers), 1) + which) % max(len(numbers), 1)
            document_frequency += np.bincount(in_document, minlength=len(numbers))
        idf = np.log1p((len(length) - frequency + 0.5) / (frequency + 0.5))
        norm = np.ones(len(length))
        for first, last in _chunks(owner, length):
            begin, end = start[first], start[last - 1] + length[last - 1]
            row = np.repeat(np.arange(last - first), length[first:last])
            # Each occurrence brings its share of its term's square.
            share = (_DAMPENED[count[begin:end]] * idf[term[begin:end]]) ** 2 * count[begin:end]
            squared = np.bincount(row, share, minlength=last - first)
            norm[first:last] = np.sqrt(np.where(squared > 0, squared, 1.0))
        return cls(
            numbers=numbers,
            idf=idf,
            document_frequency=document_frequency,
            collection_frequency=np.bincount(term, minlength=len(numbers)),
            owner=owner,
            length=length,
            document_length=np.bincount(owner, length, minlength=len(documents)).astype(np.float64),
            norm=norm,
            _start=start,
            _term=term,
            _count=count,
        )

    @property
    def size(self) -> int:
        """Bytes of memory, the terms themselves left out: they are the sources'."""
        arrays: list[NDArray[Any]] = [self._term, self._count, self._start, self.owner, self.length, self.norm]
        arrays += [self.idf, self.document_frequency, self.collection_frequency, self.document_length]
        return sum(one.nbytes for one in arrays) + getsizeof(self.numbers)

    def known(self, terms: Sequence[str]) -> Ints:
        """The numbers of those terms that stand anywhere, each once, in order."""
        return np.array([self.numbers[one] for one in dict.fromkeys(terms) if one in self.numbers], np.int64)

    def rows(self, positions: Ints) -> Rows:
        """The occurrences of the passages at these positions."""
        lengths = self.length[positions]
        row = np.repeat(np.arange(len(positions)), lengths)
        place = np.arange(len(row)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        at = np.repeat(self._start[positions], lengths) + place
        return Rows(row, place, self._term[at], self._count[at])

    def vector(self, rows: Rows) -> Floats:
        """What each occurrence adds to its term's ln(1 + tf) * idf."""
        return _DAMPENED[rows.count] * self.idf[rows.term]


def _chunks(owner: Ints, length: Ints) -> Iterator[tuple[int, int]]:
    """Ranges of passages of about as many occurrences as are sorted at a time, no document in two of them."""
    if not len(owner):
        return
    borders = np.flatnonzero(np.diff(owner, prepend=-1))
    ends = np.append(borders[1:], len(owner))
    before = np.cumsum(length)
    first, taken = 0, 0
    for end in ends.tolist():
        if before[end - 1] - taken >= _CHUNK or end == len(owner):
            yield first, end
            first, taken = end, int(before[end - 1])
