"""A modal: the form that a command or a button opens."""

from tests.standin.faults import Json

from .components import components
from .icons import icon
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain


def modal(given: Json, around: Surroundings) -> Html:
    """The data of a modal's callback."""
    title = tag("div", tag("h2", plain(given["title"]), dir="auto"), icon("close"), classes="modal-title")
    cancel = tag("span", plain("Cancel"), classes="button secondary")
    submit = tag("span", plain("Submit"), classes="button primary")
    buttons = tag("div", cancel, submit, classes="modal-buttons")
    return tag("div", title, *components(given["components"], around), buttons, classes="modal")


def choices(option: str, typed: str, offered: list[str]) -> Html:
    """What an option's autocompletion offers while somebody types."""
    box = tag("div", tag("b", plain(option)), tag("span", plain(typed), dir="auto"), classes="typed")
    if not offered:
        return tag("div", tag("div", plain("No options match your search"), classes="none"), box, classes="choices")
    lines = [tag("div", plain(one), classes="choice", dir="auto") for one in offered]
    return tag("div", *lines, box, classes="choices")
