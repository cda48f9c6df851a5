"""More passages, and leafing through them."""

import re

import discord

from bot.discord.host import Host, Manner
from bot.discord.presses.inquiry import about


async def more(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the passages that match a question best, to the presser only."""
    asking = interaction.client.asking
    compose = about(interaction, match, lambda *of: asking.page(*of, page=1))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


async def page(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Turns to another page: in place where only the presser sees it, else on a page of the presser's own."""
    asking, number = interaction.client.asking, max(1, int(match["page"]))
    compose = about(interaction, match, lambda *of: asking.page(*of, page=number))
    own = interaction.message is not None and interaction.message.flags.ephemeral
    await interaction.client.reply(interaction, compose, Manner.IN_PLACE if own else Manner.PRIVATELY)
