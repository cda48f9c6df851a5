"""Serving over HTTP beside Discord: whatever comes in, it costs the bot little, and tells nobody anything."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot.web.page import POLICY

log = logging.getLogger(__name__)

CONNECTIONS: Final = 256
"""At once; more are cut. A process mostly may have 1,024 files open, and the connection to Discord and the database
must never be what is left without."""

WAITING: Final = 400
"""At most so many wait to be let in or cut. Who comes when more do believes to be let in, and is neither for seconds:
with asyncio's hundred that was so on a busy machine whenever five hundred came at once."""

HEAD_SECONDS: Final = 10.0
"""Until a request has come whole."""
ANSWER_SECONDS: Final = 30.0
"""From then until its answer has been taken: 60 kB need 2 kB a second."""
FINISH_SECONDS: Final = 3.0
"""For what is in hand when the bot stops; with the replies on Discord, less than what container engines wait."""

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "Footnote",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(
    address: tuple[str, int], routes: Iterable[web.RouteDef], served: Callable[[int], None]
) -> AsyncIterator[None]:
    """Serves routes.

    Args:
        address: Host and port.
        routes: What is answered.
        served: Is told the status of each answer.

    Raises:
        OSError: The address cannot be listened at.
    """
    app = web.Application(middlewares=[_guarded])
    app.add_routes(routes)
    app.on_response_prepare.append(_dressed)

    async def counted(_: web.Request, response: web.StreamResponse) -> None:
        served(response.status)

    app.on_response_prepare.append(counted)
    runner = web.AppRunner(
        app,
        access_log=None,
        keepalive_timeout=HEAD_SECONDS,
        shutdown_timeout=FINISH_SECONDS,
        lingering_time=0.0,
        logger=_quiet(),
    )
    await runner.setup()
    try:
        loop = asyncio.get_running_loop()
        assert runner.server is not None  # noqa: S101  # it was set up
        listener = await loop.create_server(_Door(runner.server), *address, backlog=WAITING)
        try:
            yield
        finally:
            listener.close()
    finally:
        await runner.cleanup()


class _Cut(asyncio.Protocol):
    """Ends a connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # of a socket it always is
        transport.abort()


class _Door:
    """Lets connections in, or cuts them."""

    def __init__(self, server: web.Server) -> None:
        self._server = server
        self._coming: set[asyncio.Protocol] = set()

    def __call__(self) -> asyncio.Protocol:
        """Who meets a new connection."""
        if len(self._coming.union(self._server.connections)) >= CONNECTIONS:
            return _Cut()
        handler = self._server()
        self._coming.add(handler)
        # The server knows a connection one step from now; till then those of the same moment are known here alone.
        loop = asyncio.get_running_loop()
        loop.call_soon(loop.call_soon, self._coming.discard, handler)
        return handler


@web.middleware
async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Ends the connection after its answer, in good time, whoever is at the other end; and no failure shows itself."""
    if request.transport is not None:
        asyncio.get_running_loop().call_later(ANSWER_SECONDS, request.transport.abort)
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        code = secrets.token_hex(3)
        log.exception("error %s", code)
        return web.Response(status=500, text=f"Something went wrong here. The log has it as error {code}.\n")


async def _dressed(_: web.Request, response: web.StreamResponse) -> None:
    response.force_close()
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _quiet() -> logging.Logger:
    """Takes what aiohttp says of requests that are none, of which the public Internet is full."""
    quiet = logging.getLogger(f"{__name__}.quiet")
    quiet.setLevel(logging.CRITICAL)
    return quiet
