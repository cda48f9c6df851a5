"""Messages in channels: what the bot may send, read, change and remove there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .. import faults, posting
from ..limits import check_message
from ..permissions import Permission
from ..rest import Route

if TYPE_CHECKING:
    from ..channels import Channel
    from ..faults import Fault
    from ..messages import Message
    from ..requests import Call
    from ..rest import Answer

READ = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY
NONCE_REMEMBERED = 5 * 60
PAGE, LONGEST_PAGE = 50, 100


def _channel(call: Call, needed: Permission) -> Channel:
    """Without sight of the channel there is no access at all; with it, single permissions may be missing."""
    channel = call.world.channel(call.id("channel_id"))
    if not channel.bot_may(Permission.VIEW_CHANNEL):
        raise faults.missing_access()
    if not channel.bot_may(needed):
        raise faults.missing_permissions()
    return channel


def _message(call: Call, channel: Channel) -> Message:
    """An ephemeral message is not there for this route: only its interaction's webhook reaches it."""
    message = call.world.messages.get(call.id("message_id"))
    if message is None or message.channel is not channel or message.deleted or message.seen_only_by is not None:
        raise faults.unknown_message()
    return message


def check_new(call: Call) -> list[Fault]:
    return check_message(call.body)


def check_edit(call: Call) -> list[Fault]:
    message = call.world.messages.get(call.id("message_id"))
    return check_message(call.body, flags=None if message is None else message.flags)


async def create(call: Call) -> Answer:
    channel = _channel(call, Permission.SEND_MESSAGES)
    if channel.recipient is not None and not channel.recipient.accepts_dms:
        raise faults.cannot_message_user()
    if call.body.get("embeds") and not channel.bot_may(Permission.EMBED_LINKS):
        raise faults.missing_permissions()
    if call.files and not channel.bot_may(Permission.ATTACH_FILES):
        raise faults.missing_permissions()
    if call.body.get("message_reference") and not channel.bot_may(Permission.READ_MESSAGE_HISTORY):
        raise faults.no_history_for_reply()
    message = _same_nonce(call, channel) or posting.create(channel, call.world.bot, call.body, call.files)
    return 200, call.world.message_json(message)


def _same_nonce(call: Call, channel: Channel) -> Message | None:
    """With ``enforce_nonce`` a repeated request gives the message that the first one made."""
    nonce = call.body.get("nonce")
    if nonce is None or not call.body.get("enforce_nonce"):
        return None
    for message in reversed(channel.messages):
        recent = time.time() - message.timestamp.timestamp() < NONCE_REMEMBERED
        if recent and message.author is call.world.bot and str(message.nonce) == str(nonce):
            return message
    return None


async def history(call: Call) -> Answer:
    """Newest first, as Discord gives them."""
    channel = _channel(call, Permission.VIEW_CHANNEL)
    query = call.request.query
    found = [message for message in channel.messages if message.seen_only_by is None]
    if not channel.bot_may(Permission.READ_MESSAGE_HISTORY):
        found = []
    limit = min(int(query.get("limit", PAGE)), LONGEST_PAGE)
    if "after" in query:
        found = [message for message in found if message.id > int(query["after"])][:limit]
    if "before" in query:
        found = [message for message in found if message.id < int(query["before"])]
    if "around" in query:
        found.sort(key=lambda message: abs(message.id - int(query["around"])))
        found = sorted(found[:limit], key=lambda message: message.id)
    return 200, [call.world.message_json(message) for message in reversed(found[-limit:])]


async def get_message(call: Call) -> Answer:
    return 200, call.world.message_json(_message(call, _channel(call, READ)))


async def edit(call: Call) -> Answer:
    message = _message(call, _channel(call, Permission.VIEW_CHANNEL))
    if message.author is not call.world.bot:
        raise faults.another_authors_message()
    posting.edit(message, call.body, call.files)
    return 200, call.world.message_json(message)


async def delete(call: Call) -> Answer:
    channel = _channel(call, Permission.VIEW_CHANNEL)
    message = _message(call, channel)
    if message.author is not call.world.bot and (channel.is_dm or not channel.bot_may(Permission.MANAGE_MESSAGES)):
        raise faults.missing_permissions()
    posting.delete(message)
    return 204, None


async def typing(call: Call) -> Answer:
    channel = _channel(call, Permission.SEND_MESSAGES)
    channel.typing.append(time.monotonic())
    return 204, None


async def react(call: Call) -> Answer:
    message = _message(call, _channel(call, READ | Permission.ADD_REACTIONS))
    message.reactions.append(unquote(call.parameters["emoji"]))
    return 204, None


async def unreact(call: Call) -> Answer:
    message = _message(call, _channel(call, READ))
    emoji = unquote(call.parameters["emoji"])
    if emoji in message.reactions:
        message.reactions.remove(emoji)
    return 204, None


async def begin_thread(call: Call) -> Answer:
    """A thread that begins at a message has the message's id."""
    channel = _channel(call, Permission.CREATE_PUBLIC_THREADS)
    message = _message(call, channel)
    if channel.guild is None or channel.is_thread:
        raise faults.missing_permissions()
    if message.id in channel.guild.channels:
        raise faults.thread_exists()
    thread = channel.guild.add_thread(channel, call.body["name"], call.world.bot, id=message.id)
    return 201, thread.to_json()


_ONE = "/channels/{channel_id}/messages/{message_id}"
ROUTES = [
    Route("POST", "/channels/{channel_id}/messages", create, check_new),
    Route("GET", "/channels/{channel_id}/messages", history),
    Route("GET", _ONE, get_message),
    Route("PATCH", _ONE, edit, check_edit),
    Route("DELETE", _ONE, delete),
    Route("POST", _ONE + "/threads", begin_thread),
    Route("PUT", _ONE + "/reactions/{emoji}/@me", react),
    Route("DELETE", _ONE + "/reactions/{emoji}/@me", unreact),
    Route("POST", "/channels/{channel_id}/typing", typing),
]
