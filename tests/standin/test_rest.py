"""The REST API over the wire, with what discord.py itself would never send."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from .permissions import Permission
from .sample import TOKEN, Api
from .server import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with StandIn(TOKEN) as standin, aiohttp.ClientSession() as http:
        yield Api(standin, http)


async def test_a_violation_is_answered_and_recorded(api: Api) -> None:
    channel = api.standin.add_guild("G").add_channel("c")
    path = f"/channels/{channel.id}/messages"
    status, answer = await api.ask("POST", path, {"embeds": [{"title": "x" * 257}]})
    assert status == 400
    assert answer["code"] == 50035
    assert answer["errors"]["embeds"]["0"]["title"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    [violation] = api.standin.violations
    assert str(violation).startswith(f"POST {path}: embeds.0.title: Must be 256 or fewer")
    assert not channel.messages


async def test_the_openapi_document_is_checked_where_it_is_at_hand(api: Api) -> None:
    if not api.standin.checks_openapi:
        pytest.skip(api.standin.openapi)
    channel = api.standin.add_guild("G").add_channel("c")
    for body in ({"content": 5}, {"content": "x", "components": [{"type": 99}]}, {"embeds": [{"color": -1}]}):
        status, _ = await api.ask("POST", f"/channels/{channel.id}/messages", body)
        assert status == 400
    assert {violation.fault.source for violation in api.standin.violations} == {"openapi", "limits"}
    buttons = [{"type": 2, "style": 1, "label": "b", "custom_id": f"{number}"} for number in range(5)]
    large = {
        "embeds": [{"fields": [{"name": "n", "value": "v"}] * 25}],
        "components": [{"type": 1, "components": buttons}],
    }
    assert api.standin.rest.openapi is not None
    began = time.perf_counter()
    for _ in range(10):
        assert api.standin.rest.openapi.check_request("POST", "/channels/1/messages", large) == []
    assert (time.perf_counter() - began) / 10 < 0.05


async def test_tokens_routes_and_bodies_that_are_wrong(api: Api) -> None:
    assert await api.ask("GET", "/users/@me", token="wrong") == (401, {"message": "401: Unauthorized", "code": 0})  # noqa: S106
    assert (await api.ask("GET", "/no/such/route"))[0] == 404
    assert (await api.ask("DELETE", "/users/@me"))[0] == 405
    assert [request.path for request in api.standin.unknown_requests] == ["/no/such/route", "/users/@me"]
    headers = {"Authorization": f"Bot {TOKEN}", "Content-Type": "application/json"}
    async with api.http.post(f"{api.standin.api}/users/@me/channels", data="{", headers=headers) as response:
        assert (await response.json())["code"] == 50109
    assert [request.status for request in api.standin.requests] == [401, 404, 405, 400]


async def test_permissions_hold_in_each_channel(api: Api) -> None:
    guild = api.standin.add_guild("G")
    alice = guild.add_member("alice")
    silent, hidden = guild.add_channel("s", bot_may_send=False), guild.add_channel("h", bot_may_view=False)
    plain = guild.add_channel("p")
    plain.set_permissions(guild.everyone, deny=Permission.EMBED_LINKS | Permission.READ_MESSAGE_HISTORY)
    plain.set_permissions(api.standin.bot, deny=Permission.EMBED_LINKS | Permission.READ_MESSAGE_HISTORY)
    asked = await alice.say(plain, "hello")
    expected = [
        (silent.id, {"content": "x"}, 403, 50013),
        (hidden.id, {"content": "x"}, 403, 50001),
        (1, {"content": "x"}, 404, 10003),
        (plain.id, {"embeds": [{"title": "t"}]}, 403, 50013),
        (plain.id, {"content": "x", "message_reference": {"message_id": str(asked.id)}}, 400, 160002),
        (plain.id, {"content": "  "}, 400, 50006),
    ]
    for channel_id, body, status, code in expected:
        answered, answer = await api.ask("POST", f"/channels/{channel_id}/messages", body)
        assert (answered, answer["code"]) == (status, code)
    alice.accepts_dms = False
    _, dm = await api.ask("POST", "/users/@me/channels", {"recipient_id": str(alice.id)})
    assert (await api.ask("POST", f"/channels/{dm['id']}/messages", {"content": "x"}))[1]["code"] == 50007
    assert (await api.ask("GET", f"/channels/{silent.id}/messages/1"))[1]["code"] == 10008
    assert (await api.ask("PATCH", f"/channels/{plain.id}/messages/{asked.id}", {"content": "x"}))[1]["code"] == 50005


async def test_a_message_is_created_once_for_a_nonce(api: Api) -> None:
    channel = api.standin.add_guild("G").add_channel("c")
    body = {"content": "x", "nonce": "n1", "enforce_nonce": True}
    answers = [await api.ask("POST", f"/channels/{channel.id}/messages", body) for _ in range(2)]
    assert answers[0] == answers[1]
    await api.ask("POST", f"/channels/{channel.id}/messages", {**body, "nonce": "n2"})
    assert len(channel.messages) == 2
    _, page = await api.ask("GET", f"/channels/{channel.id}/messages?limit=1")
    assert [message["nonce"] for message in page] == ["n2"]


async def test_messages_can_be_changed_read_and_removed(api: Api) -> None:
    guild = api.standin.add_guild("G")
    channel, alice = guild.add_channel("c"), guild.add_member("alice")
    _, sent = await api.ask(
        "POST", f"/channels/{channel.id}/messages", {"content": "first", "embeds": [{"title": "t"}]}
    )
    path = f"/channels/{channel.id}/messages/{sent['id']}"
    assert (await api.ask("PATCH", path, {"content": "second"}))[1]["embeds"] == [{"type": "rich", "title": "t"}]
    [message] = channel.messages
    assert (message.text, [revision.text for revision in message.history]) == ("second\nt", ["first\nt"])
    assert (await api.ask("PATCH", path, {"content": None, "embeds": []}))[1]["code"] == 50006
    assert message.content == "second"
    assert (await api.ask("PUT", f"{path}/reactions/%E2%9C%85/@me"))[0] == 204
    assert message.reactions == ["✅"]
    assert (await api.ask("POST", f"/channels/{channel.id}/typing"))[0] == 204
    said = await alice.say(channel, "secret")
    assert (await api.ask("GET", f"/channels/{channel.id}/messages/{said.id}"))[1]["content"] == ""
    await alice.edit(said, f"for {api.standin.mention}")
    assert "for" in (await api.ask("GET", f"/channels/{channel.id}/messages/{said.id}"))[1]["content"]
    assert (await api.ask("DELETE", f"/channels/{channel.id}/messages/{said.id}"))[1]["code"] == 50013
    await alice.delete(said)
    assert (await api.ask("DELETE", path))[0] == 204
    assert channel.messages == []


async def test_guilds_come_in_pages(api: Api) -> None:
    guilds = [api.standin.add_guild(name) for name in "abc"]
    _, page = await api.ask("GET", "/users/@me/guilds?limit=2")
    assert [guild["name"] for guild in page] == ["a", "b"]
    _, page = await api.ask("GET", f"/users/@me/guilds?after={guilds[1].id}")
    assert [guild["name"] for guild in page] == ["c"]
    assert (await api.ask("GET", f"/users/@me/guilds?after={guilds[2].id}")) == (200, [])


PINGS: list[tuple[dict[str, Any] | None, bool, str]] = [
    (None, False, "@alice"),
    (None, True, "@everyone, @here, @editors, @alice"),
    ({"parse": []}, True, "nobody"),
    ({"parse": ["users"]}, True, "@alice"),
    ({"parse": ["roles"]}, True, "@editors"),
    ({"parse": ["everyone"]}, True, "@everyone, @here"),
    ({"parse": [], "users": ["ALICE"]}, False, "@alice"),
    ({"parse": [], "users": ["1"]}, False, "nobody"),
    ({"parse": [], "replied_user": True}, False, "@bob"),
    ({"parse": [], "replied_user": False}, False, "nobody"),
]


@pytest.mark.parametrize(("allowed", "may_ping_all", "pinged"), PINGS)
async def test_pings_follow_allowed_mentions(
    api: Api, allowed: dict[str, Any] | None, may_ping_all: bool, pinged: str
) -> None:
    guild = api.standin.add_guild("G")
    channel, role = guild.add_channel("c"), guild.add_role("editors")
    alice, bob = guild.add_member("alice"), guild.add_member("bob")
    if may_ping_all:
        channel.set_permissions(api.standin.bot, allow=Permission.MENTION_EVERYONE)
    body: dict[str, Any] = {"content": f"@everyone @here {role.mention} {alice.mention} `{alice.mention}`"}
    if allowed is not None:
        body["allowed_mentions"] = json.loads(json.dumps(allowed).replace("ALICE", str(alice.id)))
        body["message_reference"] = {"message_id": str((await bob.say(channel, "a question")).id)}
    await api.ask("POST", f"/channels/{channel.id}/messages", body)
    message = channel.messages[-1]
    assert str(message.pings) == pinged
    assert bool(message.pings) == (pinged != "nobody")


async def test_commands_are_offered_where_and_to_whom_they_say(api: Api) -> None:
    guild = api.standin.add_guild("G")
    channel, alice = guild.add_channel("c"), guild.add_member("alice")
    chief = guild.add_member("chief", guild.add_role("chiefs", Permission.ADMINISTRATOR))
    path = f"/applications/{api.standin.bot.id}/commands"
    here_only = {"name": "here", "description": "d", "contexts": [0]}
    for_chiefs = {"name": "chiefs", "description": "d", "default_member_permissions": 0}
    status, registered = await api.ask("PUT", path, [here_only, for_chiefs])
    assert status == 200
    again = (await api.ask("PUT", path, [here_only, for_chiefs]))[1]
    assert [command["id"] for command in again] == [command["id"] for command in registered]
    local = {"name": "local", "description": "d"}
    await api.ask("POST", f"/applications/{api.standin.bot.id}/guilds/{guild.id}/commands", local)
    assert list(api.standin.guild_commands(guild)) == ["local"]
    with pytest.raises(AssertionError, match="not offered in DMs"):
        await alice.command(await alice.open_dm(), "here")
    with pytest.raises(AssertionError, match="alice is not offered 'chiefs'"):
        await alice.command(channel, "chiefs")
    assert (await chief.command(channel, "chiefs", wait=False)).interaction.name == "chiefs"


async def test_compression_is_up_to_the_client(api: Api) -> None:
    address = api.standin.world.gateway_address
    async with api.http.ws_connect(address) as socket:
        assert json.loads((await socket.receive()).data)["op"] == 10
    async with api.http.ws_connect(f"{address}?compress=zlib-stream") as socket:
        assert isinstance((await socket.receive()).data, bytes)


async def test_a_wrong_token_in_identify_closes_the_socket(api: Api) -> None:
    async with api.http.ws_connect(api.standin.world.gateway_address) as socket:
        await socket.receive()
        await socket.send_json({"op": 2, "d": {"token": "wrong", "properties": {}, "intents": 1}})
        await socket.receive()
        assert socket.close_code == 4004
