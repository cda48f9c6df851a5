"""Ask a follow-up: a form, and the answer to what is written in it."""

import asyncio
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.discord.host import Host, Manner, plain
from bot.discord.place import Place
from bot.discord.presses.inquiry import TOO_OLD, about, inquiry_of
from bot.discord.text import cut
from bot.languages import Language
from bot.question.question import LONGEST
from bot.state import StateError
from bot.state.inquiries import Inquiry, Kind

_QUESTION = "question"
_LOOKING_SECONDS = 1.0
_DESCRIPTION = 100
"""Discord's limit for what stands below a field's label."""


async def follow(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Opens the form, which says what was asked before; without that where it takes too long to look up.

    Opening a form is the acknowledgement, for which Discord gives three seconds, and a locked database takes five.
    """
    language = interaction.client.language(interaction)
    try:
        async with asyncio.timeout(_LOOKING_SECONDS):
            before = await inquiry_of(interaction, match)
    except (TimeoutError, StateError):
        await interaction.client.open(interaction, _form(match["inquiry"], None, language))
        return
    if before is None:
        await interaction.client.reply(interaction, plain(TOO_OLD), Manner.PRIVATELY, free=True)
        return
    await interaction.client.open(interaction, _form(match["inquiry"], before.text, language))


async def ask(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers what was written, knowing what came before; only the asker sees it where that was so before."""
    private = interaction.message is not None and interaction.message.flags.ephemeral
    sent: dict[str, Any] = {**(interaction.data or {})}
    text = _written(sent.get("components", ()))
    asking, place = interaction.client.asking, Place.of(interaction)

    def following(before: Inquiry) -> Inquiry:
        asked = Inquiry(interaction.user.id, place.guild, place.room, Kind.QUESTION, text, follows=before.id)
        return replace(asked, within=before.within, private=private)

    compose = about(
        interaction,
        match,
        lambda footnote, before, language: asking.answer(footnote, following(before), language, repeat=True),
    )
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY if private else Manner.OPENLY)


def _form(inquiry: str, asked: str | None, language: Language) -> discord.ui.Modal:
    form = discord.ui.Modal(title=language.say("Ask a follow-up"), custom_id=f"follow:{inquiry}", timeout=None)
    field: discord.ui.TextInput[discord.ui.LayoutView] = discord.ui.TextInput(
        custom_id=_QUESTION,
        style=discord.TextStyle.paragraph,
        placeholder=language.say("And when was that?"),
        max_length=LONGEST,
    )
    after = None if asked is None else cut(language.say("After: {question}", question=asked), _DESCRIPTION)
    form.add_item(discord.ui.Label(text=language.say("Question"), description=after, component=field))
    # It is known by its custom id when it is sent, so discord.py need not remember it.
    form.stop()
    return form


def _written(components: Iterable[Mapping[str, Any]]) -> str:
    """What stands in the form's field, in whatever Discord wraps it."""
    for component in components:
        if component.get("custom_id") == _QUESTION:
            return str(component.get("value", ""))
        inner = component.get("components") or ([component["component"]] if "component" in component else [])
        if found := _written(inner):
            return found
    return ""
