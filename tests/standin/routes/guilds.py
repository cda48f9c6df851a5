"""Guilds, their channels, roles and members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import faults
from ..permissions import Permission
from ..rest import Route

if TYPE_CHECKING:
    from ..faults import Json
    from ..guilds import Guild
    from ..requests import Call
    from ..rest import Answer

LONGEST_PAGE = 200


def _guild(call: Call) -> Guild:
    found = call.world.guilds.get(call.id("guild_id"))
    if found is None:
        raise faults.unknown_guild()
    return found


async def own_guilds(call: Call) -> Answer:
    """By id, from ``after`` on or up to ``before``: who asks for the page after the last gets an empty one."""
    query = call.request.query
    first, last = int(query.get("after", 0)), int(query.get("before", 2**63))
    limit = int(query.get("limit", LONGEST_PAGE))
    guilds = sorted(call.world.guilds.values(), key=lambda guild: guild.id)
    found = [guild for guild in guilds if first < guild.id < last]
    page = found[-limit:] if "before" in query else found[:limit]
    return 200, [_partial(call, guild) for guild in page]


def _partial(call: Call, guild: Guild) -> Json:
    body: Json = {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "banner": None,
        "owner": False,
        "permissions": str(int(guild.base_permissions(call.world.bot))),
        "features": [],
    }
    if call.flag("with_counts"):
        body |= {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return body


async def leave(call: Call) -> Answer:
    call.world.forget(_guild(call))
    return 204, None


async def guild(call: Call) -> Answer:
    found = _guild(call)
    body = found.to_json()
    if call.flag("with_counts"):
        body |= {"approximate_member_count": len(found.members), "approximate_presence_count": 1}
    return 200, body


async def channels(call: Call) -> Answer:
    return 200, [channel.to_json() for channel in _guild(call).channels.values() if not channel.is_thread]


async def roles(call: Call) -> Answer:
    return 200, [role.to_json() for role in _guild(call).roles.values()]


async def member(call: Call) -> Answer:
    found = _guild(call).members.get(call.id("user_id"))
    if found is None:
        raise faults.unknown_member()
    return 200, found.to_json()


async def own_member(call: Call) -> Answer:
    return 200, _guild(call).members[call.world.bot.id].to_json()


async def edit_own_member(call: Call) -> Answer:
    found = _guild(call).members[call.world.bot.id]
    found.nick = call.body.get("nick")
    return 200, found.to_json()


async def channel(call: Call) -> Answer:
    found = call.world.channel(call.id("channel_id"))
    if not found.bot_may(Permission.VIEW_CHANNEL):
        raise faults.missing_access()
    return 200, found.to_json()


ROUTES = [
    Route("GET", "/users/@me/guilds", own_guilds),
    Route("DELETE", "/users/@me/guilds/{guild_id}", leave),
    Route("GET", "/users/@me/guilds/{guild_id}/member", own_member),
    Route("GET", "/guilds/{guild_id}", guild),
    Route("GET", "/guilds/{guild_id}/channels", channels),
    Route("GET", "/guilds/{guild_id}/roles", roles),
    Route("PATCH", "/guilds/{guild_id}/members/@me", edit_own_member),
    Route("GET", "/guilds/{guild_id}/members/{user_id}", member),
    Route("GET", "/channels/{channel_id}", channel),
]
