"""The page: parts of a channel under each other, with the style in it and nothing from elsewhere."""

from enum import StrEnum
from pathlib import Path

from .tags import Html, tag
from .tags import text as plain

_STYLE = Path(__file__).with_name("discord.css")
# What a document manages to put on the page still loads and runs nothing.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


class Theme(StrEnum):
    DARK = "dark"
    LIGHT = "light"


def page(title: str, parts: list[Html], theme: Theme) -> str:
    """One self-contained HTML page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", plain(title)),
        tag("style", Html(_STYLE.read_text("utf-8"))),
    )
    body = tag("body", tag("main", *parts))
    return f"<!doctype html>\n{tag('html', head, body, lang='en', data_theme=theme.value)}\n"
