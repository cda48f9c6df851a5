"""What was asked: kept for a while, so that buttons and follow-ups know what they belong to."""

import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Row

from bot.state.database import Database

KEPT_SECONDS = 30 * 24 * 3600.0
"""A month: long enough for the buttons below an answer, short for a record of who wanted to know what."""


class Kind(StrEnum):
    """What kind of thing was asked."""

    QUESTION = "question"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Something that was asked.

    Attributes:
        asker: Who asked.
        guild: The server it was asked on; None in a DM, and where only the asker has installed Footnote.
        room: The channel, thread or DM it was asked in.
        kind: A question, or a query.
        text: As asked.
        within: Conditions in the query language that it was limited to; empty for none.
        follows: The id of the inquiry that it follows up, where it does.
        answered: Whether something was found.
        private: Whether only the asker sees the answer.
        aside: Whether it was looked up beside the conversation, which does not go on from it by itself.
        id: Random, so that none can be guessed from another.
    """

    asker: int
    guild: int | None
    room: int
    kind: Kind
    text: str
    within: str = ""
    follows: int | None = None
    answered: bool = False
    private: bool = False
    aside: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many people found answers helpful."""

    helpful: int
    unhelpful: int


class Inquiries:
    """What was asked within the last month, and what people thought of the answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, inquiry: Inquiry) -> int:
        """Keeps an inquiry under a new id."""
        id = secrets.randbits(62) + 1
        values = [
            *(id, time.time(), inquiry.asker, inquiry.guild, inquiry.room, inquiry.kind, inquiry.text),
            *(inquiry.within, inquiry.follows, inquiry.answered, inquiry.private, inquiry.aside),
        ]
        await self._database.change(("INSERT INTO inquiry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values))
        return id

    async def expire(self) -> int:
        """Deletes those that are too old, with the verdicts on them, and gives how many those were."""
        return await self._database.change(("DELETE FROM inquiry WHERE asked_at < ?", [time.time() - KEPT_SECONDS]))

    async def get(self, id: int) -> Inquiry | None:
        """The inquiry of this id, None where it is not kept any more."""
        row = await self._database.row(
            "SELECT * FROM inquiry WHERE id = ? AND asked_at >= ?", [id, time.time() - KEPT_SECONDS]
        )
        return None if row is None else _inquiry(row)

    async def latest(self, room: int, seconds: float, person: int, *, own: bool = False) -> Inquiry | None:
        """The last question in a room that a new one of this person may follow up.

        Args:
            room: The channel, thread or DM.
            seconds: How old it can be.
            person: Who asks now; what somebody else asked privately is not followed up.
            own: Whether what others asked openly is not either.
        """
        row = await self._database.row(
            "SELECT * FROM inquiry WHERE room = ? AND kind = ? AND asked_at >= ? AND NOT aside"
            " AND (asker = ? OR NOT private AND NOT ?) ORDER BY asked_at DESC LIMIT 1",
            [room, Kind.QUESTION, time.time() - seconds, person, own],
        )
        return None if row is None else _inquiry(row)

    async def conversation(self, asked: Inquiry, turns: int) -> list[Inquiry]:
        """What an inquiry goes on from, oldest first, at most so many.

        It ends before what is too old, what was asked elsewhere, and what somebody else asked privately.
        """
        rows = await self._database.rows(
            "WITH RECURSIVE known AS ("
            " SELECT * FROM inquiry WHERE asked_at >= ? AND room = ? AND guild IS ? AND (asker = ? OR NOT private)),"
            " turn (id, depth) AS ("
            " SELECT ?, 1"
            " UNION ALL SELECT known.follows, depth + 1 FROM known JOIN turn USING (id) WHERE depth < ?)"
            " SELECT known.* FROM known JOIN turn USING (id) ORDER BY depth DESC",
            [time.time() - KEPT_SECONDS, asked.room, asked.guild, asked.asker, asked.follows, turns],
        )
        return [_inquiry(row) for row in rows]

    async def judge(self, id: int, person: int, *, helpful: bool) -> None:
        """Keeps what somebody thinks of an answer, in place of what they thought before."""
        await self._database.change(
            (
                "INSERT OR REPLACE INTO verdict SELECT id, ?, ? FROM inquiry WHERE id = ?",
                [person, helpful, id],
            )
        )

    async def verdicts(self, guild: int) -> Verdicts:
        """What people on a server thought of the answers of the last month."""
        row = await self._database.row(
            "SELECT coalesce(sum(helpful), 0) AS helpful, coalesce(sum(NOT helpful), 0) AS unhelpful"
            " FROM verdict JOIN inquiry ON inquiry.id = verdict.inquiry WHERE guild = ? AND asked_at >= ?",
            [guild, time.time() - KEPT_SECONDS],
        )
        return Verdicts(0, 0) if row is None else Verdicts(row["helpful"], row["unhelpful"])

    async def counts(self, guild: int) -> tuple[int, int]:
        """How many questions the last month had on a server, and how many of them were answered."""
        row = await self._database.row(
            "SELECT count(*) AS asked, coalesce(sum(answered), 0) AS answered FROM inquiry"
            " WHERE guild = ? AND kind = ? AND asked_at >= ?",
            [guild, Kind.QUESTION, time.time() - KEPT_SECONDS],
        )
        return (0, 0) if row is None else (row["asked"], row["answered"])

    async def unanswered(self, guild: int, limit: int) -> list[str]:
        """Questions asked openly on a server in the last month and not answered, the latest first, each once."""
        rows = await self._database.rows(
            "SELECT text, max(asked_at) AS last FROM inquiry"
            " WHERE guild = ? AND kind = ? AND NOT answered AND NOT private AND asked_at >= ?"
            " GROUP BY text ORDER BY last DESC LIMIT ?",
            [guild, Kind.QUESTION, time.time() - KEPT_SECONDS, limit],
        )
        return [row["text"] for row in rows]

    async def forget(self, person: int) -> int:
        """Deletes all that is kept of a person, and gives how many entries that were."""
        return await self._database.change(
            ("DELETE FROM verdict WHERE person = ?", [person]), ("DELETE FROM inquiry WHERE asker = ?", [person])
        )


def _inquiry(row: Row) -> Inquiry:
    return Inquiry(
        row["asker"],
        row["guild"],
        row["room"],
        Kind(row["kind"]),
        row["text"],
        row["within"],
        row["follows"],
        bool(row["answered"]),
        bool(row["private"]),
        bool(row["aside"]),
        row["id"],
    )
