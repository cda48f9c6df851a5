"""Failures that a test orders for requests to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .requests import Request


@dataclass(slots=True, eq=False)
class Failure:
    """What a matching request gets instead of its answer; no status means that the connection is cut."""

    method: str
    pattern: re.Pattern[str]
    status: int | None
    times: int
    headers: dict[str, str]
    body: Any
    carried_out: bool
    delay: float
    hits: list[Request] = field(default_factory=list)

    def matches(self, request: Request) -> bool:
        return self.times > len(self.hits) and (
            self.method == request.method and bool(self.pattern.fullmatch(request.path))
        )


class Failures:
    def __init__(self) -> None:
        self._ordered: list[Failure] = []

    def order(
        self,
        method: str,
        path: str,
        *,
        status: int | None,
        times: int,
        headers: Mapping[str, str] | None,
        body: Any,
        retry_after: float,
        via: bool,
        carried_out: bool,
        delay: float,
    ) -> Failure:
        sent, default_body = _defaults(status, retry_after, via=via)
        failure = Failure(
            method.upper(),
            _path_pattern(path),
            status,
            times,
            {**sent, **(headers or {})},
            default_body if body is None else body,
            carried_out,
            delay,
        )
        self._ordered.append(failure)
        return failure

    def take(self, request: Request) -> Failure | None:
        for failure in self._ordered:
            if failure.matches(request):
                failure.hits.append(request)
                request.injected = True
                return failure
        return None


def _path_pattern(path: str) -> re.Pattern[str]:
    """A path as documented, with parameters in braces, or a literal one."""
    return re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(path)))


def _defaults(status: int | None, retry_after: float, *, via: bool) -> tuple[dict[str, str], Any]:
    """Without Via, a 429 comes from the proxy before Discord: plain text, and discord.py gives up at once."""
    headers = {"Via": "1.1 google"} if via else {}
    if status == 429:
        headers["Retry-After"] = str(max(1, round(retry_after)))
        if not via:
            return headers, "error code: 1015"
        headers |= {"X-RateLimit-Scope": "user", "X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "5"}
        headers["X-RateLimit-Reset-After"] = str(retry_after)
        body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": False, "code": 0}
        return headers, body
    if status is not None and status >= 500:
        return headers, "upstream connect error or disconnect/reset before headers"
    return headers, {"message": f"{status}: ordered by the test", "code": 0}
