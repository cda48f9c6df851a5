"""The database file: opened with care, brought up to date, and never overwritten."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

import aiosqlite

NAME = "footnote.sqlite3"
APPLICATION = 0x466F6F74
"""Written into the file's header, so that another program's database is not taken for one of ours."""

_BUSY_SECONDS = 5.0


class StateError(Exception):
    """What must last cannot be read or kept; the message is one sentence for people that names the file."""


class Database:
    """One connection, each change of it a transaction: after a crash a change is there whole, or not at all.

    The rollback journal is SQLite's own default. It needs one file only, which makes a plain copy of the folder of a
    stopped bot a backup; the few writes a second that Discord's rate limits leave do not need the write-ahead log.
    """

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._changing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Self]:
        """Opens the database in a folder, making both where they are missing.

        Raises:
            StateError: It is damaged, is from a newer release or of another program, or cannot be written.
        """
        path = folder / NAME
        try:
            await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
            connection = await aiosqlite.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        except OSError as error:
            raise StateError(f"the folder {folder} cannot be used: {error.strerror or error}") from None
        except sqlite3.Error as error:
            raise StateError(f"{path} cannot be opened: {error}") from None
        try:
            try:
                await _prepare(connection, path)
            except sqlite3.Error as error:
                raise StateError(f"{path} cannot be used, and is left as it is: {error}") from None
            yield cls(connection)
        finally:
            await connection.close()

    async def row(self, query: str, values: Iterable[Any] = ()) -> sqlite3.Row | None:
        """The first row, None where there is none.

        Raises:
            StateError: It cannot be read.
        """
        return next(iter(await self.rows(query, values)), None)

    async def rows(self, query: str, values: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """All rows.

        Raises:
            StateError: They cannot be read.
        """
        try:
            async with self._connection.execute(query, tuple(values)) as cursor:
                return list(await cursor.fetchall())
        except sqlite3.Error as error:
            raise StateError(f"what is kept cannot be read: {error}") from error

    async def change(self, *statements: tuple[str, Iterable[Any]]) -> int:
        """Carries out all statements or none, and gives the number of rows they changed.

        Raises:
            StateError: They cannot be carried out; a full disk is one reason.
        """
        async with self._changing:
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                try:
                    changed = 0
                    for statement, values in statements:
                        async with self._connection.execute(statement, tuple(values)) as cursor:
                            changed += max(cursor.rowcount, 0)
                    await self._connection.execute("COMMIT")
                finally:
                    # Where COMMIT itself failed SQLite may have rolled back already.
                    if self._connection.in_transaction:
                        await self._connection.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise StateError(f"what was to be kept could not be: {error}") from error
        return changed


async def _prepare(connection: aiosqlite.Connection, path: Path) -> None:
    """Checks that the file is ours and whole, and takes the steps it lacks."""
    connection.row_factory = sqlite3.Row
    steps = migrations()
    version = await _pragma(connection, "user_version")
    application = await _pragma(connection, "application_id")
    [tables] = await (await connection.execute("SELECT count(*) FROM sqlite_schema")).fetchone() or (0,)
    if application != APPLICATION and (application or version or tables):
        raise StateError(f"{path} is a database of another program, and is left as it is")
    if version > len(steps):
        raise StateError(
            f"{path} is from a newer release of Footnote (its version is {version}, this release knows {len(steps)}), "
            "and is left as it is"
        )
    if (problem := await _pragma(connection, "quick_check")) != "ok":
        raise StateError(f"{path} is damaged, and is left as it is: {problem}")
    # What somebody had deleted must not stay readable in the file's free pages.
    await connection.execute("PRAGMA secure_delete = ON")
    await connection.execute("PRAGMA foreign_keys = ON")
    for number, step in enumerate(steps[version:], version + 1):
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number};"
        await connection.executescript(f"BEGIN IMMEDIATE;\n{step}\n{marks}\nCOMMIT;")


async def _pragma(connection: aiosqlite.Connection, name: str) -> Any:
    async with connection.execute(f"PRAGMA {name}") as cursor:
        row = await cursor.fetchone()
    return None if row is None else row[0]


def migrations() -> list[str]:
    """The steps in order; the number of a step is the version of a database that has taken it."""
    folder = files("bot.state.migrations")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [folder.joinpath(name).read_text("utf-8") for name in names]
