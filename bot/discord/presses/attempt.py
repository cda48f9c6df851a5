"""An example: asks it."""

import re

import discord

from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language
from bot.state.inquiries import Inquiry, Kind


async def attempt(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers an example as if the presser had asked it with /ask."""
    client, place = interaction.client, Place.of(interaction)
    manner = client.manner(interaction, private=None)
    private = manner is Manner.PRIVATELY
    asked = Inquiry(interaction.user.id, place.guild, place.room, Kind.QUESTION, match["question"], private=private)

    async def compose(footnote: Footnote, language: Language) -> Look:
        return await client.asking.answer(footnote, asked, language, repeat=True)

    await client.reply(interaction, compose, manner)
