"""In context: shows the presser, and nobody else, where a quote stands."""

import re

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner, blocking
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.reference import Reference
from index.citation import MisquotedError

GONE = "The document that this quote is from is no longer among the sources here."
CHANGED = "The document has changed since this was quoted. Ask again to see it as it is now."


async def context(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows a quote in its context."""
    reference = Reference.read(match)
    compose = blocking(lambda footnote: _look(footnote, reference))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


def _look(footnote: Footnote, reference: Reference) -> Look:
    try:
        return looks.context(reference.find(footnote))
    except LookupError:
        return looks.said(GONE)
    except MisquotedError:
        return looks.said(CHANGED)
