"""Timeline, Network: of the actor that the answer or the file above the button is about."""

import re

import discord

from bot.discord import lookups
from bot.discord.host import Host, Manner, blocking


async def timeline(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the presser an actor's timeline."""
    compose = blocking(lambda footnote: lookups.timeline(footnote, match["actor"], None, None))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


async def network(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the presser who is named with an actor."""
    compose = blocking(lambda footnote: lookups.network(footnote, match["actor"]))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)
