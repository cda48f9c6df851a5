"""From text to the pieces a query is made of, by their signs alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

DEEPEST = 8
"""Parentheses in parentheses. Nobody types more; deeper ones are taken for punctuation."""

_MARK = '"“”„‟«»＂'
_PIECE = re.compile(
    r"(?P<open>\()|(?P<close>\))"
    rf"|(?<!\w)[{_MARK}](?P<quoted>[^{_MARK}]*)[{_MARK}](?:~(?P<nearness>[^\s(){_MARK}]*))?"
    rf"|(?P<mark>[{_MARK}])"
    rf"|(?P<chunk>[^\s(){_MARK}]+)"
)


class Kind(Enum):
    """The kinds of piece."""

    OPEN = auto()
    CLOSE = auto()
    QUOTED = auto()
    MARK = auto()
    CHUNK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query's text.

    Attributes:
        kind: A parenthesis that has its partner, something quoted, a quotation mark without partner, or anything else
            without a space.
        text: What is inside the quotation marks, else the piece itself.
        nearness: What follows the ``~`` behind something quoted; None without ``~``.
        attached: Whether it follows the piece before, other than an opening parenthesis, without a space.
    """

    kind: Kind
    text: str
    nearness: str | None
    attached: bool

    @property
    def written(self) -> str:
        """The piece with its nearness, without quotation marks."""
        return self.text if self.nearness is None else f"{self.text}~{self.nearness}"


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order, without the parentheses that have no partner."""
    found = list(_scan(text))
    pairs = _pairs(found)
    return [one for at, one in enumerate(found) if at in pairs or one.kind not in (Kind.OPEN, Kind.CLOSE)]


def _scan(text: str) -> Iterator[Piece]:
    end = -1
    for found in _PIECE.finditer(text):
        name = found.lastgroup if found["quoted"] is None else "quoted"
        inside = found[0] if found["quoted"] is None else found["quoted"]
        kind = Kind[name.upper()] if name else Kind.CHUNK
        yield Piece(kind, inside, found["nearness"], found.start() == end)
        end = -1 if kind is Kind.OPEN else found.end()


def _pairs(found: list[Piece]) -> set[int]:
    """Where the parentheses are that have a partner and are not nested too deeply."""
    paired: set[int] = set()
    waiting: list[int] = []
    for at, piece in enumerate(found):
        if piece.kind is Kind.OPEN:
            waiting.append(at)
        elif piece.kind is Kind.CLOSE and waiting:
            begin = waiting.pop()
            if len(waiting) < DEEPEST:
                paired |= {begin, at}
    return paired
