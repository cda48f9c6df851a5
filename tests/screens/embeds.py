"""Embeds, the older cards below a message's text."""

from itertools import groupby

from tests.standin.faults import Json

from . import media
from .blocks import line, markup
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain


def embed(given: Json, around: Surroundings) -> Html:
    """An embed, with the parts that it has in Discord's order."""
    colour = given.get("color")
    style = None if colour is None else f"--accent: #{colour:06x}"
    words = [*_author(given), *_title(given, around), *_description(given, around), *_fields(given, around)]
    body = tag("div", tag("div", *words, classes="words"), *_thumbnail(given, around), classes="body")
    return tag("div", body, *_image(given, around), *_footer(given), classes="embed", style=style)


def _author(given: Json) -> list[Html]:
    name = (given.get("author") or {}).get("name")
    return [tag("div", plain(name), classes="embed-author", dir="auto")] if name else []


def _title(given: Json, around: Surroundings) -> list[Html]:
    if not given.get("title"):
        return []
    title = line(given["title"], around)
    shown = tag("a", title, href=given["url"]) if given.get("url") else title
    return [tag("div", shown, classes="embed-title", dir="auto")]


def _description(given: Json, around: Surroundings) -> list[Html]:
    return [markup(given["description"], around)] if given.get("description") else []


def _fields(given: Json, around: Surroundings) -> list[Html]:
    rows = groupby(given.get("fields") or [], lambda field: bool(field.get("inline")))
    return [
        tag("div", *(_field(field, around) for field in fields), classes="fields inline" if inline else "fields")
        for inline, fields in rows
    ]


def _field(field: Json, around: Surroundings) -> Html:
    name = tag("div", line(field["name"], around), classes="embed-name", dir="auto")
    return tag("div", name, markup(field["value"], around), classes="embed-field")


def _thumbnail(given: Json, around: Surroundings) -> list[Html]:
    if not given.get("thumbnail"):
        return []
    return [tag("span", media.picture(given["thumbnail"]["url"], None, around), classes="thumbnail")]


def _image(given: Json, around: Surroundings) -> list[Html]:
    if not given.get("image"):
        return []
    return [tag("div", media.picture(given["image"]["url"], None, around), classes="attached")]


def _footer(given: Json) -> list[Html]:
    said = (given.get("footer") or {}).get("text")
    parts = [part for part in (said, (given.get("timestamp") or "")[:10]) if part]
    return [tag("div", plain(" • ".join(parts)), classes="embed-footer", dir="auto")] if parts else []
