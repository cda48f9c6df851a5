"""Making, changing and removing messages from the bodies that ask for it."""

from __future__ import annotations

import mimetypes
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from . import faults
from .components import ComponentType, numbered, walk
from .limits import trimmed
from .mentions import NOBODY, Pings, pings
from .messages import REPLY, Attachment, Message, MessageFlag, Revision

if TYPE_CHECKING:
    from .channels import Channel
    from .faults import Json
    from .interactions import Interaction
    from .users import User
    from .world import World

Files = dict[str, tuple[str, bytes]]
SETTABLE = (
    MessageFlag.SUPPRESS_EMBEDS
    | MessageFlag.EPHEMERAL
    | MessageFlag.SUPPRESS_NOTIFICATIONS
    | MessageFlag.IS_COMPONENTS_V2
)

EDITABLE = ("content", "embeds", "components", "attachments", "flags")


def create(
    channel: Channel,
    author: User,
    body: Json,
    files: Files | None = None,
    *,
    interaction: Interaction | None = None,
    seen_only_by: User | None = None,
    id: int | None = None,
) -> Message:
    """A new message, kept and told of."""
    world = channel.world
    replied = _referenced(channel, body.get("message_reference"))
    message = Message(
        id=id or world.snowflakes.next(),
        channel=channel,
        author=author,
        flags=MessageFlag(body.get("flags") or 0) & SETTABLE,
        reference_id=None if replied is None else replied.id,
        type=REPLY if replied is not None else 0,
        nonce=body.get("nonce"),
        interaction=interaction,
        seen_only_by=seen_only_by,
    )
    _fill(message, body, files or {})
    if is_empty(message):
        raise faults.empty_message()
    message.pings = _pings(message, body.get("allowed_mentions"), None if replied is None else replied.author)
    keep(world, message)
    return message


def keep(world: World, message: Message) -> None:
    world.messages[message.id] = message
    world.tell("MESSAGE_CREATE", message)
    world.changes.notify()


def edit(message: Message, body: Json, files: Files | None = None) -> None:
    """Change what the body names, leave the rest.

    Of the bot's edits only the end of "thinking" can ping. A person's edit pings nobody either, but it changes
    whom the message mentions, and with that whether the bot may read it.
    """
    was_loading = message.loading
    before = {key: getattr(message, key) for key in EDITABLE}
    shown = Revision(message.content, tuple(message.embeds), tuple(message.components))
    if "flags" in body:
        wanted = MessageFlag(body["flags"] or 0) & (MessageFlag.SUPPRESS_EMBEDS | MessageFlag.IS_COMPONENTS_V2)
        message.flags = (message.flags & ~MessageFlag.SUPPRESS_EMBEDS) | wanted
    message.flags &= ~MessageFlag.LOADING
    _fill(message, body, files or {})
    if is_empty(message):
        for key, value in before.items():
            setattr(message, key, value)
        raise faults.empty_message()
    if not was_loading:
        message.history.append(shown)
    if was_loading or message.author is not message.channel.world.bot:
        message.pings = _pings(message, body.get("allowed_mentions"), None)
    message.edited_at = datetime.now(UTC)
    message.channel.world.tell("MESSAGE_UPDATE", message)
    message.channel.world.changes.notify()


def delete(message: Message) -> None:
    world, channel = message.channel.world, message.channel
    message.deleted = True
    if message.seen_only_by is None:
        data: Json = {"id": str(message.id), "channel_id": str(channel.id)}
        if channel.guild is not None:
            data["guild_id"] = str(channel.guild.id)
        world.dispatch("MESSAGE_DELETE", data, channel.guild, channel.message_intent)
    world.changes.notify()


def is_empty(message: Message) -> bool:
    """Components alone are no message, unless they are of the second version."""
    if message.loading or message.content or message.attachments:
        return False
    if message.flags & MessageFlag.IS_COMPONENTS_V2:
        return not message.components
    return not any(_shows_something(embed) for embed in message.embeds)


def _shows_something(embed: Json) -> bool:
    return any(value for key, value in embed.items() if key not in ("type", "color", "timestamp"))


def _fill(message: Message, body: Json, files: Files) -> None:
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        message.embeds = [_stored_embed(embed) for embed in body["embeds"] or []]
    if "components" in body:
        message.components = numbered(body["components"] or [])
        for _, component in walk(message.components):
            if component["type"] == ComponentType.BUTTON:
                component["disabled"] = bool(component.get("disabled"))
    if "attachments" in body or files:
        message.attachments = _attachments(message, body.get("attachments"), files)


def _stored_embed(embed: Json) -> Json:
    """Discord cuts surrounding white space, drops what is empty, and makes every embed of a bot "rich"."""
    stored: Json = {"type": "rich"}
    for key, value in embed.items():
        if key == "type" or value in (None, "", [], {}):
            continue
        if key == "fields":
            stored[key] = [
                {
                    "name": trimmed(field["name"]),
                    "value": trimmed(field["value"]),
                    "inline": bool(field.get("inline")),
                }
                for field in value
            ]
        elif isinstance(value, dict):
            stored[key] = {name: trimmed(part) for name, part in value.items() if part is not None}
        else:
            stored[key] = trimmed(value)
    return stored


def _attachments(message: Message, listed: list[Json] | None, files: Files) -> list[Attachment]:
    """Those named by id stay; ``files[n]`` are new, described by the entry whose id is n."""
    described = {str(entry.get("id")): entry for entry in listed or []}
    kept = [one for one in message.attachments if listed is None or str(one.id) in described]
    new = []
    for field_name, (filename, content) in files.items():
        entry: Json = described.get(field_name.removeprefix("files[").removesuffix("]"), {})
        new.append(store_file(message.channel.world, entry.get("filename") or filename, content, entry))
    return kept + new


def store_file(world: World, filename: str, content: bytes, entry: Json | None = None) -> Attachment:
    identity = world.snowflakes.next()
    attachment = Attachment(
        id=identity,
        filename=filename,
        content=content,
        content_type=mimetypes.guess_type(filename)[0] or "application/octet-stream",
        url=f"{world.address}/attachments/{identity}/{filename}",
        description=(entry or {}).get("description"),
    )
    world.files[identity] = attachment
    return attachment


def _referenced(channel: Channel, reference: Any) -> Message | None:
    if not reference:
        return None
    found = channel.world.messages.get(int(reference["message_id"]))
    if found is not None and found.channel is channel and not found.deleted and found.seen_only_by is None:
        return found
    if reference.get("fail_if_not_exists", True):
        fault = faults.Fault(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message", "protocol")
        raise faults.invalid_form([fault])
    return None


def _pings(message: Message, allowed: Json | None, replied_to: User | None) -> Pings:
    """Embeds do not ping; text components do. An ephemeral message can reach only the one who sees it."""
    texts = [message.content]
    texts += [str(part["content"]) for _, part in walk(message.components) if part.get("content")]
    found = pings("\n".join(texts), message.channel, message.author, allowed, replied_to)
    if message.seen_only_by is None:
        return found
    return Pings(users=(message.seen_only_by,)) if message.seen_only_by in found.everybody else NOBODY
