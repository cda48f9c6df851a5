"""What a server may not see does not exist there, on whatever path somebody looks for it."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.discord.process import TOKEN, Bot, running
from tests.standin import Channel, Guild, InteractionType, Person, Reply, StandIn
from tests.standin.payloads import begin

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-collections")]

QUESTION = "Who is Old Finch?"
SECRET = ("Renn", "Finch", "dockers", "Section", "quays")
"""Words that stand in the secret documents only, and in no question below unless it is asked in vain."""


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    inside: Channel
    outside: Channel
    alice: Person


def write_documents(folder: Path) -> Path:
    corpus = folder / "corpus"
    (corpus / "harbour").mkdir(parents=True)
    (corpus / "harbour" / "chronicle.md").write_text(
        "---\ntitle: The Finch papers\npublisher: Quay Archive\n---\n"
        "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay.\n"
    )
    (corpus / "named.md").write_text(
        "---\ntitle: On Section 40\ncollection: harbour\n---\nIlse Brandt headed Section 40, which guarded the quays.\n"
    )
    (corpus / "mayor.md").write_text(
        "---\ntitle: The mayor\n---\nThe mayor of Grimsel, Anna Finchley, met the press in June 1991.\n"
    )
    return corpus


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    corpus = write_documents(tmp_path_factory.mktemp("collections"))
    async with StandIn(TOKEN) as discord:
        newsroom, elsewhere = discord.add_guild("Newsroom"), discord.add_guild("Elsewhere")
        inside, outside = newsroom.add_channel("research"), elsewhere.add_channel("research")
        alice = newsroom.add_member("alice")
        elsewhere.add_member(alice)
        grants = json.dumps({"default": ["shared"], str(newsroom.id): ["shared", "harbour"]})
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS=grants) as bot:
            yield Scene(discord, bot, inside, outside, alice)
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


def reveals(text: str, *asked: str) -> list[str]:
    """The secret words in a text that the one who asked did not bring along."""
    told = text.replace("Finchley", "")
    return [word for word in SECRET if word in told and not any(word in one for one in asked)]


async def looked_up(scene: Scene, channel: Channel, command: str, option: str, value: str) -> Reply:
    options: dict[str, Any] = {option: value}
    return await scene.alice.command(channel, command, **options)


async def test_who_may_see_it_finds_it(scene: Scene) -> None:
    assert "Tobias Renn" in (await scene.alice.command(scene.inside, "ask", question=QUESTION)).text
    assert "Ilse Brandt" in (await scene.alice.command(scene.inside, "ask", question="Who headed Section 40?")).text


@pytest.mark.parametrize(
    "question",
    [QUESTION, "Who headed Section 40?", "Tobias Renn harbour master", "Who is the harbour master?", "Rennn"],
)
async def test_no_question_finds_it_elsewhere(scene: Scene, question: str) -> None:
    # Somebody new each time: a conversation repeats what one has asked oneself before.
    bob = scene.discord.add_guild("Nowhere").add_member("bob")
    asked = await bob.say(await bob.open_dm(), question)
    mentioned = await scene.alice.say(scene.outside, f"{scene.discord.mention} {question}")
    told = [
        (await scene.alice.command(scene.outside, "ask", question=question)).text,
        (await scene.alice.command(scene.outside, "ask", question=question, source="chronicle", actor="Renn")).text,
        (await scene.alice.command(scene.outside, "search", query=question)).text,
        (await scene.alice.command(scene.outside, "search", query="collection:harbour Renn*")).text,
        (await scene.discord.next_message(after=asked)).text,
        (await scene.discord.next_message(after=mentioned)).text,
    ]
    for text in told:
        assert not reveals(text, question, "chronicle Renn* actor:Renn"), text


async def test_counts_and_lists_know_nothing_of_it(scene: Scene) -> None:
    refusal = await scene.alice.command(scene.outside, "ask", question="zebra")
    assert "Searched: 1 passage of 1 document." in refusal.text
    listed = await scene.alice.command(scene.outside, "sources")
    assert "The mayor" in listed.text
    assert not reveals(listed.text)
    assert "The Finch papers" in (await scene.alice.command(scene.inside, "sources")).text


async def test_ids_are_unknown_and_the_words_for_that_are_the_same(scene: Scene) -> None:
    for command, option, there, never in (
        ("cite", "passage", "chronicle#p1", "chrqnicle#p1"),
        ("passage", "passage", "chronicle#p1", "chrqnicle#p1"),
        ("source", "document", "chronicle", "chrqnicle"),
    ):
        secret = await looked_up(scene, scene.outside, command, option, there)
        absent = await looked_up(scene, scene.outside, command, option, never)
        assert secret.text.replace(there, never) == absent.text
        assert there in (await looked_up(scene, scene.inside, command, option, there)).text


@pytest.mark.parametrize(
    ("command", "option"), [("cite", "passage"), ("passage", "passage"), ("source", "document"), ("ask", "source")]
)
@pytest.mark.parametrize("typed", ["", "ch", "chronicle", "Finch", "Renn", "Sectoin", "quays", "harbour"])
async def test_nothing_is_suggested(scene: Scene, command: str, option: str, typed: str) -> None:
    for channel in (scene.outside, await scene.alice.open_dm()):
        for choice in await scene.alice.autocomplete(channel, command, option, typed):
            assert not reveals(choice.name)
            assert choice.value in ("mayor", "mayor#p1")


@pytest.mark.parametrize(
    "custom_id",
    [
        "sources:1:harbour",
        "sources:9999:harbour",
        "file:Tobias Renn",
        "timeline:Tobias Renn",
        "network:Old Finch",
        "context:chronicle:0:60:00000000",
        "copy:bibtex",
        "try:Who is Old Finch?",
        "instead:1:Renn",
        "more:1",
        "page:1:2",
        "share:1",
        "helpful:1",
        "stop:1",
        "settings:collections:0",
        "settings:language",
        "nothing:of:ours",
        "collection",
    ],
)
async def test_a_press_that_somebody_made_up_reveals_nothing(scene: Scene, custom_id: str) -> None:
    assert scene.outside.guild is not None
    person = scene.outside.guild.add_member(f"forger-{abs(hash(custom_id))}")
    answer = await person.command(scene.outside, "ask", question="Who met the press?", private=True)
    data = {"custom_id": custom_id, "component_type": 2, "id": 7, "values": ["harbour"]}
    source = answer.message
    forged = Reply(begin(InteractionType.MESSAGE_COMPONENT, person, scene.outside, data, source=source))
    # What no release of ours had is left alone; the next answer tells that nothing broke.
    if custom_id != "nothing:of:ours":
        await forged.done()
        assert not reveals(forged.text, custom_id), forged.text
    assert "Anna Finchley" in (await person.command(scene.outside, "ask", question="Who met the press?")).text


async def test_a_spelling_of_it_is_never_offered(scene: Scene) -> None:
    for question in ("Who is Tobias Ren?", "Who is Ilse Brandtt?", "Where is Sorel Bay?"):
        assert "Did you mean" not in (await scene.alice.command(scene.outside, "ask", question=question)).text


async def test_an_old_button_shows_nothing_once_it_may_not_be_seen(tmp_path: Path) -> None:
    """The answer was given when it might be seen; what counts is what may be seen when the button is pressed."""
    corpus = write_documents(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus):
            public = await alice.command(channel, "ask", question=QUESTION)
            private = await alice.command(channel, "ask", question=QUESTION, private=True)
            assert "Tobias Renn" in public.text
        async with running(discord, corpus, FOOTNOTE_COLLECTIONS="{}"):
            pressed = {
                label: await alice.click(public, label) for label in ("In context", "More passages", "Copy citation")
            }
            shared = await alice.click(private, "Share")
            followed = await alice.submit(
                await alice.click(public, "Ask a follow-up"), {"Question": "Where did he move?"}
            )
            for reply in (*pressed.values(), shared, followed):
                assert not reveals(reply.text, QUESTION), reply.text
            assert "no longer among the sources here" in pressed["In context"].text


async def test_who_has_it_installed_sees_on_a_foreign_server_what_everybody_sees(scene: Scene) -> None:
    foreign = scene.discord.add_foreign_guild("Foreign")
    channel, bob = foreign.add_channel("general"), foreign.add_member("bob")
    bob.install()
    reply: Reply = await bob.command(channel, "ask", question=QUESTION)
    assert "Renn" not in reply.text
    assert "Anna Finchley" in (await bob.command(channel, "ask", question="Who is the mayor of Grimsel?")).text
    assert "The Finch papers" not in (await bob.command(channel, "sources")).text


async def test_having_it_installed_too_takes_nothing_from_a_server(scene: Scene) -> None:
    carol = scene.discord.add_person("carol")
    guild = scene.inside.guild
    assert isinstance(guild, Guild)
    guild.add_member(carol)
    carol.install()
    assert "Tobias Renn" in (await carol.command(scene.inside, "ask", question=QUESTION)).text
    assert "Renn" not in (await carol.command(await carol.open_dm(), "ask", question=QUESTION)).text


async def test_a_collection_that_nothing_is_in_is_pointed_out(tmp_path: Path) -> None:
    grants = json.dumps({"default": ["shared", "harbor"]})
    async with (
        StandIn(TOKEN) as discord,
        running(discord, write_documents(tmp_path), FOOTNOTE_COLLECTIONS=grants) as bot,
    ):
        await bot.logged("FOOTNOTE_COLLECTIONS names what no document is in: harbor")
