"""Running a server: the first minutes, the settings and what they change, insights, privacy, help."""

import asyncio
import contextlib
import json
import resource
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.state.inquiries import KEPT_SECONDS
from tests.discord.process import ROOT, TOKEN, Bot, running, started, write_corpus
from tests.discord.test_collections import write_documents
from tests.standin import Channel, ChannelType, Guild, Intent, Message, Permission, Person, Reply, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-server")]

QUESTION = "Who is Old Finch?"
THREADS = "A mention is answered in a thread of its own: no"
CHANNELS, ROLES, COLLECTIONS = "settings:channels", "settings:roles", "settings:collections:0"


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    boss: Person
    alice: Person

    async def panel(self, channel: Channel | None = None) -> Reply:
        return await self.boss.command(channel or self.channel, "settings")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def started_once(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[StandIn, Bot]]:
    corpus = write_documents(tmp_path_factory.mktemp("server"))
    async with (
        StandIn(TOKEN, granted_intents=Intent.MESSAGE_CONTENT) as discord,
        running(discord, corpus, FOOTNOTE_MESSAGE_CONTENT="true") as bot,
    ):
        yield discord, bot
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


@pytest_asyncio.fixture(loop_scope="module")
async def scene(started_once: tuple[StandIn, Bot]) -> Scene:
    """A server of its own for each test, since settings are a server's."""
    discord, bot = started_once
    guild = discord.add_guild("Newsroom")
    channel, alice = guild.add_channel("research"), guild.add_member("alice")
    boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES))
    return Scene(discord, bot, guild, channel, boss, alice)


async def test_settings_are_for_those_who_run_the_server(scene: Scene) -> None:
    panel = await scene.panel()
    assert panel.ephemeral
    assert "Answers: everywhere" in panel.text
    assert "May ask: everybody" in panel.text
    with pytest.raises(AssertionError, match="is not offered 'settings'"):
        await scene.alice.command(scene.channel, "settings")
    with pytest.raises(AssertionError, match="is not offered in DMs"):
        await scene.boss.command(await scene.boss.open_dm(), "settings")


async def test_who_no_longer_runs_the_server_changes_nothing(scene: Scene) -> None:
    panel = await scene.panel()
    assert scene.channel.guild is not None
    scene.guild.members[scene.boss.id].roles.clear()
    refused = await scene.boss.click(panel, "Answers are private")
    assert "Only people who may manage the server" in refused.text
    assert not (await scene.alice.command(scene.channel, "ask", question=QUESTION)).ephemeral


async def test_it_answers_in_the_chosen_channels_only(scene: Scene) -> None:
    other = scene.guild.add_channel("other")
    panel = await scene.boss.choose(await scene.panel(), scene.channel, menu=CHANNELS)
    assert f"Answers: {scene.channel.mention}" in panel.text
    refused = await scene.alice.command(other, "ask", question=QUESTION)
    assert refused.ephemeral
    assert f"answers in: {scene.channel.mention}" in refused.text
    assert await scene.alice.autocomplete(other, "cite", "passage", "") == []
    await scene.alice.say(other, f"{scene.discord.mention} {QUESTION}")
    assert "Tobias Renn" in (await scene.alice.command(scene.channel, "ask", question=QUESTION)).text
    thread = scene.guild.add_thread(scene.channel, "a thread", scene.alice)
    assert "Tobias Renn" in (await scene.alice.command(thread, "ask", question=QUESTION)).text
    assert not [one for one in other.messages if one.author is scene.discord.bot and not one.ephemeral]
    assert "Answers: everywhere" in (await scene.boss.choose(panel, menu=CHANNELS)).text
    assert "Tobias Renn" in (await scene.alice.command(other, "ask", question=QUESTION)).text


