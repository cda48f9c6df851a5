"""Everything the stand-in knows: accounts, guilds, channels, messages, commands and interactions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .changes import Changes
from .channels import Channel, ChannelType
from .faults import Json, unknown_channel
from .intents import Intent
from .people import Person
from .snowflake import Snowflakes
from .users import User

if TYPE_CHECKING:
    from .guilds import Guild
    from .interactions import Interaction
    from .messages import Attachment, Message
    from .requests import Request

# What an event carries; one with message content depends on the intents of who receives it.
EventData = Json | Callable[[Intent], Json]
Dispatch = Callable[[str, EventData, "Guild | None", Intent], None]

# Discord's own numbers for the flags of an application that was granted an intent.
INTENT_FLAGS = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}


@dataclass(slots=True, eq=False)
class World:
    token: str = field(repr=False)
    bot_name: str
    granted_intents: Intent
    dispatch: Dispatch = field(repr=False)
    shards: int = 1
    address: str = ""
    snowflakes: Snowflakes = field(default_factory=Snowflakes)
    changes: Changes = field(default_factory=Changes)
    bot: User = field(init=False)
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    interactions: list[Interaction] = field(default_factory=list)
    files: dict[int, Attachment] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    guild_commands: dict[int, list[Json]] = field(default_factory=dict)
    commands_registered: bool = False
    refusals: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bot = User(self.snowflakes.next(), self.bot_name, self.bot_name, bot=True)
        self.users[self.bot.id] = self.bot

    @property
    def application_id(self) -> int:
        """An application made since 2016 has its bot's id."""
        return self.bot.id

    @property
    def gateway_address(self) -> str:
        return self.address.replace("http", "ws", 1) + "/gateway"

    def add_person(self, name: str, locale: str = "en-US") -> Person:
        person = Person(self.snowflakes.next(), name, name.title(), locale=locale, world=self)
        self.users[person.id] = person
        return person

    def channel(self, channel_id: str | int) -> Channel:
        channel = self.channels.get(int(channel_id))
        if channel is None:
            raise unknown_channel()
        return channel

    def dm_with(self, user: User) -> Channel:
        """The one DM channel between the bot and the user."""
        for channel in self.channels.values():
            if channel.is_dm and channel.recipient is user:
                return channel
        channel = Channel(self.snowflakes.next(), user.name, self, ChannelType.DM, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def message_json(self, message: Message, intents: Intent | None = None) -> Json:
        """The message as the bot gets it; over REST what counts is what the application was granted."""
        allowed = bool((self.granted_intents if intents is None else intents) & Intent.MESSAGE_CONTENT)
        data = message.to_json(blank=not allowed and not message.readable_by_bot())
        if message.reference_id is not None:
            replied = message.reply_to
            data["referenced_message"] = (
                None if replied is None else replied.to_json(blank=not allowed and not replied.readable_by_bot())
            )
        return data

    def tell(self, event: str, message: Message) -> None:
        """Dispatch a message event to those sessions that may see it."""
        if message.seen_only_by is not None:
            return
        channel = message.channel
        if channel.is_dm or channel.permissions_of(self.bot):
            self.dispatch(
                event, lambda intents: self._event_json(message, intents), channel.guild, channel.message_intent
            )

    def _event_json(self, message: Message, intents: Intent) -> Json:
        data = self.message_json(message, intents)
        guild = message.channel.guild
        data["channel_type"] = int(message.channel.type)
        if guild is None:
            return data
        data["guild_id"] = str(guild.id)
        if message.author.id in guild.members:
            data["member"] = guild.members[message.author.id].to_json(with_user=False)
        for mentioned in data["mentions"]:
            member = guild.members.get(int(mentioned["id"]))
            if member is not None:
                mentioned["member"] = member.to_json(with_user=False)
        return data

    def application_flags(self) -> int:
        return sum(flag for intent, flag in INTENT_FLAGS.items() if intent & self.granted_intents)

    def forget(self, guild: Guild) -> None:
        """The bot is no longer in the guild."""
        del self.guilds[guild.id]
        for channel_id in guild.channels:
            self.channels.pop(channel_id, None)

    def last_refusals(self) -> list[str]:
        """For failing tests to say: what went wrong last is often why nothing came."""
        return [str(request) for request in self.refusals[-3:]]
