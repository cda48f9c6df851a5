"""Pictures and files: what a message attaches, or a component shows of it."""

from tests.standin.faults import Json

from .icons import icon
from .surroundings import ATTACHMENT, Surroundings
from .tags import Html, tag
from .tags import text as plain

_KIB = 1024
_PREVIEWED_LINES = 6


def picture(address: str, description: str | None, around: Surroundings, *, spoiler: bool = False) -> Html:
    """A picture; one that lies elsewhere is not fetched but stands as a frame with its description."""
    source = around.embedded(address)
    if source is None:
        shown = tag("span", icon("image"), tag("span", plain(description or address)), classes="elsewhere", dir="auto")
    else:
        shown = tag("img", src=source, alt=description or "")
    return tag("span", shown, _cover(), classes="covered") if spoiler else shown


def file_card(name: str, size: int | None) -> Html:
    """A file to download."""
    about = [tag("div", plain(file_size(size)), classes="size")] if size is not None else []
    words = tag("div", tag("a", plain(name)), *about, classes="name")
    return tag("div", icon("file"), words, classes="file-card")


def file_size(size: int) -> str:
    """A number of bytes in words."""
    if size < _KIB:
        return f"{size} bytes"
    return f"{size / _KIB:.2f} KB" if size < _KIB**2 else f"{size / _KIB**2:.2f} MB"


def attachment(attached: Json, around: Surroundings) -> Html:
    """An attachment below a message's text: a picture, the first lines of a text, or a file."""
    kind, address = attached.get("content_type") or "", attached["url"]
    if kind.startswith("image/"):
        return tag("div", picture(address, attached.get("description"), around), classes="attached")
    card = file_card(attached["filename"], attached["size"])
    content = around.files.get(address)
    if not kind.startswith("text/") or content is None:
        return card
    lines = content.decode("utf-8", "replace").splitlines()[:_PREVIEWED_LINES]
    return tag("div", tag("pre", plain("\n".join(lines)), dir="auto"), card, classes="text-file")


def unused(message: Json) -> list[Json]:
    """The attachments that nothing in the message shows already."""
    shown = str(message.get("embeds") or "") + str(message.get("components") or "")
    return [one for one in message.get("attachments") or [] if f"'{ATTACHMENT}{one['filename']}'" not in shown]


def _cover() -> Html:
    return tag("span", plain("SPOILER"), classes="cover")
