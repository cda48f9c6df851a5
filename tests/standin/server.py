"""The stand-in as tests see it: a Discord of one's own on the loopback interface."""

from __future__ import annotations

import traceback
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

from . import openapi, payloads
from .gateway import Gateway
from .guilds import Guild, new_guild
from .intents import Intent
from .permissions import EVERYONE_DEFAULT, Permission
from .replies import DEFAULT_TIMEOUT, Reply
from .rest import API, Rest
from .routes import all_routes
from .world import World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from types import TracebackType

    from .channels import Channel
    from .failures import Failure
    from .faults import Json, Violation
    from .messages import Message
    from .people import Person
    from .requests import Request
    from .users import User

HOST = "127.0.0.1"
LARGEST_BODY = 32 * 1024 * 1024


class StandIn:
    """A Discord to test against; an asynchronous context manager that serves while it is open."""

    def __init__(
        self,
        token: str,
        *,
        bot_name: str = "Footnote",
        shards: int = 1,
        granted_intents: Intent = Intent.NONE,
        heartbeat_interval: float = 41.25,
    ) -> None:
        self.gateway = Gateway(heartbeat_interval)
        self.world = World(token, bot_name, granted_intents, self.gateway.dispatch, shards)
        self.gateway.world = self.world
        self._openapi = openapi.load()
        self.rest = Rest(self.world, all_routes(), self._openapi)
        self.crashes: list[str] = []
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def _open(self, port: int = 0) -> None:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_get("/gateway", self._guarded(self.gateway.handle))
        app.router.add_get("/gateway/", self._guarded(self.gateway.handle))
        app.router.add_get("/attachments/{id}/{name}", self._attachment)
        app.router.add_route("*", API + "/{path:.*}", self._guarded(self.rest.handle))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        self._port = self._runner.addresses[0][1]
        self.world.address = f"http://{HOST}:{self._port}"

    async def _close(self) -> None:
        await self.gateway.drop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()
        if self.crashes and error is None:
            raise AssertionError("the stand-in itself failed:\n" + "\n".join(self.crashes))

    def _guarded(
        self, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """A defect of the stand-in must not pass for an outage of Discord: it fails the test at the end."""

        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except Exception:
                self.crashes.append(f"{request.method} {request.path}\n{traceback.format_exc()}")
                raise

        return handle

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        found = self.world.files.get(int(request.match_info["id"]))
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found.content, content_type=found.content_type)

    # What there is

    @property
    def api(self) -> str:
        """The address of the REST API, for discord.py's ``Route.BASE``."""
        return self.world.address + API

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def bot(self) -> User:
        return self.world.bot

    @property
    def mention(self) -> str:
        return self.world.bot.mention

    @property
    def openapi(self) -> str:
        """Which document the requests are checked against, or why against none."""
        return openapi.ABSENT if self._openapi is None else str(self._openapi.path)

    @property
    def checks_openapi(self) -> bool:
        return self._openapi is not None

    @property
    def commands(self) -> dict[str, Json]:
        """The commands registered for everywhere, by name."""
        return {command["name"]: command for command in self.world.commands}

    def guild_commands(self, guild: Guild) -> dict[str, Json]:
        return {command["name"]: command for command in self.world.guild_commands.get(guild.id, [])}

    @property
    def requests(self) -> list[Request]:
        """Everything received, in order."""
        return self.rest.requests

    @property
    def unknown_requests(self) -> list[Request]:
        """Requests for routes that the stand-in does not have."""
        return self.rest.unknown_requests

    @property
    def refused(self) -> list[Request]:
        """Requests that were answered with an error, other than those a test ordered."""
        return self.rest.refused

    @property
    def violations(self) -> list[Violation]:
        """What was wrong with request bodies."""
        return self.rest.violations

    @property
    def own_faults(self) -> list[Violation]:
        """Where the stand-in's own answers differ from Discord's OpenAPI document."""
        return self.rest.own_faults

    @property
    def presence(self) -> Json | None:
        """The presence the bot last set."""
        return self.gateway.presence

    # Setting the scene, before the bot comes or while it runs

    def add_guild(
        self,
        name: str,
        *,
        bot_permissions: Permission = EVERYONE_DEFAULT,
        shard: int | None = None,
        locale: str = "en-US",
    ) -> Guild:
        """A guild that the bot is in; a running bot is told by GUILD_CREATE."""
        snowflakes, shards = self.world.snowflakes, self.world.shards
        guild_id = snowflakes.next() if shard is None else snowflakes.next_for_shard(shard, shards)
        guild = new_guild(self.world, guild_id, name, bot_permissions)
        guild.locale = locale
        self.world.guilds[guild_id] = guild
        self.gateway.announce(guild)
        return guild

    def add_foreign_guild(self, name: str) -> Guild:
        """A guild that the bot is not in: only who has installed the application can use it there."""
        return new_guild(self.world, self.world.snowflakes.next(), name, None)

    def invite(self, guild: Guild, permissions: Permission = EVERYONE_DEFAULT) -> None:
        """Add the bot to a guild that it was not in; a running bot is told by GUILD_CREATE."""
        guild.add_bot(permissions)
        self.world.guilds[guild.id] = guild
        self.gateway.announce(guild)

    def remove_from(self, guild: Guild) -> None:
        """Throw the bot out of a guild."""
        self.world.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild, Intent.GUILDS)
        self.world.forget(guild)

    def add_person(self, name: str, *, locale: str = "en-US") -> Person:
        """Somebody who shares no guild with the bot, and knows it from direct messages."""
        return self.world.add_person(name, locale)

    # Waiting

    async def ready(self, timeout: float = 20.0, *, commands: bool = True) -> None:  # noqa: ASYNC109
        """Wait until every shard of the bot has identified, and its commands are registered."""
        await self.world.changes.until(
            lambda: self._is_ready(commands=commands) or None, timeout, lambda: self._not_ready(timeout)
        )

    def _is_ready(self, *, commands: bool) -> bool:
        shards = {session.shard for session in self.gateway.connected}
        return len(shards) == self.world.shards and (self.world.commands_registered or not commands)

    def _not_ready(self, timeout: float) -> str:
        return (
            f"the bot was not ready within {timeout:g} s: {len(self.gateway.connected)} of {self.world.shards} "
            f"shards connected, commands registered: {self.world.commands_registered}; "
            f"last requests: {[str(request) for request in self.requests[-5:]]}"
        )

    async def next_message(
        self,
        *,
        after: Message | None = None,
        channel: Channel | None = None,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
    ) -> Message:
        """The bot's first message after that one, in the same channel; or its first in a channel."""
        if after is None and channel is None:
            raise ValueError("say after which message, or in which channel")
        place = channel or (after.channel if after else None)
        first = after.id if after else 0
        return await self.world.changes.until(
            lambda: self._first_by_bot(place, first), timeout, lambda: self._no_message(place, first, timeout)
        )

    def _first_by_bot(self, channel: Channel | None, after: int) -> Message | None:
        for message in channel.messages if channel else []:
            if message.id > after and message.author is self.bot and not message.loading:
                return message
        return None

    def _no_message(self, channel: Channel | None, after: int, timeout: float) -> str:
        seen = [str(message) for message in (channel.messages if channel else []) if message.id >= after]
        refused = self.world.last_refusals()
        return f"the bot wrote nothing within {timeout:g} s; seen: {seen}; last refused requests: {refused}"

    async def until(
        self,
        probe: Callable[[], Any],
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        what: str = "it did not come about",
    ) -> Any:
        """Wait for anything else; ``probe`` is asked after every event, until it gives something true."""
        return await self.world.changes.until(lambda: probe() or None, timeout, lambda: f"{what} within {timeout:g} s")

    # Failures, each as it is on the wire

    def refuse_handshakes(self, number: int, *, cut: bool = False) -> None:
        """Let the next gateway handshakes fail with HTTP 503, or with the connection cut."""
        self.gateway.handshakes_to_refuse = number
        self.gateway.refuses_by_cutting = cut

    async def drop_gateway(self, code: int | None = None) -> int:
        """Cut every gateway connection, with a close code or without; the number of those cut."""
        return await self.gateway.drop(code)

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """Nobody is there: what is open is cut, and new connections are refused until the end of the block."""
        await self._close()
        try:
            yield
        finally:
            await self._open(self._port)

    async def send_raw(self, text: str) -> None:
        """Send the client a frame as it is, be it JSON or not."""
        await self.gateway.send_raw(text)

    def send_event(self, event: str, data: Json, guild: Guild | None = None) -> None:
        """Dispatch any event, for instance one that lacks a field."""
        self.world.dispatch(event, data, guild, Intent.NONE)

    def fail_next(
        self,
        method: str,
        path: str,
        *,
        status: int | None,
        times: int = 1,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        retry_after: float = 0.1,
        via: bool = True,
        carried_out: bool = False,
        delay: float = 0.0,
    ) -> Failure:
        """Let the next matching requests fail.

        ``path`` is as documented ("/channels/{id}/messages") or literal; ``status`` None cuts the connection.
        With ``carried_out`` the request takes effect first, and only its answer is lost. ``via=False`` leaves
        out the Via header, as the proxy before Discord does when it bans an address.
        """
        return self.rest.failures.order(
            method,
            path,
            status=status,
            times=times,
            headers=headers,
            body=body,
            retry_after=retry_after,
            via=via,
            carried_out=carried_out,
            delay=delay,
        )

    async def replay(self, what: Reply | Message) -> None:
        """Send the same INTERACTION_CREATE or MESSAGE_CREATE once more, as Discord may after a resume."""
        if isinstance(what, Reply):
            payloads.send(what.interaction)
        else:
            self.world.tell("MESSAGE_CREATE", what)

    def expire(self, reply: Reply) -> None:
        """Let the interaction's token die now, which otherwise takes a quarter of an hour."""
        reply.interaction.token_dead = True
