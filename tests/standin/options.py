"""Typing a command's options as the Discord client lets a person type them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from .channels import Channel
from .guilds import Role
from .messages import Attachment
from .users import User

if TYPE_CHECKING:
    from .faults import Json


class OptionType(IntEnum):
    SUB_COMMAND = 1
    SUB_COMMAND_GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


OBJECTS: dict[OptionType, Any] = {
    OptionType.USER: User,
    OptionType.CHANNEL: Channel,
    OptionType.ROLE: Role,
    OptionType.MENTIONABLE: (User, Role),
    OptionType.ATTACHMENT: Attachment,
}
PLAIN: dict[OptionType, Any] = {
    OptionType.STRING: str,
    OptionType.INTEGER: int,
    OptionType.BOOLEAN: bool,
    OptionType.NUMBER: (int, float),
}


@dataclass(slots=True)
class Typed:
    """The options as they go into an interaction, and the objects their ids stand for."""

    options: list[Json] = field(default_factory=list)
    objects: list[object] = field(default_factory=list)


def type_options(command: Json, subcommands: list[str], values: dict[str, Any], *, focused: str | None = None) -> Typed:
    """The client knows the command, so it sends nothing that the command does not have.

    While an option is being typed (``focused``) the others may still be missing, and its own text is anything.
    """
    declared: list[Json] = command.get("options") or []
    if subcommands:
        inner = _declared(declared, subcommands[0], command["name"])
        typed = type_options(inner, subcommands[1:], values, focused=focused)
        outer = {"name": inner["name"], "type": inner["type"], "options": typed.options}
        return Typed([outer], typed.objects)
    if any(option["type"] <= OptionType.SUB_COMMAND_GROUP for option in declared):
        names = ", ".join(option["name"] for option in declared)
        raise AssertionError(f"/{command['name']} needs one of its sub-commands: {names}")
    typed = Typed()
    for name, value in values.items():
        if value is not None:
            option = _declared(declared, name, command["name"])
            typed.options.append(_typed(option, value, typed.objects, focused=name == focused))
    if focused is None:
        _require(declared, values, command["name"])
    return typed


def _declared(declared: list[Json], name: str, command: str) -> Json:
    for option in declared:
        if option["name"] == name:
            return option
    names = ", ".join(option["name"] for option in declared) or "none"
    raise AssertionError(f"/{command} has no option {name!r}; it has: {names}")


def _require(declared: list[Json], values: dict[str, Any], command: str) -> None:
    missing = [option["name"] for option in declared if option.get("required") and values.get(option["name"]) is None]
    if missing:
        raise AssertionError(f"the Discord client does not send /{command} without: {', '.join(missing)}")


def _typed(option: Json, value: Any, objects: list[object], *, focused: bool) -> Json:
    kind = OptionType(option["type"])
    if focused:
        if not option.get("autocomplete"):
            raise AssertionError(f"option {option['name']!r} has no autocomplete")
        return {"name": option["name"], "type": int(kind), "value": str(value), "focused": True}
    if kind in OBJECTS:
        if not isinstance(value, OBJECTS[kind]):
            raise AssertionError(f"option {option['name']!r} takes a {kind.name.lower()}, not {value!r}")
        objects.append(value)
        return {"name": option["name"], "type": int(kind), "value": str(value.id)}
    if not isinstance(value, PLAIN[kind]) or (kind is not OptionType.BOOLEAN and isinstance(value, bool)):
        raise AssertionError(f"option {option['name']!r} takes a {kind.name.lower()}, not {value!r}")
    _fit(option, value)
    return {"name": option["name"], "type": int(kind), "value": value}


def _fit(option: Json, value: Any) -> None:
    """The client enforces choices and bounds before it sends anything."""
    name, choices = option["name"], option.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise AssertionError(f"option {name!r} offers {[choice['value'] for choice in choices]}, not {value!r}")
    measured = len(value) if isinstance(value, str) else value
    least, most = ("min_length", "max_length") if isinstance(value, str) else ("min_value", "max_value")
    if measured < option.get(least, measured) or measured > option.get(most, measured):
        raise AssertionError(f"option {name!r} is out of bounds: {measured}")
