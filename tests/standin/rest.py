"""The REST API: finding the route, checking who asks and what they send, answering."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import faults
from .failures import Failures
from .faults import Fault, Refusal, Violation
from .requests import Call, Request, receive, refuse_unreadable

if TYPE_CHECKING:
    from .failures import Failure
    from .openapi import OpenApi
    from .world import World

API = "/api/v10"
NO_CONTENT = 204
Answer = tuple[int, Any]
Handler = Callable[[Call], Awaitable[Answer]]
Check = Callable[[Call], list[Fault]]


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    template: str
    handler: Handler
    check: Check | None = None
    needs_token: bool = True

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.template))


class Rest:
    def __init__(self, world: World, routes: list[Route], openapi: OpenApi | None) -> None:
        self.world = world
        self.openapi = openapi
        self.failures = Failures()
        self.requests: list[Request] = []
        self.unknown_requests: list[Request] = []
        self.refused = world.refusals
        self.violations: list[Violation] = []
        self.own_faults: list[Violation] = []
        self._routes = [(route.pattern, route) for route in routes]

    async def handle(self, web_request: web.Request) -> web.StreamResponse:
        request = await receive(web_request, web_request.path.removeprefix(API))
        self.requests.append(request)
        failure = self.failures.take(request)
        if failure is not None:
            return await self._fail(web_request, request, failure)
        return await self._answer(request)

    async def _answer(self, request: Request) -> web.Response:
        try:
            status, body = await self._carry_out(request)
            self._check_own(request, status, body)
        except Refusal as refusal:
            status, body = refusal.status, refusal.body
            self.refused.append(request)
        request.status, request.answer = status, body
        self.world.changes.notify()
        return respond(status, body, self._rate_limit(request))

    async def _fail(self, web_request: web.Request, request: Request, failure: Failure) -> web.StreamResponse:
        if failure.carried_out:
            await self._answer(request)
        await asyncio.sleep(failure.delay)
        request.status, request.answer = failure.status, failure.body
        self.world.changes.notify()
        if failure.status is None:
            if web_request.transport is not None:
                web_request.transport.abort()
            return web.Response()
        return respond(failure.status, failure.body, failure.headers)

    async def _carry_out(self, request: Request) -> Answer:
        route, parameters = self._find(request)
        request.route = route.template
        if route.needs_token and request.authorization != f"Bot {self.world.token}":
            raise faults.unauthorized()
        refuse_unreadable(request)
        call = Call(self.world, request, parameters)
        self._validate(call, route)
        return await route.handler(call)

    def _find(self, request: Request) -> tuple[Route, dict[str, str]]:
        other_method = False
        for pattern, route in self._routes:
            found = pattern.fullmatch(request.path)
            if found is not None and route.method == request.method:
                return route, found.groupdict()
            other_method = other_method or found is not None
        self.unknown_requests.append(request)
        raise faults.method_not_allowed() if other_method else faults.not_found()

    def _validate(self, call: Call, route: Route) -> None:
        request = call.request
        found = route.check(call) if route.check is not None else []
        if self.openapi is not None and request.body is not None:
            places = {fault.path for fault in found}
            documented = self.openapi.check_request(request.method, request.path, request.body)
            found += [fault for fault in documented if fault.path not in places]
        if found:
            self.violations.extend(Violation(request.method, request.path, fault) for fault in found)
            raise faults.invalid_form(found)

    def _check_own(self, request: Request, status: int, body: Any) -> None:
        """The stand-in keeps to the document too: what it answers wrongly would teach the bot wrong things."""
        if self.openapi is not None and body is not None:
            found = self.openapi.check_answer(request.method, request.path, status, body)
            self.own_faults.extend(Violation(request.method, request.path, fault) for fault in found)

    def _rate_limit(self, request: Request) -> dict[str, str]:
        """Generous limits: discord.py serialises the requests of a route for which none are given."""
        bucket = f"{hash((request.method, request.route)) & 0xFFFFFFFF:08x}"
        return {
            "Via": "1.1 google",
            "X-RateLimit-Limit": "50",
            "X-RateLimit-Remaining": "49",
            "X-RateLimit-Reset-After": "1.0",
            "X-RateLimit-Bucket": bucket,
        }


def respond(status: int, body: Any, headers: dict[str, str]) -> web.Response:
    """JSON with exactly that content type: discord.py reads ``application/json; charset=utf-8`` as text."""
    if status == NO_CONTENT:
        return web.Response(status=status, headers=headers)
    if isinstance(body, str):
        return web.Response(status=status, text=body, headers=headers)
    data = json.dumps(body).encode()
    return web.Response(status=status, body=data, headers={**headers, "Content-Type": "application/json"})
