"""What a query is made of: a tree, each node of which prints as what is typed for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from index.words import term

FIELDS = ("actor", "source", "publisher", "collection", "from", "to")
"""What may stand before a colon."""

ACTOR, BOUNDS = "actor", ("from", "to")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any inflection, as typed."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word's beginning, as typed, without the asterisk."""

    text: str

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another, none inflected."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class Near:
    """Words near one another, in any order and inflection.

    Attributes:
        words: As typed, two or more.
        distance: How many words on the last of them may be from the first; 1 is the next word.
    """

    words: tuple[str, ...]
    distance: int

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"~{self.distance}'


@dataclass(frozen=True, slots=True)
class Compound:
    """Words typed as one ("US-led") where they must be taken as one: one after another, in any inflection."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return "-".join(self.words)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor's name: its words one after another, in any inflection, or any other name that is certainly his."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f'{ACTOR}:"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class Field:
    """What a document's record must have.

    Attributes:
        name: ``source``, ``publisher`` or ``collection``.
        value: As typed, without quotation marks, spaces single.
    """

    name: str
    value: str

    def __str__(self) -> str:
        return f'{self.name}:"{self.value}"'


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound on a document's date.

    Attributes:
        name: ``from`` or ``to``.
        date: ISO 8601, whole or without its day or month.
    """

    name: str
    date: str

    def __str__(self) -> str:
        return f"{self.name}:{self.date}"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    node: "Node"

    def __str__(self) -> str:
        return f"-({self.node})" if isinstance(self.node, Not | Either | Every) else f"-{self.node}"


@dataclass(frozen=True, slots=True)
class Either:
    """Two nodes or more, one of which must hold."""

    nodes: "tuple[Node, ...]"

    def __str__(self) -> str:
        return " OR ".join(f"({node})" if isinstance(node, Every) else str(node) for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Every:
    """Two nodes or more that must all hold; only inside Either and Not."""

    nodes: "tuple[Node, ...]"

    def __str__(self) -> str:
        return " ".join(map(str, self.nodes))


Leaf: TypeAlias = Word | Prefix | Phrase | Near | Compound | Actor | Field | Bound
Node: TypeAlias = Leaf | Not | Either | Every


def leaves(node: Node, *, excluded: bool = False) -> Iterator[Leaf]:
    """The leaves of a node in order; what stands below a Not only where ``excluded``."""
    if isinstance(node, Either | Every):
        for one in node.nodes:
            yield from leaves(one, excluded=excluded)
    elif not isinstance(node, Not):
        yield node
    elif excluded:
        yield from leaves(node.node, excluded=True)


def searchable(node: Node) -> Node | None:
    """The node without the words that are never indexed, which stand nearly everywhere; None if nothing is left.

    Phrases keep them, and what has another word beside them.
    """
    match node:
        case Word(text):
            return node if term(text) is not None else None
        case Compound(words) | Actor(words) | Near(words):
            return node if any(term(word) is not None for word in words) else None
        case Every(nodes):
            kept = [one for one in map(searchable, nodes) if one is not None]
            return every(kept) if kept else None
        case _:
            return node


def every(nodes: list[Node]) -> Node:
    """One node for several that must all hold, never an Every in an Every."""
    flat = [one for node in nodes for one in (node.nodes if isinstance(node, Every) else [node])]
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def either(nodes: list[Node]) -> Node:
    """One node for several of which one must hold, never an Either in an Either."""
    flat = [one for node in nodes for one in (node.nodes if isinstance(node, Either) else [node])]
    return flat[0] if len(flat) == 1 else Either(tuple(flat))
