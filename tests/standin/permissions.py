"""Permissions, and what is left of them in a channel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .faults import Json


class Permission(IntFlag):
    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38


EVERYTHING = Permission((1 << 50) - 1)
NOTHING = Permission(0)

EVERYONE_DEFAULT = (
    Permission.CREATE_INSTANT_INVITE
    | Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)


@dataclass(slots=True)
class Overwrite:
    """What one channel allows and denies to a role or a member."""

    target_id: int
    is_member: bool
    allow: Permission = NOTHING
    deny: Permission = NOTHING

    def to_json(self) -> Json:
        return {
            "id": str(self.target_id),
            "type": int(self.is_member),
            "allow": str(int(self.allow)),
            "deny": str(int(self.deny)),
        }


def in_channel(
    base: Permission, overwrites: Iterable[Overwrite], *, everyone_id: int, role_ids: set[int], user_id: int
) -> Permission:
    """Apply the overwrites in the documented order: @everyone, then all roles at once, then the member."""
    if base & Permission.ADMINISTRATOR:
        return EVERYTHING
    everyone = Overwrite(everyone_id, is_member=False)
    roles = Overwrite(0, is_member=False)
    member = Overwrite(user_id, is_member=True)
    for overwrite in overwrites:
        if overwrite.is_member:
            if overwrite.target_id == user_id:
                member = overwrite
        elif overwrite.target_id == everyone_id:
            everyone = overwrite
        elif overwrite.target_id in role_ids:
            roles.allow |= overwrite.allow
            roles.deny |= overwrite.deny
    for layer in (everyone, roles, member):
        base = (base & ~layer.deny) | layer.allow
    return implied(base)


def implied(permissions: Permission) -> Permission:
    """Without seeing a channel nothing can be done in it; without sending, nothing can be attached."""
    if not permissions & Permission.VIEW_CHANNEL:
        return NOTHING
    if not permissions & Permission.SEND_MESSAGES:
        permissions &= ~(Permission.EMBED_LINKS | Permission.ATTACH_FILES | Permission.MENTION_EVERYONE)
    return permissions
