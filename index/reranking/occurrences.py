"""Which term stands where in the passages that are to be ordered, and how rare each term is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.sources import Sources
from index.store.lexicon import NONE

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

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
        count: How often its passage has the term, at most 255.
    """

    row: Ints
    place: Ints
    term: NDArray[np.int32]
    count: Ints


class Occurrences:
    """The terms of all passages, by their numbers in the sources' lexicon."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.owner = sources.layout.owner

    @cached_property
    def idf(self) -> Floats:
        """ln(1 + (N - df + .5) / (df + .5)) by passages, for each number, in nats, as in ``index/ranking.py``."""
        frequency = self._sources.census.passages.astype(np.float64)
        return np.log1p((len(self.owner) - frequency + 0.5) / (frequency + 0.5))

    @cached_property
    def document_length(self) -> Floats:
        """Terms of each document that has any passage; 0 for the others."""
        layout = self._sources.layout
        return np.bincount(layout.owner, layout.terms, minlength=len(self._sources.documents)).astype(np.float64)

    @cached_property
    def documents(self) -> int:
        """How many documents have any passage."""
        return len(self._sources.passage_counts())

    def document_frequency(self, numbers: Ints) -> Ints:
        """How many documents have each of some terms."""
        return self._sources.census.documents[numbers].astype(np.int64)

    def collection_frequency(self, numbers: Ints) -> Ints:
        """How often each of some terms stands in all passages."""
        return self._sources.frequencies[numbers]

    def known(self, terms: Sequence[str]) -> Ints:
        """The numbers of those terms that stand anywhere, each once, in order."""
        numbers = map(self._sources.term_number, dict.fromkeys(terms))
        return np.array([number for number in numbers if number != NONE], np.int64)

    def rows(self, positions: Ints) -> Rows:
        """The occurrences of the passages at these positions."""
        row, word = self._sources.layout.rows(positions, titles=True)
        term = self._sources.lexicon.term_of_word[word]
        indexed = np.flatnonzero(term >= 0)
        row, term = row[indexed], term[indexed]
        sizes = np.bincount(row, minlength=len(positions))
        place = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return Rows(row, place, term, np.minimum(_repeated(row * len(self.idf) + term), _MOST_COUNTED))

    def vector(self, rows: Rows) -> Floats:
        """What each occurrence adds to its term's ln(1 + tf) * idf."""
        return _DAMPENED[rows.count] * self.idf[rows.term]


def _repeated(keys: Ints) -> Ints:
    """How often each of some keys is among them; sorting each with its place is several times as fast as by place."""
    bits = len(keys).bit_length()
    ordered = np.sort(keys << bits | np.arange(len(keys)))
    begins = np.flatnonzero(np.diff(ordered >> bits, prepend=-1))
    sizes = np.diff(begins, append=len(keys))
    counts = np.empty(len(keys), np.int64)
    counts[ordered & ((1 << bits) - 1)] = np.repeat(sizes, sizes)
    return counts
