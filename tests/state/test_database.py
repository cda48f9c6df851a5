"""The database outlasts what happens to processes and disks, and is never overwritten."""

import asyncio
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.state import State, StateError
from bot.state.database import APPLICATION, NAME, migrations
from bot.state.inquiries import Inquiry, Kind
from tests.discord.process import ROOT

ASKED = Inquiry(asker=1, guild=7, room=2, kind=Kind.QUESTION, text="Who is Old Finch?")


async def writer(folder: Path, largest: int = 0) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.state.writer", str(folder), str(largest)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_what_was_kept_is_there_after_a_kill(tmp_path: Path) -> None:
    process = await writer(tmp_path)
    assert process.stdout is not None
    kept = [int(await process.stdout.readline()) for _ in range(30)]
    process.kill()
    rest, _ = await process.communicate()
    kept += [int(line) for line in rest.splitlines()[:-1]]
    async with State.open(tmp_path) as state:
        assert all([await state.inquiries.get(id) for id in kept])
        assert await state.inquiries.get(await state.inquiries.keep(ASKED))


async def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    async with State.open(tmp_path):
        size = (tmp_path / NAME).stat().st_size
    process = await writer(tmp_path, size + 20_000)
    told, complained = await process.communicate()
    assert b"StateError: what was to be kept could not be" in complained
    kept = [int(line) for line in told.splitlines()]
    assert kept
    async with State.open(tmp_path) as state:
        assert all([await state.inquiries.get(id) for id in kept])


def _text(path: Path) -> None:
    path.write_text("This is no database, and somebody may need it. " * 100)


def _holed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    path.write_bytes(content)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    connection.close()


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (address)")
    connection.close()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_text, "file is not a database"),
        (_holed, "damaged|malformed"),
        (_cut, "damaged|malformed"),
        (_newer, "from a newer release"),
        (_foreign, "of another program"),
    ],
)
async def test_what_cannot_be_used_is_left_as_it_is(tmp_path: Path, harm: object, said: str) -> None:
    async with State.open(tmp_path) as state:
        for _ in range(20):
            await state.inquiries.keep(ASKED)
    path = tmp_path / NAME
    harm(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(StateError, match=said) as raised:
        async with State.open(tmp_path):
            pass
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == before


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="file/data"):
        async with State.open(tmp_path / "file" / "data"):
            pass


async def test_an_interrupted_step_is_taken_again_from_its_beginning(tmp_path: Path) -> None:
    """Killed in the middle of the first migration, a database has none of it."""
    connection = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE server (guild INTEGER)")
    connection.close()
    async with State.open(tmp_path) as state:
        assert not state.servers.server(7).private
    connection = sqlite3.connect(tmp_path / NAME)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    connection.close()


async def test_many_changes_at_once_are_each_whole(tmp_path: Path) -> None:
    async with State.open(tmp_path) as state:
        ids = await asyncio.gather(*(state.inquiries.keep(ASKED) for _ in range(50)))
        assert len(set(ids)) == 50
        assert await state.inquiries.counts(7) == (50, 0)
