"""What stands below an answer: what each button does, for whom, and after a restart."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.discord.process import TOKEN, Bot, running, started, write_corpus
from tests.standin import Channel, Guild, Permission, Person, Reply, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-buttons")]

QUESTION = "Who is Old Finch?"


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    alice: Person
    bob: Person


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    folder = tmp_path_factory.mktemp("buttons")
    corpus = write_corpus(folder)
    for number in range(12):
        (corpus / f"barge-{number}.txt").write_text(
            f"Barge number {number} carried salt to the harbour of Sorrel Bay.\n"
        )
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel = guild.add_channel("research")
        alice, bob = guild.add_member("alice"), guild.add_member("bob")
        async with running(discord, corpus) as bot:
            yield Scene(discord, bot, guild, channel, alice, bob)
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


async def asked(scene: Scene, question: str = QUESTION, *, private: bool | None = None) -> Reply:
    return await scene.alice.command(scene.channel, "ask", question=question, private=private)


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]


async def test_an_answer_has_its_buttons(scene: Scene) -> None:
    onward = ["In context", "More passages", "Ask a follow-up", "Timeline", "Network", "Copy citation"]
    assert labels(await asked(scene)) == [*onward, "Helpful", "Not helpful", "Delete"]
    private = await asked(scene, private=True)
    assert private.ephemeral
    assert labels(private) == [*onward, "Helpful", "Not helpful", "Share"]
    assert "Timeline" not in labels(await asked(scene, "When did the harbour burn?"))
    assert "Copy citation" not in labels(await asked(scene, "zebra"))


async def test_more_passages_are_leafed_through_in_place(scene: Scene) -> None:
    reply = await asked(scene, "Which barge carried salt?")
    first = await scene.bob.click(reply, "More passages")
    assert first.ephemeral
    assert labels(first)[-1] == "Next"
    second = await scene.bob.click(first, "Next")
    assert second.message is first.message
    assert "Page 2" in second.text
    third = await scene.bob.click(second, "Next")
    assert labels(third)[-1] == "Previous"
    back = await scene.bob.click(await scene.bob.click(third, "Previous"), "Previous")
    assert back.message is first.message
    assert "Page" not in back.text
    assert reply.text == (await asked(scene, "Which barge carried salt?")).text


async def test_leafing_through_an_open_search_is_for_oneself(scene: Scene) -> None:
    found = await scene.alice.command(scene.channel, "search", query="barge salt")
    assert not found.ephemeral
    turned = await scene.bob.click(found, "Next")
    assert turned.ephemeral
    assert "Page 2" in turned.text
    quotes = [line for line in (found.text + turned.text).splitlines() if line.startswith("“")]
    assert len(quotes) == len(set(quotes)) == 10


async def test_a_follow_up_is_asked_in_a_form(scene: Scene) -> None:
    opened = await scene.bob.click(await asked(scene), "Ask a follow-up")
    assert opened.modal.title == "Ask a follow-up"
    reply = await scene.bob.submit(opened, {"Question": "Who led Section 40?"})
    assert "Ilse Brandt" in reply.text
    assert "Who led Section 40?" in reply.text
    assert not reply.ephemeral
    private = await scene.alice.click(await asked(scene, private=True), "Ask a follow-up")
    assert (await scene.alice.submit(private, {"Question": "Who led Section 40?"})).ephemeral


async def test_citations_are_copied_in_the_style_that_is_chosen(scene: Scene) -> None:
    offered = await scene.bob.click(await asked(scene), "Copy citation")
    assert offered.ephemeral
    assert labels(offered) == ["In context", "Markdown", "Plain text", "BibTeX"]
    markdown = await scene.bob.click(offered, "Markdown")
    assert "> Known to the dockers as" in markdown.text
    assert "](<https://elva.example/fire" in markdown.text
    assert "@misc" not in markdown.text
    assert labels(markdown) == ["In context", "Plain text", "BibTeX"]
    bibtex = await scene.bob.click(markdown, "BibTeX")
    assert "@misc{fire-p2," in bibtex.text
    assert "> Known" not in bibtex.text
    assert "“Known to the dockers as" in (await scene.bob.click(bibtex, "Plain text")).text


async def test_what_may_have_been_meant_is_asked_with_a_press(scene: Scene) -> None:
    refused = await asked(scene, "Who is Kwell?")
    assert "Did you mean “Quell”?" in refused.text
    meant = await scene.bob.click(refused, "Quell")
    assert not meant.ephemeral
    assert "-# Who is Quell?" in meant.text
    assert "coast guards arrested Marta Quell" in meant.text
    private = await scene.alice.click(await asked(scene, "Who is Kwell?", private=True), "Quell")
    assert private.ephemeral
    searched = await scene.alice.command(scene.channel, "search", query="Kwell")
    assert "Marta Quell" in (await scene.alice.click(searched, "Quell")).text


async def test_a_name_that_may_have_been_meant_is_shown_with_a_press(scene: Scene) -> None:
    unknown = await scene.alice.command(scene.channel, "actor", name="Ilsa Brant")
    assert "No actor goes by “Ilsa Brant”." in unknown.text
    assert "**Ilse Brandt**" in (await scene.bob.click(unknown, "Ilse Brandt")).text


async def test_what_only_the_asker_sees_can_be_shared(scene: Scene) -> None:
    shared = await scene.alice.click(await asked(scene, private=True), "Share")
    assert not shared.ephemeral
    assert "Tobias Renn" in shared.text
    assert QUESTION in shared.text
    assert "Delete" in labels(shared)


async def test_a_verdict_is_thanked_for(scene: Scene) -> None:
    reply = await asked(scene)
    assert "counted as helpful" in (await scene.bob.click(reply, "Helpful")).text
    assert "counted as not helpful" in (await scene.bob.click(reply, "Not helpful")).text


async def test_an_answer_is_deleted_by_its_asker_and_by_moderators(scene: Scene) -> None:
    moderator = scene.guild.add_member("moderator", scene.guild.add_role("mods", Permission.MANAGE_MESSAGES))
    reply = await asked(scene)
    refused = await scene.bob.click(reply, "Delete")
    assert refused.ephemeral
    assert "Only the one who asked" in refused.text
    assert not reply.message.deleted
    await scene.alice.click(reply, "Delete", wait=False)
    await scene.discord.until(lambda: reply.message.deleted)
    mentioned = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    answer = await scene.discord.next_message(after=mentioned)
    await moderator.click(answer, "Delete", wait=False)
    await scene.discord.until(lambda: answer.deleted)


async def test_pressing_what_is_gone_is_no_disaster(scene: Scene) -> None:
    reply = await asked(scene)
    first = await scene.alice.click(reply, "Delete", wait=False)
    second = await scene.alice.click(reply, "Delete", wait=False)
    await scene.discord.until(lambda: reply.message.deleted)
    await scene.discord.until(lambda: first.deferred and second.deferred)
    assert "Tobias Renn" in (await asked(scene)).text


async def test_a_press_that_comes_twice_is_done_once(scene: Scene) -> None:
    shown = await scene.alice.click(await asked(scene), "In context")
    await scene.discord.replay(shown)
    await asked(scene)
    token = shown.interaction.token
    assert sum(token in request.path and "callback" in request.path for request in scene.discord.requests) == 1


async def test_buttons_and_forms_outlive_the_process(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with started(discord, corpus) as bot:
            await bot.logged("ready")
            await discord.ready()
            reply = await alice.command(channel, "ask", question=QUESTION)
            form = await alice.click(reply, "Ask a follow-up")
            bot.process.kill()
            await bot.process.wait()
            async with running(discord, corpus):
                assert "Ilse Brandt" in (await alice.submit(form, {"Question": "Who led Section 40?"})).text
                assert "Tobias Renn" in (await alice.click(reply, "More passages")).text
                copied = await alice.click(reply, "Copy citation")
                assert "@misc" in (await alice.click(copied, "BibTeX")).text
                assert "Thank you" in (await alice.click(reply, "Helpful")).text
        (tmp_path / "data" / "footnote.sqlite3").unlink()
        async with running(discord, corpus):
            assert "not kept any more" in (await alice.click(reply, "More passages")).text
            assert "> Known to the dockers" in (await alice.click(reply, "In context")).text
            await alice.click(reply, "Delete", wait=False)
            await discord.until(lambda: reply.message.deleted)
