"""Guilds with their roles and members."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .channels import Channel, ChannelType
from .intents import Intent
from .permissions import EVERYONE_DEFAULT, EVERYTHING, NOTHING, Overwrite, Permission

if TYPE_CHECKING:
    from .faults import Json
    from .people import Person
    from .users import User
    from .world import World


@dataclass(slots=True, eq=False)
class Role:
    id: int
    name: str
    permissions: Permission
    mentionable: bool = False
    managed: bool = False
    position: int = 1
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"

    def to_json(self) -> Json:
        return {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(int(self.permissions)),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.managed,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
            **({} if self.bot_id is None else {"tags": {"bot_id": str(self.bot_id)}}),
        }


@dataclass(slots=True, eq=False)
class Member:
    user: User
    roles: list[Role] = field(default_factory=list)
    nick: str | None = None
    joined_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def to_json(self, *, with_user: bool = True) -> Json:
        data: Json = {
            "roles": [str(role.id) for role in self.roles],
            "nick": self.nick,
            "avatar": None,
            "banner": None,
            "joined_at": self.joined_at.isoformat(),
            "premium_since": None,
            "communication_disabled_until": None,
            "pending": False,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }
        if with_user:
            data["user"] = self.user.to_json()
        return data


@dataclass(slots=True, eq=False)
class Guild:
    id: int
    name: str
    world: World = field(repr=False)
    owner_id: int = 0
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict, repr=False)
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    channels: dict[int, Channel] = field(default_factory=dict, repr=False)

    @property
    def has_bot(self) -> bool:
        return self.world.bot.id in self.members

    @property
    def everyone(self) -> Role:
        """The role that everyone has; its id is the guild's."""
        return self.roles[self.id]

    @property
    def bot_role(self) -> Role:
        """The bot's own role, which bears its name."""
        return next(role for role in self.roles.values() if role.bot_id == self.world.bot.id)

    def add_role(
        self, name: str, permissions: Permission = NOTHING, *, mentionable: bool = False, managed: bool = False
    ) -> Role:
        role = Role(self.world.snowflakes.next(), name, permissions, mentionable, managed, len(self.roles))
        self.roles[role.id] = role
        if self.has_bot:
            data = {"guild_id": str(self.id), "role": role.to_json()}
            self.world.dispatch("GUILD_ROLE_CREATE", data, self, Intent.GUILDS)
        return role

    def add_channel(
        self,
        name: str,
        type: ChannelType = ChannelType.TEXT,
        *,
        bot_may_view: bool = True,
        bot_may_send: bool = True,
    ) -> Channel:
        channel = Channel(self.world.snowflakes.next(), name, self.world, type, self, position=len(self.channels))
        denied = NOTHING if bot_may_view else Permission.VIEW_CHANNEL
        denied |= NOTHING if bot_may_send else Permission.SEND_MESSAGES | Permission.SEND_MESSAGES_IN_THREADS
        if denied:
            bot_id = self.world.bot.id
            channel.overwrites[bot_id] = Overwrite(bot_id, is_member=True, deny=denied)
        self._keep(channel)
        if channel.bot_may(Permission.VIEW_CHANNEL):
            self.world.dispatch("CHANNEL_CREATE", channel.to_json(), self, Intent.GUILDS)
        return channel

    def add_thread(self, parent: Channel, name: str, owner: User, *, id: int | None = None) -> Channel:
        """A public thread, which the bot may read and write in as in its parent channel."""
        thread = Channel(id or self.world.snowflakes.next(), name, self.world, ChannelType.PUBLIC_THREAD, self, parent)
        thread.owner_id = owner.id
        self._keep(thread)
        if thread.bot_may(Permission.VIEW_CHANNEL):
            self.world.dispatch("THREAD_CREATE", {**thread.to_json(), "newly_created": True}, self, Intent.GUILDS)
        return thread

    def add_member(self, who: str | Person, *roles: Role, nick: str | None = None, locale: str = "en-US") -> Person:
        """A new person by name, or one who is known already."""
        person = self.world.add_person(who, locale) if isinstance(who, str) else who
        member = Member(person, list(roles), nick)
        self.members[person.id] = member
        if self.has_bot:
            data = {**member.to_json(), "guild_id": str(self.id)}
            self.world.dispatch("GUILD_MEMBER_ADD", data, self, Intent.GUILD_MEMBERS)
        return person

    def add_bot(self, permissions: Permission) -> None:
        """Discord gives an invited bot a role of its own, with what the invitation asked for."""
        role = self.add_role(self.world.bot.name, permissions, managed=True)
        role.bot_id = self.world.bot.id
        self.members[self.world.bot.id] = Member(self.world.bot, [role])

    def _keep(self, channel: Channel) -> None:
        self.channels[channel.id] = channel
        self.world.channels[channel.id] = channel

    def base_permissions(self, user: User) -> Permission:
        """What the user may do where no channel says otherwise."""
        member = self.members.get(user.id)
        if member is None:
            return NOTHING
        if user.id == self.owner_id:
            return EVERYTHING
        permissions = self.everyone.permissions
        for role in member.roles:
            permissions |= role.permissions
        return EVERYTHING if permissions & Permission.ADMINISTRATOR else permissions

    def to_json(self) -> Json:
        """The guild as the REST API gives it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "roles": [role.to_json() for role in self.roles.values()],
            **PLAIN_GUILD,
            "preferred_locale": self.locale,
        }

    def to_gateway_json(self, *, all_members: bool) -> Json:
        """The guild as GUILD_CREATE gives it; without the members intent only the bot is among the members."""
        seen = [channel for channel in self.channels.values() if channel.bot_may(Permission.VIEW_CHANNEL)]
        members = self.members.values() if all_members else [self.members[self.world.bot.id]]
        return {
            **self.to_json(),
            "joined_at": self.members[self.world.bot.id].joined_at.isoformat(),
            "large": False,
            "unavailable": False,
            "member_count": len(self.members),
            "members": [member.to_json() for member in members],
            "channels": [channel.to_json() for channel in seen if not channel.is_thread],
            "threads": [channel.to_json() for channel in seen if channel.is_thread],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }


def new_guild(world: World, guild_id: int, name: str, bot_permissions: Permission | None) -> Guild:
    """A guild with its @everyone role, an owner, and the bot as it was invited, if it was."""
    guild = Guild(guild_id, name, world)
    guild.roles[guild_id] = Role(guild_id, "@everyone", EVERYONE_DEFAULT, position=0)
    guild.owner_id = guild.add_member(f"owner-of-{guild_id}").id
    if bot_permissions is not None:
        guild.add_bot(bot_permissions)
    return guild


PLAIN_GUILD: Json = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "features": [],
    "banner": None,
    "application_id": None,
    "region": "deprecated",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "widget_enabled": False,
    "widget_channel_id": None,
    "verification_level": 0,
    "default_message_notifications": 0,
    "mfa_level": 0,
    "explicit_content_filter": 0,
    "max_presences": None,
    "max_members": 500_000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "vanity_url_code": None,
    "premium_tier": 0,
    "premium_subscription_count": 0,
    "rules_channel_id": None,
    "safety_alerts_channel_id": None,
    "public_updates_channel_id": None,
    "premium_progress_bar_enabled": False,
    "nsfw": False,
    "nsfw_level": 0,
    "emojis": [],
    "stickers": [],
    "incidents_data": None,
}