async def test_it_answers_those_with_a_chosen_role_only(scene: Scene) -> None:
    desk = scene.guild.add_role("desk")
    carol = scene.guild.add_member("carol", desk)
    before = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    await scene.boss.choose(await scene.panel(), desk, menu=ROLES)
    refused = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    assert refused.ephemeral
    assert "only some roles may ask" in refused.text
    assert "only some roles" in (await scene.alice.click(before, "In context")).text
    assert await scene.alice.autocomplete(scene.channel, "source", "document", "fi") == []
    await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    asked = await carol.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    assert "Tobias Renn" in (await scene.discord.next_message(after=asked)).text
    assert "Tobias Renn" in (await scene.boss.command(scene.channel, "ask", question=QUESTION)).text
    assert len([one for one in scene.channel.messages if one.author is scene.discord.bot and one.reply_to]) == 1
    assert "What Footnote keeps" in (await scene.alice.command(scene.channel, "privacy")).text


async def test_answers_can_be_private_by_default(scene: Scene) -> None:
    panel = await scene.boss.click(await scene.panel(), "Answers are private unless asked otherwise: no")
    assert "Answers are private unless asked otherwise: yes" in panel.text
    assert (await scene.alice.command(scene.channel, "ask", question=QUESTION)).ephemeral
    assert (await scene.alice.command(scene.channel, "search", query="harbour")).ephemeral
    assert not (await scene.alice.command(scene.channel, "ask", question=QUESTION, private=False)).ephemeral


async def test_what_two_change_at_once_is_both_kept(scene: Scene) -> None:
    role = scene.guild.add_role("askers", Permission(0))
    panels = [await scene.panel() for _ in range(3)]
    await asyncio.gather(
        scene.boss.choose(panels[0], role, menu=ROLES),
        *(scene.boss.click(panel, "Answers are private unless asked otherwise: no") for panel in panels[1:]),
    )
    kept = (await scene.panel()).text
    assert f"May ask: <@&{role.id}>" in kept
    assert "Answers are private unless asked otherwise: yes" in kept, "two who want the same get it"


async def test_a_channel_can_be_narrowed_and_its_old_buttons_with_it(scene: Scene) -> None:
    before = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    panel = await scene.panel()
    assert "Searched here: all that this server may see" in panel.text
    panel = await scene.boss.choose(panel, "shared", menu=COLLECTIONS)
    assert "Searched here: shared" in panel.text
    assert "Tobias Renn" not in (await scene.alice.command(scene.channel, "ask", question=QUESTION)).text
    assert "no longer among the sources here" in (await scene.alice.click(before, "In context")).text
    assert "Tobias Renn" not in (await scene.alice.click(before, "More passages")).text
    other = scene.guild.add_channel("other")
    assert "Tobias Renn" in (await scene.alice.command(other, "ask", question=QUESTION)).text
    panel = await scene.boss.choose(panel, menu=COLLECTIONS)
    assert "Searched here: nothing" in panel.text
    assert "There is nothing to search" in (await scene.alice.command(scene.channel, "ask", question=QUESTION)).text
    await scene.boss.choose(panel, "shared", "harbour", menu=COLLECTIONS)
    assert "Tobias Renn" in (await scene.alice.command(scene.channel, "ask", question=QUESTION)).text


