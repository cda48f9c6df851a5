"""Actors, timelines and networks: looked up, typed in any spelling, shown with a picture, and never told of unseen."""

import io
import json
import shutil
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from tests.discord.process import ROOT, TOKEN, Bot, running
from tests.standin import Channel, Person, Reply, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-lookups")]

UNSEEN_NAME = "Veronika Saltmarsh"
UNSEEN = (
    "---\ncollection: secret\n---\n"
    f"{UNSEEN_NAME} met Qais al-Khazali in Basra on 3 February 2005. {UNSEEN_NAME} was a broker of arms. "
    f"On 9 March 2006 {UNSEEN_NAME} wrote to Abdul Reza Shahlai.\n"
)


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    channel: Channel
    inside: Channel
    alice: Person

    async def look_up(self, command: str, options: Mapping[str, str] | None = None, *, inside: bool = False) -> Reply:
        given: dict[str, Any] = {**(options or {})}
        channel = self.inside if inside else self.channel
        return await self.alice.command(channel, command, **given)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    corpus = tmp_path_factory.mktemp("lookups") / "corpus"
    shutil.copytree(ROOT / "corpus", corpus)
    (corpus / "unseen.md").write_text(UNSEEN)
    named = (corpus / "actors.toml").read_text()
    (corpus / "actors.toml").write_text(
        f'{named}\n[[actor]]\nname = "{UNSEEN_NAME}"\nkind = "person"\nnames = ["Saltmarsh"]\n'
    )
    async with StandIn(TOKEN) as discord:
        newsroom, other = discord.add_guild("Newsroom"), discord.add_guild("Elsewhere")
        inside, channel = newsroom.add_channel("research"), other.add_channel("research")
        alice = newsroom.add_member("alice")
        other.add_member(alice)
        grants = json.dumps({"default": ["shared"], str(newsroom.id): ["*"]})
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS=grants) as bot:
            yield Scene(discord, bot, channel, inside, alice)
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


async def test_an_actors_file(scene: Scene) -> None:
    for spelling in ("Qais al-Khazali", "qais khazali", "Qays al-Khaz'ali"):
        reply = await scene.look_up("actor", {"name": spelling})
        assert "**Qais al-Khazali**" in reply.text
        assert "Named with:" in reply.text
        assert "” [1]" in reply.text
    assert "> " in (await scene.alice.click(reply, "In context")).text
    dated = await scene.alice.click(reply, "Timeline")
    assert dated.ephemeral
    assert "**Qais al-Khazali**" in dated.text
    assert "named with Qais al-Khazali" in (await scene.alice.click(reply, "Network")).text


async def test_a_name_that_nobody_has_is_told_so(scene: Scene) -> None:
    for command, option in (("actor", "name"), ("timeline", "actor"), ("network", "name")):
        reply = await scene.look_up(command, {option: "@everyone Zebra"})
        assert "No actor goes by" in reply.text
        assert not reply.message.pings


@pytest.mark.parametrize("command", ["timeline", "network"])
async def test_a_picture_has_its_words(scene: Scene, command: str) -> None:
    reply = await scene.look_up(command)
    [picture, listing] = sorted(reply.message.attachments, key=lambda one: not one.filename.endswith(".png"))
    assert picture.filename == f"{command}.png"
    with Image.open(io.BytesIO(picture.content)) as image:
        assert min(image.size) > 200
    gallery = next(part for part in reply.message.components[0]["components"] if part["type"] == 12)
    assert len(gallery["items"][0]["description"]) > 40
    assert listing.filename == f"{command}.txt"
    assert "“" in listing.content.decode()
    assert "In context" in [button.label for button in reply.buttons]


async def test_a_timeline_is_limited(scene: Scene) -> None:
    options = {"from": "2007-01", "to": "2007-03"}
    reply = await scene.look_up("timeline", options)
    assert "January 2007" in reply.text
    assert "2012" not in reply.text.replace("2012, two", "")
    for wrong, said in (({"from": "soon"}, "is no date"), ({"from": "2008", "to": "2007"}, "is after the date")):
        assert said in (await scene.look_up("timeline", wrong)).text
    assert "No sentence" in (await scene.look_up("timeline", {"from": "2400"})).text


@pytest.mark.parametrize(
    ("typed", "first"), [("kh", "Qais al-Khazali"), ("Yus", "Yusuf Hashim"), ("hajj y", "Abdul Reza Shahlai")]
)
async def test_actors_are_suggested_after_two_letters(scene: Scene, typed: str, first: str) -> None:
    for command, option in (("actor", "name"), ("timeline", "actor"), ("network", "name"), ("ask", "actor")):
        begin = time.perf_counter()
        choices = await scene.alice.autocomplete(scene.channel, command, option, typed)
        assert time.perf_counter() - begin < 0.3
        assert first in [choice.value for choice in choices][:3]


async def test_what_may_not_be_seen_is_in_no_look_up(scene: Scene) -> None:
    assert UNSEEN_NAME in (await scene.look_up("actor", {"name": UNSEEN_NAME}, inside=True)).text
    inside = await scene.look_up("actor", {"name": "Saltmarsh"}, inside=True)
    for command, option in (("actor", "name"), ("timeline", "actor"), ("network", "name"), ("ask", "actor")):
        for typed in ("", "Sa", "Saltm", "Veron", "Saltmarch"):
            for choice in await scene.alice.autocomplete(scene.channel, command, option, typed):
                assert "Saltmarsh" not in choice.name
    for command, option in (("actor", "name"), ("timeline", "actor"), ("network", "name")):
        there = await scene.look_up(command, {option: UNSEEN_NAME})
        never = await scene.look_up(command, {option: "Veronika Saltmersh"})
        assert there.text.replace(UNSEEN_NAME, "Veronika Saltmersh") == never.text
    for everything in (
        await scene.look_up("timeline"),
        await scene.look_up("network"),
        await scene.look_up("actor", {"name": "Qais al-Khazali"}),
        await scene.look_up("network", {"name": "Qais al-Khazali"}),
    ):
        files = b"".join(one.content for one in everything.message.attachments if one.filename.endswith(".txt"))
        assert "Saltmarsh" not in everything.text + json.dumps(everything.message.components)
        assert b"Saltmarsh" not in files
    assert "Saltmarsh" in (await scene.alice.click(inside, "Timeline")).text


async def test_an_answer_about_one_actor_leads_to_his_timeline(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question="Who is Yusuf Hashim?")
    labels = [button.label for button in reply.buttons]
    assert "Timeline" in labels
    assert "Network" in labels
    assert "Yusuf Hashim" in (await scene.alice.click(reply, "Timeline")).text
