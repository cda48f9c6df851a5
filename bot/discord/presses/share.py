"""Share: shows everybody in the channel an answer that only the asker sees."""

import re
from dataclasses import replace

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.presses.inquiry import about
from bot.footnote import Footnote
from bot.state.inquiries import Inquiry

_NOT_YOURS = "Only the one who asked can share this."


async def share(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers again for all, from what the sources here say now."""

    async def shared(footnote: Footnote, asked: Inquiry) -> Look:
        if asked.asker != interaction.user.id:
            return looks.said(_NOT_YOURS)
        look = await interaction.client.asking.answer(footnote, replace(asked, private=False), repeat=True)
        return replace(look, parts=(f"-# Shared by <@{asked.asker}>", *look.parts))

    await interaction.client.reply(interaction, about(interaction, match, shared), Manner.OPENLY)
