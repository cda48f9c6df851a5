"""/search."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord import layout
from bot.question import LONGEST

if TYPE_CHECKING:
    from bot.discord.client import FootnoteClient

_HITS = 5
"""As many as there is room for buttons in a row."""


@app_commands.command(name="search", description="List the passages that match some words, best first")
@app_commands.describe(query="The words to look for")
async def search(
    interaction: "discord.Interaction[FootnoteClient]", query: app_commands.Range[str, 1, LONGEST]
) -> None:
    """Searches."""
    footnote = interaction.client.footnote
    await interaction.client.replies.to_interaction(interaction, lambda: layout.results(footnote.search(query, _HITS)))
