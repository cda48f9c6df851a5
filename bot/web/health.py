"""Health over HTTP, for a container's or a load balancer's check."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def serving_health(address: tuple[str, int] | None, ready: Callable[[], bool]) -> AsyncIterator[None]:
    """Answers ``GET /healthz``: 200 while ``ready()``, else 503.

    Args:
        address: Host and port; None serves nothing.
        ready: Whether questions can be answered.

    Raises:
        OSError: The address cannot be listened at.
    """
    if address is None:
        yield
        return

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ready": ready()}, status=200 if ready() else 503)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, *address).start()
        yield
    finally:
        await runner.cleanup()
