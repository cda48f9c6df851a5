"""The list of documents: its pages, and the collection that is listed."""

import re
from typing import Any

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner, blocking
from bot.discord.looks.listing import ALL


async def listing(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Turns to a page, or to what was chosen from the menu; only the one who asked for the list sees it."""
    given = match.groupdict()
    sent: dict[str, Any] = {**(interaction.data or {})}
    chosen = next((str(one) for one in sent.get("values", ()) if one != ALL), given.get("collection"))
    page = int(given.get("page") or 1)
    compose = blocking(lambda footnote, language: looks.listing(footnote.sources, language, page, chosen))
    await interaction.client.reply(interaction, compose, Manner.IN_PLACE)
