"""The ranking of ``index.ranking.Okapi`` at a search engine's speed: the same passages, order and float64 scores.

The way through: term lists, or ``texts`` (with ``table`` and ``lexicon``) -> ``postings`` -> ``segment`` (with
``coding``, ``impacts`` and ``vocabulary``) -> ``plain`` or ``kernels`` score them -> ``engine`` puts segments together
-> ``generation`` keeps them on disk as ``columns``.
"""

from index.engine.columns import DamagedError
from index.engine.engine import Engine

__all__ = ["DamagedError", "Engine"]
