"""Timeline, Network, or a name that may have been meant: shows it of an actor."""

import re
from collections.abc import Callable
from typing import Final

import discord

from bot.discord import lookups
from bot.discord.buttons import Shows
from bot.discord.host import Host, Manner, blocking
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language

_SHOWN: Final[dict[Shows, Callable[[Footnote, str, Language], Look]]] = {
    Shows.FILE: lookups.actor_file,
    Shows.TIMELINE: lookups.timeline,
    Shows.NETWORK: lookups.network,
}


async def lookup(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the presser, and nobody else, an actor's file, timeline or network."""
    show, actor = _SHOWN[Shows(match["shows"])], match["actor"]
    compose = blocking(lambda footnote, language: show(footnote, actor, language))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)
