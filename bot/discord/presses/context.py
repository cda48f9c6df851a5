"""In context: shows the presser, and nobody else, where a quote stands."""

import re

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner, blocking
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.reference import Reference
from index.citation import MisquotedError

GONE = phrase("The document that this quote is from is no longer among the sources here.")
CHANGED = phrase("The document has changed since this was quoted. Ask again to see it as it is now.")


async def context(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows a quote in its context."""
    reference = Reference.read(match)
    compose = blocking(lambda footnote, language: _look(footnote, reference, language))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


def _look(footnote: Footnote, reference: Reference, language: Language) -> Look:
    try:
        return looks.context(reference.find(footnote), language)
    except LookupError:
        return looks.said(language.say(GONE))
    except MisquotedError:
        return looks.said(language.say(CHANGED))
