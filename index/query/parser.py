"""From text to a query. Any text is a query; what is no sign of the language is a word."""

import re
from collections.abc import Sequence
from enum import Enum

from index.query import notes
from index.query.dates import Span
from index.query.notes import Note
from index.query.query import Query
from index.query.scanner import Kind, Piece, pieces
from index.query.tree import (
    ACTOR,
    BOUNDS,
    FIELDS,
    Actor,
    Bound,
    Compound,
    Every,
    Field,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Word,
    either,
    every,
    searchable,
)
from index.words import Word as Found
from index.words import fold, words

_FIELD = re.compile(r"([A-Za-z]{2,}):(.*)", re.DOTALL)
_SCHEMES = frozenset("mailto tel sms urn doi isbn issn arxiv data geo magnet news xmpp".split())
"""Schemes of addresses that are written without ``//``; the others cannot be taken for fields."""

_STOPS = ".,;:!?…،؛؟"
_DISTANCE = re.compile(rf"([0-9]{{1,3}})[{_STOPS}]*")
_PREFIX = re.compile(rf"([^*]+)\*[{_STOPS}]*")


class _Or(Enum):
    OR = "OR"


_Item = Node | _Or


def parse(text: str) -> Query:
    """Reads a query; never fails, see ``Query.notes``."""
    parser = _Parser(pieces(text))
    nodes = tuple(one for node in parser.sequence() for one in _plain(node))
    return Query(nodes, tuple(dict.fromkeys([*parser.notes, *_contradictions(nodes)])))


