"""What is looked out for in documents to come, and which documents have come."""

import json
import time
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Row

from bot.state.database import Database
from bot.state.servers import QUARTER_OF_AN_HOUR

_LAST = "(SELECT coalesce(max(arrived_at), 0) FROM arrival)"
_LATER = f"(SELECT max(coalesce(max(since), 0), {_LAST}) + 0.001 FROM watch)"  # noqa: S608  # nothing from outside
"""Later than all that is noted: a clock that was set back must not make a document come before it was looked for."""


class Wanted(StrEnum):
    """What kind of thing is looked out for."""

    ACTOR = "actor"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Watch:
    """Something that is looked out for.

    Attributes:
        guild: The server it was asked for on.
        channel: The channel whose settings hold.
        room: Where it is told: that channel, or a thread of it.
        asker: Who asked for it.
        kind: An actor, or a query.
        text: The actor's name, or the query, as typed.
        since: Documents that came later than this are still to be looked through; seconds since 1970.
        id: Its number.
    """

    guild: int
    channel: int
    room: int
    asker: int
    kind: Wanted
    text: str
    since: float = 0.0
    id: int = 0


class Watches:
    """What is looked out for, until it is removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, watch: Watch) -> bool:
        """Looks out from now on; False where that is done in this room already."""
        values = [watch.guild, watch.channel, watch.room, watch.asker, watch.kind, watch.text]
        added = await self._database.change(
            (
                f"INSERT OR IGNORE INTO watch VALUES (NULL, ?, ?, ?, ?, ?, ?, max(?, {_LAST}), 0)",  # noqa: S608
                [*values, time.time()],
            )
        )
        return bool(added)

    async def remove(self, id: int) -> None:
        """No longer looks out."""
        await self._database.change(("DELETE FROM watch WHERE id = ?", [id]))

    async def get(self, id: int, guild: int) -> Watch | None:
        """The watch of this number on a server, None where there is none."""
        row = await self._database.row("SELECT * FROM watch WHERE id = ? AND guild = ?", [id, guild])
        return None if row is None else _watch(row)

    async def here(self, room: int) -> list[Watch]:
        """What is told in a room, in the order it was asked for."""
        return [
            _watch(row) for row in await self._database.rows("SELECT * FROM watch WHERE room = ? ORDER BY id", [room])
        ]

    async def disown(self, person: int) -> int:
        """Forgets who asked for what a person did, and gives how many that were; moderators can still end it."""
        return await self._database.change(("UPDATE watch SET asker = 0 WHERE asker = ?", [person]))

    async def came(self, documents: Collection[str]) -> None:
        """Notes the documents that there are; those that were never there before have come now."""
        listed = json.dumps(list(documents))
        await self._database.change(
            (f"INSERT OR IGNORE INTO arrival SELECT value, max(?, {_LATER}) FROM json_each(?)", [time.time(), listed])  # noqa: S608
        )

    async def due(self) -> list[Watch]:
        """Those that documents have come for, and that have been silent for as long as their servers want them."""
        rows = await self._database.rows(
            "SELECT * FROM watch"
            " WHERE (told_at > ?1"
            " OR told_at < ?1 - coalesce((SELECT digest FROM server WHERE server.guild = watch.guild), ?2))"
            " AND since < (SELECT max(arrived_at) FROM arrival) ORDER BY id",
            [time.time(), QUARTER_OF_AN_HOUR],
        )
        return [_watch(row) for row in rows]

    async def arrived(self, since: float) -> tuple[list[str], float]:
        """The documents that came later, and when the last of them did."""
        rows = await self._database.rows("SELECT document, arrived_at FROM arrival WHERE arrived_at > ?", [since])
        return [row["document"] for row in rows], max((row["arrived_at"] for row in rows), default=since)

    async def looked(self, id: int, until: float, *, told: bool) -> None:
        """Notes until when the documents that came were looked through, and whether telling was tried."""
        if told:
            await self._database.change(
                ("UPDATE watch SET since = ?, told_at = ? WHERE id = ?", [until, time.time(), id])
            )
        else:
            await self._database.change(("UPDATE watch SET since = ? WHERE id = ?", [until, id]))


def _watch(row: Row) -> Watch:
    return Watch(
        row["guild"],
        row["channel"],
        row["room"],
        row["asker"],
        Wanted(row["kind"]),
        row["text"],
        row["since"],
        row["id"],
    )
