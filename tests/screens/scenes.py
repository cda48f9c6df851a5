"""The scenes: what people do, and what they then see. One entry a scene; its name is the pictures' name."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from tests.standin import Permission, Reply

from .modal import choices
from .stage import Stage
from .tags import Html

Play = Callable[[Stage], Awaitable[list[Html]]]
_Act = Callable[[Stage], Awaitable[Reply]]


def command(name: str, /, **options: str | bool) -> _Act:
    """Alice uses a slash command."""

    async def act(stage: Stage) -> Reply:
        given: dict[str, Any] = {**options}
        return await stage.alice.command(stage.channel, name, **given)

    return act


def pressed(before: _Act, label: str) -> _Act:
    """Alice presses the first button below an answer whose label begins so."""

    async def act(stage: Stage) -> Reply:
        reply = await before(stage)
        fitting = [button.label for button in reply.buttons if button.label.startswith(label)]
        return await stage.alice.click(reply, (fitting or [label])[0])

    return act


def filled_in(before: _Act, text: str) -> _Act:
    """Alice writes a text into the one field of the form that opened, and sends it."""

    async def act(stage: Stage) -> Reply:
        form = await before(stage)
        return await stage.alice.submit(form, {form.modal.fields[0].custom_id: text})

    return act


def chosen(menu: str, text: str) -> _Act:
    """Alice writes a message and chooses an entry of its context menu."""

    async def act(stage: Stage) -> Reply:
        return await stage.alice.menu(stage.channel, menu, await stage.alice.say(stage.channel, text))

    return act


def seen(act: _Act) -> Play:
    """What the last reply of an act shows."""

    async def play(stage: Stage) -> list[Html]:
        return stage.show(await act(stage))

    return play


def mentioned(question: str) -> Play:
    """Alice mentions the bot, in a channel."""

    async def play(stage: Stage) -> list[Html]:
        asked = await stage.alice.say(stage.channel, f"{stage.discord.mention} {question}")
        return stage.show(asked, await stage.discord.next_message(after=asked))

    return play


def in_private(question: str) -> Play:
    """Alice writes to the bot."""

    async def play(stage: Stage) -> list[Html]:
        asked = await stage.alice.say(await stage.alice.open_dm(), question)
        return stage.show(asked, await stage.discord.next_message(after=asked))

    return play


async def welcomed(stage: Stage) -> list[Html]:
    """The bot is invited to another server and says hello there."""
    guild = stage.discord.add_foreign_guild("New")
    channel = guild.add_channel("general")
    stage.discord.invite(guild)
    return stage.show(await stage.discord.next_message(channel=channel))


def spoken(language: str, act: _Act) -> Play:
    """The same on a server whose language is another."""

    async def play(stage: Stage) -> list[Html]:
        elsewhere = stage.on(language)
        boss = elsewhere.guild.add_member("boss", elsewhere.guild.add_role("bosses", Permission.MANAGE_GUILD))
        panel = await boss.command(elsewhere.channel, "settings")
        await boss.choose(panel, language, menu="settings:language")
        return elsewhere.show(await act(elsewhere))

    return play


def managed(act_name: str) -> _Act:
    """Somebody who runs the server uses a slash command."""

    async def act(stage: Stage) -> Reply:
        boss = stage.guild.add_member("boss", stage.guild.add_role("bosses", Permission.MANAGE_GUILD))
        return await boss.command(stage.channel, act_name)

    return act


def typed(name: str, option: str, text: str) -> Play:
    """Alice types into an option and sees what is offered."""

    async def play(stage: Stage) -> list[Html]:
        offered = await stage.alice.autocomplete(stage.channel, name, option, text)
        return [choices(option, text, [choice.name for choice in offered])]

    return play


_CAPTURED = command("ask", question="When was Khazali captured?")
_PRIVATE = command("ask", question="Who headed Unit 2800?", private=True)
_CLAIM = "I read that Daqduq was captured in 2007, together with Khazali."
_WRONG = "Daqduq was captured in 2006, together with Khazali."
_SCHOOL = command("ask", question="Where did Shahlay and Dakduk go to school?")
_FINCH = command("ask", question="من هو الحسّون العجوز؟")
_MAYOR = command("ask", question="Who is the mayor of Grimsel?")

SCENES: Final[dict[str, Play]] = {
    "answered": seen(_CAPTURED),
    "answered-context": seen(pressed(_CAPTURED, "In context")),
    "answered-more": seen(pressed(_CAPTURED, "More passages")),
    "answered-copy": seen(pressed(_CAPTURED, "Copy citation")),
    "answered-copied": seen(pressed(pressed(_CAPTURED, "Copy citation"), "Markdown")),
    "answered-form": seen(pressed(_CAPTURED, "Ask a follow-up")),
    "answered-follow": seen(filled_in(pressed(_CAPTURED, "Ask a follow-up"), "And who was captured with him?")),
    "answered-thanks": seen(pressed(_CAPTURED, "Not helpful")),
    "answered-private": seen(_PRIVATE),
    "answered-shared": seen(pressed(_PRIVATE, "Share")),
    "answered-within": seen(command("ask", question="Where was Khazali?", **{"from": "2005", "to": "2006"})),
    "answered-link": seen(command("ask", question="Who rang the bell?")),
    "refused": seen(command("ask", question="What is the birthplace of Daqduq?")),
    "refused-spelling": seen(_SCHOOL),
    "refused-everything": seen(command("ask", question="the of and")),
    "checked": seen(chosen("Check against the sources", _CLAIM)),
    "checked-otherwise": seen(chosen("Check against the sources", _WRONG)),
    "found": seen(chosen("Find sources", _CLAIM)),
    "mentioned": mentioned("who headed Unit 2800?"),
    "mentioned-bare": mentioned(""),
    "in-private": in_private("which group did Khazali's network become"),
    "search": seen(command("search", query="Karbala raid")),
    "search-nothing": seen(command("search", query="zebra")),
    "cite": seen(command("cite", passage="karbala-raid-2007#p3")),
    "cite-unknown": seen(command("cite", passage="nothing#p1")),
    "cite-typed": typed("cite", "passage", "karb"),
    "source": seen(command("source", document="daqduq")),
    "sources": seen(command("sources")),
    "actor": seen(command("actor", name="Hajj Yusif")),
    "timeline": seen(command("timeline", actor="Qais al-Khazali")),
    "network": seen(command("network", name="Ali Moussa Daqduq")),
    "watch": seen(command("watch add", query='"Sorrel Bay" ferry')),
    "watches": seen(command("watch list")),
    "settings": seen(managed("settings")),
    "welcome": welcomed,
    "help": seen(command("help")),
    "privacy": seen(command("privacy")),
    "arabic": seen(_FINCH),
    "arabic-cite": seen(command("cite", passage="harbour-arabic#p2")),
    "french-answer": spoken("fr", _CAPTURED),
    "french-refused": spoken("fr", _SCHOOL),
    "french-help": spoken("fr", command("help")),
    "french-timeline": spoken("fr", command("timeline", actor="Qais al-Khazali")),
    "arabic-answer": spoken("ar", _CAPTURED),
    "arabic-refused": spoken("ar", _SCHOOL),
    "arabic-question": spoken("ar", _FINCH),
    "arabic-checked": spoken("ar", chosen("Check against the sources", _WRONG)),
    "arabic-settings": spoken("ar", managed("settings")),
    "arabic-help": spoken("ar", command("help")),
    "arabic-actor": spoken("ar", command("actor", name="Hajj Yusif")),
    "arabic-timeline": spoken("ar", command("timeline", actor="Qais al-Khazali")),
    "arabic-network": spoken("ar", command("network", name="Ali Moussa Daqduq")),
    "persian-answer": spoken("fa", _CAPTURED),
    "persian-refused": spoken("fa", _SCHOOL),
    "persian-privacy": spoken("fa", command("privacy")),
    "persian-sources": spoken("fa", command("sources")),
    "hostile": seen(_MAYOR),
    "hostile-context": seen(pressed(_MAYOR, "In context")),
    "endless": seen(command("ask", question="What does the harbour ledger list?")),
}
