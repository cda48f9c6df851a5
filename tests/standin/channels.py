"""Channels of a guild, threads, and direct messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from .intents import Intent
from .permissions import NOTHING, Overwrite, Permission, in_channel

if TYPE_CHECKING:
    from .faults import Json
    from .guilds import Guild, Role
    from .messages import Message
    from .users import User
    from .world import World


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    ANNOUNCEMENT = 5
    PUBLIC_THREAD = 11
    FORUM = 15


# In a DM both sides may do all of this, and nothing can be overwritten.
DM_PERMISSIONS = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.MENTION_EVERYONE
    | Permission.USE_APPLICATION_COMMANDS
)


@dataclass(slots=True, eq=False)
class Channel:
    id: int
    name: str
    world: World = field(repr=False)
    type: ChannelType = ChannelType.TEXT
    guild: Guild | None = None
    parent: Channel | None = None
    recipient: User | None = None
    owner_id: int = 0
    position: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict, repr=False)
    typing: list[float] = field(default_factory=list, repr=False)

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    @property
    def is_dm(self) -> bool:
        return self.type is ChannelType.DM

    @property
    def message_intent(self) -> Intent:
        """The intent under which events on its messages come."""
        return Intent.DIRECT_MESSAGES if self.is_dm else Intent.GUILD_MESSAGES

    @property
    def is_thread(self) -> bool:
        return self.type is ChannelType.PUBLIC_THREAD

    @property
    def messages(self) -> list[Message]:
        """What is there to read, oldest first, the ephemeral ones included."""
        return [message for message in self.world.messages.values() if message.channel is self and not message.deleted]

    def permissions_of(self, user: User) -> Permission:
        if self.guild is None:
            return DM_PERMISSIONS if user in (self.recipient, self.world.bot) else NOTHING
        if self.parent is not None and self.is_thread:
            return self._in_thread(self.parent.permissions_of(user))
        member = self.guild.members.get(user.id)
        if member is None:
            return NOTHING
        return in_channel(
            self.guild.base_permissions(user),
            self.overwrites.values(),
            everyone_id=self.guild.id,
            role_ids={role.id for role in member.roles},
            user_id=user.id,
        )

    @staticmethod
    def _in_thread(inherited: Permission) -> Permission:
        """In a thread, SEND_MESSAGES counts for nothing and SEND_MESSAGES_IN_THREADS for it."""
        if inherited & Permission.SEND_MESSAGES_IN_THREADS:
            return inherited | Permission.SEND_MESSAGES
        return inherited & ~Permission.SEND_MESSAGES

    def bot_may(self, needed: Permission) -> bool:
        return needed in self.permissions_of(self.world.bot)

    def set_permissions(self, target: Role | User, *, allow: Permission = NOTHING, deny: Permission = NOTHING) -> None:
        """Overwrite what a role or a member may do here; the bot is told, as it would be."""
        if self.guild is None:
            raise ValueError("nothing can be overwritten in a DM")
        is_member = target.id not in self.guild.roles
        self.overwrites[target.id] = Overwrite(target.id, is_member, allow, deny)
        self.world.dispatch("CHANNEL_UPDATE", self.to_json(), self.guild, Intent.GUILDS)

    def delete(self) -> None:
        if self.guild is not None:
            self.world.dispatch("CHANNEL_DELETE", self.to_json(), self.guild, Intent.GUILDS)
            del self.guild.channels[self.id]
        del self.world.channels[self.id]

    def to_json(self) -> Json:
        messages = self.messages
        data: Json = {
            "id": str(self.id),
            "type": int(self.type),
            "flags": 0,
            "last_message_id": str(messages[-1].id) if messages else None,
        }
        if self.recipient is not None:
            return {**data, "recipients": [self.recipient.to_json()]}
        if self.guild is None:
            return data
        data |= {
            "guild_id": str(self.guild.id),
            "name": self.name,
            "parent_id": None if self.parent is None else str(self.parent.id),
            "rate_limit_per_user": 0,
        }
        return data | (self._thread_json(len(messages)) if self.is_thread else self._channel_json())

    def _channel_json(self) -> Json:
        return {
            "position": self.position,
            "permission_overwrites": [overwrite.to_json() for overwrite in self.overwrites.values()],
            "topic": None,
            "nsfw": False,
        }

    def _thread_json(self, messages: int) -> Json:
        return {
            "owner_id": str(self.owner_id),
            "message_count": messages,
            "total_message_sent": messages,
            "member_count": 1,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": datetime.now(UTC).isoformat(),
                "locked": False,
            },
        }

    def to_interaction_json(self, user: User) -> Json:
        """The partial channel of an interaction; of a DM it does not tell the recipient."""
        data = {**self.to_json(), "permissions": str(int(self.permissions_of(user)))}
        data.pop("recipients", None)
        return data
