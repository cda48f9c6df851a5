"""The ranking model: rank-bm25's Okapi with an idf that holds where our corpora live.

rank-bm25 0.2.2 breaks in exactly our normal case, a few documents about one man. Its Okapi idf,
``ln((N - df + .5) / (df + .5))``, is 0 for a word in half of the passages and negative beyond; negative values are
replaced by a quarter of the average idf, which then outweighs rarer words, and which is itself negative for one or two
passages; no passage at all, or none with a word in it, divides by zero. Its ``BM25L`` and ``BM25Plus`` have a positive
idf but add ``delta`` to passages that lack the word, so that everything matches everything.

Hence Okapi's term weight, taken over unchanged, with the idf ``ln(1 + (N - df + .5) / (df + .5))`` (Robertson and
Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with the 1 that Lucene adds). It is positive
for every df <= N and falls as df grows, so a passage scores above 0 if and only if it has a word of the query, and a
rarer word always counts for more.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Mask = NDArray[np.bool_]


class Ranked(NamedTuple):
    """A passage's place in a ranking.

    Attributes:
        position: The passage's position in the corpus, 0-based.
        score: Its BM25 score; 0 only where something else than words admits it.
    """

    position: int
    score: float


class Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
    """rank-bm25's Okapi with an idf that is positive for every word of the corpus."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        for word, document_frequency in nd.items():
            absent = self.corpus_size - document_frequency
            self.idf[word] = math.log(1 + (absent + 0.5) / (document_frequency + 0.5))


class Ranking:
    """Ranks the passages of a corpus, given as lists of terms, for a query."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        # An average length of 0 is a division by zero in rank-bm25; such a corpus has nothing to find either.
        self._model = Okapi(passages) if any(passages) else None

    def __contains__(self, term: str) -> bool:
        return self._model is not None and term in self._model.idf

    def idf(self, term: str) -> float:
        """The term's inverse document frequency, in nats; for a term of no passage, that of a term in half of one."""
        if self._model is None:
            return 0.0
        known: float | None = self._model.idf.get(term)
        return math.log(1 + (self._model.corpus_size + 0.5) / 0.5) if known is None else known

    def top(self, query: Sequence[str], k: int, within: Mask | None = None) -> list[Ranked]:
        """The k best passages, best first; among equal scores the earlier passage first.

        Args:
            query: Terms, each counting as often as it is given.
            k: How many at most.
            within: For each passage whether it is to be ranked, even if it has no term of the query; None ranks those
                that have one.
        """
        if within is None and (self._model is None or not query):
            return []
        scores = self._scores(query, 0 if within is None else len(within))
        wanted = scores > 0 if within is None else within
        best = np.argsort(np.where(wanted, -scores, np.inf), kind="stable")[:k]
        return [Ranked(int(position), float(scores[position])) for position in best if wanted[position]]

    def _scores(self, query: Sequence[str], size: int) -> NDArray[np.float64]:
        if self._model is None:
            return np.zeros(size)
        scores: NDArray[np.float64] = self._model.get_scores(query)
        return scores
