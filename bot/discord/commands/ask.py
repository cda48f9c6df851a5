"""/ask."""

import asyncio
from dataclasses import replace

import discord
from discord import app_commands

from bot.discord.choices import of_documents
from bot.discord.commands.lookups import actors
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner
from bot.discord.limits import CHOICES
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language
from bot.question.conditions import conditions
from bot.question.question import LONGEST
from bot.state.inquiries import Inquiry, Kind
from bot.titles import titled

_OPTION = 100
_DATE = 10


@everywhere
@app_commands.command(name="ask", description="Answer a question from the sources, in their own words, with footnotes")
@app_commands.describe(
    question="What you want to know",
    actor="Only from passages that name this actor",
    source="Only from this document",
    since="Only from documents of this date or later: 2004, 2004-06 or 2004-06-14",
    until="Only from documents of this date or earlier",
    private="Whether only you see the answer",
)
@app_commands.rename(since="from", until="to")
async def ask(
    interaction: discord.Interaction[Host],
    question: app_commands.Range[str, 1, LONGEST],
    actor: app_commands.Range[str, 1, _OPTION] | None = None,
    source: app_commands.Range[str, 1, _OPTION] | None = None,
    since: app_commands.Range[str, 1, _DATE] | None = None,
    until: app_commands.Range[str, 1, _DATE] | None = None,
    private: bool | None = None,
) -> None:
    """Answers a question."""
    client, place = interaction.client, Place.of(interaction)
    manner = client.manner(interaction, private=private)

    async def compose(footnote: Footnote, language: Language) -> Look:
        within = conditions(actor, source, since, until)
        follows = await client.asking.before(place, interaction.user.id)
        asked = Inquiry(interaction.user.id, place.guild, place.room, Kind.QUESTION, question, within, follows)
        asked = replace(asked, private=manner is Manner.PRIVATELY)
        return await client.asking.answer(footnote, asked, language, repeat=True)

    await client.reply(interaction, compose, manner)


ask.autocomplete("actor")(actors)


@ask.autocomplete("source")
async def documents(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """Documents whose title or id has what is typed."""
    footnote = await interaction.client.suggesting(interaction)
    if footnote is None:
        return []
    return of_documents(await asyncio.to_thread(titled, footnote.sources.listed, typed, CHOICES))
