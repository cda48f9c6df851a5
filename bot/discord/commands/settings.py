"""/settings."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.discord.presses.setting import NOT_YOURS, opened
from bot.footnote import Footnote
from bot.languages import Language


@app_commands.command(name="settings", description="Where and for whom Footnote answers on this server, and from what")
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def settings(interaction: discord.Interaction[Host]) -> None:
    """Shows the panel to somebody who may manage the server."""
    place = Place.of(interaction)

    async def compose(_: Footnote, language: Language) -> Look:
        # A server's own settings can hand the command to anybody; what it changes is for who runs the server.
        if not interaction.permissions.manage_guild:
            return looks.said(language.say(NOT_YOURS))
        return await opened(interaction, place, language)

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)
