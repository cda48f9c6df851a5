"""/cite."""

import asyncio

import discord
from discord import app_commands

from bot.discord import layout
from bot.discord.host import Host
from bot.discord.limits import CHOICE_NAME, CHOICE_VALUE, CHOICES
from bot.discord.text import cut
from bot.footnote import Footnote


@app_commands.command(name="cite", description="Show a passage in its context")
@app_commands.describe(passage="A passage's id, or some words of it")
async def cite(interaction: discord.Interaction[Host], passage: app_commands.Range[str, 1, CHOICE_VALUE]) -> None:
    """Shows a passage."""
    footnote = interaction.client.footnote
    await interaction.client.reply(interaction, lambda: _look(footnote, passage))


@cite.autocomplete("passage")
async def passages(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """Passages whose id begins with what is typed, then those that match it as words."""
    ids = await asyncio.to_thread(_matching, interaction.client.footnote, typed.strip())
    return [app_commands.Choice(name=name, value=id) for id, name in ids]


def _look(footnote: Footnote, passage: str) -> layout.Look:
    context = footnote.context(passage.strip())
    if context is None:
        return layout.said(f"There is no passage “{passage}”. Type some words of it and choose from the list.")
    return layout.context(context)


def _matching(footnote: Footnote, typed: str) -> list[tuple[str, str]]:
    ids = [id for id in footnote.passage_ids() if id.startswith(typed.casefold())][:CHOICES]
    if typed and len(ids) < CHOICES:
        found = [one.citation.passage for one in footnote.search(typed[:CHOICE_VALUE], CHOICES).found]
        ids = list(dict.fromkeys(ids + found))[:CHOICES]
    contexts = [(id, context) for id in ids if (context := footnote.context(id)) is not None]
    return [(id, cut(f"{id}: {context.citation.quote}", CHOICE_NAME)) for id, context in contexts]
