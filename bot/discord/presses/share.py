"""Share: shows everybody in the channel an answer that only the asker sees."""

import re
from dataclasses import replace

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.presses.inquiry import about
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.state.inquiries import Inquiry

_NOT_YOURS = phrase("Only the one who asked can share this.")


async def share(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Answers again for all, from what the sources here say now."""

    async def shared(footnote: Footnote, asked: Inquiry, language: Language) -> Look:
        if asked.asker != interaction.user.id:
            return looks.said(language.say(_NOT_YOURS))
        look = await interaction.client.asking.again(footnote, replace(asked, private=False), language)
        shared_by = language.say("Shared by {person}", person=f"<@{asked.asker}>")
        return replace(look, parts=(f"-# {shared_by}", *look.parts))

    await interaction.client.reply(interaction, about(interaction, match, shared), Manner.OPENLY)
