"""Discord's markdown of whole lines: headings, subtext, quotes, lists, code blocks; and a text as a whole."""

import re
from dataclasses import replace
from re import Match

from .markdown import Reader, Rule
from .spans import SPANS
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain

# Discord drops the one character that turns all text after it around, as a safeguard against forged addresses.
_DROPPED = "\N{RIGHT-TO-LEFT OVERRIDE}"
_ITEM = re.compile(
    r"(?P<indent> *)(?P<mark>[-*]|\d{1,9}\.) +(?P<inside>[^\n]*(?:\n {2,}(?! *(?:[-*]|\d+\.) )[^\n]+)*)\n?"
)


def _heading(match: Match[str], reader: Reader) -> Html:
    return tag(f"h{len(match['level'])}", reader.inside(match["inside"]), dir="auto")


def _subtext(match: Match[str], reader: Reader) -> Html:
    return tag("small", reader.inside(match["inside"]), dir="auto")


def _quote(match: Match[str], reader: Reader) -> Html:
    lines = re.sub(r"^ *> ?", "", match["inside"], flags=re.MULTILINE)
    return _quoted(lines.removesuffix("\n"), reader)


def _quote_to_end(match: Match[str], reader: Reader) -> Html:
    return _quoted(match["inside"], reader)


def _quoted(inside: str, reader: Reader) -> Html:
    # A quote holds no quote of its own.
    without = replace(reader, blocks=tuple(rule for rule in reader.blocks if rule not in _QUOTES))
    return tag("blockquote", tag("div", without.read(inside), dir="auto"))


def _code_block(match: Match[str], _: Reader) -> Html:
    return tag("pre", tag("code", plain(match["inside"])))


def _list(match: Match[str], reader: Reader) -> Html:
    items = [_item(item["inside"], len(item["indent"]) // 2, reader) for item in _ITEM.finditer(match[0])]
    first = _ITEM.match(match[0])
    assert first is not None, "the pattern of a list begins with that of an item"
    if first["mark"] in "-*":
        return tag("ul", *items)
    return tag("ol", *items, start=first["mark"].removesuffix("."))


def _item(inside: str, depth: int, reader: Reader) -> Html:
    shift = None if depth == 0 else f"margin-inline-start: {depth * 20}px; list-style: circle"
    return tag("li", reader.inside(inside), dir="auto", style=shift)


_FENCE = Rule(
    re.compile(r"```(?:[\w+.#-]+\n)?\n*(?P<inside>[^\n].*?)\n*```(?:\n|$)?", re.DOTALL),
    _code_block,
)
_QUOTES = (
    Rule(re.compile(r" *>>> (?P<inside>.+)", re.DOTALL), _quote_to_end),
    Rule(re.compile(r"(?P<inside>(?: *> [^\n]*(?:\n|$))+)"), _quote),
)
BLOCKS = (
    Rule(re.compile(r" *(?P<level>#{1,3}) +(?P<inside>[^\n]+?) *#* *(?:\n|$)"), _heading),
    Rule(re.compile(r" *-# +(?P<inside>[^\n]+)(?:\n|$)"), _subtext),
    *_QUOTES,
    Rule(re.compile(rf"(?:{re.sub(r'[?]P<.*?>', '?:', _ITEM.pattern)})+"), _list),
)


def markup(source: str, around: Surroundings) -> Html:
    """A text in Discord's markdown."""
    read = Reader(around, BLOCKS, (_FENCE, *SPANS)).read(source.replace(_DROPPED, ""))
    return tag("div", read, classes="markup", dir="auto")


def line(source: str, around: Surroundings) -> Html:
    """A text of one line, in which Discord reads emphasis and links but no headings or lists: an embed's title."""
    return Reader(around, (), SPANS).read(" ".join(source.replace(_DROPPED, "").split("\n")))
