"""Where the words of a query stand in the passages: as they are written, or in any inflection."""

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from index.sources import Sources
from index.store.lexicon import NONE
from index.words import fold, term

Positions = NDArray[np.int64]

_CHUNK = 4_000
"""Passages whose words are looked through at a time."""

_UNKNOWN = -1
"""The key of a word that no passage has in any inflection."""


class Occurring:
    """Looks words up in the passages of some sources; a document's title does not count as its text.

    A word's *key* is what it is compared by in any inflection: the number of its term, or for a stop word a number of
    its own below all these.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._lexicon = sources.lexicon

    def key(self, word: str) -> int:
        """A word's key."""
        one = term(word)
        if one is not None:
            return self._sources.term_number(one)
        number = self._lexicon.folded.number(fold(word))
        return _UNKNOWN if number == NONE else _UNKNOWN - 1 - number

    def terms_beginning(self, prefix: str) -> list[str]:
        """The terms of those words that begin so when folded, each once."""
        folded = self._lexicon.folded.beginning(prefix)
        occurring = folded[self._sources.census.spelled[folded] != NONE]
        numbers = np.unique(self._lexicon.term_of[occurring])
        return [self._lexicon.terms[number] for number in numbers.tolist() if number != NONE]

    def holding(self, words: Sequence[str]) -> Positions:
        """The passages that have each of the words in some inflection, stop words apart."""
        wanted = {one for one in map(term, words) if one is not None}
        if not wanted:
            return np.arange(len(self._sources.passages))
        held = sorted((self._sources.engine.holders(one) for one in wanted), key=len)
        return reduce(lambda left, right: np.intersect1d(left, right, assume_unique=True), held).astype(np.int64)

    def keys(self, positions: Positions) -> Iterator[tuple[int, list[int]]]:
        """Each of some passages with the keys of its words."""
        for part in _parts(positions):
            row, folded = self._folded(part)
            of = self._lexicon.term_of[folded]
            keys = np.where(of == NONE, _UNKNOWN - 1 - folded, of)
            ends = np.cumsum(np.bincount(row, minlength=len(part)))
            for at, own in zip(part.tolist(), np.split(keys, ends[:-1]), strict=True):
                yield at, own.tolist()

    def in_sequence(self, words: Sequence[str]) -> Positions:
        """The passages that have these words one right after another, not inflected."""
        wanted = [self._lexicon.folded.number(one) for one in map(fold, words)]
        if not wanted or NONE in wanted:
            return np.empty(0, np.int64)
        found = [np.empty(0, np.int64)]
        for part in _parts(self.holding(words)):
            row, folded = self._folded(part)
            begins = np.flatnonzero(folded[: len(folded) - len(wanted) + 1] == wanted[0])
            for offset, number in enumerate(wanted):
                begins = begins[folded[begins + offset] == number]
            within = row[begins] == row[begins + len(wanted) - 1]
            found.append(part[np.unique(row[begins[within]])])
        return np.concatenate(found)

    def _folded(self, positions: Positions) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The folded words of some passages, those without a letter left out, and which passage each stands in."""
        row, word = self._sources.layout.rows(positions, titles=False)
        folded = self._lexicon.fold_of[word]
        return row[folded >= 0], folded[folded >= 0]


def _parts(positions: Positions) -> Iterator[Positions]:
    return (positions[at : at + _CHUNK] for at in range(0, len(positions), _CHUNK))
