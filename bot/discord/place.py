"""Where something is asked, which decides what may be seen and what it follows."""

from dataclasses import dataclass
from typing import Any, Self

import discord


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

    @classmethod
    def of(cls, interaction: discord.Interaction[Any]) -> Self:
        """Where a command, a button or a modal was used."""
        room = interaction.channel_id or 0
        guild = interaction.guild_id if interaction.is_guild_integration() else None
        return cls(guild, _settled(interaction.channel, room), room, interaction.context.dm_channel)

    @classmethod
    def of_message(cls, message: discord.Message) -> Self:
        """Where a message stands."""
        guild = None if message.guild is None else message.guild.id
        return cls(guild, _settled(message.channel, message.channel.id), message.channel.id, _is_direct(message))


def _settled(channel: object, room: int) -> int:
    return channel.parent_id if isinstance(channel, discord.Thread) else room


def _is_direct(message: discord.Message) -> bool:
    return isinstance(message.channel, discord.DMChannel)
