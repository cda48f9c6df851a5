"""A message: who wrote it in answer to what, and all that is in it."""

from datetime import datetime

from tests.standin.faults import Json
from tests.standin.messages import CHAT_INPUT_COMMAND, MessageFlag

from . import media
from .blocks import line, markup
from .components import components
from .embeds import embed
from .icons import avatar, icon
from .surroundings import ATTACHMENT, Surroundings
from .tags import Html, tag
from .tags import text as plain


def message(given: Json, around: Surroundings) -> Html:
    """A message object as Discord sends it, with the referenced message in it where there is one."""
    here = _with_attachments(given, around)
    flags = MessageFlag(given.get("flags") or 0)
    body = [_header(given), *_body(given, here, flags)]
    if flags & MessageFlag.EPHEMERAL:
        body.append(_only_you())
    author = given["author"]
    shown = [_avatar(author), tag("div", *body, classes="column")]
    return tag("article", *_above(given, here), *shown, classes=f"message{_shade(flags)}")


def _body(given: Json, around: Surroundings, flags: MessageFlag) -> list[Html]:
    if flags & MessageFlag.LOADING:
        return [tag("div", plain(f"{_name(given['author'])} is thinking…"), classes="thinking")]
    content = [markup(given["content"], around)] if given.get("content") else []
    attached = [media.attachment(one, around) for one in media.unused(given)]
    embeds = [embed(one, around) for one in given.get("embeds") or []]
    parts = components(given.get("components") or [], around)
    below = [tag("div", *attached, *embeds, *parts, classes="accessories")] if attached or embeds or parts else []
    return [*content, *below]


def _header(given: Json) -> Html:
    author = given["author"]
    name = tag("span", plain(_name(author)), classes="author", dir="auto")
    badge = [tag("span", plain("APP"), classes="badge")] if author.get("bot") else []
    sent = datetime.fromisoformat(given["timestamp"])
    return tag("div", name, *badge, tag("time", plain(f"{sent:%H:%M}")), classes="header")


def _above(given: Json, around: Surroundings) -> list[Html]:
    """The line that says what a message answers: another message, or a command."""
    replied, command = given.get("referenced_message"), given.get("interaction")
    if replied:
        author, said = replied["author"], replied.get("content") or "Click to see attachment"
        badge = [tag("span", plain("APP"), classes="badge")] if author.get("bot") else []
        words = tag("span", line(said, around), classes="said", dir="auto")
        return [_line(author, *badge, _by(author), words)]
    if command:
        slash = "/" if given.get("type") == CHAT_INPUT_COMMAND else ""
        used = tag("span", plain(slash + command["name"]), classes="mention")
        return [_line(command["user"], _by(command["user"]), tag("span", plain("used ")), used)]
    return []


def _line(author: Json, *inside: Html) -> Html:
    return tag("div", tag("span", classes="spine"), _avatar(author), *inside, classes="above")


def _by(author: Json) -> Html:
    return tag("span", plain(_name(author)), classes="author")


def _avatar(author: Json) -> Html:
    return avatar(_name(author), author["id"], bot=bool(author.get("bot")))


def _name(author: Json) -> str:
    return str(author.get("global_name") or author["username"])


def _shade(flags: MessageFlag) -> str:
    return " ephemeral" if flags & MessageFlag.EPHEMERAL else ""


def _only_you() -> Html:
    words = tag("span", plain("Only you can see this • "), tag("a", plain("Dismiss message")))
    return tag("div", icon("eye"), words, classes="only-you")


def _with_attachments(given: Json, around: Surroundings) -> Surroundings:
    """With the message's own files under the names by which its embeds and components call them."""
    own = {
        ATTACHMENT + one["filename"]: around.files[one["url"]]
        for one in given.get("attachments") or []
        if one["url"] in around.files
    }
    return Surroundings(around.users, around.roles, around.channels, {**around.files, **own}, around.now)
