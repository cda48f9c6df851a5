"""The entries in a message's context menu: what do the sources say about this?"""

import discord
from discord import app_commands

from bot.discord.asking import plain_words
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner, plain
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.question.question import LONGEST
from bot.state.inquiries import Inquiry, Kind

_NO_TEXT = phrase("There are no words in this message that could be looked for.")


@everywhere
@app_commands.context_menu(name="Check against the sources")
async def check(interaction: discord.Interaction[Host], message: discord.Message) -> None:
    """Shows the reader, and nobody else, what the sources say about a message's claim."""
    await _looked_up(interaction, message, Kind.QUESTION)


@everywhere
@app_commands.context_menu(name="Find sources")
async def find(interaction: discord.Interaction[Host], message: discord.Message) -> None:
    """Shows the reader, and nobody else, the passages that match a message."""
    await _looked_up(interaction, message, Kind.QUERY)


MENUS: tuple[app_commands.ContextMenu, ...] = (check, find)
"""What is registered with Discord."""


async def _looked_up(interaction: discord.Interaction[Host], message: discord.Message, kind: Kind) -> None:
    client, place = interaction.client, Place.of(interaction)
    text = " ".join(message.content.split())[:LONGEST]
    if not text:
        await client.reply(interaction, plain(_NO_TEXT), Manner.PRIVATELY)
        return
    text = text if kind is Kind.QUESTION else plain_words(text)
    asked = Inquiry(interaction.user.id, place.guild, place.room, kind, text, private=True, aside=True)

    async def compose(footnote: Footnote, language: Language) -> Look:
        if kind is Kind.QUERY:
            return await client.asking.results(footnote, asked, language)
        return await client.asking.check(footnote, asked, language)

    await client.reply(interaction, compose, Manner.PRIVATELY)
