"""Timeline, Network, or a name that may have been meant: shows it of an actor."""

import re

import discord

from bot.discord import lookups
from bot.discord.buttons import Shows
from bot.discord.host import Host, Manner, blocking
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language


async def lookup(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the presser, and nobody else, an actor's file, timeline or network."""

    def shown(footnote: Footnote, language: Language) -> Look:
        match Shows(pressed["shows"]):
            case Shows.FILE:
                return lookups.actor_file(footnote, pressed["actor"], language)
            case Shows.TIMELINE:
                return lookups.timeline(footnote, pressed["actor"], language)
            case Shows.NETWORK:
                return lookups.network(footnote, pressed["actor"], language)

    pressed = match
    await interaction.client.reply(interaction, blocking(shown), Manner.PRIVATELY)
