"""The few drawn signs of the client, as inline SVG of our own."""

from typing import Final

from .tags import Html, tag
from .tags import text as plain

_BLURPLE = "#5865f2"
_COLOURS: Final = ("#757e8a", "#3ba55c", "#faa61a", "#ed4245", "#eb459f")

_LINES = {
    "eye": "M2 12s3.6-6 10-6 10 6 10 6-3.6 6-10 6-10-6-10-6z M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5",
    "launch": "M13 4h7v7 M20 4l-9 9 M9 6H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-3",
    "chevron": "M6 9l6 6 6-6",
    "file": "M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h6",
    "image": "M4 5h16v14H4z M4 16l5-5 4 4 2-2 5 5",
    "close": "M6 6l12 12 M18 6L6 18",
}


def icon(name: str) -> Html:
    """A sign in the colour of the text around it."""
    return tag("svg", tag("path", d=_LINES[name]), classes=f"icon {name}", viewBox="0 0 24 24", aria_hidden="true")


def avatar(name: str, user_id: str, *, bot: bool) -> Html:
    """A round picture with the name's first letter, a person's in a colour of the account's own."""
    colour = _BLURPLE if bot else _COLOURS[(int(user_id) >> 22) % len(_COLOURS)]
    letter = tag("span", plain(name[:1].upper()))
    return tag("span", letter, classes="avatar", style=f"background: {colour}", aria_hidden="true")
