"""/ask."""

import discord
from discord import app_commands

from bot.discord import layout
from bot.discord.host import Host
from bot.question import LONGEST


@app_commands.command(name="ask", description="Answer a question from the sources, in their own words, with footnotes")
@app_commands.describe(question="What you want to know")
async def ask(interaction: discord.Interaction[Host], question: app_commands.Range[str, 1, LONGEST]) -> None:
    """Answers a question."""
    footnote = interaction.client.footnote
    await interaction.client.reply(interaction, lambda: layout.answer(footnote.ask(question), footnote.sources))
