"""Who a message pings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .permissions import Permission

if TYPE_CHECKING:
    from .channels import Channel
    from .faults import Json
    from .guilds import Role
    from .users import User

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYTHING_IN_CONTENT: Json = {"parse": ["everyone", "roles", "users"], "replied_user": True}


@dataclass(frozen=True, slots=True)
class Pings:
    """Those who are notified of a message. False when nobody is."""

    everyone: bool = False
    here: bool = False
    roles: tuple[Role, ...] = ()
    users: tuple[User, ...] = ()
    replied_user: User | None = None

    def __bool__(self) -> bool:
        return bool(self.everyone or self.here or self.roles or self.users or self.replied_user)

    def __str__(self) -> str:
        names = [*("@everyone" for _ in range(self.everyone)), *("@here" for _ in range(self.here))]
        names += [f"@{role.name}" for role in self.roles] + [f"@{user.name}" for user in self.everybody]
        return ", ".join(names) or "nobody"

    @property
    def everybody(self) -> tuple[User, ...]:
        """Those pinged by name or by a reply; this is the ``mentions`` of the message."""
        if self.replied_user is None or self.replied_user in self.users:
            return self.users
        return (*self.users, self.replied_user)


NOBODY = Pings()


def pings(text: str, channel: Channel, author: User, allowed: Json | None, replied_to: User | None) -> Pings:
    """What ``allowed_mentions`` leaves of the mentions in the text.

    Mentions in code spans count too: Discord's reading of code spans is not documented, and a bot must not
    look safe only thanks to ours.
    """
    rules = EVERYTHING_IN_CONTENT if allowed is None else allowed
    parse = rules.get("parse") or []
    may_ping_all = bool(channel.permissions_of(author) & Permission.MENTION_EVERYONE)
    all_allowed = "everyone" in parse and may_ping_all and not channel.is_dm
    return Pings(
        everyone=all_allowed and "@everyone" in text,
        here=all_allowed and "@here" in text,
        roles=tuple(
            role
            for role in _mentioned_roles(text, channel)
            if _listed(role.id, "roles", rules) and (role.mentionable or may_ping_all)
        ),
        users=tuple(user for user in _mentioned_users(text, channel) if _listed(user.id, "users", rules)),
        replied_user=replied_to if rules.get("replied_user") else None,
    )


def _listed(identity: int, kind: str, rules: Json) -> bool:
    listed: list[Any] = rules.get(kind) or []
    return kind in (rules.get("parse") or []) or identity in {int(one) for one in listed if one is not None}


def _mentioned_users(text: str, channel: Channel) -> list[User]:
    known = channel.world.users
    ids = dict.fromkeys(int(found) for found in USER.findall(text))
    return [known[identity] for identity in ids if identity in known]


def _mentioned_roles(text: str, channel: Channel) -> list[Role]:
    known = channel.guild.roles if channel.guild else {}
    ids = dict.fromkeys(int(found) for found in ROLE.findall(text))
    return [known[identity] for identity in ids if identity in known]
