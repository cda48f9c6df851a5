"""Making HTML: whatever is put between tags or into an attribute is escaped here, and only here."""

from html import escape


class Html(str):
    """Markup that is safe to stand on the page as it is."""

    __slots__ = ()


EMPTY = Html("")
VOID = frozenset({"br", "hr", "img", "meta"})


def text(value: str) -> Html:
    """Text as text."""
    return Html(escape(value))


def join(parts: list[Html], between: str = "") -> Html:
    return Html(between.join(parts))


def tag(name: str, /, *inside: Html, classes: str = "", **attributes: str | None) -> Html:
    """An element; an attribute that is None is left out, and an underscore in its name stands for a hyphen."""
    given = {"class": classes or None, **attributes}
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in given.items() if value is not None
    )
    if name in VOID:
        return Html(f"<{name}{shown}>")
    return Html(f"<{name}{shown}>{''.join(inside)}</{name}>")
