"""Asking engines in turn."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.speed.engines import Ask

TRIES = 3
FEW = 20

Times = dict[str, np.ndarray[Any, Any]]


def ask_in_turn(asks: Mapping[str, Ask], queries: Sequence[list[str]]) -> Times:
    """Seconds of each query on each engine: the least of three, so that a pause of the machine is not the engine's.

    rank-bm25, which takes a thousand times as long, is asked the first ``FEW`` only.
    """
    for ask in asks.values():
        for query in queries[:FEW]:
            ask(query)
    spent: dict[str, list[float]] = {name: [] for name in asks}
    for at, query in enumerate(queries):
        for name, ask in asks.items():
            if name != "rank-bm25" or at < FEW:
                spent[name].append(min(_once(ask, query) for _ in range(TRIES if name != "rank-bm25" else 1)))
    return {name: np.array(values) for name, values in spent.items()}


def quantile(times: Times, name: str, share: int) -> float:
    """A percentile of an engine's times, in milliseconds."""
    return float(np.percentile(times[name], share)) * 1e3


def ratio(times: Times, name: str, share: int) -> float:
    """How many times our time at a percentile an engine takes, on the queries that both were asked."""
    asked = len(times[name])
    return float(np.percentile(times[name], share) / np.percentile(times["ours"][:asked], share))


def _once(ask: Ask, query: list[str]) -> float:
    begun = time.perf_counter()
    ask(query)
    return time.perf_counter() - begun
