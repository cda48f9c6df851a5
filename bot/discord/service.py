"""Keeps the bot running: connects again after a failure, and ends in good order when told to."""

import asyncio
import contextlib
import logging
import math
import signal
import sys
from collections.abc import AsyncIterator
from enum import IntEnum

import discord
from discord.http import Route

from bot.current import Current
from bot.discord.client import FootnoteClient
from bot.discord.once import Once
from bot.languages.translated import languages
from bot.library import Library
from bot.permit import Permits
from bot.settings import DISCORD_API, PREFIX, Settings
from bot.state import State, StateError
from bot.state.key import reader_key
from bot.web.health import health
from bot.web.links import ReaderLinks
from bot.web.metrics import Metrics
from bot.web.reader import Reader
from bot.web.serving import serving

log = logging.getLogger(__name__)

_FINISH_SECONDS = 10.0
"""How long replies on their way may take after SIGTERM; container engines kill after ten seconds or more."""

_SHORTEST_WAIT, _LONGEST_WAIT = 1.0, 60.0
_STEADY_SECONDS = 60.0
"""A connection that lasted this long was a good one: the next failure is waited out from the shortest wait again."""

_AUTHENTICATION_FAILED = 4004
_REFUSED_INTENTS = frozenset({4013, 4014})


class Ended(IntEnum):
    """Exit statuses of ``run``."""

    ON_REQUEST = 0
    UNEXPECTEDLY = 1
    REFUSED = 2
    INTENT_NOT_GRANTED = 3


_LOOK_SECONDS = 5.0
"""How often the corpus is looked at."""

_EXPIRY_SECONDS = 24 * 3600.0
"""How often what was kept for long enough is deleted."""


def serve(current: Current, settings: Settings, token: str) -> Ended:
    """Runs the bot until SIGTERM or SIGINT, or until Discord refuses it for good."""
    _log_to_standard_error()
    # Footnote does not speak, and its operator need not read that it cannot.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    if settings.discord_api != DISCORD_API:
        Route.BASE = settings.discord_api
    return asyncio.run(_Service(current, settings, token).run())


class _Service:
    def __init__(self, current: Current, settings: Settings, token: str) -> None:
        self._current = current
        self._whole = current.footnote()
        self._library = Library(self._whole)
        self._settings = settings
        self._token = token
        self._stop = asyncio.Event()
        self._once = Once()
        self._links: ReaderLinks | None = None
        self._metrics = Metrics(self._ready, self._latency)
        self._client: FootnoteClient | None = None

    async def run(self) -> Ended:
        for signalled in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(signalled, self._stop.set)
        self._warn_of_unknown_collections()
        try:
            async with State.open(self._settings.data) as state, self._serving(state):
                beside = [asyncio.create_task(self._follow()), asyncio.create_task(_expire(state))]
                try:
                    return await self._stay_connected(state)
                finally:
                    for task in beside:
                        task.cancel()
                    await asyncio.gather(*beside, return_exceptions=True)
        except StateError as error:
            log.error("%sDATA: %s", PREFIX, error)  # noqa: TRY400  # its sentence says it all
            return Ended.REFUSED
        except OSError as error:
            log.error("%sHTTP: cannot listen at %s: %s", PREFIX, self._settings.http, error.strerror)  # noqa: TRY400
            return Ended.UNEXPECTEDLY

    @contextlib.asynccontextmanager
    async def _serving(self, state: State) -> AsyncIterator[None]:
        """Serves what is to be served over HTTP, and from then on gives links to it."""
        settings = self._settings
        async with contextlib.AsyncExitStack() as stack:
            routes = [*health(self._ready), *self._metrics.routes()]
            base = settings.reader_address()
            if base is not None:
                permits = Permits(await asyncio.to_thread(reader_key, settings.data))
                reader = Reader(self._library, settings.collections, state.servers, permits, languages())
                stack.callback(reader.close)
                routes += reader.routes()
                self._links = ReaderLinks(base, permits)
            if settings.http_address is not None:
                await stack.enter_async_context(serving(settings.http_address, routes, self._metrics.served))
                logging.getLogger().addHandler(self._metrics.handler())
            yield

    async def _follow(self) -> None:
        """Goes on with the corpus as it stands."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                footnote = await asyncio.to_thread(self._current.footnote)
            except Exception:
                log.exception("the corpus could not be looked at; what was read before serves on")
                continue
            if footnote is not self._whole:
                self._whole = footnote
                self._library.renew(footnote)
                log.info("the corpus has changed: %d passages can be searched", len(footnote.sources.passages))

    def _ready(self) -> bool:
        return self._client is not None and self._client.is_ready_to_answer

    def _latency(self) -> float:
        return math.nan if self._client is None else self._client.latency

    def _warn_of_unknown_collections(self) -> None:
        unknown = self._settings.collections.named() - self._library.collections
        if unknown:
            log.warning("%sCOLLECTIONS names what no document is in: %s", PREFIX, ", ".join(sorted(unknown)))

    async def _stay_connected(self, state: State) -> Ended:
        wait = _SHORTEST_WAIT
        while True:
            began = asyncio.get_running_loop().time()
            ended = await self._connected(state)
            if ended is not None:
                return ended
            if asyncio.get_running_loop().time() - began > _STEADY_SECONDS:
                wait = _SHORTEST_WAIT
            log.info("connecting again in %.0f s", wait)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), wait)
            if self._stop.is_set():
                return Ended.ON_REQUEST
            wait = min(2 * wait, _LONGEST_WAIT)

    async def _connected(self, state: State) -> Ended | None:
        """One connection from login to its end; how it ended if for good, None if it is to be tried again.

        discord.py's client ends on broken JSON, on an event that lacks a field and on an unreachable API; a client
        that has ended cannot be started again, so each connection has a client of its own.
        """
        settings = self._settings
        client = self._client = FootnoteClient(
            self._library,
            state,
            settings.collections,
            self._once,
            links=self._links,
            answered=self._metrics.answered,
            message_content=settings.message_content,
        )
        running = asyncio.create_task(client.start(self._token))
        stopping = asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if self._stop.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(client.finish(), _FINISH_SECONDS)
                log.info("stopped on request")
                return Ended.ON_REQUEST
            return _ending(running.exception())
        finally:
            stopping.cancel()
            await client.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def _expire(state: State) -> None:
    """Deletes, when the bot starts and once a day, what was kept for long enough."""
    while True:
        try:
            await state.inquiries.expire()
        except StateError:
            log.exception("what was kept for long enough cannot be deleted; it is tried again")
        await asyncio.sleep(_EXPIRY_SECONDS)


def _ending(error: BaseException | None) -> Ended | None:
    """What the end of a connection means; None where it is worth trying again."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or code == _AUTHENTICATION_FAILED:
        log.error("Discord refuses the token in %sDISCORD_TOKEN; make a new one on the application's Bot page", PREFIX)
        return Ended.REFUSED
    if isinstance(error, discord.PrivilegedIntentsRequired) or code in _REFUSED_INTENTS:
        log.error("Discord does not grant an intent that was asked for; see the application's Bot page")
        return Ended.INTENT_NOT_GRANTED
    log.warning("the connection to Discord ended: %s", f"{type(error).__name__}: {error}" if error else "it was closed")
    return None


def _log_to_standard_error() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # discord.py tells at this level of every session it resumes; what concerns an operator is a warning there.
    logging.getLogger("discord").setLevel(logging.WARNING)
