"""Asking anywhere: in reply to the bot, in threads, from a message's menu, with it in one's own account."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from tests.discord.process import TOKEN, Bot, running, write_corpus
from tests.standin import Channel, Guild, Message, Person, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("discord-anywhere")]

QUESTION = "Who is Old Finch?"
LED = "Who led Section 40?"


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    alice: Person

    async def answer_to(self, message: Message) -> Message:
        return await self.discord.next_message(after=message)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    corpus = write_corpus(tmp_path_factory.mktemp("anywhere"))
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus) as bot:
            yield Scene(discord, bot, guild, channel, alice)
    assert "Traceback" not in "".join(bot.log), "".join(bot.log)


async def test_a_reply_to_the_bot_needs_no_mention(scene: Scene) -> None:
    first = await scene.answer_to(await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}"))
    bob = scene.guild.add_member("bob")
    asked = await bob.say(scene.channel, LED, reply_to=first)
    answer = await scene.answer_to(asked)
    assert answer.reply_to is asked
    assert "Ilse Brandt" in answer.text
    assert not answer.pings


async def test_a_reply_to_a_commands_answer_is_a_question_too(scene: Scene) -> None:
    reply = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    asked = await scene.alice.say(scene.channel, LED, reply_to=reply)
    assert "Ilse Brandt" in (await scene.answer_to(asked)).text


async def test_a_reply_that_does_not_ping_is_told_what_to_do(scene: Scene) -> None:
    first = await scene.answer_to(await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}"))
    asked = await scene.alice.say(scene.channel, LED, reply_to=first, ping=False)
    assert "Discord does not show me what you wrote" in (await scene.answer_to(asked)).text


async def test_replies_among_people_are_left_alone(scene: Scene) -> None:
    said = await scene.alice.say(scene.channel, "I wonder about the fire.")
    await scene.alice.say(scene.channel, LED, reply_to=said)
    marker = await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}")
    await scene.answer_to(marker)
    answers = [one for one in scene.channel.messages if one.id > said.id and one.author is scene.discord.bot]
    assert len(answers) == 1


async def test_in_a_thread(scene: Scene) -> None:
    thread = scene.guild.add_thread(scene.channel, "the fire", scene.alice)
    asked = await scene.alice.say(thread, f"{scene.discord.mention} {QUESTION}")
    answer = await scene.answer_to(asked)
    assert answer.channel is thread
    assert "Tobias Renn" in (await scene.alice.click(answer, "More passages")).text
    assert "Ilse Brandt" in (await scene.alice.command(thread, "ask", question=LED)).text


async def test_others_go_on_from_what_somebody_asked(scene: Scene) -> None:
    """In a thread, which is one conversation, and by a reply, which says from what; in a channel from nothing."""
    bob = scene.guild.add_member("bob")
    thread = scene.guild.add_thread(scene.channel, "old finch", scene.alice)
    await scene.answer_to(await scene.alice.say(thread, f"{scene.discord.mention} {QUESTION}"))
    followed = await scene.answer_to(await bob.say(thread, f"{scene.discord.mention} and where did he move?"))
    first = await scene.answer_to(await scene.alice.say(scene.channel, f"{scene.discord.mention} {QUESTION}"))
    replied = await scene.answer_to(await bob.say(scene.channel, "and where did he move?", reply_to=first))
    for answer in (followed, replied):
        assert "about: Tobias Renn" in answer.text
        assert "Sorrel Bay" in answer.text
        assert not answer.pings
    alone = await scene.answer_to(await bob.say(scene.channel, f"{scene.discord.mention} and where did he move?"))
    assert "about: " not in alone.text


@pytest.mark.parametrize("entry", ["Check against the sources", "Find sources"])
async def test_the_menu_of_a_message_is_for_the_one_who_opens_it(scene: Scene, entry: str) -> None:
    bob = scene.guild.add_member("bob")
    claim = await bob.say(scene.channel, "The harbour master, “Old Finch”, was -Tobias* Renn. @everyone OR source:x")
    reply = await scene.alice.menu(scene.channel, entry, claim)
    assert reply.ephemeral
    assert "the harbour master was Tobias Renn" in reply.text
    assert not reply.message.pings
    assert "Delete" not in [button.label for button in reply.buttons]


@pytest.mark.parametrize(
    ("claim", "marked"),
    [
        ("I heard that Tobias Renn moved to Sorrel Bay. @everyone", False),
        ("Tobias Renn never moved to Sorrel Bay.", True),
        ("Marta Quell was released in 1999.", False),
    ],
)
async def test_a_claim_is_checked_for_and_against(scene: Scene, claim: str, marked: bool) -> None:
    bob = scene.guild.add_member("bob")
    reply = await bob.menu(scene.channel, "Check against the sources", await bob.say(scene.channel, claim))
    assert reply.ephemeral
    assert "Checked against 2 documents" in reply.text
    assert ("Says otherwise (one denies what the other says)" in reply.text) is marked
    assert not reply.message.pings


async def test_a_message_without_words_is_told_so(scene: Scene) -> None:
    empty = await scene.alice.say(scene.channel, "", files=[("photo.png", b"x")])
    assert "no words" in (await scene.alice.menu(scene.channel, "Find sources", empty)).text
    answer = await scene.alice.command(scene.channel, "ask", question=QUESTION)
    assert "no words" in (await scene.alice.menu(scene.channel, "Find sources", answer)).text


async def test_with_it_in_ones_own_account_it_works_where_the_bot_is_not(scene: Scene) -> None:
    foreign = scene.discord.add_foreign_guild("Foreign")
    channel, carol, dave = foreign.add_channel("general"), foreign.add_member("carol"), foreign.add_member("dave")
    carol.install()
    reply = await carol.command(channel, "ask", question=QUESTION)
    assert "Tobias Renn" in reply.text
    assert len(reply.followups) == 0
    assert "> Known to the dockers" in (await dave.click(reply, "In context")).text
    assert "Tobias Renn" in (await carol.click(reply, "More passages")).text
    claim = await dave.say(channel, "Old Finch was the harbour master.")
    assert "Tobias Renn" in (await carol.menu(channel, "Find sources", claim)).text
    with pytest.raises(AssertionError, match="installed neither here nor by dave"):
        await dave.command(channel, "ask", question=QUESTION)
    await carol.click(reply, "Delete", wait=False)
    await scene.discord.until(lambda: reply.message.deleted)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"source": "fire"}, True),
        ({"source": "The fire (a chronicle)"}, True),
        ({"source": "hostile"}, False),
        ({"actor": "Tobias Renn"}, True),
        ({"actor": "Grimsel"}, False),
        ({"from": "1999-01", "to": "1999-12"}, True),
        ({"from": "2000"}, False),
        ({"to": "1998-12-31"}, False),
        ({"source": '"fire" OR mayor'}, False),
    ],
)
async def test_a_question_can_be_limited(scene: Scene, options: dict[str, str], found: bool) -> None:
    given: dict[str, Any] = {**options}
    reply = await scene.alice.command(scene.channel, "ask", question=QUESTION, **given)
    assert ("Tobias Renn" in reply.text) is found, reply.text
    further = await scene.alice.click(reply, "More passages")
    assert ("Tobias Renn" in further.text) is found


async def test_a_date_that_is_none_is_told_so(scene: Scene) -> None:
    given = {"from": "spring"}
    reply = await scene.alice.command(scene.channel, "ask", question=QUESTION, **given)  # type: ignore[arg-type]
    assert "“spring” is no date" in reply.text
    assert "2004-06-14" in reply.text


@pytest.mark.parametrize("typed", ["fi", "FIRE", "chron", "chronicel", ""])
async def test_sources_are_suggested_after_two_letters(scene: Scene, typed: str) -> None:
    for command, option in (("source", "document"), ("ask", "source")):
        choices = await scene.alice.autocomplete(scene.channel, command, option, typed)
        assert choices[0].value == "fire"
        assert choices[0].name == "The fire (a chronicle)"


async def test_a_source_is_shown_with_its_record(scene: Scene) -> None:
    for named in ("fire", "the fire"):
        reply = await scene.alice.command(scene.channel, "source", document=named)
        assert reply.ephemeral
        assert "Publisher: Elva Archive" in reply.text
        assert "> The harbour at Port Elva burned on 14 May 1991." in reply.text
    assert "There is no document" in (await scene.alice.command(scene.channel, "source", document="zzzz")).text


async def test_one_person_cannot_keep_it_busy(scene: Scene) -> None:
    eve = scene.guild.add_member("eve")
    replies = [await eve.command(scene.channel, "sources") for _ in range(45)]
    assert "That was a lot in a short time" in replies[-1].text
    assert replies[-1].ephemeral
    assert "Ilse Brandt" in (await scene.alice.command(scene.channel, "ask", question=LED)).text


MOVED = "And where did he move?"


async def test_follow_ups_are_understood_wherever_a_conversation_goes_on(scene: Scene) -> None:
    carol = scene.guild.add_member("carol")
    thread = scene.guild.add_thread(scene.channel, "a conversation", carol)
    for room, address in ((await carol.open_dm(), ""), (thread, f"{scene.discord.mention} ")):
        await scene.answer_to(await carol.say(room, f"{address}{QUESTION}"))
        answer = await scene.answer_to(await carol.say(room, f"{address}{MOVED}"))
        assert "about: " in answer.text
        assert "Sorrel Bay" in answer.text
    first = await scene.answer_to(await carol.say(scene.channel, f"{scene.discord.mention} {QUESTION}"))
    reply = await carol.say(scene.channel, MOVED, reply_to=first)
    assert "about: " in (await scene.answer_to(reply)).text
    form = await carol.click(first, "Ask a follow-up")
    assert "about: " in (await carol.submit(form, {"Question": MOVED})).text


async def test_what_one_asks_privately_is_no_part_of_what_others_talk_of(scene: Scene) -> None:
    erin = scene.guild.add_member("erin")
    thread = scene.guild.add_thread(scene.channel, "whispers", scene.alice)
    claim = await erin.say(thread, "Old Finch was the harbour master Tobias Renn.")
    assert (await scene.alice.command(thread, "ask", question=QUESTION, private=True)).ephemeral
    await scene.alice.menu(thread, "Check against the sources", claim)
    assert "about: " not in (await erin.command(thread, "ask", question=MOVED)).text


async def test_a_claim_from_the_menu_begins_no_conversation(scene: Scene) -> None:
    fay = scene.guild.add_member("fay")
    thread = scene.guild.add_thread(scene.channel, "claims", scene.alice)
    claim = await scene.alice.say(thread, "Old Finch was the harbour master Tobias Renn.")
    await fay.menu(thread, "Check against the sources", claim)
    assert "about: " not in (await fay.command(thread, "ask", question=MOVED)).text


async def test_on_a_foreign_server_each_goes_on_from_their_own_questions(scene: Scene) -> None:
    foreign = scene.discord.add_foreign_guild("Strangers")
    channel, gus, hal = foreign.add_channel("general"), foreign.add_member("gus"), foreign.add_member("hal")
    gus.install()
    hal.install()
    await gus.command(channel, "ask", question=QUESTION)
    assert "about: " not in (await hal.command(channel, "ask", question=MOVED)).text
    await hal.command(channel, "ask", question=QUESTION)
    assert "about: " in (await hal.command(channel, "ask", question=MOVED)).text


async def test_in_a_channel_a_question_by_itself_follows_nothing(scene: Scene) -> None:
    await scene.alice.command(scene.channel, "ask", question=QUESTION)
    assert "about: " not in (await scene.alice.command(scene.channel, "ask", question=MOVED)).text
