"""Logging in: the bot's account, its application, the way to the gateway; and other users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import faults
from ..rest import Route

if TYPE_CHECKING:
    from ..faults import Json
    from ..requests import Call
    from ..rest import Answer
    from ..users import User


async def current_user(call: Call) -> Answer:
    user = call.world.bot.to_json()
    return 200, {**user, "mfa_enabled": True, "verified": True, "locale": "en-US", "email": None, "premium_type": 0}


async def edit_current_user(call: Call) -> Answer:
    call.world.bot.name = call.body.get("username") or call.world.bot.name
    return await current_user(call)


async def user(call: Call) -> Answer:
    return 200, _known(call, call.id("user_id")).to_json()


def _known(call: Call, user_id: int) -> User:
    found = call.world.users.get(user_id)
    if found is None:
        raise faults.unknown_user()
    return found


async def application(call: Call) -> Answer:
    world = call.world
    owner = next((user for user in world.users.values() if not user.bot), world.bot)
    body: Json = {
        "id": str(world.application_id),
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": world.bot.to_json(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": world.application_flags(),
        "flags_new": str(world.application_flags()),
        "max_participants": None,
        "tags": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": owner.to_json(),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "event_webhooks_url": None,
        "event_webhooks_status": 1,
        "event_webhooks_types": [],
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
    }
    return 200, body


async def gateway(call: Call) -> Answer:
    return 200, {"url": call.world.gateway_address}


async def gateway_bot(call: Call) -> Answer:
    limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
    body = {"url": call.world.gateway_address, "shards": call.world.shards, "session_start_limit": limit}
    return 200, body


async def open_dm(call: Call) -> Answer:
    """Always possible; that the other side takes no messages shows when one is sent."""
    recipient = _known(call, int(call.body["recipient_id"]))
    return 200, call.world.dm_with(recipient).to_json()


ROUTES = [
    Route("GET", "/users/@me", current_user),
    Route("PATCH", "/users/@me", edit_current_user),
    Route("POST", "/users/@me/channels", open_dm),
    Route("GET", "/users/{user_id}", user),
    Route("GET", "/applications/@me", application),
    Route("GET", "/oauth2/applications/@me", application),
    Route("GET", "/gateway", gateway, needs_token=False),
    Route("GET", "/gateway/bot", gateway_bot),
]
