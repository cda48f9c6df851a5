"""A websocket as the client asked for it: plain text frames, or one compressed stream."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import zlib
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from aiohttp import web

    from .faults import Json
    from .sessions import Session


class Compressor(Protocol):
    def frame(self, data: bytes) -> bytes: ...


class Zlib:
    def __init__(self) -> None:
        self._context = zlib.compressobj()

    def frame(self, data: bytes) -> bytes:
        return self._context.compress(data) + self._context.flush(zlib.Z_SYNC_FLUSH)


class Zstd:
    """discord.py asks for it where a zstd library is installed, so one is here as well."""

    def __init__(self) -> None:
        try:
            library: Any = importlib.import_module("compression.zstd")
            self._context = library.ZstdCompressor()
            self._flush = self._context.FLUSH_BLOCK
        except ModuleNotFoundError:
            library = importlib.import_module("zstandard")
            self._context = library.ZstdCompressor().compressobj()
            self._flush = library.COMPRESSOBJ_FLUSH_BLOCK

    def frame(self, data: bytes) -> bytes:
        return bytes(self._context.compress(data) + self._context.flush(self._flush))


class Socket:
    """One open connection; whatever is sent goes out in order."""

    def __init__(self, websocket: web.WebSocketResponse, request: web.Request, compressor: Compressor | None) -> None:
        self.websocket = websocket
        self.session: Session | None = None
        self.cut = False
        self._request = request
        self._compressor = compressor
        self._order = asyncio.Lock()

    async def send(self, payload: Json) -> None:
        await self.send_text(json.dumps(payload, separators=(",", ":")))

    async def send_text(self, text: str) -> None:
        async with self._order:
            if self.websocket.closed:
                return
            with contextlib.suppress(ConnectionError):
                if self._compressor is None:
                    await self.websocket.send_str(text)
                else:
                    await self.websocket.send_bytes(self._compressor.frame(text.encode()))

    async def drop(self, code: int | None) -> None:
        self.cut = True
        if code is not None:
            await self.websocket.close(code=code)
        elif self._request.transport is not None:
            self._request.transport.abort()


def open_stream(websocket: web.WebSocketResponse, request: web.Request) -> Socket:
    asked = request.query.get("compress")
    compressors: dict[str, type[Zlib | Zstd]] = {"zlib-stream": Zlib, "zstd-stream": Zstd}
    return Socket(websocket, request, compressors[asked]() if asked in compressors else None)
