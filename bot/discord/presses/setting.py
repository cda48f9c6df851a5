"""The panel of /settings: each choice is kept at once."""

import re
from dataclasses import replace
from typing import Any

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner, plain
from bot.discord.look import Look
from bot.discord.panel import next_digest, page_of, panel
from bot.discord.place import Place
from bot.footnote import Footnote

NOT_YOURS = "Only people who may manage the server change its settings."
ELSEWHERE = "Settings belong to a server that Footnote was added to."


async def opened(interaction: discord.Interaction[Host], place: Place) -> Look:
    """The panel for where it is opened."""
    if place.guild is None:
        return looks.said(ELSEWHERE)
    client = interaction.client
    server = await client.state.servers.server(place.guild)
    channel = await client.state.servers.channel(place.channel, place.guild)
    return panel(server, channel, client.granted(place.guild), reads_all=client.intents.message_content)


async def setting(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Changes one setting, for those who may manage the server, and shows the panel as it is then."""
    place = Place.of(interaction)
    if not interaction.permissions.manage_guild:
        await interaction.client.reply(interaction, plain(looks.said(NOT_YOURS)), Manner.PRIVATELY, free=True)
        return

    async def changed(_: Footnote) -> Look:
        if place.guild is not None:
            await _change(interaction, place.guild, place.channel, match)
        return await opened(interaction, place)

    await interaction.client.reply(interaction, changed, Manner.IN_PLACE, free=True)


async def _change(interaction: discord.Interaction[Host], guild: int, at: int, match: re.Match[str]) -> None:
    client = interaction.client
    servers = client.state.servers
    server, channel = await servers.server(guild), await servers.channel(at, guild)
    sent: dict[str, Any] = {**(interaction.data or {})}
    values = frozenset(map(str, sent.get("values", ())))
    match match["setting"]:
        case "channels":
            await servers.keep_server(replace(server, channels=frozenset(map(int, values))))
        case "roles":
            await servers.keep_server(replace(server, roles=frozenset(map(int, values))))
        case "private":
            await servers.keep_server(replace(server, private=not server.private))
        case "threads":
            await servers.keep_server(replace(server, threads=not server.threads))
        case "digest":
            await servers.keep_server(replace(server, digest=next_digest(server.digest)))
        case "every-message":
            await servers.keep_channel(replace(channel, every_message=not channel.every_message))
        case _:
            granted = client.granted(guild)
            page = frozenset(page_of(granted, int(match["page"] or 0)))
            before = granted if channel.collections is None else channel.collections & granted
            after = (before - page) | (values & page)
            await servers.keep_channel(replace(channel, collections=None if after == granted else after))
