"""Fits what each kind of evidence counts for when the best hits of BM25 are ordered anew.

Listwise softmax regression: the likelihood of the relevant documents among those of a query's best 100 passages, a
document standing for its best passage, averaged over the queries of a set and then over the sets, so that a large set
counts no more than a small one. Weights are kept from falling below 0: a kind of evidence that speaks against is none.

What is reported for a set is always reached with weights fitted on the other sets (``benchmarks/retrieval.py``, and
``tests/quality/test_retrieval.py`` with those that the second path names); the weights that are shipped, the first
path's, are fitted on all of them.

    python -m benchmarks.fit_ranking index/reranking/weights.json tests/quality/weights_without.json
"""

import json
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from benchmarks.sets import SHARED
from bot.evaluation.evaluation import CUT
from bot.evaluation.judgements import Judged, Judgements
from bot.evaluation.measures import ndcg
from index.reranking import Kind, Reranker
from index.reranking.reranker import DEPTH
from index.search import Searcher, content_words
from index.sources import Sources

Floats = NDArray[np.float64]

SETS = ("time63", "rtqa_2022_24", "scifact", "cranfield", "squad2_visible")
"""The sets whose mean is reported."""
FURTHER = ("inscit_dev",)
"""Fitted on besides, and reported beside the mean: each question of a conversation by itself."""

QUERIES = 500
"""Of each set at most so many queries are fitted on, drawn with a fixed seed."""
STEPS, ROUNDS, RIDGE, RATE = 200, 3, 1e-3, 0.05
"""Steps of Adam in each round; rounds, between which each document's best passage is chosen anew."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query's hits.

    Attributes:
        query: The query.
        documents: The document of each hit, best first by BM25.
        shares: What each kind says for each hit, hits by kinds, in the order of ``Kind``.
    """

    query: Judged
    documents: tuple[str, ...]
    shares: Floats

    def ndcg(self, weights: Floats) -> float:
        """nDCG@10 with these weights."""
        order = np.argsort(-np.round(self.shares @ weights, 9), kind="stable")
        return ndcg(list(dict.fromkeys(self.documents[at] for at in order)), self.query.grades, CUT)

    def best(self, weights: Floats) -> Self:
        """With each document's best hit only."""
        order = np.argsort(-(self.shares @ weights), kind="stable")
        kept = list({self.documents[at]: int(at) for at in reversed(order)}.values())
        return type(self)(self.query, tuple(self.documents[at] for at in kept), self.shares[kept])

    def relevant(self) -> Floats:
        """1 for each hit in a relevant document."""
        return np.array([float(one in self.query.grades) for one in self.documents])


def examples(name: str) -> list[Example]:
    """Searches a set; queries that find nothing have no hits."""
    judgements = Judgements.read(SHARED / "data" / name)
    searcher = Searcher(Sources.of(judgements.documents))
    reranker = Reranker(searcher.sources, weights=dict.fromkeys(Kind, 1.0))
    return [_example(searcher, reranker, query) for query in judgements.queries if query.grades]


def _example(searcher: Searcher, reranker: Reranker, query: Judged) -> Example:
    terms = [word.term for word in content_words(query.text) if word.term is not None]
    hits = searcher.ranking.top(terms, DEPTH)
    measured = reranker.shares(terms, query.text, hits) if hits else dict.fromkeys(Kind, np.zeros(0))
    documents = tuple(searcher.sources.passages[hit.position].document for hit in hits)
    return Example(query, documents, np.stack([measured[kind] for kind in Kind], axis=1))


def fit(sets: Collection[Sequence[Example]], kinds: Collection[Kind]) -> Floats:
    """A weight for each of ``Kind``, 0 for those not in use."""
    weights = np.array([float(kind in kinds) for kind in Kind])
    used = np.flatnonzero(weights)
    drawn = [_drawn(given) for given in sets]
    for _ in range(ROUNDS):
        weights[used] = _descend(
            [_padded([one.best(weights) for one in given], used) for given in drawn], weights[used]
        )
    return weights


def _drawn(given: Sequence[Example]) -> list[Example]:
    usable = [one for one in given if one.relevant().any()]
    if len(usable) <= QUERIES:
        return usable
    return [usable[at] for at in np.random.default_rng(0).choice(len(usable), QUERIES, replace=False)]


def _padded(given: Sequence[Example], used: NDArray[np.intp]) -> tuple[Floats, Floats, Floats]:
    """Shares (queries, DEPTH, kinds in use), the relevant documents' even distribution, 1 where there is a hit."""
    shares, wanted = np.zeros((len(given), DEPTH, len(used))), np.zeros((len(given), DEPTH))
    there = np.zeros((len(given), DEPTH))
    for at, one in enumerate(given):
        count, relevant = len(one.documents), one.relevant()
        shares[at, :count], there[at, :count] = one.shares[:, used], 1.0
        wanted[at, :count] = relevant / relevant.sum()
    return shares, wanted, there


def _descend(sets: Sequence[tuple[Floats, Floats, Floats]], weights: Floats) -> Floats:
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = RIDGE * weights
        for shares, wanted, there in sets:
            scores = shares @ weights
            likelihood = np.exp(scores - scores.max(axis=1, keepdims=True)) * there
            likelihood /= likelihood.sum(axis=1, keepdims=True)
            gradient = gradient + np.einsum("qd,qdk->k", likelihood - wanted, shares) / len(shares) / len(sets)
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        moved = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = np.maximum(moved, 0.0)
    return weights


def without(name: str, given: Mapping[str, Sequence[Example]], kinds: Collection[Kind]) -> Floats:
    """Weights fitted on every set but one."""
    return fit([one for other, one in given.items() if other != name], kinds)


def named(weights: Floats) -> dict[str, float]:
    """Weights by their kinds' names."""
    return {kind.value: round(float(weight), 3) for kind, weight in zip(Kind, weights, strict=True)}


def main() -> None:
    """Fits on all sets and on all but each, and writes the weights where paths are given."""
    given = {name: examples(name) for name in (*SETS, *FURTHER)}
    shipped = named(fit(list(given.values()), frozenset(Kind)))
    held_out = {name: named(without(name, given, frozenset(Kind))) for name in given}
    for plain, path in zip_longest((shipped, held_out), sys.argv[1:]):
        print(json.dumps(plain, indent=2))
        if path is not None:
            Path(path).write_text(json.dumps(plain, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
