"""Registering application commands, for everywhere or for one guild."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import faults
from ..command_limits import check_command, check_commands
from ..rest import Route

if TYPE_CHECKING:
    from ..faults import Fault, Json
    from ..requests import Call
    from ..rest import Answer

GUILD_INSTALL = 0
EVERY_CONTEXT = [0, 1, 2]


def registered(call: Call) -> list[Json]:
    if "guild_id" not in call.parameters:
        return call.world.commands
    guild_id = call.id("guild_id")
    if guild_id not in call.world.guilds:
        raise faults.missing_access()
    return call.world.guild_commands.setdefault(guild_id, [])


def check_list(call: Call) -> list[Fault]:
    return check_commands(call.request.body)


def check_one(call: Call) -> list[Fault]:
    return list(check_command(call.body))


async def list_commands(call: Call) -> Answer:
    return 200, registered(call)


async def overwrite(call: Call) -> Answer:
    """Replace them all; one that keeps its name and type keeps its id."""
    known = registered(call)
    known[:] = [_command(call, body, _same(known, body)) for body in call.request.body or []]
    _announce(call)
    return 200, known


async def create(call: Call) -> Answer:
    known = registered(call)
    old = _same(known, call.body)
    command = _command(call, call.body, old)
    if old is not None:
        known.remove(old)
    known.append(command)
    _announce(call)
    return (201 if old is None else 200), command


async def get_command(call: Call) -> Answer:
    return 200, _find(call)


async def edit(call: Call) -> Answer:
    known, old = registered(call), _find(call)
    command = _command(call, {**old, **call.body}, old)
    known[known.index(old)] = command
    return 200, command


async def delete(call: Call) -> Answer:
    registered(call).remove(_find(call))
    return 204, None


def _announce(call: Call) -> None:
    call.world.commands_registered = True
    call.world.changes.notify()


def _find(call: Call) -> Json:
    for command in registered(call):
        if command["id"] == call.parameters["command_id"]:
            return command
    raise faults.unknown_command()


def _same(known: list[Json], body: Json) -> Json | None:
    wanted = (body["name"], body.get("type") or 1)
    return next((command for command in known if (command["name"], command["type"]) == wanted), None)


def _command(call: Call, body: Json, old: Json | None) -> Json:
    world = call.world
    member_permissions = body.get("default_member_permissions")
    command: Json = {
        "id": str(world.snowflakes.next()) if old is None else old["id"],
        "application_id": str(world.application_id),
        "version": str(world.snowflakes.next()),
        "type": body.get("type") or 1,
        "name": body["name"],
        "name_localizations": body.get("name_localizations"),
        "description": body.get("description") or "",
        "description_localizations": body.get("description_localizations"),
        "default_member_permissions": None if member_permissions is None else str(member_permissions),
        "contexts": _contexts(body),
        "integration_types": body.get("integration_types") or [GUILD_INSTALL],
        "nsfw": bool(body.get("nsfw")),
        "options": [_option(option) for option in body.get("options") or []],
    }
    if "guild_id" in call.parameters:
        return {**command, "guild_id": call.parameters["guild_id"]}
    return {**command, "dm_permission": 1 in command["contexts"]}


def _contexts(body: Json) -> list[int]:
    """``dm_permission`` is the older way to say it and holds when ``contexts`` are not given."""
    if body.get("contexts") is not None:
        return list(body["contexts"])
    return [0] if body.get("dm_permission") is False else EVERY_CONTEXT


def _option(option: Json) -> Json:
    kept: dict[str, Any] = {key: value for key, value in option.items() if value is not None}
    if "options" in kept:
        kept["options"] = [_option(one) for one in kept["options"]]
    return kept


_ALL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"
ROUTES = [
    route
    for base in (_ALL, _GUILD)
    for route in (
        Route("GET", base, list_commands),
        Route("PUT", base, overwrite, check_list),
        Route("POST", base, create, check_one),
        Route("GET", base + "/{command_id}", get_command),
        Route("PATCH", base + "/{command_id}", edit, check_one),
        Route("DELETE", base + "/{command_id}", delete),
    )
]
