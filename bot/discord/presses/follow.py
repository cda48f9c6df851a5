"""Ask a follow-up: a form, and the answer to what is written in it."""

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
from bot.state.inquiries import Inquiry, Kind

_QUESTION = "question"
_DESCRIPTION = 100
"""Discord's limit for what stands below a field's label."""


async def follow(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Opens the form, which says what was asked before."""
    before = await inquiry_of(interaction, match)
    if before is None:
        await interaction.client.reply(interaction, plain(TOO_OLD), Manner.PRIVATELY, free=True)
        return
    await interaction.client.open(interaction, _form(before, interaction.client.language(interaction)))


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


def _form(before: Inquiry, language: Language) -> discord.ui.Modal:
    form = discord.ui.Modal(title=language.say("Ask a follow-up"), custom_id=f"follow:{before.id}", timeout=None)
    field: discord.ui.TextInput[discord.ui.LayoutView] = discord.ui.TextInput(
        custom_id=_QUESTION,
        style=discord.TextStyle.paragraph,
        placeholder=language.say("And when was that?"),
        max_length=LONGEST,
    )
    after = cut(language.say("After: {question}", question=before.text), _DESCRIPTION)
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
