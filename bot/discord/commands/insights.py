"""/insights."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language, phrase

_LISTED = 15
_NOT_YOURS = phrase("Only people who may manage messages see this.")


@app_commands.command(
    name="insights", description="What was asked on this server and not answered, and how helpful answers were"
)
@app_commands.guild_only()
@app_commands.default_permissions(manage_messages=True)
async def insights(interaction: discord.Interaction[Host]) -> None:
    """Shows a moderator what the last month was like, without a name."""
    place, inquiries = Place.of(interaction), interaction.client.state.inquiries

    async def compose(_: Footnote, language: Language) -> Look:
        if not interaction.permissions.manage_messages or place.guild is None:
            return looks.said(language.say(_NOT_YOURS))
        counts, verdicts = await inquiries.counts(place.guild), await inquiries.verdicts(place.guild)
        return looks.insights(counts, verdicts, await inquiries.unanswered(place.guild, _LISTED), language)

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)
