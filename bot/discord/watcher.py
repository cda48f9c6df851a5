"""Tells of documents that come and match what is looked out for."""

import asyncio
import logging

import discord

from bot.discord.buttons import stop
from bot.discord.gate import Gate
from bot.discord.host import Host
from bot.discord.look import Look
from bot.discord.looks.sighting import sighting
from bot.discord.place import Place
from bot.discord.replies import Fate, Replies
from bot.sighting import sightings
from bot.state import StateError
from bot.state.watches import Wanted, Watch

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
LONGEST_SECONDS = 300.0

_FAILED = "what is looked out for could not be looked through; it is tried again in %.0f s: %s"


class Watcher:
    """Looks, now and then, whether something is to be told."""

    def __init__(self, host: Host, gate: Gate, replies: Replies) -> None:
        self._gate = gate
        self._host = host
        self._replies = replies
        self._seen: object = None

    async def run(self) -> None:
        """Looks for ever; after a failure ever more seldom, until it succeeds."""
        wait = LOOK_SECONDS
        while True:
            try:
                with self._replies.holding():
                    await self._look()
                wait = LOOK_SECONDS
            except Exception as error:
                wait = min(2 * wait, LONGEST_SECONDS)
                known = isinstance(error, StateError)
                log.warning(_FAILED, wait, error, exc_info=None if known else error)
            await asyncio.sleep(wait)

    async def begin(self) -> None:
        """Notes what there is before anybody can ask to be told of what comes; a full disk keeps nobody waiting."""
        try:
            await self._note()
        except StateError as error:
            log.warning("which documents there are could not be noted: %s", error)

    async def _note(self) -> None:
        """Notes which documents there are, if others are than when it was last looked."""
        whole = await asyncio.to_thread(self._host.library.within, None)
        if whole is not self._seen:
            await self._host.state.watches.came(whole.sources.ids)
            self._seen = whole

    async def _look(self) -> None:
        await self._note()
        for watch in await self._host.state.watches.due():
            await self._tell(watch)

    async def _tell(self, watch: Watch) -> None:
        """Tells what came, where that may be said now; else it stays to be told, and is tried again later."""
        place, watches = Place(watch.guild, watch.channel, watch.room), self._host.state.watches
        if not self._gate.answers_in(place):
            return
        documents, until = await watches.arrived(watch.since)
        footnote = await self._host.footnote_for(place)
        actor = watch.text if watch.kind is Wanted.ACTOR else None
        found = await asyncio.to_thread(sightings, footnote, documents, actor=actor, query=watch.text)
        language = self._host.server_language(watch.guild)
        fate = None
        if found:
            look = sighting(watch.text, found, footnote.sources, language).with_button(stop(watch.id, language))
            fate = await self._said(watch, self._host.linking.linked(look, place, private=False), until)
        match fate:
            case Fate.GONE:
                await watches.remove(watch.id)
            case Fate.REFUSED:
                await watches.looked(watch.id, watch.since, told=True)
            case Fate.ARRIVED | None:
                await watches.looked(watch.id, until, told=fate is not None)

    async def _said(self, watch: Watch, look: Look, until: float) -> Fate:
        # Should the process end before it has noted that this was told, Discord knows the second sending by this.
        nonce = f"w{watch.id}-{int(until * 1000)}"
        room = self._host.get_partial_messageable(watch.room, type=discord.ChannelType.text)
        return await self._replies.to_channel(room, look, nonce)
