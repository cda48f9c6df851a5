"""The documented limits on message components and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .components import LINK_STYLE, PREMIUM_STYLE, SELECTS, ComponentType, walk
from .faults import Fault
from .measures import count, length, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import Json, Path

ACTION_ROWS = 5
BUTTONS_IN_ROW = 5
TOTAL_V2 = 40
TEXT_V2 = 4000
LABEL = 80
CUSTOM_ID = 100
BUTTON_URL = 512
OPTIONS = 25
OPTION_TEXT = 100
PLACEHOLDER = 150
SECTION_TEXTS = 3
GALLERY_ITEMS = 10
MODAL_TITLE = 45
MODAL_COMPONENTS = 5
MODAL_LABEL = 45
LABEL_DESCRIPTION = 100
INPUT_VALUE = 4000
INPUT_PLACEHOLDER = 100


def check_components(components: Any, path: Path, *, v2: bool) -> Iterator[Fault]:
    """The components of a message."""
    if not isinstance(components, list):
        return
    everything = list(walk(components, path))
    yield from _check_v2_totals(everything, path) if v2 else _check_rows(components, path)
    yield from _check_custom_ids(everything, path)
    for place, component in everything:
        yield from _check_one(component, place)


def _check_rows(components: list[Any], path: Path) -> Iterator[Fault]:
    yield from count(path, components, 0, ACTION_ROWS)
    for index, component in enumerate(components):
        if isinstance(component, dict) and component.get("type") != ComponentType.ACTION_ROW:
            yield Fault((*path, index, "type"), "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).')


def _check_v2_totals(everything: list[tuple[Path, Json]], path: Path) -> Iterator[Fault]:
    if len(everything) > TOTAL_V2:
        yield Fault(
            path,
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components cannot exceed {TOTAL_V2}.",
        )
    texts = [
        component["content"]
        for _, component in everything
        if component.get("type") == ComponentType.TEXT_DISPLAY and isinstance(component.get("content"), str)
    ]
    if sum(map(len, texts)) > TEXT_V2:
        yield Fault(
            path,
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"Total size of displayable text cannot exceed {TEXT_V2} characters.",
        )


def _check_custom_ids(everything: list[tuple[Path, Json]], path: Path) -> Iterator[Fault]:
    seen: set[str] = set()
    numbers: set[int] = set()
    for place, component in everything:
        custom_id, number = component.get("custom_id"), component.get("id")
        if isinstance(custom_id, str):
            yield from length((*place, "custom_id"), custom_id, 1, CUSTOM_ID)
            if custom_id in seen:
                yield Fault(
                    (*place, "custom_id"),
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated",
                )
            seen.add(custom_id)
        if isinstance(number, int) and number:
            if number in numbers:
                yield Fault(path, "COMPONENT_ID_DUPLICATED", f"Component id {number} cannot be duplicated")
            numbers.add(number)


def _check_one(component: Json, path: Path) -> Iterator[Fault]:
    kind = component.get("type")
    if kind == ComponentType.ACTION_ROW:
        yield from _check_row(component.get("components"), (*path, "components"))
    elif kind == ComponentType.BUTTON:
        yield from _check_button(component, path)
    elif kind in SELECTS:
        yield from _check_select(component, path)
    elif kind == ComponentType.TEXT_DISPLAY:
        yield from length((*path, "content"), component.get("content"), 1, TEXT_V2)
    elif kind == ComponentType.SECTION:
        yield from count((*path, "components"), component.get("components"), 1, SECTION_TEXTS)
    elif kind == ComponentType.MEDIA_GALLERY:
        yield from count((*path, "items"), component.get("items"), 1, GALLERY_ITEMS)
    elif kind == ComponentType.TEXT_INPUT:
        yield from _check_text_input(component, path)


def _check_row(children: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(children, list):
        return
    kinds = [child.get("type") for child in children if isinstance(child, dict)]
    if any(kind in SELECTS or kind == ComponentType.TEXT_INPUT for kind in kinds):
        if len(kinds) > 1:
            yield Fault(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select fills its row.")
    else:
        yield from count(path, children, 1, BUTTONS_IN_ROW)


def _check_button(button: Json, path: Path) -> Iterator[Fault]:
    yield from length((*path, "label"), button.get("label"), 0, LABEL)
    style, custom_id, address = button.get("style"), button.get("custom_id"), button.get("url")
    if style == LINK_STYLE:
        if not address:
            yield Fault((*path, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
        yield from url((*path, "url"), address or None, ("http", "https", "discord"), BUTTON_URL)
        if custom_id is not None:
            yield Fault(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A link has no custom id")
    elif style != PREMIUM_STYLE:
        if not custom_id:
            yield Fault((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
        if address is not None:
            yield Fault(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Only a link has a url")
    if style != PREMIUM_STYLE and not button.get("label") and not button.get("emoji"):
        yield Fault(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")


def _check_select(select: Json, path: Path) -> Iterator[Fault]:
    if not select.get("custom_id"):
        yield Fault((*path, "custom_id"), "BASE_TYPE_REQUIRED", "This field is required")
    yield from length((*path, "placeholder"), select.get("placeholder"), 0, PLACEHOLDER)
    options = select.get("options")
    if select.get("type") == ComponentType.STRING_SELECT:
        yield from count((*path, "options"), options if isinstance(options, list) else [], 1, OPTIONS)
    values: set[str] = set()
    for index, option in enumerate(options or []):
        if not isinstance(option, dict):
            continue
        place = (*path, "options", index)
        yield from length((*place, "label"), option.get("label"), 1, OPTION_TEXT)
        yield from length((*place, "value"), option.get("value"), 1, OPTION_TEXT)
        yield from length((*place, "description"), option.get("description"), 0, OPTION_TEXT)
        if option.get("value") in values:
            yield Fault(
                (*place, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The option value is already used"
            )
        values.add(str(option.get("value")))


def check_modal(data: Json, path: Path = ()) -> list[Fault]:
    components = data.get("components")
    faults = [
        *length((*path, "title"), data.get("title"), 1, MODAL_TITLE),
        *length((*path, "custom_id"), data.get("custom_id"), 1, CUSTOM_ID),
        *count((*path, "components"), components, 1, MODAL_COMPONENTS),
    ]
    everything = list(walk(components, (*path, "components")))
    faults.extend(_check_custom_ids(everything, path))
    for place, component in everything:
        if component.get("type") == ComponentType.LABEL:
            faults.extend(length((*place, "label"), component.get("label"), 1, MODAL_LABEL))
            faults.extend(length((*place, "description"), component.get("description"), 0, LABEL_DESCRIPTION))
        faults.extend(_check_one(component, place))
    return faults


def _check_text_input(component: Json, path: Path) -> Iterator[Fault]:
    if not component.get("custom_id"):
        yield Fault((*path, "custom_id"), "BASE_TYPE_REQUIRED", "This field is required")
    yield from length((*path, "label"), component.get("label"), 1, MODAL_LABEL)
    yield from length((*path, "value"), component.get("value"), 0, INPUT_VALUE)
    yield from length((*path, "placeholder"), component.get("placeholder"), 0, INPUT_PLACEHOLDER)
