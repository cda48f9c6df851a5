"""A query as understood."""

from dataclasses import dataclass, field

from index.query.notes import Note
from index.query.tree import Actor, Compound, Near, Node, Phrase, Word, leaves
from index.words import INTERROGATIVES, fold, term


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood. Printed, it is a query that is understood the same way.

    Attributes:
        nodes: Its pieces in order. Bare words order the passages, and one of them must be there; everything else must
            hold.
        notes: A sentence for the reader on each piece that could not be understood and is searched as plain words.
    """

    nodes: tuple[Node, ...]
    notes: tuple[Note, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return " ".join(map(str, self.nodes))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for, as typed, in order: not the excluded ones, nor the values of fields."""
        found: list[str] = []
        for leaf in (leaf for node in self.nodes for leaf in leaves(node)):
            match leaf:
                case Word(text):
                    found.append(text)
                case Phrase(words) | Near(words) | Compound(words) | Actor(words):
                    found += words
                case _:
                    pass
        return tuple(found)

    @property
    def terms(self) -> tuple[str, ...]:
        """What passages are ranked by, repeated as often as typed; interrogatives only if there is nothing else.

        The words that a prefix stands for are not among them: only the sources know those.
        """
        indexed = [(word, one) for word in self.words if (one := term(word)) is not None]
        content = [one for word, one in indexed if fold(word) not in INTERROGATIVES]
        return tuple(content or (one for _, one in indexed))

    @property
    def bare(self) -> tuple[str, ...]:
        """The terms of the bare words: those outside every phrase, alternative and field."""
        return tuple(one for node in self.nodes if isinstance(node, Word) and (one := term(node.text)) is not None)

    @property
    def conditions(self) -> tuple[Node, ...]:
        """What must hold of a passage: everything but bare words."""
        return tuple(node for node in self.nodes if not isinstance(node, Word))
