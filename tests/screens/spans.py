"""Discord's markdown within a line: emphasis, code, links, escapes."""

import re
from collections.abc import Callable
from re import Match

from .markdown import Reader, Rule
from .mentions import MENTIONS
from .tags import Html, tag
from .tags import text as plain


def _wrapped(name: str, classes: str = "") -> Callable[[Match[str], Reader], Html]:
    """Shows the match's one group in an element."""

    def show(match: Match[str], reader: Reader) -> Html:
        return tag(name, reader.inside(match["inside"]), classes=classes)

    return show


def _escaped(match: Match[str], _: Reader) -> Html:
    return plain(match["inside"])


def _code(match: Match[str], _: Reader) -> Html:
    return tag("code", plain(match["inside"]))


def _masked(match: Match[str], reader: Reader) -> Html:
    return tag("a", reader.inside(match["inside"], in_link=True), href=match["address"], title=match["address"])


def _bare(match: Match[str], _: Reader) -> Html:
    return tag("a", plain(match["address"]), href=match["address"])


# Only these masked links are links; Discord leaves the others standing as text.
_ADDRESS = r"https?://[^\s<>]+"

SPANS = (
    Rule(re.compile(r"\\(?P<inside>[^0-9A-Za-z\s])"), _escaped),
    Rule(re.compile(r"(?P<ticks>`+)(?P<inside>(?:(?!(?P=ticks)).)*?[^`])(?P=ticks)(?!`)", re.DOTALL), _code),
    *MENTIONS,
    Rule(
        re.compile(
            r"\[(?P<inside>(?:\\.|\[[^\]\n]*\]|[^\[\]\\])+)\]"
            r"\(<?(?P<address>https?://(?:\([^\s()]*\)|[^\s()<>])+)>?\)"
        ),
        _masked,
        links=True,
    ),
    Rule(re.compile(rf"<(?P<address>{_ADDRESS})>"), _bare, links=True),
    Rule(re.compile(rf"(?P<address>{_ADDRESS}(?<![.,:;\"'\])]))"), _bare, links=True),
    Rule(
        re.compile(r"\*\*\*(?P<inside>(?:\\.|[^\\])+?)\*\*\*(?!\*)", re.DOTALL),
        lambda match, reader: tag("em", tag("strong", reader.inside(match["inside"]))),
    ),
    Rule(re.compile(r"\*\*(?P<inside>(?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL), _wrapped("strong")),
    Rule(re.compile(r"__(?P<inside>(?:\\.|[^\\])+?)__(?!_)", re.DOTALL), _wrapped("u")),
    Rule(re.compile(r"\*(?=\S)(?P<inside>(?:\\.|\*\*|[^\\*])+?)(?<!\s)\*(?!\*)", re.DOTALL), _wrapped("em")),
    Rule(re.compile(r"\b_(?P<inside>(?:\\.|__|[^\\_])+?)_\b", re.DOTALL), _wrapped("em")),
    Rule(re.compile(r"~~(?P<inside>.+?)~~", re.DOTALL), _wrapped("s")),
    Rule(re.compile(r"\|\|(?P<inside>.+?)\|\|", re.DOTALL), _wrapped("span", "spoiler")),
)
