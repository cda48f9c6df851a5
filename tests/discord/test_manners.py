"""Manners, whatever befalls a message, a channel or Discord: one answer to each, nobody pinged."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.discord.process import TOKEN, Bot, running, write_corpus
from tests.standin import Channel, Guild, Permission, Person, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-manners")]

QUESTION = "Who is Old Finch?"


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    alice: Person
    bob: Person

    async def still_answers(self) -> None:
        assert "Tobias Renn" in (await self.bob.command(self.channel, "ask", question=QUESTION)).text


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    corpus = write_corpus(tmp_path_factory.mktemp("manners"))
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        alice, bob = guild.add_member("alice"), guild.add_member("bob")
        async with running(discord, corpus) as bot:
            yield Scene(discord, bot, guild, guild.add_channel("research"), alice, bob)


async def test_an_interaction_that_discord_no_longer_knows_is_let_go(scene: Scene) -> None:
    unknown = {"message": "Unknown interaction", "code": 10062}
    scene.discord.fail_next("POST", "/interactions/{id}/{token}/callback", status=404, body=unknown)
    await scene.alice.command(scene.channel, "ask", question=QUESTION, wait=False)
    await scene.bot.logged("answered too late")
    await scene.still_answers()
    assert not [line for line in scene.bot.log if "Traceback" in line]


async def test_a_message_that_is_deleted_meanwhile_is_answered_all_the_same(scene: Scene) -> None:
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    await scene.alice.delete(asked)
    assert "Tobias Renn" in (await scene.discord.next_message(after=asked)).text
    await scene.still_answers()


async def test_an_answer_that_is_deleted_while_it_is_made_is_no_disaster(scene: Scene) -> None:
    gone = {"message": "Unknown Message", "code": 10008}
    scene.discord.fail_next("PATCH", "/webhooks/{id}/{token}/messages/@original", status=404, body=gone)
    await scene.alice.command(scene.channel, "ask", question=QUESTION, wait=False)
    await scene.bot.logged("could not be sent")
    await scene.still_answers()


async def test_a_thread_that_takes_no_messages_is_no_disaster(scene: Scene) -> None:
    archived = {"message": "Thread is archived", "code": 50083}
    thread = scene.guild.add_thread(scene.channel, "old", scene.alice)
    refused = scene.discord.fail_next("POST", "/channels/{id}/messages", status=400, body=archived)
    await scene.alice.say(thread, f"{scene.discord.mention} {QUESTION}")
    await scene.discord.until(lambda: bool(refused.hits))
    await scene.still_answers()
    assert "Tobias Renn" in (await scene.alice.command(thread, "ask", question=QUESTION)).text


async def test_a_server_that_throws_it_out_is_no_disaster(scene: Scene) -> None:
    guild = scene.discord.add_guild("Fickle")
    channel, carol = guild.add_channel("general"), guild.add_member("carol")
    assert "Tobias Renn" in (await carol.command(channel, "ask", question=QUESTION)).text
    await carol.command(channel, "watch add", query="lighthouse")
    await carol.say(channel, f"{scene.discord.mention} {QUESTION}")
    scene.discord.remove_from(guild)
    await scene.still_answers()


async def test_many_at_once_each_get_their_own(scene: Scene) -> None:
    questions = {
        QUESTION: "Tobias Renn",
        "Who headed Section 40?": "Ilse Brandt",
        "Who did coast guards arrest?": "Quell",
    }
    asked = [(person, question) for question in questions for person in (scene.alice, scene.bob) for _ in range(3)]
    replies = await asyncio.gather(
        *(person.command(scene.channel, "ask", question=question) for person, question in asked)
    )
    for (_, question), reply in zip(asked, replies, strict=True):
        assert questions[question] in reply.text
        assert question in reply.text


async def test_two_who_press_at_once_are_both_answered(scene: Scene) -> None:
    answer = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    shown = await asyncio.gather(
        *(one.click(answer, "In context") for one in (scene.alice, scene.bob) for _ in range(2))
    )
    assert all("> Known to the dockers" in one.text and one.ephemeral for one in shown)
    verdicts = await asyncio.gather(*(scene.alice.click(answer, one) for one in ("Helpful", "Not helpful", "Helpful")))
    assert all("Thank you" in one.text for one in verdicts)


@pytest.mark.parametrize(
    "text",
    [
        "🔥" * 900,
        "🏴\u200d☠️ who is Old Finch? 🏴\u200d☠️",
        "\u202ewho is old finch\u202c",
        "من هو الحسّون العجوز؟",
        "who\u0000is\u0007old finch",
        "@everyone @here <@&1> <#1> </ask:1> <t:0> <a:b:1>",
        "{0} {/ask} {name} %s \\ $(x)",
        "a" * 1000,
    ],
)
async def test_whatever_is_asked_is_answered_and_pings_nobody(scene: Scene, text: str) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question=text)
    assert reply.text.strip()
    assert not reply.message.pings
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {text}")
    assert not (await scene.discord.next_message(after=asked)).pings
    for menu in ("Check against the sources", "Find sources"):
        assert (await scene.bob.menu(scene.channel, menu, asked)).text.strip()


async def test_what_is_checked_or_found_can_be_shared(scene: Scene) -> None:
    claim = await scene.bob.say(scene.channel, "Old Finch was the harbour master Tobias Renn.")
    for menu in ("Check against the sources", "Find sources"):
        found = await scene.alice.menu(scene.channel, menu, claim)
        assert found.ephemeral
        shared = await scene.alice.click(found, "Share")
        assert not shared.ephemeral
        assert f"Shared by <@{scene.alice.id}>" in shared.text
        assert "Tobias Renn" in shared.text
        assert not shared.message.pings
        assert "Share" not in [button.label for button in shared.buttons]
    assert "Checked against 2 documents" in shared.text or "Known to the dockers" in shared.text


async def test_where_it_lost_its_permissions_it_goes_on_elsewhere(scene: Scene) -> None:
    channel = scene.guild.add_channel("lost")
    answer = await scene.alice.command(channel, "ask", question=QUESTION)
    channel.set_permissions(scene.guild.everyone, deny=Permission.SEND_MESSAGES)
    await scene.still_answers()
    assert "> Known to the dockers" in (await scene.alice.click(answer, "In context")).text


async def test_an_error_has_a_code_that_the_log_has_too(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    (corpus / "actors.toml").write_text("[[actor]\n")
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus) as bot:
            await bot.logged("who is named in the sources cannot be told")
            said = await alice.command(channel, "actor", name="Old Finch")
            code = re.search(r"as error ([0-9a-f]{6})\.", said.text)
            assert code is not None, said.text
            await bot.logged(f"error {code[1]}")
            assert "actors.toml" not in said.text
            assert "Tobias Renn" in (await alice.command(channel, "ask", question=QUESTION)).text
