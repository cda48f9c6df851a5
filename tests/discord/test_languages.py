"""The bot's own words in the server's language and in the reader's, its commands in that of Discord's client."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.discord.process import TOKEN, Bot, running, write_corpus
from tests.standin import Channel, Guild, Permission, Person, Reply, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-languages")]

QUESTION = "Who is Old Finch?"
QUOTE = "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay."
LANGUAGE = "settings:language"


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    boss: Person
    alice: Person

    async def speak(self, language: str) -> None:
        await self.boss.choose(await self.boss.command(self.channel, "settings"), language, menu=LANGUAGE)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def started_once(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[StandIn, Bot]]:
    corpus = write_corpus(tmp_path_factory.mktemp("languages"))
    async with StandIn(TOKEN) as discord, running(discord, corpus) as bot:
        yield discord, bot
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


@pytest_asyncio.fixture(loop_scope="module")
async def scene(started_once: tuple[StandIn, Bot]) -> Scene:
    return scene_on(started_once, "en-US")


def scene_on(started: tuple[StandIn, Bot], locale: str) -> Scene:
    discord, bot = started
    guild = discord.add_guild("Newsroom", locale=locale)
    boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD))
    return Scene(discord, bot, guild, guild.add_channel("research"), boss, guild.add_member("alice"))


@pytest.mark.parametrize(
    ("language", "helpful", "context", "more", "reference", "searched"),
    [
        ("fr", "Utile", "En contexte", "Plus de passages", "[1]", "Consulté"),
        ("ar", "مفيد", "في السياق", "مقاطع أخرى", "[1]", "جرى البحث في"),
        ("fa", "مفید", "در متن", "بخش‌های بیشتر", "[۱]", "جست‌وجوشده"),
    ],
)
async def test_a_server_has_its_language_and_quotes_stay_as_they_stand(
    scene: Scene, language: str, helpful: str, context: str, more: str, reference: str, searched: str
) -> None:
    await scene.speak(language)
    answer = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    assert helpful in labels(answer)
    assert QUOTE in answer.text
    assert reference in answer.text
    assert QUOTE in (await scene.alice.click(answer, context)).text
    passages = await scene.alice.click(answer, more)
    assert passages.ephemeral
    assert QUOTE in passages.text
    refused = await scene.alice.command(scene.channel, "ask", question="Where is the zebra?")
    assert searched in refused.text
    assert "do not answer" not in refused.text


async def test_a_mention_is_answered_in_the_servers_language(scene: Scene) -> None:
    await scene.speak("fr")
    asked = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    answer = await scene.discord.next_message(after=asked)
    assert "En contexte" in [button.label for button in answer.buttons]
    bare = await scene.alice.say(scene.channel, scene.discord.mention)
    assert "Interrogez-moi" in (await scene.discord.next_message(after=bare)).text


async def test_what_discord_says_of_a_server_holds_until_it_chooses(started_once: tuple[StandIn, Bot]) -> None:
    scene = scene_on(started_once, "fr")
    assert "Utile" in labels(await scene.alice.command(scene.channel, "ask", question=QUESTION))
    panel = await scene.boss.command(scene.channel, "settings")
    assert "Paramètres de ce serveur" in panel.text
    panel = await scene.boss.choose(panel, "English", menu=LANGUAGE)
    assert "Settings of this server" in panel.text
    assert "Helpful" in labels(await scene.alice.command(scene.channel, "ask", question=QUESTION))
    await scene.boss.choose(panel, "discord", menu=LANGUAGE)
    assert "Utile" in labels(await scene.alice.command(scene.channel, "ask", question=QUESTION))


async def test_what_only_one_reads_is_in_their_own_language(scene: Scene) -> None:
    chantal = scene.guild.add_member("chantal", locale="fr")
    opened = await chantal.command(scene.channel, "ask", question=QUESTION)
    assert "Helpful" in labels(opened), "all read it"
    private = await chantal.command(scene.channel, "ask", question=QUESTION, private=True)
    assert "Utile" in labels(private)
    assert "Helpful" in labels(await scene.alice.command(scene.channel, "ask", question=QUESTION, private=True))
    assert "Question de suivi" in (await chantal.click(opened, "Ask a follow-up")).modal.title
    assert "personne" in (await chantal.autocomplete(scene.channel, "actor", "name", "tob"))[0].name
    await scene.speak("fa")
    assert "Utile" in labels(await chantal.command(scene.channel, "ask", question=QUESTION, private=True))
    ours = await scene.alice.command(scene.channel, "ask", question=QUESTION, private=True)
    assert "مفید" in labels(ours), "an English client says little where a server is Persian"


async def test_a_dm_is_in_the_persons_language_once_it_is_known(scene: Scene) -> None:
    chantal = scene.discord.add_person("chantal", locale="fr")
    dm = await chantal.open_dm()
    assert "Utile" in labels(await chantal.command(dm, "ask", question=QUESTION))
    asked = await chantal.say(dm, QUESTION)
    assert "Utile" in [button.label for button in (await scene.discord.next_message(after=asked)).buttons]


async def test_a_locale_that_it_does_not_speak_is_answered_in_english(scene: Scene) -> None:
    for locale in ("de", "zh-TW", "he", "en-GB"):
        person = scene.discord.add_person(f"one-{locale}", locale=locale)
        assert "Helpful" in labels(await person.command(await person.open_dm(), "ask", question=QUESTION))


async def test_commands_have_names_and_descriptions_in_discords_languages(scene: Scene) -> None:
    commands = {one["name"]: one for one in scene.discord.world.commands}
    ask = commands["ask"]
    assert ask["name_localizations"] == {"fr": "demander", "ar": "اسأل"}
    assert set(ask["description_localizations"]) == {"fr", "ar"}
    assert {one["name"]: one["name_localizations"]["fr"] for one in ask["options"]} == {
        "question": "question",
        "actor": "acteur",
        "source": "source",
        "from": "depuis",
        "to": "jusque",
        "private": "privé",
    }
    for command in commands.values():
        described = [command, *options(command), *(one for sub in options(command) for one in options(sub))]
        for one in described:
            assert set(one["name_localizations"]) == {"fr", "ar"}, one
            # A message's menu entry has no description.
            assert one.get("description") == "" or set(one["description_localizations"]) == {"fr", "ar"}, one


async def test_help_links_the_commands_whatever_the_client_calls_them(scene: Scene) -> None:
    ids = {one["name"]: one["id"] for one in scene.discord.world.commands}
    for person, word in ((scene.alice, "Asking"), (scene.guild.add_member("chantal", locale="fr"), "Interroger")):
        shown = (await person.command(scene.channel, "help")).text
        assert word in shown
        assert f"</ask:{ids['ask']}>" in shown
        assert f"</watch add:{ids['watch']}>" in shown


async def test_what_is_refused_is_said_in_the_language_too(scene: Scene) -> None:
    await scene.speak("fr")
    empty = await scene.alice.command(scene.channel, "ask", question="   ")
    assert "La question est vide." in empty.text
    dated = await scene.alice.command(scene.channel, "timeline", actor="Old Finch", to="tomorrow")
    assert "n’est pas une date comprise" in dated.text
    searched = await scene.alice.command(scene.channel, "search", query='foo:bar "harbour source:nowhere')
    assert "Il n’y a pas de champ «\u00a0foo:\u00a0»" in searched.text
    assert "Le guillemet avant «\u00a0harbour\u00a0» n’a pas de pendant" in searched.text
    assert "Aucun document n’a «\u00a0nowhere\u00a0» dans son identifiant" in searched.text
    panel = await scene.boss.command(scene.channel, "settings")
    await scene.boss.choose(panel, scene.guild.add_channel("other"), menu="settings:channels")
    assert (
        "Sur ce serveur, Footnote répond dans"
        in (await scene.alice.command(scene.channel, "ask", question=QUESTION)).text
    )


@pytest.mark.parametrize("command", ["timeline", "network"])
async def test_a_picture_is_described_in_the_language(scene: Scene, command: str) -> None:
    await scene.speak("fr")
    shown = (await scene.alice.command(scene.channel, command)).message
    described = [file.description for file in shown.attachments] + [json.dumps(shown.components, ensure_ascii=False)]
    assert "événement" in str(described) or "acteurs" in str(described)


async def test_a_language_outlives_the_process(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel = guild.add_channel("research")
        boss = guild.add_member("boss", guild.add_role("bosses", Permission.MANAGE_GUILD))
        async with running(discord, corpus):
            await boss.choose(await boss.command(channel, "settings"), "ar", menu=LANGUAGE)
        async with running(discord, corpus):
            assert "مفيد" in labels(await boss.command(channel, "ask", question=QUESTION))


def options(of: dict[str, Any]) -> list[dict[str, Any]]:
    return list(of.get("options", ()))


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]
