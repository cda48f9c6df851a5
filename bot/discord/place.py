"""Where something is asked, which decides what may be seen and what it follows."""

import logging
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.scope import Scope

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """A place.

    Attributes:
        guild: The server whose grants and settings hold; None in a DM, and where only the person has it installed.
        channel: The channel whose settings hold: of a thread or a forum's post, the one it belongs to.
        room: Where the conversation is: the channel, thread or DM itself.
        direct: Whether it is a DM with the bot, where nobody else is.
    """

    guild: int | None
    channel: int
    room: int
    direct: bool = False

    @property
    def scope(self) -> Scope:
        """What decides what may be seen here."""
        return Scope(self.guild, self.channel)

    @classmethod
    def of(cls, interaction: discord.Interaction[Any]) -> Self:
        """Where a command, a button or a modal was used."""
        room = interaction.channel_id or 0
        guild = interaction.guild_id if interaction.is_guild_integration() else None
        return cls(guild, _settled(interaction.channel, room), room, interaction.context.dm_channel)

    @classmethod
    async def of_message(cls, message: discord.Message, client: discord.Client) -> Self | None:
        """Where a message stands; None where Discord does not tell.

        Of a thread, or of a server, that the gateway has not told of, a message brings but the id. Taken for a channel
        with no settings, or for a DM, it would show what its channel's settings keep out.
        """
        room = message.channel.id
        if isinstance(message.channel, discord.DMChannel):
            return cls(None, room, room, direct=True)
        if message.guild is not None and not isinstance(message.channel, discord.PartialMessageable):
            return cls(message.guild.id, _settled(message.channel, room), room)
        try:
            channel = await client.fetch_channel(room)
        except discord.DiscordException as error:
            log.warning("a message is not answered, since its channel %d cannot be looked up: %s", room, error)
            return None
        if isinstance(channel, discord.abc.PrivateChannel):
            return None
        return cls(channel.guild.id, _settled(channel, room), room)


def _settled(channel: object, room: int) -> int:
    return channel.parent_id if isinstance(channel, discord.Thread) else room
