"""/help."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner, blocking


@everywhere
@app_commands.command(name="help", description="What you can do with Footnote, with examples to try")
async def help(interaction: discord.Interaction[Host]) -> None:  # the command's name
    """Shows what the one who asks can do."""
    may = interaction.permissions
    on_server = interaction.is_guild_integration()
    compose = blocking(
        lambda footnote, language: looks.guide(
            footnote, language, moderates=on_server and may.manage_messages, manages=on_server and may.manage_guild
        )
    )
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)
