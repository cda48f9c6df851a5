"""Gathers who is named in the sources before anybody types a name: the first suggestion must not wait for it."""

import asyncio
import logging

from bot.discord.host import Host
from bot.discord.lookups import named
from bot.discord.place import Place
from bot.footnote import Footnote
from index.actors.said import SaidError

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
MOST = 4
"""Views that are gathered for. Each takes memory and, of a hundred thousand passages, a minute of one core; servers
that see the same share theirs."""


class Rehearsal:
    """Does once, when the bot starts and when the corpus has changed, what the first to type would wait for."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._for: object = None

    async def run(self) -> None:
        """Looks for ever whether there is something to gather."""
        while True:
            whole = self._host.library.within(None)
            if whole is not self._for:
                await self._rehearse()
                self._for = whole
            await asyncio.sleep(LOOK_SECONDS)

    async def _rehearse(self) -> None:
        places = [*(Place(guild.id, 0, 0) for guild in self._host.guilds), Place(None, 0, 0)]
        views: dict[int, Footnote] = {}
        for place in places:
            view = await self._host.footnote_for(place)
            if len(views) < MOST and id(view) not in views:
                views[id(view)] = view
                await asyncio.to_thread(_gather, view)


def _gather(footnote: Footnote) -> None:
    try:
        named(footnote, "ab", 1)
    except SaidError as error:
        log.warning("who is named in the sources cannot be told: %s", error)
