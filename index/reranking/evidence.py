"""The kinds of evidence that order the best hits, and how each is measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.ranking import Ranked
from index.reranking.letters import Letters
from index.reranking.occurrences import Floats, Ints, Occurrences, Rows
from index.runs import runs_of

OPENING = 10.0
"""Terms. A word so far from a passage's begin counts 1/e of one that begins it. (Mean nDCG@10 with 10, 20: .7320,
.7307.)"""

WINDOW = 20
"""Terms, about a long sentence. Wider ones (40, 60) bring less."""

SHARPNESS = 5.0
"""How fast the hits that others are to resemble lose weight: exp(5 * (score / best score - 1)), so that one at half of
the best score weighs .08 of it. (Mean nDCG@10 with 5, 8, 12: .7315, .7311, .7302.)"""


_DIGITS = 9
"""Decimals beyond which a difference of sums is rounding."""


class Kind(StrEnum):
    """What speaks for a passage."""

    WORDS = "words"
    """BM25 of the passage."""
    DOCUMENT = "document"
    """Its document's weight for the query's words by In_expB2, which counts how unevenly a word is spread (its
    occurrences beside the documents that have it) where BM25's idf counts documents only."""
    LETTERS = "letters"
    """BM25 over its runs of letters."""
    OPENING = "opening"
    """The query's words at its begin, where a text says what it is about; a first passage begins with the title."""
    CLOSENESS = "closeness"
    """How much of the query stands within WINDOW terms."""
    LIKENESS = "likeness"
    """How much it resembles the best hits in other documents (the cluster hypothesis: what answers the same question is
    alike)."""


KINDS = frozenset(Kind)


