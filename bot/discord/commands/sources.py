"""/sources, /source."""

import asyncio

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.choices import of_documents
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner, blocking
from bot.discord.limits import CHOICE_VALUE, CHOICES
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language
from bot.titles import titled


@everywhere
@app_commands.command(name="sources", description="List the documents that answers come from")
async def sources(interaction: discord.Interaction[Host]) -> None:
    """Lists the documents, to the one who asks."""
    compose = blocking(lambda footnote, language: looks.listing(footnote.sources, language))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


@everywhere
@app_commands.command(name="source", description="Show what is known about one document")
@app_commands.describe(document="Its title or id")
async def source(interaction: discord.Interaction[Host], document: app_commands.Range[str, 1, CHOICE_VALUE]) -> None:
    """Shows a document's record, to the one who asks."""
    compose = blocking(lambda footnote, language: _look(footnote, document, language))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


@source.autocomplete("document")
async def documents(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """Documents whose title or id has what is typed."""
    footnote = await interaction.client.suggesting(interaction)
    if footnote is None:
        return []
    return of_documents(await asyncio.to_thread(titled, footnote.sources.listed, typed, CHOICES))


def _look(footnote: Footnote, named: str, language: Language) -> Look:
    everything = footnote.sources
    document = everything.document(named.strip())
    if document is None:
        near = titled(everything.documents, named, 1) if named.strip() else []
        if not near:
            return looks.said(
                language.say(
                    "There is no document “{named}”. Type some letters of its title and choose from the list.",
                    named=named,
                )
            )
        document = near[0]
    return looks.source(document, everything.passage_counts()[document.id], language)
