"""Stop watching: for who began it, and for moderators."""

import re

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language, phrase

_NOT_YOURS = phrase("Only the one who asked for it, or a moderator, can end this.")
_NOT_THERE = phrase("This is not looked out for any more.")


async def stop(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Ends the watch that a message tells of."""

    async def compose(_: Footnote, language: Language) -> Look:
        return await stopped(interaction, int(match["watch"]), language)

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


async def stopped(interaction: discord.Interaction[Host], id: int, language: Language) -> Look:
    """Ends a watch if the one who wants it may, and says so."""
    place, watches = Place.of(interaction), interaction.client.state.watches
    found = None if place.guild is None else await watches.get(id, place.guild)
    if found is None:
        return looks.said(language.say(_NOT_THERE))
    if interaction.user.id != found.asker and not interaction.permissions.manage_messages:
        return looks.said(language.say(_NOT_YOURS))
    await watches.remove(found.id)
    return looks.said(language.say("“{text}” is not looked out for any more.", text=found.text))