async def test_a_thread_that_the_gateway_has_not_told_of_is_narrowed_as_its_channel_is(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowed = await scene.boss.choose(await scene.panel(), menu=COLLECTIONS)
    assert "Searched here: nothing" in narrowed.text
    with monkeypatch.context() as silenced:
        silenced.setattr(scene.discord.world, "dispatch", lambda *_: None)
        thread = scene.guild.add_thread(scene.channel, "untold", scene.alice)
    asked = await scene.alice.say(thread, f"{scene.discord.mention} {QUESTION}")
    assert "Tobias Renn" not in (await scene.discord.next_message(after=asked)).text


async def test_a_server_that_the_gateway_has_not_told_of_is_no_dm(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as silenced:
        silenced.setattr(scene.discord.gateway, "announce", lambda _: None)
        guild = scene.discord.add_guild("Untold")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
    await alice.say(channel, "Not for the bot.")
    asked = await alice.say(channel, f"{scene.discord.mention} {QUESTION}")
    answer = await scene.discord.next_message(after=asked)
    assert "Tobias Renn" in answer.text
    assert [one for one in channel.messages if one.author.bot] == [answer]


async def test_every_message_of_a_chosen_channel_is_answered(scene: Scene) -> None:
    await scene.alice.say(scene.channel, QUESTION)
    await scene.boss.click(await scene.panel(), "Every message here is a question: no")
    asked = await scene.alice.say(scene.channel, QUESTION)
    answer = await scene.discord.next_message(after=asked)
    assert answer.reply_to is asked
    assert "Tobias Renn" in answer.text
    await scene.alice.say(scene.channel, "I think so too.", reply_to=asked)
    await scene.alice.say(scene.guild.add_thread(scene.channel, "aside", scene.alice), QUESTION)
    last = await scene.alice.say(scene.channel, "Who headed Section 40?")
    assert "Ilse Brandt" in (await scene.discord.next_message(after=last)).text
    assert len([one for one in scene.channel.messages if one.author is scene.discord.bot and one.reply_to]) == 2


async def test_a_mention_of_its_role_is_one_of_the_bot(scene: Scene) -> None:
    """People pick it from the list, where it stands under the bot's name; of another role it takes no notice."""

    def replies() -> list[Message]:
        return [one for one in scene.channel.messages if one.author is scene.discord.bot and one.reply_to]

    other = scene.guild.add_role("Footnote", mentionable=True)
    await scene.alice.say(scene.channel, f"{other.mention} {QUESTION}")
    asked = await scene.alice.say(scene.channel, f"{scene.guild.bot_role.mention} {QUESTION}")
    await scene.discord.until(replies)
    thread = scene.guild.add_thread(scene.channel, "aside", scene.alice)
    followed = await scene.alice.say(thread, f"{scene.guild.bot_role.mention} Who headed Section 40?")
    assert "Ilse Brandt" in (await scene.discord.next_message(after=followed)).text
    (answer,) = replies()
    assert answer.reply_to is asked
    assert "Tobias Renn" in answer.text
    assert not answer.pings


async def test_a_post_in_a_chosen_forum_is_answered_once(scene: Scene) -> None:
    forum = scene.guild.add_channel("questions", ChannelType.FORUM)
    first = await scene.alice.post(forum, "Old Finch", QUESTION)
    await scene.boss.click(await scene.panel(first.channel), "Every message here is a question: no")
    post = await scene.alice.post(forum, "Old Finch again", QUESTION)
    assert "Tobias Renn" in (await scene.discord.next_message(after=post)).text
    await scene.alice.say(post.channel, "Thank you, that is it.")
    asked = await scene.alice.say(post.channel, f"{scene.discord.mention} Who headed Section 40?")
    assert "Ilse Brandt" in (await scene.discord.next_message(after=asked)).text
    assert len([one for one in post.channel.messages if one.author is scene.discord.bot]) == 2


async def test_without_the_intent_that_cannot_be_chosen(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel = guild.add_channel("research")
        boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD))
        async with running(discord, write_corpus(tmp_path)):
            panel = await boss.command(channel, "settings")
            assert "has not set FOOTNOTE_MESSAGE_CONTENT" in panel.text
            assert not [button for button in panel.buttons if "Every message" in button.label]


async def test_an_intent_that_is_not_granted_ends_with_3(tmp_path: Path) -> None:
    async with (
        StandIn(TOKEN) as discord,
        started(discord, write_corpus(tmp_path), FOOTNOTE_MESSAGE_CONTENT="true") as bot,
    ):
        assert await bot.ended() == 3
        assert "does not grant an intent" in "".join(bot.log)
        assert "Traceback" not in "".join(bot.log)


async def test_settings_outlive_the_process(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, other = guild.add_channel("research"), guild.add_channel("other")
        boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD))
        async with started(discord, corpus) as bot:
            await bot.logged("ready")
            await discord.ready()
            panel = await boss.choose(await boss.command(channel, "settings"), channel, menu=CHANNELS)
            bot.process.send_signal(signal.SIGKILL)
            await bot.process.wait()
        async with running(discord, corpus):
            assert "answers in" in (await boss.command(other, "ask", question=QUESTION)).text
            assert "everywhere" in (await boss.choose(panel, menu=CHANNELS)).text


