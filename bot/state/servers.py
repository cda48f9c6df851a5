"""How each server, and each channel in it, wants Footnote."""

import json
from dataclasses import dataclass

from bot.state.database import Database

QUARTER_OF_AN_HOUR = 900


@dataclass(frozen=True, slots=True)
class Server:
    """A server's settings.

    Attributes:
        guild: Its id.
        private: Whether answers to commands are for the one who asks only, unless they say otherwise.
        roles: Ids of the roles that may ask; empty for everybody.
        channels: Ids of the channels where it answers; empty for everywhere.
        threads: Whether a mention in a channel is answered in a thread of its own.
        digest: Seconds that a watch is silent after it has told; what comes meanwhile goes into one message.
    """

    guild: int
    private: bool = False
    roles: frozenset[int] = frozenset()
    channels: frozenset[int] = frozenset()
    threads: bool = False
    digest: int = QUARTER_OF_AN_HOUR


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel's settings.

    Attributes:
        id: Its id.
        guild: The id of its server.
        collections: What is searched here, of what the server may see; None for all of it.
        every_message: Whether each message is taken for a question.
    """

    id: int
    guild: int
    collections: frozenset[str] | None = None
    every_message: bool = False


class Servers:
    """The settings of servers and their channels; what was never set is as its record has it by default."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def server(self, guild: int) -> Server:
        """A server's settings."""
        row = await self._database.row("SELECT * FROM server WHERE guild = ?", [guild])
        if row is None:
            return Server(guild)
        return Server(
            guild,
            bool(row["private"]),
            frozenset(json.loads(row["roles"])),
            frozenset(json.loads(row["channels"])),
            bool(row["threads"]),
            row["digest"],
        )

    async def channel(self, id: int, guild: int) -> Channel:
        """A channel's settings; those of a thread are its parent's."""
        row = await self._database.row("SELECT * FROM channel WHERE id = ? AND guild = ?", [id, guild])
        if row is None:
            return Channel(id, guild)
        collections = None if row["collections"] is None else frozenset(json.loads(row["collections"]))
        return Channel(id, guild, collections, bool(row["every_message"]))

    async def keep_server(self, server: Server) -> None:
        """Keeps a server's settings."""
        lists = [_listed(server.roles), _listed(server.channels)]
        values = [server.guild, server.private, *lists, server.threads, server.digest]
        await self._database.change(("INSERT OR REPLACE INTO server VALUES (?, ?, ?, ?, ?, ?)", values))

    async def keep_channel(self, channel: Channel) -> None:
        """Keeps a channel's settings."""
        collections = None if channel.collections is None else _listed(channel.collections)
        values = [channel.id, channel.guild, collections, channel.every_message]
        await self._database.change(
            ("INSERT OR REPLACE INTO channel (id, guild, collections, every_message) VALUES (?, ?, ?, ?)", values)
        )


def _listed(values: frozenset[int] | frozenset[str]) -> str:
    return json.dumps(sorted(values), ensure_ascii=False)
