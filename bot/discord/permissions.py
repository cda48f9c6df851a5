"""What the bot asks of Discord: no privileged intent unless told to, and the few permissions that an answer needs."""

import discord

SCOPES = ("bot", "applications.commands")

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
)
"""Reading the history is what replying to a message takes; attaching files is for lists that fit no message."""


def intents(*, message_content: bool = False) -> discord.Intents:
    """The gateway events asked for.

    Args:
        message_content: Whether the text of every message is to come with it, which Discord has to grant. Mentions,
            DMs, replies that ping the bot and a menu's target carry their text without.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)
