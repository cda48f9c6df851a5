"""/search."""

import discord
from discord import app_commands

from bot.discord import layout
from bot.discord.host import Host
from bot.question import LONGEST

_HITS = 5
"""As many as there is room for buttons in a row."""


@app_commands.command(name="search", description="List the passages that match some words, best first")
@app_commands.describe(query="The words to look for")
async def search(interaction: discord.Interaction[Host], query: app_commands.Range[str, 1, LONGEST]) -> None:
    """Searches."""
    footnote = interaction.client.footnote
    await interaction.client.reply(interaction, lambda: layout.results(footnote.search(query, _HITS)))
