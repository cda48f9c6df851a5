"""What goes wrong on the way to Discord, each the real thing on the wire."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.discord.process import ROOT, TOKEN, running, started, write_corpus
from tests.standin import Permission, StandIn

QUESTION = "Who is Old Finch?"


async def test_a_wrong_token_ends_with_2(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord, started(discord, write_corpus(tmp_path), token="another") as bot:  # noqa: S106
        assert await bot.ended() == 2
        assert "FOOTNOTE_DISCORD_TOKEN" in "".join(bot.log)
        assert "another" not in "".join(bot.log)


@pytest.mark.parametrize(("code", "status"), [(4004, 2), (4013, 3), (4014, 3)])
async def test_a_refusal_by_the_gateway_has_its_exit_status(tmp_path: Path, code: int, status: int) -> None:
    async with StandIn(TOKEN) as discord, started(discord, write_corpus(tmp_path)) as bot:
        await bot.logged("ready")
        await discord.drop_gateway(code)
        assert await bot.ended() == status
        assert "Traceback" not in "".join(bot.log)


async def test_an_address_in_use_ends_with_1(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        async with StandIn(TOKEN) as discord, started(discord, write_corpus(tmp_path), FOOTNOTE_HTTP=address) as bot:
            assert await bot.ended() == 1
            assert f"cannot listen at {address}" in "".join(bot.log)


async def test_answers_in_hand_are_finished_on_sigterm(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, write_corpus(tmp_path)) as bot:
            discord.fail_next("PATCH", "/webhooks/{id}/{token}/messages/@original", status=503, times=1)
            reply = await alice.command(channel, "ask", question=QUESTION, wait=False)
            await discord.until(lambda: reply.deferred, 5, "the acknowledgement")
            bot.process.send_signal(signal.SIGTERM)
            assert "Tobias Renn" in (await reply.done()).text
            assert await bot.ended() == 0


async def test_failing_handshakes_and_cut_connections_are_outlasted(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        discord.refuse_handshakes(1)
        async with running(discord, write_corpus(tmp_path)):
            await discord.drop_gateway()
            await discord.ready()
            assert "Tobias Renn" in (await alice.command(channel, "ask", question=QUESTION)).text
            await discord.drop_gateway(4009)
            await discord.ready()
            assert "Tobias Renn" in (await alice.command(channel, "ask", question=QUESTION)).text


@pytest.mark.parametrize("frame", ["not json", '{"op": 0, "t": "MESSAGE_CREATE", "s": 99, "d": {"id": "1"}}'])
async def test_broken_frames_do_not_end_the_process(tmp_path: Path, frame: str) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, write_corpus(tmp_path)) as bot:
            await discord.send_raw(frame)
            await bot.logged("ready", times=2)
            assert "Tobias Renn" in (await alice.command(channel, "ask", question=QUESTION)).text


async def test_an_api_that_is_down_is_waited_for(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        discord.fail_next("GET", "/users/@me", status=503, times=1)
        async with running(discord, write_corpus(tmp_path)) as bot:
            assert any("connecting again" in line for line in bot.log)


@pytest.mark.parametrize(
    "failure",
    [
        {"status": 503},
        {"status": 429, "retry_after": 0.1},
        {"status": None},
        {"status": None, "carried_out": True},
    ],
    ids=["unavailable", "rate limited", "cut", "cut after it was sent"],
)
async def test_a_reply_to_a_message_arrives_once(tmp_path: Path, failure: dict[str, object]) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, write_corpus(tmp_path)):
            discord.fail_next("POST", "/channels/{id}/messages", times=1, **failure)  # type: ignore[arg-type]
            asked = await alice.say(channel, f"{discord.mention} {QUESTION}")
            await discord.next_message(after=asked)
            await discord.replay(asked)
            marker = await alice.say(channel, f"{discord.mention} Who led Section 40?")
            await discord.next_message(after=marker)
            answers = [message for message in channel.messages if message.author.id == discord.bot.id]
            assert len(answers) == 2


async def test_a_replayed_command_is_answered_once(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, write_corpus(tmp_path)):
            reply = await alice.command(channel, "ask", question=QUESTION)
            await discord.replay(reply)
            await alice.command(channel, "ask", question="Who led Section 40?")
            callbacks = [one for one in discord.requests if one.path.endswith("/callback")]
            assert len(callbacks) == 2


async def test_a_button_outlives_the_process_and_notices_a_changed_document(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            reply = await alice.command(channel, "ask", question=QUESTION)
        async with running(discord, corpus):
            assert "> Known to the dockers" in (await alice.click(reply, "In context")).text
        (corpus / "fire.md").write_text("Quite another text stands here now, and it says nothing of any harbour.")
        async with running(discord, corpus):
            changed = await alice.click(reply, "In context")
            assert "has changed since" in changed.text
        (corpus / "fire.md").unlink()
        async with running(discord, corpus):
            gone = await alice.click(reply, "In context")
            assert "no longer among the sources" in gone.text


async def test_a_channel_where_it_may_not_send_is_no_disaster(tmp_path: Path) -> None:
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        closed = guild.add_channel("closed", bot_may_send=False)
        async with running(discord, write_corpus(tmp_path)):
            await alice.say(closed, f"{discord.mention} {QUESTION}")
            asked = await alice.say(channel, f"{discord.mention} {QUESTION}")
            assert "Tobias Renn" in (await discord.next_message(after=asked)).text


async def test_health_over_http(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with (
        StandIn(TOKEN) as discord,
        running(discord, write_corpus(tmp_path), FOOTNOTE_HTTP=f"127.0.0.1:{port}"),
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/healthz") as answer,
    ):
        assert answer.status == 200
        assert await answer.json() == {"ready": True}


async def test_check_tells_of_missing_permissions_and_shows_no_secret(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)

    async def checked(token: str) -> tuple[int | None, str]:
        environment = os.environ | {
            "FOOTNOTE_DISCORD_TOKEN": token,
            "FOOTNOTE_DISCORD_API": discord.api,
            "FOOTNOTE_DATA": str(tmp_path / "data"),
            "PYTHONPATH": str(ROOT),
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "check", "--corpus", str(corpus), "--index", str(tmp_path / "i")),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        assert token not in said.decode()
        return process.returncode, said.decode()

    async with StandIn(TOKEN) as discord:
        status, said = await checked(TOKEN)
        assert status == 2
        assert "invite it with https://discord.com/oauth2/authorize?client_id=" in said
        discord.add_guild("Newsroom")
        assert (await checked(TOKEN))[0] == 0
        closed = discord.add_guild("Closed", bot_permissions=Permission.VIEW_CHANNEL)
        closed.everyone.permissions = Permission.VIEW_CHANNEL
        status, said = await checked(TOKEN)
        assert status == 2
        assert "on the server Closed it lacks: " in said
        assert "send_messages" in said
        assert (await checked("another-token"))[0] == 2
        (tmp_path / "data" / "footnote.sqlite3").write_text("This was something else. " * 1000)
        status, said = await checked(TOKEN)
        assert status == 2
        assert "footnote.sqlite3" in said
