"""Helpful, Not helpful: what somebody thinks of an answer."""

import re

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.presses.inquiry import about
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.state.inquiries import Inquiry

_THANKS = {
    True: phrase("Thank you. It is counted as helpful."),
    False: phrase(
        "Thank you. It is counted as not helpful; moderators see the counts with {/insights}, and nobody's name."
    ),
}


async def verdict(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Counts it, in place of what the presser thought before."""
    helpful = match["verdict"] == "helpful"

    async def judged(_: Footnote, asked: Inquiry, language: Language) -> Look:
        await interaction.client.state.inquiries.judge(asked.id, interaction.user.id, helpful=helpful)
        return looks.notice(language.say(_THANKS[helpful]))

    await interaction.client.reply(interaction, about(interaction, match, judged), Manner.PRIVATELY, free=True)
