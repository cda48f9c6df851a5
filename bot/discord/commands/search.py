"""/search."""

import discord
from discord import app_commands

from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language
from bot.question.question import LONGEST
from bot.state.inquiries import Inquiry, Kind


@everywhere
@app_commands.command(name="search", description="List the passages that match some words, best first")
@app_commands.describe(query="The words to look for")
async def search(interaction: discord.Interaction[Host], query: app_commands.Range[str, 1, LONGEST]) -> None:
    """Searches."""
    client, place = interaction.client, Place.of(interaction)
    manner = client.manner(interaction, private=None)
    asked = Inquiry(interaction.user.id, place.guild, place.room, Kind.QUERY, query, private=manner is Manner.PRIVATELY)

    async def compose(footnote: Footnote, language: Language) -> Look:
        return await client.asking.results(footnote, asked, language)

    await client.reply(interaction, compose, manner)