class _Parser:
    """Reads the pieces once, from left to right."""

    def __init__(self, found: Sequence[Piece]) -> None:
        self.notes: list[Note] = []
        self._pieces = found
        self._at = 0

    def sequence(self) -> list[Node]:
        """The nodes up to the end of the group or of the text."""
        items: list[_Item] = []
        while (piece := self._next()) is not None and piece.kind is not Kind.CLOSE:
            read = self._read(piece, first=not items)
            if read is not None:
                items.append(read)
        return self._joined(items)

    def _peek(self, kind: Kind | None = None, *, attached: bool = False) -> Piece | None:
        """The next piece, if it is of this kind and attached as asked."""
        if self._at == len(self._pieces):
            return None
        piece = self._pieces[self._at]
        return piece if (kind is None or piece.kind is kind) and (piece.attached or not attached) else None

    def _next(self) -> Piece | None:
        piece = self._peek()
        self._at += piece is not None
        return piece

    def _read(self, piece: Piece, *, first: bool) -> _Item | None:
        match piece.kind:
            case Kind.OPEN:
                return self._group()
            case Kind.QUOTED:
                return self._quoted(piece)
            case Kind.MARK:
                self._stray()
                return None
            case _ if piece.text == "OR":
                return _Or.OR
            case _ if piece.text == "-" and not self._clings():
                self._dash(first=first)
                return None
            case _ if piece.text[0] == "-" and not piece.attached:
                return self._minus(piece.text[1:])
            case _:
                return self._chunk(piece.text)[0]

    def _clings(self) -> bool:
        """Whether what is quoted, or a group, begins right behind the piece in hand."""
        return any(self._peek(kind, attached=True) for kind in (Kind.QUOTED, Kind.OPEN))

    def _group(self) -> Node | None:
        nodes = self.sequence()
        return every(nodes) if nodes else None

    def _stray(self) -> None:
        following = self._peek()
        self.notes.append(notes.unpaired(None if following is None else following.text))

    def _dash(self, *, first: bool) -> None:
        following = self._peek()
        # Between words it is a dash, as people write it.
        if first or following is None or following.kind in (Kind.CLOSE, Kind.MARK):
            self.notes.append(notes.DASH)

    def _minus(self, text: str) -> Node | None:
        """A chunk that begins with a minus, given without it."""
        if not text:
            piece = self._next()
            read = None if piece is None else self._read(piece, first=False)
            return None if read is None or isinstance(read, _Or) else self._excluded(read)
        if re.match(r"[^\W_]", text) is None:
            return self._chunk(text)[0]
        node, understood = self._chunk(text)
        return node if node is None or not understood else self._excluded(node)

    def _excluded(self, node: Node) -> Node:
        rest = searchable(node)
        if rest is None:
            self._too_common(node, "excluded")
            return node
        return Not(rest)

    def _quoted(self, piece: Piece) -> Node | None:
        inside = tuple(word.text for word in words(piece.text) if fold(word.text))
        if piece.nearness is not None:
            return self._near(piece, piece.nearness, inside)
        if not inside:
            self.notes.append(notes.empty(piece.text.strip()))
            return None
        return Phrase(inside)

    def _near(self, piece: Piece, nearness: str, inside: tuple[str, ...]) -> Node | None:
        found = _DISTANCE.fullmatch(nearness)
        if found is not None and int(found[1]) and len(inside) > 1:
            near = Near(inside, int(found[1]))
            if searchable(near) is not None:
                return near
            self._too_common(near, "near")
            return _words(piece.text)
        self.notes.append(notes.nearness(nearness))
        return _words(piece.written)

    def _chunk(self, text: str) -> tuple[Node | None, bool]:
        """Reads anything else without a space; tells too whether every sign in it was understood."""
        found = _FIELD.fullmatch(text)
        if found is not None:
            name, value = found[1].lower(), found[2]
            if name in FIELDS:
                return self._field(text, name, value)
            if name not in _SCHEMES and (re.match(r"[^\W_]", value) or self._value_follows(value)):
                return self._unknown_field(text, found[1])
        if "*" in text:
            return self._prefix(text)
        return _words(text), True

    def _value_follows(self, value: str) -> bool:
        return not value and self._peek(Kind.QUOTED, attached=True) is not None

    def _unknown_field(self, text: str, name: str) -> tuple[Node | None, bool]:
        self.notes.append(notes.unknown_field(name, FIELDS))
        following = self._next() if text.endswith(":") else None
        return _words(f"{text} {following.written}" if following else text), False

    def _field(self, text: str, name: str, value: str) -> tuple[Node | None, bool]:
        following = self._next() if self._value_follows(value) else None
        if following is not None:
            value, text = following.text, f"{text}{following.written}"
            if following.nearness is not None:
                self.notes.append(notes.no_nearness(name, following.nearness))
                return _words(text), False
        found = words(value)
        if not any(fold(word.text) for word in found):
            self.notes.append(notes.no_value(name))
            return _words(text), False
        value = " ".join(value[: found[-1].end].split())
        if name in BOUNDS:
            return self._bound(text, name, value)
        return (Field(name, value), True) if name != ACTOR else self._actor(text, found)

    def _actor(self, text: str, found: Sequence[Found]) -> tuple[Node | None, bool]:
        if "*" in text:
            self._misplaced_star(text)
        actor = Actor(tuple(word.text for word in found if fold(word.text)))
        if searchable(actor) is None:
            self._too_common(actor, "actor")
            return _words(text), False
        return actor, True

    def _bound(self, text: str, name: str, value: str) -> tuple[Node | None, bool]:
        if Span.of(value) is not None:
            return Bound(name, value), True
        self.notes.append(notes.no_date(name, value))
        return _words(text), False

    def _prefix(self, text: str) -> tuple[Node | None, bool]:
        found = _PREFIX.fullmatch(text)
        inside = words(found[1]) if found else []
        if found and inside and inside[-1].end == len(found[1]) and fold(inside[-1].text):
            return every([*(_word(word.text) for word in inside[:-1]), Prefix(inside[-1].text)]), True
        self._misplaced_star(text)
        return _words(text), False

    def _misplaced_star(self, text: str) -> None:
        self.notes.append(notes.star(text))

    def _joined(self, items: Sequence[_Item]) -> list[Node]:
        """Puts alternatives together."""
        nodes: list[Node] = []
        alternatives: list[Node] = []
        for at, item in enumerate(items):
            if isinstance(item, _Or):
                if at == 0 or at == len(items) - 1 or isinstance(items[at + 1], _Or):
                    self.notes.append(notes.LONE_OR)
                continue
            alternatives.append(item)
            if at + 2 >= len(items) or not isinstance(items[at + 1], _Or) or isinstance(items[at + 2], _Or):
                nodes += [item] if len(alternatives) == 1 else self._alternatives(alternatives)
                alternatives = []
        return nodes

    def _alternatives(self, nodes: list[Node]) -> list[Node]:
        kept = []
        for node in nodes:
            rest = searchable(node)
            if rest is None:
                self._too_common(node, "or")
            else:
                kept.append(rest)
        return [either(kept)] if len(kept) == len(nodes) or len(kept) > 1 else nodes

    def _too_common(self, node: Node, asked: str) -> None:
        self.notes.append(notes.too_common(asked, " ".join(getattr(node, "words", None) or str(node).split())))


def _word(text: str) -> Word:
    # So that a printed query never has an OR that was none.
    return Word("or" if text == "OR" else text)


def _words(text: str) -> Node | None:
    """All words of a chunk as one node."""
    found = tuple(word.text for word in words(text))
    return None if not found else _word(found[0]) if len(found) == 1 else Compound(found)


def _plain(node: Node) -> list[Node]:
    """What a node is outside every alternative: words typed as one, or in parentheses, are bare words there."""
    match node:
        case Compound(inside):
            return [_word(word) for word in inside]
        case Every(nodes):
            return [one for part in nodes for one in _plain(part)]
        case _:
            return [node]


def _contradictions(nodes: Sequence[Node]) -> list[Note]:
    """Whether the bounds leave no time at all."""
    bounds = [(node.name, span) for node in nodes if isinstance(node, Bound) and (span := Span.of(node.date))]
    begins = [span.first for name, span in bounds if name == "from"]
    ends = [span.last for name, span in bounds if name == "to"]
    if not begins or not ends or max(begins) <= min(ends):
        return []
    return [notes.NEVER]
