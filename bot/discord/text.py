"""Source text on Discord: shown as it is, never as markdown, a mention or a link; cut where it must be, kindly."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.languages import Language

_MARKDOWN = re.compile(r"[\\*_~|`\[\]<>]")
_LINE = re.compile(r"^([^\S\n]*)(#{1,3}\s|-#|[-+]\s)|^([^\S\n]*\d{1,9})(\.\s)", re.MULTILINE)
"""What Discord makes a heading, small print or a list of, however far it is set in."""

_PING = re.compile(r"@(?=everyone|here|[!&]?\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?|discord|mailto):(?=\S)", re.IGNORECASE)
_ENDS = (re.compile(r"[.!?…][’”»\"')\]]*(?=\s)"), re.compile(r"[,;:](?=\s)"), re.compile(r"\S(?=\s)"))
_LEFTWARD = frozenset({"R", "AL"})
_ISOLATE, _END_OF_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ZERO_WIDTH_SPACE = "\u200b"
ELLIPSIS = " …"


def escape(text: str) -> str:
    """Text of which Discord makes nothing: no emphasis, spoiler, heading, list, masked link, mention or link.

    Where Discord knows no escape (@everyone, a bare address) an invisible space of no width breaks the pattern.
    """
    escaped = _MARKDOWN.sub(lambda found: f"\\{found[0]}", text)
    escaped = _LINE.sub(r"\1\3\\\2\4", escaped)
    escaped = _PING.sub(f"@{_ZERO_WIDTH_SPACE}", escaped)
    return _ADDRESS.sub(rf"\1:{_ZERO_WIDTH_SPACE}", escaped)


def isolated(text: str, language: Language) -> str:
    """Text of a source's amid a language's own words: set apart if it is written in the other direction than they."""
    if language.leftward:
        return language.isolated(text)
    leftward = any(unicodedata.bidirectional(character) in _LEFTWARD for character in text)
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if leftward else text


def cut(text: str, longest: int) -> str:
    """The beginning of a text within a length: up to a sentence's end, else a clause's, else a word's."""
    if len(text) <= longest:
        return text
    room = longest - len(ELLIPSIS)
    for pattern in _ENDS:
        ends = [found.end() for found in pattern.finditer(text, 0, room)]
        # Half a text cut at a word says more than its first few words cut at a full stop.
        if ends and ends[-1] > room // 2:
            return text[: ends[-1]] + ELLIPSIS
    return text[:room] + ELLIPSIS


def cut_before(text: str, longest: int) -> str:
    """The end of a text within a length, from a word's beginning on."""
    if len(text) <= longest:
        return text
    kept = text[-(longest - len(ELLIPSIS)) :]
    return ELLIPSIS.strip() + " " + kept.partition(" ")[2]


def fitted(text: str, room: int) -> str:
    """Text as ``escape`` makes it, cut so that it takes at most so much room, at least an ellipsis."""
    longest = max(room, len(ELLIPSIS))
    while len(escaped := escape(cut(text, longest))) > room and longest > len(ELLIPSIS):
        longest = max(len(ELLIPSIS), longest - max(1, (len(escaped) - room) // 2))
    return escaped


def marked(text: str, spans: Iterable[tuple[int, int]], room: int) -> str:
    """As ``fitted``, with the spans of the text bold that are shown whole."""
    wanted, longest = sorted(spans), max(room, len(ELLIPSIS))
    while len(shown := _bold(cut(text, longest), text, wanted)) > room and longest > len(ELLIPSIS):
        longest = max(len(ELLIPSIS), longest - max(1, (len(shown) - room) // 2))
    return shown


def _bold(shown: str, text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept = len(text) if shown == text else len(shown) - len(ELLIPSIS)
    parts, at = [], 0
    for start, end in spans:
        if at <= start < end <= kept:
            parts += [escape(shown[at:start]), f"**{escape(shown[start:end])}**"]
            at = end
    return "".join([*parts, escape(shown[at:])])


def shares(lengths: Sequence[int], room: int) -> list[int]:
    """How much of the room each of several texts gets: what the short ones do not need, the long ones share."""
    given = [0] * len(lengths)
    order = sorted(range(len(lengths)), key=lambda at: lengths[at])
    for done, at in enumerate(order):
        given[at] = min(lengths[at], room // (len(order) - done))
        room -= given[at]
    return given
