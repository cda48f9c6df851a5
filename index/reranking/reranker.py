"""Orders the best hits anew by the weighed sum of their evidence."""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np

from index.ranking import Ranked
from index.reranking.evidence import KINDS, Kind, Witness
from index.reranking.letters import Letters
from index.reranking.occurrences import Floats, Occurrences
from index.sources import Sources

DEPTH = 100
"""How many of the best hits are ordered anew; the others follow as they are."""

_DIGITS = 9
"""Scores are rounded to so many decimals: sums of the same figures in another order must stay ties."""
_LEAST = 1e-6
"""Score of a hit for which none of the kinds in use speaks."""


@cache
def fitted_weights() -> Mapping[Kind, float]:
    """The weights that Footnote ships; ``weights.json``, made by ``benchmarks/fit_ranking.py``."""
    shipped: dict[str, Any] = json.loads(files("index.reranking").joinpath("weights.json").read_text("utf-8"))
    return {Kind(name): float(weight) for name, weight in shipped.items()}


class Reranker:
    """Orders hits by several kinds of evidence. Deterministic; safe to be used by several threads at once.

    A hit's score is the sum, over the kinds, of weight times what the kind says for it as a share of what it says for
    the best hit. Shares, because raw sums of nats make a long query's evidence outweigh a short one's (mean nDCG@10
    over the sets of ``benchmarks/retrieval.py``, which says more on how it was measured: .724 raw, .726 as shares).
    """

    def __init__(
        self,
        sources: Sources,
        *,
        kinds: Collection[Kind] = KINDS,
        weights: Mapping[Kind, float] | None = None,
    ) -> None:
        """Prepares the sources.

        Args:
            sources: What the hits are positions in.
            kinds: The kinds of evidence that count, for measuring what each is worth.
            weights: What each counts for; None takes those that Footnote ships.
        """
        chosen = fitted_weights() if weights is None else weights
        self._weights = {kind: chosen[kind] for kind in Kind if kind in kinds and chosen.get(kind, 0.0) > 0}
        self._sources = sources
        self._occurrences = Occurrences(sources)

    @cached_property
    def _letters(self) -> Letters:
        return Letters.of(self._sources.census, len(self._sources.passages))

    def rerank(self, query: Sequence[str], text: str, hits: Sequence[Ranked]) -> list[Ranked]:
        """Orders the first DEPTH hits anew.

        Args:
            query: The query's terms, as the hits were found by.
            text: The query as typed.
            hits: Best first by BM25.

        Returns:
            The same positions, best first, among equals the earlier position first. The score of a hit that was
            ordered anew is the weighed sum, at most the sum of the weights; the others' fall from the least of these
            in proportion to BM25. One that was 0 stays 0.
        """
        head, tail = hits[:DEPTH], hits[DEPTH:]
        if not head or head[0].score <= 0:
            return list(hits)
        total = sum(weight * share for weight, share in self._weighed(query, text, head))
        scores = np.maximum(np.round(total, _DIGITS), _LEAST) + np.zeros(len(head))
        again = [
            Ranked(hit.position, float(score) if hit.score > 0 else 0.0)
            for hit, score in zip(head, scores, strict=True)
        ]
        again.sort(key=lambda hit: (-hit.score, hit.position))
        least, before = again[-1].score, head[-1].score
        return again + [Ranked(hit.position, least * hit.score / before if before > 0 else 0.0) for hit in tail]

    def shares(self, query: Sequence[str], text: str, hits: Sequence[Ranked]) -> dict[Kind, Floats]:
        """What each kind in use says for each hit, 0 to 1, to be explained or fitted."""
        witness = self._witness(query, text, hits)
        return {kind: witness.measure(kind) for kind in self._weights}

    def _weighed(self, query: Sequence[str], text: str, hits: Sequence[Ranked]) -> list[tuple[float, Floats]]:
        shares = self.shares(query, text, hits)
        return [(self._weights[kind], share) for kind, share in shares.items()]

    def _witness(self, query: Sequence[str], text: str, hits: Sequence[Ranked]) -> Witness:
        passages = self._sources.ranked_texts(np.array([hit.position for hit in hits], np.int64))
        return Witness(self._occurrences, self._letters, query, text, hits, passages)
