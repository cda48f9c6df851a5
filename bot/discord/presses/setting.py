"""The panel of /settings: each choice is kept at once."""

import re
from typing import Any

import discord

from bot.discord import looks
from bot.discord.host import Host, Manner, plain
from bot.discord.look import Look
from bot.discord.panel import AS_DISCORD, DIGESTS, Offer, page_of, panel
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.state.servers import Collections

NOT_YOURS = phrase("Only people who may manage the server change its settings.")
ELSEWHERE = phrase("Settings belong to a server that Footnote was added to.")


async def opened(interaction: discord.Interaction[Host], place: Place, language: Language) -> Look:
    """The panel for where it is opened."""
    if place.guild is None:
        return looks.said(language.say(ELSEWHERE))
    client = interaction.client
    server = client.state.servers.server(place.guild)
    channel = client.state.servers.channel(place.channel, place.guild)
    names = {code: one.name for code, one in client.languages.items()}
    return panel(server, channel, Offer(client.granted(place.guild), names, client.intents.message_content), language)


async def setting(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Changes one setting, for those who may manage the server, and shows the panel as it is then."""
    place = Place.of(interaction)
    if not interaction.permissions.manage_guild:
        await interaction.client.reply(interaction, plain(NOT_YOURS), Manner.PRIVATELY, free=True)
        return

    async def changed(_: Footnote, __: Language) -> Look:
        if place.guild is not None:
            await _change(interaction, place.guild, place.channel, match)
        # It may be the language that was changed.
        return await opened(interaction, place, interaction.client.language(interaction))

    await interaction.client.reply(interaction, changed, Manner.IN_PLACE, free=True)


async def _change(interaction: discord.Interaction[Host], guild: int, at: int, match: re.Match[str]) -> None:
    servers = interaction.client.state.servers
    sent: dict[str, Any] = {**(interaction.data or {})}
    chosen = frozenset(map(str, sent.get("values", ())))
    match match["setting"], int(match["value"] or 0):
        case "channels" | "roles" as setting, _:
            await servers.set_server(guild, setting, frozenset(map(int, chosen)))
        case "private" | "threads" as setting, wanted:
            await servers.set_server(guild, setting, bool(wanted))
        case "digest", seconds if seconds in DIGESTS:
            await servers.set_server(guild, "digest", seconds)
        case "language", _:
            known = chosen & {AS_DISCORD, *interaction.client.languages}
            for code in known:
                await servers.set_server(guild, "language", None if code == AS_DISCORD else code)
        case "every-message", wanted:
            await servers.set_channel(at, guild, "every_message", bool(wanted))
        case "collections", page:
            granted = interaction.client.granted(guild)
            await servers.choose(at, guild, lambda before: _chosen(granted, before, chosen, page))


def _chosen(granted: frozenset[str], before: Collections, chosen: frozenset[str], page: int) -> Collections:
    """What is searched once a menu's page is chosen from; the other pages stay as they were."""
    offered = frozenset(page_of(granted, page))
    kept = granted if before is None else before & granted
    after = (kept - offered) | (chosen & offered)
    return None if after == granted else after
