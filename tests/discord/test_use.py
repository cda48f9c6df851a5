"""Ordinary use: people type commands, mention the bot, write to it, click its buttons."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.discord.process import ROOT, TOKEN, Bot, running, write_corpus
from tests.standin import Channel, Guild, Permission, Person, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-use")]


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    corpus: Path
    guild: Guild
    channel: Channel
    alice: Person


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    corpus = write_corpus(tmp_path_factory.mktemp("use"))
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel = guild.add_channel("research")
        alice = guild.add_member("alice")
        async with running(discord, corpus) as bot:
            yield Scene(discord, bot, corpus, guild, channel, alice)
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


async def test_it_says_when_it_is_ready_and_for_how_many_servers(scene: Scene) -> None:
    [line] = [line for line in scene.bot.log if "ready" in line]
    assert "ready: 1 server" in line


async def test_only_what_is_built_is_registered(scene: Scene) -> None:
    menus = {"Check against the sources", "Find sources"}
    running_it = {"settings", "insights", "help", "privacy", "forget-me"}
    assert set(scene.discord.commands) == {
        "ask",
        "search",
        "cite",
        "passage",
        "source",
        "sources",
        "actor",
        "timeline",
        "network",
        "watch",
        *running_it,
        *menus,
    }


async def test_ask(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question="Who is Old Finch?")
    assert reply.deferred
    assert reply.acknowledged_after < 1
    assert not reply.ephemeral
    assert "the harbour master was Tobias Renn, who later moved to Sorrel Bay.” [1]" in reply.text
    assert "The fire (a chronicle)](https://elva.example/fire#:~:text=" in reply.text
    assert "Elva Archive, 1999-03, paragraph 2" in reply.text
    assert not reply.message.pings


async def test_the_same_sentences_as_in_the_terminal(scene: Scene) -> None:
    for question in ("Who led Section 40?", "When was Marta Quell arrested?", "how many boats did section 40 have"):
        command = [sys.executable, "-m", "bot", "ask", question, "--json", "--corpus", str(scene.corpus)]
        told = await asyncio.to_thread(subprocess.run, command, capture_output=True, check=True, cwd=ROOT)
        reply = await scene.alice.command(scene.channel, "ask", question=question)
        sentences = json.loads(told.stdout)["sentences"]
        assert sentences
        for sentence in sentences:
            assert sentence["text"] in reply.text.replace("**", "")


async def test_an_honest_refusal_shows_what_comes_nearest(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question="What is the birthplace of Tobias Renn?")
    assert "The sources do not answer this." in reply.text
    assert "“birthplace”" in reply.text
    assert "Tobias Renn" in reply.text


async def test_the_button_shows_the_quote_in_its_context(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question="Who is Old Finch?")
    shown = await scene.alice.click(reply, "In context")
    assert shown.ephemeral
    assert "She was released in 1994." in shown.text
    assert "> Known to the dockers" in shown.text
    assert "Ilse Brandt" in shown.text


async def test_a_mention_is_answered_below_the_message(scene: Scene) -> None:
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} who is Old Finch?")
    answer = await scene.discord.next_message(after=asked)
    assert answer.reply_to is asked
    assert "Tobias Renn" in answer.text
    assert not answer.pings
    assert scene.channel.typing


async def test_a_bare_mention_is_told_what_to_do(scene: Scene) -> None:
    asked = await scene.alice.say(scene.channel, scene.discord.mention)
    assert "/ask" in (await scene.discord.next_message(after=asked)).text


async def test_a_mention_of_its_role_is_told_what_to_do(scene: Scene) -> None:
    """Of what it says Discord shows but that."""
    chief = scene.guild.add_member("chief", scene.guild.add_role("chiefs", Permission.MENTION_EVERYONE))
    asked = await chief.say(scene.channel, f"{scene.guild.bot_role.mention} who is Old Finch?")
    answer = await scene.discord.next_message(after=asked)
    assert "because you mentioned my role" in answer.text
    assert not answer.pings


async def test_a_direct_message_is_answered(scene: Scene) -> None:
    dm = await scene.alice.open_dm()
    asked = await scene.alice.say(dm, "who is old finch")
    answer = await scene.discord.next_message(after=asked)
    assert "Tobias Renn" in answer.text
    shown = await scene.alice.click(answer, "In context")
    assert "> Known to the dockers" in shown.text


async def test_what_is_not_for_the_bot_is_left_alone(scene: Scene) -> None:
    quiet = scene.guild.add_channel("quiet")
    owner = scene.guild.add_member("owner", scene.guild.add_role("boss", scene.guild.everyone.permissions))
    await scene.alice.say(quiet, "who is Old Finch?")
    await owner.say(quiet, "@everyone who is Old Finch?")
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} who is Old Finch?")
    await scene.discord.next_message(after=asked)
    assert all(message.author.name != "Footnote" for message in quiet.messages)


async def test_search(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "search", query="coast guards arrested a welder")
    assert "[1]" in reply.text
    assert "Marta Quell, a welder." in reply.text
    assert "No passage matches." in (await scene.alice.command(scene.channel, "search", query="zebra")).text


@pytest.mark.parametrize("command", ["cite", "passage"])
async def test_a_passage_with_autocompletion(scene: Scene, command: str) -> None:
    choices = await scene.alice.autocomplete(scene.channel, command, "passage", "dockers")
    assert [choice.value for choice in choices] == ["fire#p2"]
    assert "Known to the dockers" in choices[0].name
    assert len(await scene.alice.autocomplete(scene.channel, command, "passage", "")) == 4
    reply = await scene.alice.command(scene.channel, command, passage="fire#p2")
    assert "> Known to the dockers" in reply.text
    unknown = await scene.alice.command(scene.channel, command, passage="@everyone")
    assert "There is no passage" in unknown.text
    assert not unknown.message.pings


async def test_sources(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "sources")
    assert reply.ephemeral
    assert "**Elva Archive**\n- The fire (a chronicle), 1999-03 · `fire` · 1 passage" in reply.text


async def test_many_sources_are_leafed_through_by_collection(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    for folder, count in (("harbour", 60), ("letters", 3)):
        (corpus / folder).mkdir()
        for number in range(count):
            text = f"---\ntitle: Log {folder} {number:02}\npublisher: Pier {number % 2}\n---\nThe tide was low.\n"
            (corpus / folder / f"log-{number}.md").write_text(text)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            first = await alice.command(channel, "sources")
            assert "Page 1 of 3" in first.text
            assert "**harbour · Pier 0**" in first.text
            assert [file.filename for file in first.message.attachments] == ["sources.txt"]
            assert first.message.attachments[0].content.count(b"\n") == 64
            second = await alice.click(first, "Next")
            assert "Page 2 of 3" in second.text
            assert "Log harbour 00" not in second.text
            assert "Page 1 of 3" in (await alice.click(second, "Previous")).text
            letters = await alice.choose(second, "letters", menu="collection")
            assert "**letters · Pier 0**\n- Log letters 00" in letters.text
            assert "Log harbour" not in letters.text
            assert "Page 1 of 3" in (await alice.choose(letters, "All collections", menu="collection")).text


async def test_nothing_in_a_document_does_anything(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question="Who is the mayor of Grimsel?")
    assert "mayor" in reply.text
    assert not reply.message.pings
    assert "@everyone" not in reply.text
    for raw in ("*mayor", "||the", "`rm", "<@123", "[a link]"):
        assert raw not in reply.text.replace(f"\\{raw[0]}", "")
    shown = await scene.alice.click(reply, "In context")
    assert "@everyone" not in shown.text
    assert not shown.message.pings


@pytest.mark.parametrize("question", ["the of and", "🙂", "@here qqq", "`" * 50, "﷽" * 900, "\u202eabc\u0000"])
async def test_odd_questions_get_a_sentence(scene: Scene, question: str) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question=question)
    assert "The sources do not answer this" in reply.text
    assert not reply.message.pings


async def test_blank_and_endless_questions_are_told_so(scene: Scene) -> None:
    assert "empty" in (await scene.alice.command(scene.channel, "ask", question=" ")).text
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {'long ' * 300}")
    assert "characters" in (await scene.discord.next_message(after=asked)).text
