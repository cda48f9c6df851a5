"""Watches: told once of documents that come and match, in the channel that asked, and of nothing else."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.discord import watcher
from bot.state.database import NAME
from tests.discord.process import TOKEN, Bot, running, started, write_corpus
from tests.discord.test_collections import write_documents
from tests.standin import Channel, Guild, Message, Permission, Person, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-watches")]


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    corpus: Path
    guild: Guild
    channel: Channel
    alice: Person
    boss: Person

    def arrive(self, name: str, text: str) -> None:
        (self.corpus / name).write_text(text + "\n")

    def kept(self, text: str) -> list[tuple[int, bool, bool]]:
        """The watches for a text: where, whether documents are still to be told of, and whether telling was tried."""
        connection = sqlite3.connect(self.corpus.parent / "data" / NAME)
        query = "SELECT room, since < (SELECT max(arrived_at) FROM arrival), told_at > 0 FROM watch WHERE text = ?"
        rows = connection.execute(query, [text]).fetchall()
        connection.close()
        return [(room, bool(due), bool(tried)) for room, due, tried in rows]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def started_once(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[StandIn, Bot, Path]]:
    corpus = write_corpus(tmp_path_factory.mktemp("watches"))
    grants = json.dumps({"default": ["shared"]})
    async with StandIn(TOKEN) as discord, running(discord, corpus, FOOTNOTE_COLLECTIONS=grants) as bot:
        yield discord, bot, corpus
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


@pytest_asyncio.fixture(loop_scope="module")
async def scene(started_once: tuple[StandIn, Bot, Path]) -> Scene:
    """A server of its own for each test; documents stay, and each test looks out for words of its own."""
    discord, bot, corpus = started_once
    guild = discord.add_guild("Newsroom")
    boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD))
    return Scene(discord, bot, corpus, guild, guild.add_channel("research"), guild.add_member("alice"), boss)


def told(channel: Channel) -> list[Message]:
    return [one for one in channel.messages if one.text.startswith("**New on")]


async def test_a_new_document_is_told_of_once_and_a_quote_of_it_shown(scene: Scene) -> None:
    added = await scene.alice.command(scene.channel, "watch add", query='"Sorrel Bay" ferry')
    assert "it is told here" in added.text
    (scene.corpus / "secret").mkdir()
    scene.arrive("secret/ferry.txt", "The ferry of Sorrel Bay carries what nobody may see, and it leaves every night.")
    scene.arrive("bay.txt", "Sorrel Bay has a pier, and no boat calls there from one year to the next.")
    scene.arrive("ferry.txt", "The ferries of Sorrel Bay were sold in 1996 to a company from Grimsel.")
    await scene.discord.until(lambda: told(scene.channel), 20)
    [message] = told(scene.channel)
    assert "1 passage in 1 new document" in message.text
    assert "The ferries of Sorrel Bay were sold in 1996" in message.text
    assert "nobody may see" not in message.text
    assert not message.pings
    assert "> The ferries" in (await scene.alice.click(message, "In context")).text
    changes = sum("the corpus has changed" in line for line in scene.bot.log)
    scene.arrive("ferry-2.txt", "Another ferry of Sorrel Bay was found in 2001 in a shed.")
    await scene.bot.logged("the corpus has changed", times=changes + 1)
    await asyncio.sleep(2 * watcher.LOOK_SECONDS)
    assert len(told(scene.channel)) == 1, "what comes within a quarter of an hour goes into one message"


async def test_an_actor_is_looked_out_for_in_any_spelling(scene: Scene) -> None:
    added = await scene.alice.command(scene.channel, "watch add", actor="tobias renn")
    assert "“tobias renn”" in added.text
    scene.arrive("renn.txt", "In May 1999 Tobias Renn opened an inn in Sorrel Bay.")
    await scene.discord.until(lambda: told(scene.channel), 20)
    assert "Tobias Renn opened an inn" in told(scene.channel)[0].text


async def test_watches_are_listed_and_ended(scene: Scene) -> None:
    bob = scene.guild.add_member("bob")
    moderator = scene.guild.add_member("mod", scene.guild.add_role("mods", Permission.MANAGE_MESSAGES))
    await scene.alice.command(scene.channel, "watch add", query="ferry")
    assert "already" in (await scene.alice.command(scene.channel, "watch add", query="ferry")).text
    await scene.alice.command(scene.channel, "watch add", query="@everyone lighthouse")
    assert "Say either" in (await scene.alice.command(scene.channel, "watch add")).text
    listed = await bob.command(scene.channel, "watch list")
    assert listed.ephemeral
    assert "“ferry” (query)" in listed.text
    assert not listed.message.pings
    other = scene.guild.add_channel("other")
    assert "Nothing is looked out for here" in (await bob.command(other, "watch list")).text
    [ferry] = await bob.autocomplete(scene.channel, "watch remove", "watch", "fer")
    assert "Only the one who asked" in (await bob.command(scene.channel, "watch remove", watch=str(ferry.value))).text
    assert "not looked out for here" in (await bob.command(other, "watch remove", watch=str(ferry.value))).text
    assert "any more" in (await scene.alice.command(scene.channel, "watch remove", watch=str(ferry.value))).text
    scene.arrive("light.txt", "The lighthouse that everyone knew was torn down in 1960, and @everyone came to see.")
    await scene.discord.until(lambda: told(scene.channel), 20)
    stopped = await moderator.click(told(scene.channel)[0], "Stop watching")
    assert "any more" in stopped.text
    assert "Nothing is looked out for here" in (await bob.command(scene.channel, "watch list")).text


async def test_what_came_while_it_was_down_is_told_and_nothing_twice(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with started(discord, corpus) as bot:
            await bot.logged("ready")
            await discord.ready()
            await alice.command(channel, "watch add", query="ferry")
            bot.process.kill()
            await bot.process.wait()
        (corpus / "ferry.txt").write_text("A ferry was sold in 1996 to a company from Grimsel, as the register says.\n")
        async with running(discord, corpus):
            await discord.until(lambda: told(channel), 20)
        async with running(discord, corpus):
            await asyncio.sleep(2 * watcher.LOOK_SECONDS)
        assert len(told(channel)) == 1


async def test_a_channel_that_was_lost_is_no_disaster(scene: Scene) -> None:
    closed = scene.guild.add_channel("closed")
    await scene.alice.command(closed, "watch add", query="dredger")
    await scene.alice.command(scene.channel, "watch add", query="dredger")
    closed.set_permissions(scene.guild.everyone, deny=Permission.VIEW_CHANNEL)
    scene.arrive("dredger.txt", "A dredger was sold in 1996 to a company from Grimsel, as the register says.")
    await scene.discord.until(lambda: told(scene.channel), 20)
    assert not told(closed)
    await asyncio.sleep(watcher.LOOK_SECONDS)
    assert (closed.id, True, True) in scene.kept("dredger"), "it is to be told once it may write there"


async def test_a_watch_whose_channel_is_gone_ends(scene: Scene) -> None:
    gone = scene.guild.add_channel("gone")
    for channel in (gone, scene.channel):
        await scene.alice.command(channel, "watch add", query="barge")
    gone.delete()
    scene.arrive("barge.txt", "A barge was sold in 1996 to a company from Grimsel, as the register says.")
    await scene.discord.until(lambda: told(scene.channel), 20)
    await asyncio.sleep(watcher.LOOK_SECONDS)
    assert [room for room, _, _ in scene.kept("barge")] == [scene.channel.id]


async def test_where_it_may_not_answer_nothing_is_told_until_it_may(scene: Scene) -> None:
    other = scene.guild.add_channel("other")
    for channel in (scene.channel, other):
        await scene.alice.command(channel, "watch add", query="trawler")
    panel = await scene.boss.command(scene.channel, "settings")
    await scene.boss.choose(panel, other, menu="settings:channels")
    scene.arrive("trawler.txt", "A trawler was sold in 1996 to a company from Grimsel, as the register says.")
    await scene.discord.until(lambda: told(other), 20)
    await asyncio.sleep(2 * watcher.LOOK_SECONDS)
    assert not told(scene.channel)
    await scene.boss.choose(panel, menu="settings:channels")
    await scene.discord.until(lambda: told(scene.channel), 20)


async def test_a_name_that_only_a_hidden_document_has_is_not_kept(tmp_path: Path) -> None:
    corpus = write_documents(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS=json.dumps({"default": ["shared", "harbour"]})):
            await alice.command(channel, "watch add", actor="old finch")
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS=json.dumps({"default": ["shared"]})):
            assert "“old finch” (actor)" in (await alice.command(channel, "watch list")).text


async def test_a_server_says_how_often_it_is_told(scene: Scene) -> None:
    panel = await scene.boss.command(scene.channel, "settings")
    assert (
        "at most every quarter of an hour"
        in (await scene.alice.command(scene.channel, "watch add", query="tugboat")).text
    )
    for often in ("every quarter of an hour", "every hour", "once a day", "once a week", "every quarter of an hour"):
        label = f"A watch tells at most {often}"
        assert label in [button.label for button in panel.buttons]
        panel = await scene.boss.click(panel, label)
    assert "at most every hour" in (await scene.alice.command(scene.channel, "watch add", query="winch")).text
