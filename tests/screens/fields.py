"""What is filled in or chosen: selects in a message, and the inputs of a modal."""

from tests.standin.faults import Json

from .icons import icon
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain

_CHOOSE = "Make a selection"
_PARAGRAPH = 2


def string_select(select: Json, _: Surroundings) -> Html:
    """A select of given options, those chosen by default shown in it."""
    return _select(select, [option["label"] for option in select["options"] if option.get("default")])


def entity_select(select: Json, around: Surroundings) -> Html:
    """A select of people, roles or channels."""
    names = {"user": around.users, "role": around.roles, "channel": around.channels}
    chosen = [names[one["type"]].get(str(one["id"]), "unknown") for one in select.get("default_values") or []]
    return _select(select, chosen)


def _select(select: Json, chosen: list[str]) -> Html:
    if chosen:
        several = (select.get("max_values") or 1) > 1
        inside = [tag("span", plain(one), classes="chosen several" if several else "chosen") for one in chosen]
    else:
        inside = [tag("span", plain(select.get("placeholder") or _CHOOSE), classes="placeholder")]
    state = " disabled" if select.get("disabled") else ""
    return tag("div", tag("span", *inside, dir="auto"), icon("chevron"), classes=f"select{state}")


def text_input(field: Json, _: Surroundings) -> Html:
    """A text field, of one line or of several; a label of its own is the older form."""
    value, hint = field.get("value"), field.get("placeholder") or ""
    inside = tag("span", plain(value or hint), classes="" if value else "placeholder", dir="auto")
    box = tag("div", inside, classes="input paragraph" if field["style"] == _PARAGRAPH else "input")
    return (
        labelled(field["label"], None, box, required=field.get("required") is not False) if field.get("label") else box
    )


def labelled(label: str, description: str | None, field: Html, *, required: bool) -> Html:
    """A field below its label."""
    star = tag("span", plain(" *"), classes="required")
    title = tag("div", plain(label), *([star] if required else []), classes="label", dir="auto")
    about = [tag("div", plain(description), classes="description", dir="auto")] if description else []
    return tag("div", title, *about, field, classes="field")


def file_upload(_: Json, __: Surroundings) -> Html:
    return tag("div", icon("file"), tag("span", plain("Drop files here or browse")), classes="input upload")


def checkbox(box: Json, _: Surroundings) -> Html:
    """A checkbox alone; what it stands for is in the label around it."""
    return _mark("box", checked=bool(box.get("default")))


def options(group: Json, shape: str) -> Html:
    """The options of a group, one below the other."""
    return tag("div", *(_option(one, shape) for one in group["options"]), classes="options")


def _option(option: Json, shape: str) -> Html:
    about = [tag("div", plain(option["description"]), classes="description")] if option.get("description") else []
    words = tag("div", tag("div", plain(option["label"])), *about, dir="auto")
    return tag("div", _mark(shape, checked=bool(option.get("default"))), words, classes="option")


def _mark(shape: str, *, checked: bool) -> Html:
    return tag("span", classes=f"mark {shape}{' checked' if checked else ''}")
