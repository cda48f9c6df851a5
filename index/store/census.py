"""How often each word, term and run of letters stands in a set of documents.

Counts are sums over the documents, so that those of a changed set are got from what came and what went. A word or term
that is not counted does not exist for whoever looks through the census, whatever else the lexicon has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from index.runs import BUCKETS, counted
from index.store.lexicon import NONE, Lexicon
from index.store.table import Array

if TYPE_CHECKING:
    from index.sources import Sources

Counts = NDArray[np.int64 | np.uint32]

_COUNTS = ("words", "passages", "documents", "runs")

_CHUNK = 4_000
"""Passages that are counted at a time, so that counting needs tens of megabytes whatever the corpus."""


@dataclass(frozen=True, slots=True, eq=False)
class Census:
    """What a set of documents has.

    Attributes:
        words: How often each word stands in it, by its number in the lexicon.
        passages: How many passages have each term.
        documents: How many documents have each term.
        runs: How often each run of letters stands in it.
        length: How many runs that are.
        spelled: For each folded word the number of the word that it is mostly written as, -1 for one that does not
            occur.
    """

    words: Counts
    passages: Counts
    documents: Counts
    runs: Counts
    length: int
    spelled: NDArray[np.int32]

    @classmethod
    def of(cls, sources: "Sources") -> Self:
        """Counts what stands in sources."""
        lexicon = sources.lexicon
        words = np.zeros(len(lexicon.words), np.int64)
        passages, documents = np.zeros(len(lexicon.terms), np.int64), np.zeros(len(lexicon.terms), np.int64)
        runs, length = np.zeros(BUCKETS, np.int64), 0
        for first, last in _chunks(sources):
            row, word = sources.layout.rows(np.arange(first, last), titles=True)
            words += np.bincount(word, minlength=len(words))
            term = lexicon.term_of_word[word]
            row, term = row[term >= 0], term[term >= 0].astype(np.int64)
            row, term = np.divmod(np.unique(row * max(len(passages), 1) + term), max(len(passages), 1))
            passages += np.bincount(term, minlength=len(passages))
            owner = sources.layout.owner[first:last][row] - sources.layout.owner[first]
            _, term = np.divmod(np.unique(owner * max(len(passages), 1) + term), max(len(passages), 1))
            documents += np.bincount(term, minlength=len(documents))
            found, size = counted(sources.ranked_texts(np.arange(first, last)))
            runs += found
            length += size
        return cls(words, passages, documents, runs, length, spelled(lexicon, words))

    def changed(self, lexicon: Lexicon, came: Self, went: Self) -> Self:
        """The census of the set with some documents more and some less.

        Args:
            lexicon: Of the documents that came.
            came: The census of these.
            went: The census of those that went.
        """
        words, passages, documents, runs = (
            _sum(getattr(self, name), getattr(came, name), getattr(went, name)) for name in _COUNTS
        )
        length = self.length + came.length - went.length
        found = np.full(len(lexicon.folded), NONE, np.int32)
        found[: len(self.spelled)] = self.spelled
        # Only where a word has come or gone another spelling can be the commonest.
        touched = np.zeros(len(found) + 1, np.bool_)
        for one in (came, went):
            touched[lexicon.fold_of[np.flatnonzero(one.words)]] = True
        touched[NONE] = False
        again = spelled(lexicon, np.where(touched[lexicon.fold_of], words, 0))
        found[touched[:-1]] = again[touched[:-1]]
        return type(self)(words, passages, documents, runs, length, found)

    def arrays(self) -> dict[str, Array]:
        """Everything in it as named arrays, as small as they can be."""
        counts = {name: _narrow(getattr(self, name)) for name in _COUNTS}
        return counts | {"length": np.array([self.length]), "spelled": self.spelled}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Self:
        """The census whose ``arrays`` these are."""
        words, passages, documents, runs = (arrays[name] for name in _COUNTS)
        return cls(words, passages, documents, runs, int(arrays["length"][0]), arrays["spelled"])


def spelled(lexicon: Lexicon, words: Counts) -> NDArray[np.int32]:
    """For each folded word the number of the word that it is mostly written as, -1 for one that does not occur.

    Of words that are equally common it is the one that is written small, because what stands at the beginning of a
    sentence has a capital too.
    """
    found = np.full(len(lexicon.folded), NONE, np.int32)
    occurring = np.flatnonzero((words > 0) & (lexicon.fold_of >= 0))
    rank = (
        lexicon.words.order[occurring],
        lexicon.capital[occurring],
        -words[occurring].astype(np.int64),
        lexicon.fold_of[occurring],
    )
    order = occurring[np.lexsort(rank)]
    folded = lexicon.fold_of[order]
    first = np.flatnonzero(np.diff(folded, prepend=-1))
    found[folded[first]] = order[first]
    return found


def _chunks(sources: "Sources") -> Iterator[tuple[int, int]]:
    """Ranges of passages of about as many as are counted at a time, no document in two of them."""
    total = len(sources.layout.owner)
    first = 0
    while first < total:
        last = min(first + _CHUNK, total)
        last = int(np.searchsorted(sources.layout.owner, sources.layout.owner[last - 1], side="right"))
        yield first, last
        first = last


def _narrow(counts: Counts) -> Array:
    return counts.astype(np.uint32) if counts.max(initial=0) < 1 << 32 else counts


def _sum(whole: Counts, came: Counts, went: Counts) -> Counts:
    total = np.zeros(max(map(len, (whole, came, went))), np.int64)
    total[: len(whole)] += whole
    total[: len(came)] += came
    total[: len(went)] -= went
    return total
