"""/sources."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord import layout

if TYPE_CHECKING:
    from bot.discord.client import FootnoteClient


@app_commands.command(name="sources", description="List the documents that answers come from")
async def sources(interaction: "discord.Interaction[FootnoteClient]") -> None:
    """Lists the documents, to the one who asks."""
    footnote = interaction.client.footnote
    await interaction.client.replies.to_interaction(
        interaction, lambda: layout.sources_list(footnote.sources), private=True
    )
