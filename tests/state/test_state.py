"""What is kept, what is forgotten, and when."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import State
from bot.state.database import NAME
from bot.state.inquiries import KEPT_SECONDS, Inquiry, Kind, Verdicts
from bot.state.servers import Channel, Server
from bot.state.watches import Wanted, Watch

ALICE, BOB, GUILD, ROOM = 1, 2, 7, 70
ASKED = Inquiry(ALICE, GUILD, ROOM, Kind.QUESTION, "Who is Old Finch?", within='source:"fire"')


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    async with State.open(tmp_path) as opened:
        yield opened


async def test_settings_are_what_they_are_by_default_until_they_are_kept(state: State) -> None:
    assert state.servers.server(GUILD) == Server(GUILD)
    assert state.servers.channel(ROOM, GUILD) == Channel(ROOM, GUILD)
    server = Server(GUILD, private=True, roles=frozenset({5, 2**63 - 1}), channels=frozenset({ROOM}))
    channel = Channel(ROOM, GUILD, frozenset({"harbour", "كلمة"}), every_message=True)
    await asyncio.gather(
        state.servers.set_server(GUILD, "private", True),
        state.servers.set_server(GUILD, "roles", server.roles),
        state.servers.set_server(GUILD, "channels", server.channels),
        state.servers.set_channel(ROOM, GUILD, "every_message", True),
        state.servers.choose(ROOM, GUILD, lambda _: frozenset({"harbour"})),
        state.servers.choose(ROOM, GUILD, lambda before: (before or frozenset()) | {"كلمة"}),
        state.servers.set_channel(ROOM + 1, GUILD, "collections", frozenset()),
        state.servers.set_channel(ROOM + 2, GUILD, "every_message", True),
    )
    assert state.servers.server(GUILD) == server
    assert state.servers.channel(ROOM, GUILD) == channel
    assert state.servers.channel(ROOM + 1, GUILD).collections == frozenset()
    assert state.servers.channel(ROOM + 2, GUILD).collections is None
    assert state.servers.channel(ROOM, GUILD + 1) == Channel(ROOM, GUILD + 1)


async def test_a_conversation_is_followed_back(state: State) -> None:
    last = None
    for number in range(8):
        last = await state.inquiries.keep(replace(ASKED, text=f"Question {number}?", follows=last))
    assert last is not None
    following = replace(ASKED, asker=BOB, follows=last)
    texts = [turn.text for turn in await state.inquiries.conversation(following, 3)]
    assert texts == ["Question 5?", "Question 6?", "Question 7?"]
    for elsewhere in (replace(following, room=ROOM + 1), replace(following, guild=None), replace(following, follows=1)):
        assert await state.inquiries.conversation(elsewhere, 3) == []
    latest = await state.inquiries.latest(ROOM, 60, BOB)
    assert latest is not None
    assert latest == replace(ASKED, text="Question 7?", follows=latest.follows, id=last)
    assert await state.inquiries.latest(ROOM, 60, BOB, own=True) is None
    assert await state.inquiries.latest(ROOM + 1, 60, BOB) is None


async def test_what_was_asked_privately_is_followed_up_by_its_asker_only(state: State) -> None:
    first = await state.inquiries.keep(replace(ASKED, text="Open?"))
    second = await state.inquiries.keep(replace(ASKED, text="Private?", private=True, follows=first))
    third = await state.inquiries.keep(replace(ASKED, text="Open again?", follows=second))
    await state.inquiries.keep(replace(ASKED, text="Private at last?", private=True))
    await state.inquiries.keep(replace(ASKED, text="From the menu?", aside=True))
    latest = [await state.inquiries.latest(ROOM, 60, person) for person in (ALICE, BOB)]
    assert [one and one.text for one in latest] == ["Private at last?", "Open again?"]
    for person, texts in ((ALICE, ["Open?", "Private?", "Open again?"]), (BOB, ["Open again?"])):
        turns = await state.inquiries.conversation(replace(ASKED, asker=person, follows=third), 3)
        assert [turn.text for turn in turns] == texts


async def test_a_verdict_takes_the_place_of_an_earlier_one(state: State) -> None:
    id = await state.inquiries.keep(replace(ASKED, answered=True))
    await state.inquiries.judge(id, ALICE, helpful=True)
    await state.inquiries.judge(id, ALICE, helpful=False)
    await state.inquiries.judge(id, BOB, helpful=True)
    await state.inquiries.judge(id + 1, BOB, helpful=True)
    assert await state.inquiries.verdicts(GUILD) == Verdicts(1, 1)
    assert await state.inquiries.verdicts(GUILD + 1) == Verdicts(0, 0)


async def test_what_was_not_answered_is_listed_for_its_own_server_only(state: State) -> None:
    for text in ("Who?", "When?", "Who?"):
        await state.inquiries.keep(replace(ASKED, text=text))
    await state.inquiries.keep(replace(ASKED, text="Answered?", answered=True))
    await state.inquiries.keep(replace(ASKED, text="words", kind=Kind.QUERY))
    await state.inquiries.keep(replace(ASKED, text="Elsewhere?", guild=GUILD + 1))
    await state.inquiries.keep(replace(ASKED, text="Between us?", private=True))
    assert await state.inquiries.unanswered(GUILD, 10) == ["Who?", "When?"]
    assert await state.inquiries.counts(GUILD) == (5, 1)


async def test_a_forgotten_person_leaves_no_byte_behind(state: State, tmp_path: Path) -> None:
    first = await state.inquiries.keep(replace(ASKED, text="A very telling question"))
    second = await state.inquiries.keep(replace(ASKED, asker=BOB, text="Another one", follows=first))
    await state.inquiries.judge(second, ALICE, helpful=True)
    assert b"very telling" in (tmp_path / NAME).read_bytes()
    assert await state.inquiries.forget(ALICE) == 2
    assert await state.inquiries.get(first) is None
    kept = await state.inquiries.get(second)
    assert kept is not None
    assert kept.follows is None
    assert await state.inquiries.verdicts(GUILD) == Verdicts(0, 0)
    assert b"very telling" not in (tmp_path / NAME).read_bytes()


async def test_after_a_month_it_is_gone(state: State, tmp_path: Path) -> None:
    old = await state.inquiries.keep(ASKED)
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("UPDATE inquiry SET asked_at = ?", [time.time() - KEPT_SECONDS - 1])
    connection.close()
    assert await state.inquiries.get(old) is None
    assert await state.inquiries.conversation(replace(ASKED, follows=old), 3) == []
    await state.inquiries.keep(ASKED)
    assert await state.inquiries.expire() == 1
    with sqlite3.connect(tmp_path / NAME) as connection:
        assert connection.execute("SELECT count(*) FROM inquiry").fetchone() == (1,)
    connection.close()


async def test_a_clock_that_is_set_back_skips_no_document(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    await state.watches.came(["old"])
    await state.watches.add(Watch(GUILD, ROOM, ROOM, ALICE, Wanted.QUERY, "ferry"))
    assert await state.watches.due() == []
    monkeypatch.setattr(time, "time", lambda: now - 7200)
    await state.watches.came(["old", "new"])
    [watch] = await state.watches.due()
    documents, until = await state.watches.arrived(watch.since)
    assert documents == ["new"]
    await state.watches.looked(watch.id, until, told=True)
    await state.watches.add(Watch(GUILD, ROOM, ROOM, ALICE, Wanted.QUERY, "dredger"))
    assert await state.watches.due() == [], "what was there is not told to who asks later"
    monkeypatch.setattr(time, "time", lambda: now - 14400)
    await state.watches.came(["newer"])
    assert len(await state.watches.due()) == 2, "nobody is silent until the clock has caught up"