@dataclass(frozen=True)
class Witness:
    """Measures the evidence for some hits of one query.

    Of a document only what stands in the hits is read, so that a book costs no more than a page.

    Attributes:
        occurrences: The terms of all passages.
        letters: The rarity of runs of letters.
        query: The query's terms.
        text: The query as typed.
        hits: The passages to be ordered, best first by BM25.
        passages: Their texts, in UTF-8.
    """

    occurrences: Occurrences
    letters: Letters
    query: Sequence[str]
    text: str
    hits: Sequence[Ranked]
    passages: Sequence[bytes]

    def measure(self, kind: Kind) -> Floats:
        """What one kind of evidence says for each hit, as a share of what it says for the best: 0 to 1, float64."""
        measured = np.maximum(_MEASURES[kind](self), 0.0)
        most = measured.max(initial=0.0)
        return measured / most if most > 0 else measured

    @cached_property
    def positions(self) -> Ints:
        """The hits' positions in the corpus."""
        return np.array([hit.position for hit in self.hits], np.int64)

    @cached_property
    def scores(self) -> Floats:
        """The hits' BM25 scores."""
        return np.array([hit.score for hit in self.hits])

    @cached_property
    def known(self) -> Ints:
        """The numbers of the query's terms that the corpus has, each once."""
        return self.occurrences.known(self.query)

    @cached_property
    def rows(self) -> Rows:
        """All occurrences in the hits."""
        return self.occurrences.rows(self.positions)

    @cached_property
    def matches(self) -> tuple[Ints, Ints, Ints]:
        """The occurrences of the query's terms: hit, place in it, which of ``known``."""
        order = np.argsort(self.known)
        wanted = self.known[order]
        place = np.minimum(np.searchsorted(wanted, self.rows.term), max(len(wanted) - 1, 0))
        at = np.flatnonzero(wanted[place] == self.rows.term) if len(wanted) else np.empty(0, np.int64)
        return self.rows.row[at], self.rows.place[at], order[place[at]]

    @cached_property
    def documents(self) -> tuple[Ints, Ints]:
        """The numbers of the hits' documents, each once, and for each hit which of them is its own."""
        numbers, own = np.unique(self.occurrences.owner[self.positions].astype(np.int64), return_inverse=True)
        return numbers, own

    @cached_property
    def runs(self) -> tuple[NDArray[np.uint32], Floats, Floats]:
        """The query's runs of letters, how often each stands in each hit, and the hits' lengths in mean lengths."""
        wanted = runs_of(self.text)
        return wanted, *self.letters.counts(wanted, self.passages)

    def words(self) -> Floats:
        """See ``Kind.WORDS``."""
        return self.scores

    def document(self) -> Floats:
        """See ``Kind.DOCUMENT``.

        In_expB2 (Amati and van Rijsbergen, "Probabilistic models of information retrieval based on measuring the
        divergence from randomness", 2002), in bits: (F + 1) / (n (tfn + 1)) * tfn * log2((N + 1) / (ne + .5)) with
        tfn = tf * log2(1 + mean length / length) and ne = N (1 - (1 - 1/N)**F); F is how often a word stands in the
        corpus, n how many of the N documents have it. Only for N = 1, 1/2 stands for 1/N lest ne be N.
        """
        row, _, which = self.matches
        numbers, own = self.documents
        known, corpus = self.known, self.occurrences
        frequency = self._table(own[row], which, len(numbers))
        total = corpus.documents
        length = np.maximum(corpus.document_length[numbers], 1)
        normal = frequency * np.log2(1 + corpus.document_length.sum() / total / length)[:, None]
        occurring = corpus.collection_frequency(known).astype(np.float64)
        expected = total * -np.expm1(occurring * np.log1p(-1 / max(total, 2)))
        informative = np.log2((total + 1) / (expected + 0.5))
        gain = (occurring + 1) / (corpus.document_frequency(known) * (normal + 1))
        weight: Floats = (gain * normal * informative).sum(axis=1)
        return weight[own]

    def of_letters(self) -> Floats:
        """See ``Kind.LETTERS``."""
        wanted, counts, lengths = self.runs
        return self.letters.score(wanted, counts, lengths)

    def opening(self) -> Floats:
        """See ``Kind.OPENING``: the idf of each occurrence, times exp(-place / OPENING)."""
        row, place, which = self.matches
        idf = self.occurrences.idf[self.known]
        return np.bincount(row, idf[which] * np.exp(-place / OPENING), minlength=len(self.hits)).astype(np.float64)

    def closeness(self) -> Floats:
        """See ``Kind.CLOSENESS``: the most idf, each word once, in windows that overlap by half."""
        row, place, which = self.matches
        step = WINDOW // 2
        windows = int(place.max(initial=0)) // step + 2
        present = np.zeros((len(self.hits), windows, len(self.known)), np.bool_)
        present[row, place // step, which] = True
        present[row, place // step + 1, which] = True
        covered: Floats = (present @ self.occurrences.idf[self.known]).max(axis=1, initial=0.0)
        return covered

    def likeness(self) -> Floats:
        """See ``Kind.LIKENESS``: the cosines of ln(1 + tf) * idf with other documents' hits, by those hits' scores.

        Hits of its own document are left out: a document resembles itself, whatever it is about (mean nDCG@10 with
        them, the hit itself left out: .7302; without: .7315).
        """
        best = self.scores.max(initial=0.0)
        if best <= 0:
            return np.zeros(len(self.hits))
        weight = np.exp(SHARPNESS * (self.scores / best - 1))
        rows, (_, own) = self.rows, self.documents
        part = self.occurrences.vector(rows)
        # Each occurrence brings its share of its term's square.
        squared = np.bincount(rows.row, part**2 * rows.count, minlength=len(self.hits))
        norm = np.sqrt(np.where(squared > 0, squared, 1.0))
        weighed = part * (weight / norm)[rows.row]
        alike = part * np.bincount(rows.term, weighed)[rows.term]
        shared = (np.bincount(own) > 1)[own]
        among = shared[rows.row]
        pairs = own[rows.row[among]] * len(self.occurrences.idf) + rows.term[among]
        _, pair = np.unique(pairs, return_inverse=True)
        alike[among] -= part[among] * np.bincount(pair, weighed[among])[pair]
        others = np.bincount(rows.row, alike, minlength=len(self.hits)) / norm
        resembled: Floats = others - np.where(shared, 0.0, weight)
        return np.round(resembled, _DIGITS)

    def _table(self, row: Ints, which: Ints, rows: int) -> Floats:
        cells = np.bincount(row * len(self.known) + which, minlength=rows * len(self.known))
        return cells.reshape(rows, len(self.known)).astype(np.float64)


_MEASURES: dict[Kind, Callable[[Witness], NDArray[np.float64]]] = {
    Kind.WORDS: Witness.words,
    Kind.DOCUMENT: Witness.document,
    Kind.LETTERS: Witness.of_letters,
    Kind.OPENING: Witness.opening,
    Kind.CLOSENESS: Witness.closeness,
    Kind.LIKENESS: Witness.likeness,
}
