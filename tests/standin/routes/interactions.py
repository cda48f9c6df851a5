"""Answering interactions: the callback, and the webhook that the interaction's token opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import faults
from ..limits import check_callback, check_message
from ..rest import Route

if TYPE_CHECKING:
    from ..faults import Fault
    from ..interactions import Interaction
    from ..requests import Call
    from ..rest import Answer


def _by_token(call: Call) -> Interaction | None:
    token = call.parameters["token"]
    return next((one for one in call.world.interactions if one.token == token), None)


def _interaction(call: Call) -> Interaction:
    found = _by_token(call)
    if found is None or call.id("application_id") != call.world.application_id:
        raise faults.unknown_webhook()
    return found


def check_answer(call: Call) -> list[Fault]:
    found = _by_token(call)
    source = None if found is None else found.source
    return check_callback(call.body, flags=None if source is None else source.flags)


def check_follow_up(call: Call) -> list[Fault]:
    return check_message(call.body)


def check_edit(call: Call) -> list[Fault]:
    """The flags of the message that is edited decide which limits hold."""
    found = _by_token(call)
    try:
        message = None if found is None else found.message(call.parameters["message_id"])
    except faults.Refusal:
        message = None
    return check_message(call.body, flags=None if message is None else message.flags)


async def callback(call: Call) -> Answer:
    found = _by_token(call)
    if found is None or found.id != call.id("interaction_id"):
        raise faults.unknown_interaction()
    found.acknowledge(call.body, call.files)
    if not call.flag("with_response"):
        return 204, None
    return 200, found.to_callback_json()


async def follow_up(call: Call) -> Answer:
    """Interaction webhooks always answer with the message, whatever ``wait`` says."""
    message = _interaction(call).follow_up(call.body, call.files)
    return 200, call.world.message_json(message)


async def get_message(call: Call) -> Answer:
    return 200, call.world.message_json(_interaction(call).message(call.parameters["message_id"]))


async def edit(call: Call) -> Answer:
    interaction = _interaction(call)
    message = interaction.message(call.parameters["message_id"])
    interaction.edit(message, call.body, call.files)
    return 200, call.world.message_json(message)


async def delete(call: Call) -> Answer:
    interaction = _interaction(call)
    interaction.delete(interaction.message(call.parameters["message_id"]))
    return 204, None


_WEBHOOK = "/webhooks/{application_id}/{token}"
_MESSAGE = _WEBHOOK + "/messages/{message_id}"
ROUTES = [
    Route("POST", "/interactions/{interaction_id}/{token}/callback", callback, check_answer, needs_token=False),
    Route("POST", _WEBHOOK, follow_up, check_follow_up, needs_token=False),
    Route("GET", _MESSAGE, get_message, needs_token=False),
    Route("PATCH", _MESSAGE, edit, check_edit, needs_token=False),
    Route("DELETE", _MESSAGE, delete, needs_token=False),
]
