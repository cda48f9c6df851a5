"""Orders the best hits of BM25 by further evidence: cheap, lexical, each kind of it explained and switchable."""

from index.reranking.evidence import KINDS, Kind
from index.reranking.reranker import Reranker, fitted_weights

__all__ = ["KINDS", "Kind", "Reranker", "fitted_weights"]
