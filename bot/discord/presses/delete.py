"""Delete: takes an answer away."""

import re

import discord

from bot.discord.host import Host, Manner, plain
from bot.languages import phrase

_NOT_YOURS = phrase("Only the one who asked, or a moderator, can delete this.")


async def delete(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Deletes the message that the button stands below, for its asker and for those who may manage messages."""
    if interaction.user.id == int(match["asker"]) or interaction.permissions.manage_messages:
        await interaction.client.remove(interaction)
    else:
        await interaction.client.reply(interaction, plain(_NOT_YOURS), Manner.PRIVATELY, free=True)