async def test_what_was_kept_for_long_enough_is_gone_when_the_bot_runs(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    file = tmp_path / "data" / "footnote.sqlite3"
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            await alice.command(channel, "ask", question=QUESTION)
        assert QUESTION.encode() in file.read_bytes()
        with contextlib.closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE inquiry SET asked_at = asked_at - ?", [KEPT_SECONDS])
        async with running(discord, corpus):
            await discord.until(lambda: QUESTION.encode() not in file.read_bytes())


async def test_a_mention_is_answered_in_a_thread_that_keeps_the_conversation(scene: Scene) -> None:
    await scene.boss.click(await scene.panel(), THREADS)
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    thread = scene.guild.channels[(await in_thread(scene, asked)).channel.id]
    assert (thread.id, thread.name, thread.parent) == (asked.id, QUESTION, scene.channel)
    assert "Tobias Renn" in thread.messages[-1].text
    followed = await scene.alice.say(thread, f"{scene.discord.mention} And where did he move?")
    answer = await scene.discord.next_message(after=followed)
    assert answer.channel is thread
    assert "about: " in answer.text
    assert "Sorrel Bay" in answer.text
    reply = await scene.alice.say(scene.channel, f"{scene.discord.mention} Who led Section 40?", reply_to=asked)
    assert (await scene.discord.next_message(after=reply)).reply_to is reply
    bare = await scene.alice.say(scene.channel, scene.discord.mention)
    assert (await scene.discord.next_message(after=bare)).reply_to is bare
    await scene.boss.click(await scene.panel(), THREADS.replace("no", "yes"))
    again = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    assert (await scene.discord.next_message(after=again)).reply_to is again


async def test_where_it_may_make_no_thread_it_answers_in_place(scene: Scene) -> None:
    await scene.boss.click(await scene.panel(), THREADS)
    scene.channel.set_permissions(scene.guild.everyone, deny=Permission.CREATE_PUBLIC_THREADS)
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    assert (await scene.discord.next_message(after=asked)).reply_to is asked


async def in_thread(scene: Scene, asked: Message) -> Message:
    await scene.discord.until(lambda: asked.id in scene.guild.channels and scene.guild.channels[asked.id].messages)
    return scene.guild.channels[asked.id].messages[-1]


async def test_insights_count_and_name_nobody(scene: Scene) -> None:
    for question in ("Where is the zebra?", "Where is the zebra?", QUESTION):
        reply = await scene.alice.command(scene.channel, "ask", question=question)
    await scene.alice.click(reply, "Helpful")
    await scene.alice.command(scene.guild.add_channel("other"), "search", query="zebra crossing")
    elsewhere = scene.discord.add_guild("Elsewhere")
    dave = elsewhere.add_member("dave")
    await dave.command(elsewhere.add_channel("general"), "ask", question="What did dave want?")
    await scene.alice.command(scene.channel, "ask", question="Where is the giraffe?", private=True)
    shown = await scene.boss.command(scene.channel, "insights")
    assert shown.ephemeral
    assert "giraffe" not in shown.text, "what was asked privately stays so"
    assert "4 questions, 1 (25%) answered" in shown.text
    assert "1 verdict, 1 (100%) helpful" in shown.text
    assert shown.text.count("zebra") == 1
    assert "dave" not in shown.text.lower()
    assert "alice" not in shown.text.lower()
    with pytest.raises(AssertionError, match="is not offered 'insights'"):
        await scene.alice.command(scene.channel, "insights")


async def test_a_person_can_have_everything_forgotten(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    forgotten = await scene.alice.command(scene.channel, "forget-me")
    assert forgotten.ephemeral
    assert "Deleted: 1 entry" in forgotten.text
    assert "not kept any more" in (await scene.alice.click(reply, "More passages")).text
    assert "Nothing is kept of you." in (await scene.alice.command(await scene.alice.open_dm(), "forget-me")).text
    assert "0 questions" in (await scene.boss.command(scene.channel, "insights")).text


async def test_help_shows_each_what_they_can_do(scene: Scene) -> None:
    alices = await scene.alice.command(scene.channel, "help")
    bosses = await scene.boss.command(scene.channel, "help")
    in_private = await scene.boss.command(await scene.boss.open_dm(), "help")
    assert alices.ephemeral
    assert "/settings" not in alices.text
    assert "/settings" in bosses.text
    assert "/insights" in bosses.text
    assert "/settings" not in in_private.text
    assert "I answer from 3 documents here." in alices.text


async def test_a_new_server_is_welcomed_once_with_questions_that_work(tmp_path: Path) -> None:
    corpus = shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    async with StandIn(TOKEN) as discord, running(discord, corpus) as bot:
        guild = await _founded(discord)
        channel = next(one for one in guild.channels.values() if one.name == "general")
        hello = await discord.next_message(channel=channel)
        tries = [button for button in hello.buttons if button.label.endswith("?")]
        assert len(tries) == 3
        assert not hello.pings
        alice = guild.add_member("alice")
        for button in tries:
            reply = await alice.click(hello, button.label)
            assert "do not answer" not in reply.text
            assert button.label in reply.text
        closed = [one for one in guild.channels.values() if one.name == "closed"]
        assert not closed[0].messages
        assert len([one for one in channel.messages if one.author is discord.bot]) == 4
        assert "Traceback" not in "".join(bot.log)


async def _founded(discord: StandIn) -> Guild:
    """A server that had its channels before the bot came."""
    guild = discord.add_foreign_guild("New")
    guild.add_channel("closed", bot_may_send=False)
    guild.add_channel("general")
    discord.invite(guild)
    await asyncio.sleep(0)
    return guild


async def test_a_damaged_database_ends_with_2(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "footnote.sqlite3").write_text("This was something else. " * 1000)
    async with StandIn(TOKEN) as discord, started(discord, write_corpus(tmp_path)) as bot:
        assert await bot.ended() == 2
        [line] = [line for line in bot.log if "FOOTNOTE_DATA" in line]
        assert "footnote.sqlite3" in line
        assert "Traceback" not in "".join(bot.log)


async def test_a_disk_that_is_full_costs_no_answer(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            pass
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS=json.dumps({"default": ["*"]})) as bot:
            size = (tmp_path / "data" / "footnote.sqlite3").stat().st_size
            resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (size // 2, size // 2))
            reply = await alice.command(channel, "ask", question=QUESTION)
            assert "Tobias Renn" in reply.text
            assert [button.label for button in reply.buttons] == ["In context", "Delete"]
            await bot.logged("cannot be kept")


async def test_a_database_that_is_locked_costs_no_answer(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with started(discord, corpus, FOOTNOTE_COLLECTIONS=json.dumps({"default": ["*"]})) as bot:
            await bot.logged("ready")
            await discord.ready()
            connection = sqlite3.connect(tmp_path / "data" / "footnote.sqlite3", isolation_level=None)
            connection.execute("BEGIN EXCLUSIVE")
            reply = await alice.command(channel, "ask", question=QUESTION, timeout=20)
            assert "Tobias Renn" in reply.text
            asked = await alice.say(channel, f"{discord.mention} {QUESTION}")
            answer = await discord.next_message(after=asked, timeout=20)
            assert "Tobias Renn" in answer.text
            connection.execute("ROLLBACK")
            reply = await alice.command(channel, "ask", question=QUESTION)
            connection.execute("BEGIN EXCLUSIVE")
            form = await alice.click(reply, "Ask a follow-up")
            assert form.modal.title == "Ask a follow-up", "it is there in time, though nobody can look up what it is on"
            connection.execute("ROLLBACK")
            connection.close()
            assert "Ilse Brandt" in (await alice.submit(form, {"Question": "Who led Section 40?"})).text
            assert await bot.stop() == 0
        assert not discord.violations


async def test_where_nothing_can_be_kept_it_gets_ready_and_answers(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            pass
        (corpus / "new.txt").write_text("A ferry was sold in 1996 to a company from Grimsel, as the register says.\n")
        connection = sqlite3.connect(tmp_path / "data" / "footnote.sqlite3", isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        async with running(discord, corpus) as bot:
            assert "Tobias Renn" in (await alice.command(channel, "ask", question=QUESTION, timeout=20)).text
            await bot.logged("it is tried again in 4 s")
        assert not any("watcher" in line and "ERROR" in line for line in bot.log)
        connection.close()
