"""Requests as the stand-in received them, and what it answered."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader

from . import faults

if TYPE_CHECKING:
    from aiohttp import web

    from .faults import Json
    from .posting import Files
    from .world import World


@dataclass(slots=True, eq=False)
class Request:
    """One received request, in the order of receipt; ``status`` and ``answer`` follow."""

    method: str
    path: str
    query: dict[str, str]
    authorization: str | None = field(repr=False)
    body: Any = None
    files: Files = field(default_factory=dict, repr=False)
    route: str | None = None
    time: float = field(default_factory=time.monotonic)
    status: int | None = None
    answer: Any = field(default=None, repr=False)
    injected: bool = False
    multipart: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path} -> {'(cut)' if self.status is None else self.status}"


@dataclass(slots=True, eq=False)
class Call:
    """A request on its way through a route: the world it is about, the parts of its path, its body."""

    world: World
    request: Request
    parameters: dict[str, str]

    @property
    def body(self) -> Json:
        return self.request.body if isinstance(self.request.body, dict) else {}

    @property
    def files(self) -> Files:
        return self.request.files

    def id(self, name: str) -> int:
        value = self.parameters[name]
        return int(value) if value.isdecimal() else -1

    def flag(self, name: str) -> bool:
        """A boolean of the query string; discord.py writes them as 0 and 1."""
        return self.request.query.get(name, "").lower() in ("1", "true")


async def receive(web_request: web.Request, path: str) -> Request:
    """Read a request; the body of a multipart one is its ``payload_json``."""
    request = Request(
        method=web_request.method,
        path=path,
        query=dict(web_request.query),
        authorization=web_request.headers.get("Authorization"),
    )
    if web_request.content_type.startswith("multipart/"):
        request.multipart = True
        await _read_parts(web_request, request)
    elif raw := await web_request.read():
        request.body = _parse(raw, web_request.headers.get("Content-Type"))
    return request


async def _read_parts(web_request: web.Request, request: Request) -> None:
    reader = await web_request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        if part.name == "payload_json":
            request.body = _parse(content, "application/json")
        else:
            request.files[str(part.name)] = (part.filename or str(part.name), content)


def _parse(raw: bytes, content_type: str | None) -> Any:
    """An unreadable body is kept as bytes, so that the record shows it; the server refuses it."""
    if content_type != "application/json":
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw


def refuse_unreadable(request: Request) -> None:
    if isinstance(request.body, bytes):
        raise faults.invalid_json()
