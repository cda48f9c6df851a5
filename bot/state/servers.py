"""How each server, and each channel in it, wants Footnote."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from sqlite3 import Row
from typing import Literal

from bot.state.database import Database

QUARTER_OF_AN_HOUR = 900

Collections = frozenset[str] | None
"""What is searched; None for all that may be seen."""

ServerSetting = Literal["private", "roles", "channels", "threads", "digest", "language"]
ChannelSetting = Literal["collections", "every_message"]
Value = bool | int | str | frozenset[int] | frozenset[str] | None
"""What is kept of a setting."""


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
        language: The code of the language of Footnote's own words; None for what Discord says of server or reader.
    """

    guild: int
    private: bool = False
    roles: frozenset[int] = frozenset()
    channels: frozenset[int] = frozenset()
    threads: bool = False
    digest: int = QUARTER_OF_AN_HOUR
    language: str | None = None

    def answers_in(self, channel: int) -> bool:
        """Whether it answers in a channel."""
        return not self.channels or channel in self.channels


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
    collections: Collections = None
    every_message: bool = False


class Servers:
    """The settings of servers and their channels; what was never set is as its record has it by default."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._choosing = asyncio.Lock()
        self._servers: dict[int, Server] = {}
        self._channels: dict[int, Channel] = {}

    async def read(self) -> None:
        """Reads all that is kept. From then on settings are known at once, whatever befalls the database."""
        self._servers = {row["guild"]: _server(row) for row in await self._database.rows("SELECT * FROM server")}
        self._channels = {row["id"]: _channel(row) for row in await self._database.rows("SELECT * FROM channel")}

    def server(self, guild: int) -> Server:
        """A server's settings."""
        return self._servers.get(guild, Server(guild))

    def channel(self, id: int, guild: int) -> Channel:
        """A channel's settings; those of a thread are its parent's."""
        found = self._channels.get(id)
        return found if found is not None and found.guild == guild else Channel(id, guild)

    async def set_server(self, guild: int, setting: ServerSetting, value: Value) -> None:
        """Keeps one setting of a server, and leaves the others as they are: two people may change two at once."""
        await self._database.change(
            ("INSERT OR IGNORE INTO server (guild, private, roles, channels) VALUES (?, 0, '[]', '[]')", [guild]),
            (f"UPDATE server SET {setting} = ? WHERE guild = ?", [_stored(value), guild]),  # noqa: S608  # see its type
        )
        await self.read()

    async def set_channel(self, id: int, guild: int, setting: ChannelSetting, value: Value) -> None:
        """Keeps one setting of a channel, likewise."""
        await self._database.change(
            ("INSERT OR IGNORE INTO channel (id, guild, every_message) VALUES (?, ?, 0)", [id, guild]),
            (f"UPDATE channel SET {setting} = ? WHERE id = ?", [_stored(value), id]),  # noqa: S608  # see its type
        )
        await self.read()

    async def choose(self, id: int, guild: int, choice: Callable[[Collections], Collections]) -> None:
        """Changes what is searched in a channel; each choice is made from what the one before it left."""
        async with self._choosing:
            before = self.channel(id, guild).collections
            await self.set_channel(id, guild, "collections", choice(before))


def _server(row: Row) -> Server:
    return Server(
        row["guild"],
        bool(row["private"]),
        frozenset(json.loads(row["roles"])),
        frozenset(json.loads(row["channels"])),
        bool(row["threads"]),
        row["digest"],
        row["language"],
    )


def _channel(row: Row) -> Channel:
    collections = None if row["collections"] is None else frozenset(json.loads(row["collections"]))
    return Channel(row["id"], row["guild"], collections, bool(row["every_message"]))


def _stored(value: Value) -> int | str | None:
    return _listed(value) if isinstance(value, frozenset) else value


def _listed(values: frozenset[int] | frozenset[str]) -> str:
    return json.dumps(sorted(values), ensure_ascii=False)
