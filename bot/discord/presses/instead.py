"""A spelling that may have been meant: asks the same again with it."""

import re
from dataclasses import replace

import discord

from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.discord.presses.inquiry import about
from bot.footnote import Footnote
from bot.languages import Language
from bot.question.repair import respelt
from bot.state.inquiries import Inquiry


async def instead(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers as if the presser had asked so; only the presser sees it where that was so before."""
    asking, place = interaction.client.asking, Place.of(interaction)
    private = interaction.message is not None and interaction.message.flags.ephemeral

    async def asked_again(footnote: Footnote, before: Inquiry, language: Language) -> Look:
        asked = replace(
            before,
            asker=interaction.user.id,
            room=place.room,
            text=respelt(before.text, match["spelling"]),
            private=private,
        )
        return await asking.again(footnote, asked, language)

    manner = Manner.PRIVATELY if private else Manner.OPENLY
    await interaction.client.reply(interaction, about(interaction, match, asked_again), manner)
