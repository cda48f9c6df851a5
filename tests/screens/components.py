"""Message components, one function for each type; what has none here is an error rather than a gap in the picture."""

from collections.abc import Callable
from typing import Final

from tests.standin.components import ComponentType
from tests.standin.faults import Json

from . import fields, media
from .blocks import markup
from .icons import icon
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain

_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_LARGE = 2
# Types that the stand-in has no use for, because they stand in modals only.
_FILE_UPLOAD, _RADIO_GROUP, _CHECKBOX_GROUP, _CHECKBOX = 19, 21, 22, 23


class UnknownComponentError(ValueError):
    """A component, or a variant of one, that is not drawn here."""


def component(given: Json, around: Surroundings) -> Html:
    """Any component.

    Raises:
        UnknownComponentError: It is of a type that is not drawn here.
    """
    draw = _DRAWN.get(given["type"])
    if draw is None:
        raise UnknownComponentError(f"no picture of components of type {given['type']}")
    return draw(given, around)


def components(given: list[Json], around: Surroundings) -> list[Html]:
    return [component(one, around) for one in given]


def _row(row: Json, around: Surroundings) -> Html:
    return tag("div", *components(row["components"], around), classes="row")


def _button(button: Json, _: Surroundings) -> Html:
    style = _STYLES.get(button["style"])
    if style is None:
        raise UnknownComponentError(f"no picture of buttons of style {button['style']}")
    emoji = button.get("emoji") or {}
    inside = [tag("span", plain(str(emoji["name"])), classes="emoji")] if emoji else []
    if button.get("label"):
        inside.append(tag("span", plain(button["label"]), dir="auto"))
    if style == "link":
        inside.append(icon("launch"))
    return tag("span", *inside, classes=f"button {style}{' disabled' if button.get('disabled') else ''}")


def _text(display: Json, around: Surroundings) -> Html:
    return markup(display["content"], around)


def _section(section: Json, around: Surroundings) -> Html:
    texts = tag("div", *components(section["components"], around), classes="texts")
    return tag("div", texts, component(section["accessory"], around), classes="section")


def _thumbnail(thumbnail: Json, around: Surroundings) -> Html:
    address, about = thumbnail["media"]["url"], thumbnail.get("description")
    shown = media.picture(address, about, around, spoiler=bool(thumbnail.get("spoiler")))
    return tag("span", shown, classes="thumbnail")


def _gallery(gallery: Json, around: Surroundings) -> Html:
    shown = [
        media.picture(item["media"]["url"], item.get("description"), around, spoiler=bool(item.get("spoiler")))
        for item in gallery["items"]
    ]
    return tag("div", *shown, classes=f"gallery {'one' if len(shown) == 1 else 'several'}")


def _file(file: Json, around: Surroundings) -> Html:
    address = file["file"]["url"]
    name = file.get("name") or address.rpartition("/")[2]
    content = around.files.get(address)
    return media.file_card(name, file.get("size") or (None if content is None else len(content)))


def _separator(separator: Json, _: Surroundings) -> Html:
    size = "large" if separator.get("spacing") == _LARGE else "small"
    return tag("div", classes=f"separator {size}{'' if separator.get('divider') is False else ' divider'}")


def _container(container: Json, around: Surroundings) -> Html:
    accent = container.get("accent_color")
    style = None if accent is None else f"--accent: #{accent:06x}"
    inside = components(container["components"], around)
    spoiler = " spoiler-container" if container.get("spoiler") else ""
    return tag("div", *inside, classes=f"container{'' if accent is None else ' accented'}{spoiler}", style=style)


def _label(label: Json, around: Surroundings) -> Html:
    inner = label["component"]
    required = inner.get("required") is not False and inner["type"] != _CHECKBOX
    return fields.labelled(label["label"], label.get("description"), component(inner, around), required=required)


_DRAWN: Final[dict[int, Callable[[Json, Surroundings], Html]]] = {
    ComponentType.ACTION_ROW: _row,
    ComponentType.BUTTON: _button,
    ComponentType.STRING_SELECT: fields.string_select,
    ComponentType.TEXT_INPUT: fields.text_input,
    ComponentType.USER_SELECT: fields.entity_select,
    ComponentType.ROLE_SELECT: fields.entity_select,
    ComponentType.MENTIONABLE_SELECT: fields.entity_select,
    ComponentType.CHANNEL_SELECT: fields.entity_select,
    ComponentType.SECTION: _section,
    ComponentType.TEXT_DISPLAY: _text,
    ComponentType.THUMBNAIL: _thumbnail,
    ComponentType.MEDIA_GALLERY: _gallery,
    ComponentType.FILE: _file,
    ComponentType.SEPARATOR: _separator,
    ComponentType.CONTAINER: _container,
    ComponentType.LABEL: _label,
    _FILE_UPLOAD: fields.file_upload,
    _RADIO_GROUP: lambda group, _: fields.options(group, "radio"),
    _CHECKBOX_GROUP: lambda group, _: fields.options(group, "box"),
    _CHECKBOX: fields.checkbox,
}
