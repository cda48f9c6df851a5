"""The documented limits on application commands."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from .faults import Fault
from .measures import count, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import Json, Path

CHAT_INPUT = 1
GLOBAL_COMMANDS = {1: 100, 2: 15, 3: 15}
NAME = 32
DESCRIPTION = 100
OPTIONS = 25
CHOICES = 25
CHOICE_TEXT = 100
COMMAND_TOTAL = 8000
SUBCOMMAND = 1
GROUP = 2
DEEPEST_OPTIONS = 2
# The documented pattern also allows the scripts Devanagari and Thai whole, with their combining signs.
WHOLE_SCRIPTS = (range(0x0900, 0x0980), range(0x0E00, 0x0E80))


def check_commands(commands: Any) -> list[Fault]:
    """The whole list that replaces an application's commands."""
    if not isinstance(commands, list):
        return []
    faults = list(_check_counts(commands))
    for index, command in enumerate(commands):
        if isinstance(command, dict):
            faults.extend(check_command(command, (index,)))
    return faults


def _check_counts(commands: list[Any]) -> Iterator[Fault]:
    kinds = Counter(_kind(command) for command in commands if isinstance(command, dict))
    for kind, most in GLOBAL_COMMANDS.items():
        if kinds[kind] > most:
            yield Fault((), "APPLICATION_COMMANDS_MAX", f"Maximum number of application commands reached ({most}).")
    names = Counter((_kind(command), command.get("name")) for command in commands if isinstance(command, dict))
    for (_, name), times in names.items():
        if times > 1:
            yield Fault((), "APPLICATION_COMMANDS_DUPLICATE_NAME", f"Application command names must be unique: {name}")


def _kind(command: Json) -> int:
    return int(command.get("type") or CHAT_INPUT)


def check_command(command: Json, path: Path = ()) -> Iterator[Fault]:
    if _kind(command) == CHAT_INPUT:
        yield from _check_name(command.get("name"), (*path, "name"))
        yield from length((*path, "description"), command.get("description") or "", 1, DESCRIPTION)
        yield from _check_localizations(command, path)
        yield from _check_options(command.get("options"), (*path, "options"), depth=0)
    else:
        yield from length((*path, "name"), command.get("name"), 1, NAME)
        if command.get("description"):
            yield Fault((*path, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Must be empty.")
        if command.get("options"):
            yield Fault((*path, "options"), "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Must be empty.")
    total = command_size(command)
    if total > COMMAND_TOTAL:
        yield Fault(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({total} > {COMMAND_TOTAL}).")


def command_size(command: Json) -> int:
    """Names, descriptions and choice values together; of each text the longest translation."""
    total = sum(
        max([len(command.get(key) or ""), *map(len, (command.get(f"{key}_localizations") or {}).values())])
        for key in ("name", "description")
    )
    for choice in command.get("choices") or []:
        total += len(str(choice.get("name"))) + len(str(choice.get("value")))
    return total + sum(command_size(option) for option in command.get("options") or [])


def _check_name(name: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(name, str):
        return
    if not (1 <= len(name) <= NAME and all(map(_allowed_in_name, name))):
        yield Fault(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    elif name != name.lower():
        yield Fault(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name must be lowercase")


def _check_localizations(of: Json, path: Path) -> Iterator[Fault]:
    """Translations are held to what holds for what they translate."""
    for locale, name in (of.get("name_localizations") or {}).items():
        yield from _check_name(name, (*path, "name_localizations", locale))
    for locale, text in (of.get("description_localizations") or {}).items():
        yield from length((*path, "description_localizations", locale), text, 1, DESCRIPTION)


def _allowed_in_name(character: str) -> bool:
    if character in "-_'" or unicodedata.category(character)[0] in "LN":
        return True
    return any(ord(character) in script for script in WHOLE_SCRIPTS)


def _check_options(options: Any, path: Path, *, depth: int) -> Iterator[Fault]:
    if not isinstance(options, list):
        return
    yield from count(path, options, 0, OPTIONS)
    seen: set[str] = set()
    optional_seen = False
    for index, option in enumerate(options):
        if not isinstance(option, dict):
            continue
        place = (*path, index)
        if option.get("required") and optional_seen:
            yield Fault(
                place,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen = optional_seen or not option.get("required")
        if option.get("name") in seen:
            yield Fault(place, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        seen.add(str(option.get("name")))
        yield from _check_option(option, place, depth)


def _check_option(option: Json, path: Path, depth: int) -> Iterator[Fault]:
    yield from _check_name(option.get("name"), (*path, "name"))
    yield from length((*path, "description"), option.get("description") or "", 1, DESCRIPTION)
    yield from _check_localizations(option, path)
    kind = option.get("type")
    if kind in (SUBCOMMAND, GROUP):
        if depth >= DEEPEST_OPTIONS or (kind == GROUP and depth > 0):
            yield Fault((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands nest too deep")
        yield from _check_options(option.get("options"), (*path, "options"), depth=depth + 1)
    if option.get("autocomplete") and option.get("choices"):
        yield Fault(
            (*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices exclude autocomplete"
        )
    choices = option.get("choices")
    if isinstance(choices, list):
        yield from count((*path, "choices"), choices, 0, CHOICES)
        for index, choice in enumerate(choices):
            place = (*path, "choices", index)
            yield from length((*place, "name"), choice.get("name"), 1, CHOICE_TEXT)
            yield from length((*place, "value"), choice.get("value"), 0, CHOICE_TEXT)
