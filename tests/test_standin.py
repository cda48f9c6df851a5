"""The stand-in, proven on the genuine discord.py client, which is the reason for it to exist."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest

from tests.standin import ChannelType, Intent, MessageFlag, StandIn
from tests.standin.sample import TOKEN, Api, Bot, Scene, scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def here() -> AsyncIterator[Scene]:
    async with scene() as prepared:
        await prepared.start()
        yield prepared
        assert not prepared.discord.violations, "\n".join(map(str, prepared.discord.violations))


# What people do


async def test_a_deferred_command_is_answered_by_its_edit(here: Scene) -> None:
    reply = await here.alice.command(here.channel, "ask", question="who?")
    assert reply.deferred
    assert reply.acknowledged_after < 3
    assert not reply.ephemeral
    assert (
        reply.message.text
        == "The answer to who?\nTitle\nDescription\nField\nValue\nIn context 1\nIn context 2\nIn context 3"
    )
    assert [button.label for button in reply.buttons] == ["In context 1", "In context 2", "In context 3"]
    further = await reply.followup()
    assert further.attachments[0].content == b"text"
    assert reply.text.endswith("and more")


async def test_buttons_answer_update_and_open_modals(here: Scene) -> None:
    reply = await here.alice.command(here.channel, "ask", question="who?")
    shown = await here.alice.click(reply, "In context 1")
    assert shown.ephemeral
    assert shown.text == "context of 1"
    opened = await here.alice.click(reply, "In context 3")
    assert opened.modal.title == "A note"
    assert [field.label for field in opened.modal.fields] == ["Words"]
    assert (await here.alice.submit(opened, {"Words": "remember"})).text == "noted: remember"
    updated = await here.alice.click(reply, "In context 2")
    assert updated.message is reply.message
    assert reply.message.text == "updated\nTitle\nDescription\nField\nValue"
    assert not reply.buttons
    assert "The answer" in reply.message.history[-1].text
    with pytest.raises(AssertionError, match="0 buttons match"):
        await here.alice.click(reply, "In context 1")


async def test_selects_autocomplete_menus_and_attachments(here: Scene) -> None:
    offered = await here.alice.command(here.channel, "pick")
    assert (await here.alice.choose(offered, "B2")).text == "chosen: ['B']"
    [choice] = await here.alice.autocomplete(here.channel, "cite", "passage", "haj")
    assert (choice.name, choice.value) == ("Passage haj", "haj")
    message = await here.alice.say(here.channel, "words that no intent reveals")
    assert (await here.alice.menu(here.channel, "Find sources", message)).text == f"sources of: {message.content}"
    file = here.alice.upload("note.txt", b"hello")
    reply = await here.alice.command(here.channel, "fetch", file=file, who=here.alice)
    assert reply.text == "note.txt: hello for Alice"


async def test_mentions_and_dms_are_answered_and_other_content_is_blank(here: Scene) -> None:
    await here.alice.say(here.channel, "not for the bot")
    asked = await here.alice.say(here.channel, f"{here.discord.mention} who?")
    answer = await here.discord.next_message(after=asked)
    assert answer.reply_to is asked
    assert answer.pings.replied_user is here.alice
    direct = await here.discord.add_person("bob").open_dm()
    assert direct.recipient is not None
    asked_directly = await here.alice.say(await here.alice.open_dm(), "hello")
    assert (await here.discord.next_message(after=asked_directly)).content == "you said: hello"
    assert here.bot.heard == ["", asked.content, "hello"]


async def test_content_comes_with_the_privileged_intent() -> None:
    intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    async with scene(Bot(intents), granted_intents=Intent.MESSAGE_CONTENT) as here:
        await here.start()
        await here.alice.say(here.channel, "open words")
        await here.discord.until(lambda: here.bot.heard or None)
        await asyncio.sleep(0.05)
        assert here.bot.heard == ["open words"]


async def test_guilds_and_threads_that_come_while_it_runs(here: Scene) -> None:
    guild = here.discord.add_guild("Archive")
    channel = guild.add_channel("stacks")
    bob = guild.add_member("bob", locale="de")
    assert (await bob.command(channel, "cite", passage="x")).text == "cited x"
    thread = guild.add_thread(channel, "a thread", bob)
    asked = await bob.say(thread, f"{here.discord.mention} here?")
    assert (await here.discord.next_message(after=asked)).channel is thread
    known = here.bot.get_guild(guild.id)
    assert known is not None
    assert known.me.guild_permissions.send_messages
    here.discord.remove_from(guild)
    await asyncio.sleep(0.05)
    assert here.bot.get_guild(guild.id) is None


async def test_what_the_client_would_not_send_is_an_assertion(here: Scene) -> None:
    with pytest.raises(AssertionError, match="without: question"):
        await here.alice.command(here.channel, "ask")
    with pytest.raises(AssertionError, match="no option 'querstion'"):
        await here.alice.command(here.channel, "ask", querstion="x")
    with pytest.raises(AssertionError, match="no command 'nothing'"):
        await here.alice.command(here.channel, "nothing")
    reply = await here.alice.command(here.channel, "cite", passage="x")
    bob = here.guild.add_member("bob")
    with pytest.raises(AssertionError, match="does not see"):
        await bob.menu(here.channel, "Find sources", reply)


async def test_shards_get_their_own_guilds() -> None:
    async with scene(shards=2) as here:
        other = here.discord.add_guild("Other", shard=1)
        channel, bob = other.add_channel("there"), other.add_member("bob")
        await here.start()
        assert (await bob.command(channel, "cite", passage="x")).text == "cited x"
        assert {session.shard for session in here.discord.gateway.connected} == {0, 1}


# Interactions and their deadlines


async def test_an_unanswered_command_fails_as_the_person_sees_it(here: Scene) -> None:
    reply = await here.alice.command(here.channel, "late", wait=False)
    with pytest.raises(AssertionError, match=r"'late' was not acknowledged within 3 s; seen: nothing"):
        await reply.done()
    async with aiohttp.ClientSession() as http:
        api = Api(here.discord, http)
        one = reply.interaction
        callback = f"/interactions/{one.id}/{one.token}/callback"
        assert (await api.ask("POST", callback, {"type": 5}))[1]["code"] == 10062
        webhook = f"/webhooks/{here.discord.bot.id}/{one.token}"
        assert (await api.ask("POST", webhook, {"content": "x"}))[1]["code"] == 10015


async def test_an_interaction_is_acknowledged_once(here: Scene) -> None:
    reply = await here.alice.command(here.channel, "cite", passage="x")
    await here.discord.replay(reply)
    await here.discord.until(lambda: here.bot.errors)
    [error] = here.bot.errors
    assert isinstance(error, discord.HTTPException)
    assert error.code == 40060
    assert [request.status for request in here.discord.refused] == [400]


async def test_ephemeral_messages_are_there_for_one_person_and_the_token_dies(here: Scene) -> None:
    reply = await here.alice.command(here.channel, "cite", passage="x")
    message = reply.message
    assert message.visible_to(here.alice)
    assert not message.visible_to(here.guild.add_member("bob"))
    async with aiohttp.ClientSession() as http:
        api = Api(here.discord, http)
        webhook = f"/webhooks/{here.discord.bot.id}/{reply.interaction.token}/messages/@original"
        assert (await api.ask("GET", f"/channels/{here.channel.id}/messages/{message.id}"))[1]["code"] == 10008
        status, answer = await api.ask("PATCH", webhook, {"content": "changed"})
        assert (status, answer["flags"]) == (200, int(MessageFlag.EPHEMERAL))
        here.discord.expire(reply)
        assert (await api.ask("PATCH", webhook, {"content": "again"}))[1]["code"] == 50027
    assert message.content == "changed"


# Failures


async def answered(here: Scene) -> str:
    asked = await here.alice.say(here.channel, f"{here.discord.mention} still there?")
    return (await here.discord.next_message(after=asked)).content


@pytest.mark.parametrize("code", [None, 1000, 4000, 4009])
async def test_a_dropped_gateway_is_taken_up_again(here: Scene, code: int | None) -> None:
    assert await here.discord.drop_gateway(code) == 1
    if code == 4009:
        await here.discord.ready()
    assert "still there?" in await answered(here)
    assert here.discord.gateway.resumes == (0 if code == 4009 else 1)


@pytest.mark.parametrize("cut", [False, True])
async def test_refused_handshakes_are_tried_again(here: Scene, cut: bool) -> None:
    here.discord.refuse_handshakes(1, cut=cut)
    await here.discord.drop_gateway()
    await here.discord.ready()
    assert "still there?" in await answered(here)
    assert here.discord.gateway.handshakes == 3


async def test_discord_asks_to_reconnect_or_to_identify_anew(here: Scene) -> None:
    await here.discord.gateway.ask_to_reconnect()
    await here.discord.until(lambda: here.discord.gateway.resumes == 1)
    await here.discord.gateway.invalidate(resumable=False)
    await here.discord.until(lambda: len(here.discord.gateway.identifies) == 2)
    assert "still there?" in await answered(here)


async def test_an_outage_is_outlasted(here: Scene) -> None:
    async with here.discord.outage():
        with pytest.raises(aiohttp.ClientConnectorError):
            await here.bot.fetch_user(here.alice.id)
    await here.discord.ready()
    assert "still there?" in await answered(here)


async def test_broken_frames_end_the_client(here: Scene) -> None:
    await here.discord.send_raw("not json")
    assert isinstance(await here.end(), ValueError)


async def test_an_event_without_a_field_ends_the_client(here: Scene) -> None:
    here.discord.send_event("MESSAGE_CREATE", {"id": "1", "channel_id": str(here.channel.id)}, here.guild)
    assert isinstance(await here.end(), KeyError)


async def test_wrong_tokens_and_intents_are_refused() -> None:
    async with scene() as here:
        with pytest.raises(discord.LoginFailure):
            await here.bot.start("wrong")
    async with scene(Bot(discord.Intents(guilds=True, message_content=True))) as here:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await here.bot.start(TOKEN)


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        ({"status": 503}, discord.DiscordServerError),
        ({"status": 429, "via": False}, discord.HTTPException),
        ({"status": 403, "body": {"code": 50001, "message": "Missing Access"}}, discord.Forbidden),
        ({"status": None}, aiohttp.ClientError),
    ],
)
async def test_ordered_failures_reach_the_bot(here: Scene, failure: dict[str, Any], error: type[Exception]) -> None:
    ordered = here.discord.fail_next("POST", "/channels/{id}/messages", **failure)
    await here.alice.say(here.channel, f"{here.discord.mention} one")
    await here.discord.until(lambda: here.bot.errors or None)
    assert isinstance(here.bot.errors[0], error)
    assert len(ordered.hits) == 1
    assert "still there?" in await answered(here)


async def test_failures_that_discord_py_sits_out(here: Scene) -> None:
    ordered = here.discord.fail_next("POST", "/channels/{id}/messages", status=429, times=2)
    assert "still there?" in await answered(here)
    assert len(ordered.hits) == 2
    assert not here.bot.errors


async def test_a_lost_answer_makes_no_second_message(here: Scene) -> None:
    here.discord.fail_next("POST", "/channels/{id}/messages", status=500, carried_out=True)
    asked = await here.alice.say(here.channel, f"{here.discord.mention} once?")
    await here.discord.until(lambda: len([r for r in here.discord.requests if r.path.endswith("/messages")]) == 2)
    await asyncio.sleep(0.05)
    replies = [message for message in here.channel.messages if message.reply_to is asked]
    assert len(replies) == 1


async def test_a_message_event_can_come_twice(here: Scene) -> None:
    asked = await here.alice.say(here.channel, f"{here.discord.mention} twice")
    await here.discord.next_message(after=asked)
    await here.discord.replay(asked)
    await here.discord.until(lambda: len(here.bot.heard) == 2 or None)


async def test_waiting_in_vain_says_what_was_seen() -> None:
    async with StandIn(TOKEN) as standin:
        channel = standin.add_guild("G").add_channel("c", ChannelType.ANNOUNCEMENT)
        with pytest.raises(AssertionError, match=r"the bot wrote nothing within 0.05 s; seen: \[\]"):
            await standin.next_message(channel=channel, timeout=0.05)
        with pytest.raises(AssertionError, match="0 of 1 shards connected"):
            await standin.ready(0.05)
