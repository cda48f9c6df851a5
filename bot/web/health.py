"""Health over HTTP, for a container's or a load balancer's check."""

from collections.abc import Callable, Sequence

from aiohttp import web


def health(ready: Callable[[], bool]) -> Sequence[web.RouteDef]:
    """``GET /healthz``: 200 while ``ready()``, that is while questions can be answered, else 503."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ready": ready()}, status=200 if ready() else 503)

    return [web.get("/healthz", healthz)]
