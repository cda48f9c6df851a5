"""Messages as Discord keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag
from typing import TYPE_CHECKING

from . import components as component_tree
from .limits import embed_texts
from .mentions import NOBODY, Pings
from .snowflake import created_at

if TYPE_CHECKING:
    from datetime import datetime

    from .channels import Channel
    from .components import Button, Select
    from .faults import Json
    from .interactions import Interaction
    from .users import User

DEFAULT, REPLY, CHAT_INPUT_COMMAND, CONTEXT_MENU_COMMAND = 0, 19, 20, 23


class MessageFlag(IntFlag):
    NONE = 0
    SUPPRESS_EMBEDS = 1 << 2
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    IS_COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True, slots=True)
class Attachment:
    id: int
    filename: str
    content: bytes = field(repr=False)
    content_type: str
    url: str
    description: str | None = None

    def to_json(self) -> Json:
        data: Json = {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.content),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": self.content_type,
        }
        return data if self.description is None else {**data, "description": self.description}


@dataclass(frozen=True, slots=True)
class Revision:
    """What a message showed before it was edited."""

    content: str
    embeds: tuple[Json, ...]
    components: tuple[Json, ...]

    @property
    def text(self) -> str:
        return flatten(self.content, self.embeds, self.components)


@dataclass(slots=True, eq=False)
class Message:
    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: MessageFlag = MessageFlag.NONE
    type: int = DEFAULT
    reference_id: int | None = None
    nonce: str | int | None = None
    pings: Pings = NOBODY
    interaction: Interaction | None = field(default=None, repr=False)
    seen_only_by: User | None = None
    edited_at: datetime | None = None
    deleted: bool = False
    history: list[Revision] = field(default_factory=list, repr=False)
    reactions: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All there is to read: content, embeds and components, in that order."""
        return flatten(self.content, self.embeds, self.components)

    @property
    def buttons(self) -> list[Button]:
        return component_tree.buttons(self.components)

    @property
    def selects(self) -> list[Select]:
        return component_tree.selects(self.components)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & MessageFlag.EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether Discord still shows "thinking"."""
        return bool(self.flags & MessageFlag.LOADING)

    @property
    def timestamp(self) -> datetime:
        return created_at(self.id)

    @property
    def reply_to(self) -> Message | None:
        """The message this one replies to, unless that is gone."""
        if self.reference_id is None:
            return None
        found = self.channel.world.messages.get(self.reference_id)
        return None if found is None or found.deleted else found

    @property
    def link(self) -> str:
        guild = self.channel.guild.id if self.channel.guild else "@me"
        return f"https://discord.com/channels/{guild}/{self.channel.id}/{self.id}"

    def visible_to(self, user: User) -> bool:
        return not self.deleted and (self.seen_only_by is None or user in (self.seen_only_by, self.author))

    def readable_by_bot(self) -> bool:
        """Without the privileged intent, content is there only in DMs, mentions and the bot's own messages."""
        bot = self.channel.world.bot
        return self.channel.is_dm or self.author is bot or bot in self.pings.everybody

    def to_json(self, *, blank: bool = False) -> Json:
        """The message object; ``blank`` leaves out what the message content intent is about."""
        data: Json = {
            "id": str(self.id),
            "type": self.type,
            "channel_id": str(self.channel.id),
            "author": self.author.to_json(),
            "content": "" if blank else self.content,
            "embeds": [] if blank else self.embeds,
            "components": [] if blank else self.components,
            "attachments": [] if blank else [attachment.to_json() for attachment in self.attachments],
            "timestamp": self.timestamp.isoformat(),
            "edited_timestamp": None if self.edited_at is None else self.edited_at.isoformat(),
            "flags": int(self.flags),
            "tts": False,
            "pinned": False,
            "mention_everyone": self.pings.everyone or self.pings.here,
            "mentions": [user.to_json() for user in self.pings.everybody],
            "mention_roles": [str(role.id) for role in self.pings.roles],
        }
        if self.nonce is not None:
            data["nonce"] = self.nonce
        if self.reference_id is not None:
            data["message_reference"] = self._reference_json()
        if self.interaction is not None:
            data |= self.interaction.to_message_json()
        return data

    def _reference_json(self) -> Json:
        reference: Json = {"type": 0, "message_id": str(self.reference_id), "channel_id": str(self.channel.id)}
        if self.channel.guild is not None:
            reference["guild_id"] = str(self.channel.guild.id)
        return reference

    def __str__(self) -> str:
        state = " (thinking)" if self.loading else " (deleted)" if self.deleted else ""
        labels = "".join(f" [{button.label}]" for button in self.buttons)
        return f"{self.author.name}: {self.text!r}{labels}{state}"


def flatten(content: str, embeds: list[Json] | tuple[Json, ...], components: list[Json] | tuple[Json, ...]) -> str:
    parts = [content, *(text for embed in embeds for text in embed_texts(embed)), *component_tree.texts(components)]
    return "\n".join(part for part in parts if part)
