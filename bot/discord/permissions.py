"""What the bot asks of Discord: no privileged intent, and the few permissions that an answer needs."""

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


def intents() -> discord.Intents:
    """The gateway events asked for. Mentions, DMs and a menu's target carry their text without a privileged intent."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
