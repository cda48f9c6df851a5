"""Asking engines in turn."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.speed.engines import Ask

TRIES = 3
FEW = 20

Times = dict[str, np.ndarray[Any, Any]]


def ask_in_turn(asks: Mapping[str, Ask], queries: Sequence[list[str]]) -> Times:
    """Seconds of each query on each engine: the least of three, so that a pause of the machine is not the engine's.

    rank-bm25, which takes thousands of times as long, is asked the first ``FEW`` only, once, and its processor time is
    taken: a busy machine pauses every query of that length, by which it seemed to take three times as long.
    """
    for ask in asks.values():
        for query in queries[:FEW]:
            ask(query)
    spent: dict[str, list[float]] = {name: [] for name in asks}
    for at, query in enumerate(queries):
        for name, ask in asks.items():
            if name != "rank-bm25":
                spent[name].append(min(_once(ask, query, time.perf_counter) for _ in range(TRIES)))
            elif at < FEW:
                spent[name].append(_once(ask, query, time.thread_time))
    return {name: np.array(values) for name, values in spent.items()}


def quantile(times: Times, name: str, share: int) -> float:
    """A percentile of an engine's times, in milliseconds."""
    return float(np.percentile(times[name], share)) * 1e3


def ratio(times: Times, name: str, share: int) -> float:
    """How many times our time at a percentile an engine takes, on the queries that both were asked."""
    asked = len(times[name])
    return float(np.percentile(times[name], share) / np.percentile(times["ours"][:asked], share))


def _once(ask: Ask, query: list[str], clock: Callable[[], float]) -> float:
    begun = clock()
    ask(query)
    return clock() - begun
