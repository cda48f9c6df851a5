"""/sources."""

import discord
from discord import app_commands

from bot.discord import layout
from bot.discord.host import Host


@app_commands.command(name="sources", description="List the documents that answers come from")
async def sources(interaction: discord.Interaction[Host]) -> None:
    """Lists the documents, to the one who asks."""
    footnote = interaction.client.footnote
    await interaction.client.reply(interaction, lambda: layout.sources_list(footnote.sources), private=True)
