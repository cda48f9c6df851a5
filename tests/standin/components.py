"""Message components: walking them, numbering them as Discord does, and what a person sees of them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .faults import Json, Path


class ComponentType(IntEnum):
    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18


SELECTS = frozenset(
    {
        ComponentType.STRING_SELECT,
        ComponentType.USER_SELECT,
        ComponentType.ROLE_SELECT,
        ComponentType.MENTIONABLE_SELECT,
        ComponentType.CHANNEL_SELECT,
    }
)
LINK_STYLE = 5
PREMIUM_STYLE = 6


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    custom_id: str | None
    style: int
    url: str | None
    disabled: bool
    emoji: str | None
    id: int


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    value: str
    description: str | None
    default: bool


@dataclass(frozen=True, slots=True)
class Select:
    custom_id: str
    type: ComponentType
    placeholder: str | None
    options: tuple[Option, ...]
    min_values: int
    max_values: int
    disabled: bool
    id: int


def walk(components: Any, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Every component with its place in the body, outer ones first."""
    if not isinstance(components, list):
        return
    for index, component in enumerate(components):
        if isinstance(component, dict):
            yield from _walk_one(component, (*path, index))


def _walk_one(component: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    yield path, component
    yield from walk(component.get("components"), (*path, "components"))
    for key in ("accessory", "component"):
        if isinstance(component.get(key), dict):
            yield from _walk_one(component[key], (*path, key))


def numbered(components: Iterable[Json]) -> list[Json]:
    """A copy in which every component has an id: Discord numbers those that came without one."""
    copy = deepcopy(list(components))
    taken = {component["id"] for _, component in walk(copy) if component.get("id")}
    following = 1
    for _, component in walk(copy):
        if not component.get("id"):
            while following in taken:
                following += 1
            component["id"] = following
            taken.add(following)
    return copy


def texts(components: Iterable[Json]) -> list[str]:
    """What can be read in the components, in order."""
    found: list[str] = []
    for _, component in walk(list(components)):
        found.extend(str(component[key]) for key in ("content", "label", "placeholder") if component.get(key))
        found.extend(str(option["label"]) for option in component.get("options") or [])
    return found


def buttons(components: Iterable[Json]) -> list[Button]:
    return [
        Button(
            label=component.get("label") or "",
            custom_id=component.get("custom_id"),
            style=component["style"],
            url=component.get("url"),
            disabled=bool(component.get("disabled")),
            emoji=(component.get("emoji") or {}).get("name"),
            id=component["id"],
        )
        for _, component in walk(list(components))
        if component["type"] == ComponentType.BUTTON
    ]


def selects(components: Iterable[Json]) -> list[Select]:
    return [_select(component) for _, component in walk(list(components)) if component["type"] in SELECTS]


def _select(component: Json) -> Select:
    options = tuple(
        Option(option["label"], option["value"], option.get("description"), bool(option.get("default")))
        for option in component.get("options") or []
    )
    least, most = component.get("min_values"), component.get("max_values")
    return Select(
        custom_id=component["custom_id"],
        type=ComponentType(component["type"]),
        placeholder=component.get("placeholder"),
        options=options,
        min_values=1 if least is None else least,
        max_values=1 if most is None else most,
        disabled=bool(component.get("disabled")),
        id=component["id"],
    )
