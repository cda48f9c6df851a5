"""Metrics for Prometheus: how the bot fares, and nothing of a person, a server, a document or a question."""

import logging
from collections.abc import Callable, Sequence
from typing import Final

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_BUCKETS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds: from a small corpus's answers to what somebody who waits takes for a failure."""


class Metrics:
    """Counts while the bot runs."""

    def __init__(self, ready: Callable[[], bool], latency: Callable[[], float]) -> None:
        """Takes what is asked anew at each look.

        Args:
            ready: Whether questions can be answered.
            latency: Seconds between a heartbeat of the gateway and its answer; NaN before there was one.
        """
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        Gauge("footnote_ready", "Whether questions can be answered", registry=registry).set_function(ready)
        Gauge("footnote_gateway_latency_seconds", "Of the last heartbeat", registry=registry).set_function(latency)
        self._answers = Histogram(
            "footnote_answer_seconds",
            "Time that an answer took, by whether the sources answered",
            ["answered"],
            buckets=_BUCKETS,
            registry=registry,
        )
        self._responses = Counter("footnote_http_responses", "What was served", ["status"], registry=registry)
        self._logged = Counter("footnote_log_records", "What was logged", ["level"], registry=registry)
        for level in ("warning", "error"):
            self._logged.labels(level)

    def answered(self, seconds: float, *, answered: bool) -> None:
        """Counts an answer, or that the sources have none."""
        self._answers.labels(str(answered).lower()).observe(seconds)

    def served(self, status: int) -> None:
        """Counts a response."""
        self._responses.labels(str(status)).inc()

    def handler(self) -> logging.Handler:
        """Counts what is logged."""
        return _Counting(self._logged)

    def routes(self) -> Sequence[web.RouteDef]:
        """``GET /metrics``."""

        async def metrics(_: web.Request) -> web.Response:
            return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

        return [web.get("/metrics", metrics)]


class _Counting(logging.Handler):
    def __init__(self, logged: Counter) -> None:
        super().__init__(logging.WARNING)
        self._logged = logged

    def emit(self, record: logging.LogRecord) -> None:
        self._logged.labels("error" if record.levelno >= logging.ERROR else "warning").inc()
