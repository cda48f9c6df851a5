"""Ask a follow-up: a form, and the answer to what is written in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.discord.host import Host, Manner
from bot.discord.place import Place
from bot.discord.presses.inquiry import about
from bot.question import LONGEST
from bot.state.inquiries import Inquiry, Kind

_QUESTION = "question"


async def follow(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Opens the form."""
    await interaction.client.open(interaction, _form(match["inquiry"]))


async def ask(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers what was written, knowing what came before; only the asker sees it where that was so before."""
    private = interaction.message is not None and interaction.message.flags.ephemeral
    sent: dict[str, Any] = {**(interaction.data or {})}
    text = _written(sent.get("components", ()))
    asking, place = interaction.client.asking, Place.of(interaction)

    def following(before: Inquiry) -> Inquiry:
        asked = Inquiry(interaction.user.id, place.guild, place.room, Kind.QUESTION, text, follows=before.id)
        return replace(asked, within=before.within)

    compose = about(
        interaction,
        match,
        lambda footnote, before: asking.answer(footnote, following(before), private=private, repeat=True),
    )
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY if private else Manner.OPENLY)


def _form(inquiry: str) -> discord.ui.Modal:
    form = discord.ui.Modal(title="Ask a follow-up", custom_id=f"follow:{inquiry}", timeout=None)
    field: discord.ui.TextInput[discord.ui.LayoutView] = discord.ui.TextInput(
        custom_id=_QUESTION, style=discord.TextStyle.paragraph, max_length=LONGEST
    )
    form.add_item(discord.ui.Label(text="Question", component=field))
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
