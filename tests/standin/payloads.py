"""INTERACTION_CREATE as Discord sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .channels import Channel
from .guilds import Role
from .intents import Intent
from .interactions import Interaction, InteractionType
from .messages import Attachment, Message
from .users import User

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .faults import Json

GUILD_CONTEXT, BOT_DM_CONTEXT = 0, 1
ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024


def begin(
    kind: InteractionType,
    user: User,
    channel: Channel,
    data: Json,
    *,
    source: Message | None = None,
    trigger: Interaction | None = None,
) -> Interaction:
    """A new interaction, told to the application."""
    world = channel.world
    interaction = Interaction(world.snowflakes.next(), world, kind, user, channel, data, source, trigger)
    interaction.payload = payload(interaction)
    world.interactions.append(interaction)
    send(interaction)
    return interaction


def send(interaction: Interaction) -> None:
    """Dispatch the interaction; sent again it is a replay, byte for byte the same."""
    interaction.world.dispatch("INTERACTION_CREATE", interaction.payload, interaction.channel.guild, Intent.NONE)


def payload(interaction: Interaction) -> Json:
    channel, user, world = interaction.channel, interaction.user, interaction.world
    body: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application_id),
        "type": int(interaction.type),
        "data": interaction.data,
        "channel": channel.to_interaction_json(user),
        "channel_id": str(channel.id),
        "token": interaction.token,
        "version": 1,
        "app_permissions": str(int(channel.permissions_of(world.bot))),
        "locale": user.locale,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "authorizing_integration_owners": interaction.owners(),
        "context": BOT_DM_CONTEXT if channel.guild is None else GUILD_CONTEXT,
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
    }
    if interaction.source is not None:
        body["message"] = world.message_json(interaction.source)
    if channel.guild is None:
        return {**body, "user": user.to_json()}
    guild = {"id": str(channel.guild.id), "locale": channel.guild.locale, "features": []}
    return {
        **body,
        "guild_id": str(channel.guild.id),
        "guild": guild,
        "guild_locale": channel.guild.locale,
        "member": member_json(user, channel, with_user=True),
    }


def member_json(user: User, channel: Channel, *, with_user: bool) -> Json:
    if channel.guild is None:
        raise ValueError("there are no members in a DM")
    member = channel.guild.members[user.id].to_json(with_user=with_user)
    return {**member, "permissions": str(int(channel.permissions_of(user)))}


def resolved(values: Iterable[object], channel: Channel) -> Json:
    """The objects that ids in an interaction's data stand for, each kind under its name."""
    found: Json = {}
    for value in values:
        if isinstance(value, User):
            found.setdefault("users", {})[str(value.id)] = value.to_json()
            if channel.guild is not None and value.id in channel.guild.members:
                found.setdefault("members", {})[str(value.id)] = member_json(value, channel, with_user=False)
        elif isinstance(value, Role):
            found.setdefault("roles", {})[str(value.id)] = value.to_json()
        elif isinstance(value, Channel):
            found.setdefault("channels", {})[str(value.id)] = value.to_interaction_json(channel.world.bot)
        elif isinstance(value, Message):
            # Content comes whole with the message a person picked, whatever the intents.
            found.setdefault("messages", {})[str(value.id)] = value.to_json()
        elif isinstance(value, Attachment):
            found.setdefault("attachments", {})[str(value.id)] = value.to_json()
    return found
