"""Which messages are for the bot, and what they ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.discord import buttons


@dataclass(frozen=True, slots=True)
class Heard:
    """A message for the bot.

    Attributes:
        text: What it says beside mentioning the bot; empty for a bare mention, and where Discord does not tell.
        follows: The id of the inquiry whose answer it replies to.
        told: Whether Discord tells what it says. Without the message content intent it does not for a reply whose ping
            was switched off, nor for a mention of the bot's role.
        role: Whether the bot's own role is mentioned, which has its name and stands beside it in the list of those who
            can be.
    """

    text: str
    follows: int | None = None
    told: bool = True
    role: bool = False


def heard(message: discord.Message, me: discord.ClientUser, *, every: bool = False) -> Heard | None:
    """What a message says to the bot: in a DM, by mentioning it or its role, or in reply to it; None for all others.

    With ``every`` also what somebody writes in its channel by itself, and what begins a forum's post: people answering
    one another are left alone.

    @everyone is not the bot, and neither webhooks nor other bots are answered, so that two bots never talk for ever.
    """
    if message.author.bot or message.webhook_id is not None:
        return None
    if message.type not in (discord.MessageType.default, discord.MessageType.reply):
        return None
    answered = _replied_to(message, me)
    role = None if message.guild is None else message.guild.self_role
    of_role = None if role is None else f"<@&{role.id}>"
    mentions = tuple(filter(None, (f"<@{me.id}>", f"<@!{me.id}>", of_role)))
    by_role = role in message.role_mentions or (of_role is not None and of_role in message.content)
    mentioned = by_role or any(mention in message.content for mention in mentions)
    direct = isinstance(message.channel, discord.DMChannel)
    if not direct and not mentioned and answered is None and not (every and _begins(message)):
        return None
    text = message.content
    for mention in mentions:
        text = text.replace(mention, " ")
    follows = None if answered is None else next(_inquiries(answered.components), None)
    told = bool(message.content or message.attachments or direct)
    return Heard(" ".join(text.split()), follows, told, by_role)


def _begins(message: discord.Message) -> bool:
    """Whether a message that has words begins something: it answers nobody, and a post has nothing before it."""
    in_thread = isinstance(message.channel, discord.Thread)
    plain = message.type is discord.MessageType.default
    return plain and bool(message.content) and (not in_thread or message.id == message.channel.id)


def _replied_to(message: discord.Message, me: discord.ClientUser) -> discord.Message | None:
    """The bot's own message that this one replies to."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    replied = message.reference.resolved
    return replied if isinstance(replied, discord.Message) and replied.author.id == me.id else None


def _inquiries(components: Sequence[object]) -> Iterator[int]:
    """The inquiries that a message's buttons belong to."""
    for component in components:
        match = re.fullmatch(buttons.MORE, str(getattr(component, "custom_id", "")))
        if match is not None:
            yield int(match["inquiry"])
        yield from _inquiries(getattr(component, "children", ()))
