"""/cite, and /passage for those who look for it by that name."""

import asyncio
from itertools import islice

import discord
from discord import app_commands

from bot.answering.evidence.shape import is_heading
from bot.discord import looks
from bot.discord.choices import choices
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, blocking
from bot.discord.limits import CHOICE_VALUE, CHOICES
from bot.discord.look import Look
from bot.discord.text import cut
from bot.footnote import Footnote
from bot.languages import Language
from index.citation import Citation

_TITLE = 40


@everywhere
@app_commands.command(name="cite", description="Show a passage in its context")
@app_commands.describe(passage="A passage's id, or some words of it")
async def cite(interaction: discord.Interaction[Host], passage: app_commands.Range[str, 1, CHOICE_VALUE]) -> None:
    """Shows a passage."""
    await _show(interaction, passage)


@everywhere
@app_commands.command(name="passage", description="Show a passage in its context")
@app_commands.describe(passage="A passage's id, or some words of it")
async def passage(interaction: discord.Interaction[Host], passage: app_commands.Range[str, 1, CHOICE_VALUE]) -> None:
    """Shows a passage."""
    await _show(interaction, passage)


@cite.autocomplete("passage")
@passage.autocomplete("passage")
async def passages(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """Passages whose id begins with what is typed, then those that match it as words."""
    footnote = await interaction.client.suggesting(interaction)
    return [] if footnote is None else choices(await asyncio.to_thread(_matching, footnote, typed.strip()))


async def _show(interaction: discord.Interaction[Host], passage: str) -> None:
    client = interaction.client
    manner = client.manner(interaction, private=None)
    await client.reply(interaction, blocking(lambda footnote, language: _look(footnote, passage, language)), manner)


def _look(footnote: Footnote, passage: str, language: Language) -> Look:
    context = footnote.context(passage.strip())
    if context is None:
        return looks.said(
            language.say(
                "There is no passage “{passage}”. Type some words of it and choose from the list.", passage=passage
            )
        )
    return looks.context(context, language)


def _matching(footnote: Footnote, typed: str) -> list[tuple[str, str]]:
    ids = list(islice(footnote.passage_ids(typed.casefold()), CHOICES))
    if typed and len(ids) < CHOICES:
        found = [one.citation.passage for one in footnote.search(typed[:CHOICE_VALUE], CHOICES).found]
        ids = list(dict.fromkeys(ids + found))[:CHOICES]
    contexts = [(id, context) for id in ids if (context := footnote.context(id)) is not None]
    return [(id, _named(context.citation)) for id, context in contexts if not is_heading(context.citation.quote)]


def _named(citation: Citation) -> str:
    """A passage by its document's title and its first words."""
    title = cut(citation.title or citation.document, _TITLE)
    return f"{title}, {citation.paragraph}: {citation.quote}"
