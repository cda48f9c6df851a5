"""Mentions that are alike, and what is gathered of an actor from them."""

from collections import Counter
from dataclasses import dataclass, field

from index.actors.given import is_given
from index.actors.mention import Kind
from index.actors.said import Said

Node = tuple[str, bool]
"""A name as ``key`` gives it, and whether it is a person's: where George Washington is named, the town is another."""


Owner = Node | int
"""Whose a mention is: a name's that stands for all it was joined with, or the number of an entry in ``actors.toml``."""


@dataclass(slots=True)
class Group:
    """What is gathered of one actor.

    Attributes:
        full: The fullest names that documents call him by, with how often.
        kinds: What his mentions are, with how often.
        said: What ``actors.toml`` says.
    """

    full: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    said: Said | None = None

    @property
    def mentions(self) -> int:
        """How often he is named."""
        return self.full.total()

    @property
    def kind(self) -> Kind:
        """What most of his mentions are.

        A person is what a name without any sign is taken for, so that half of it counts if no given name begins his.
        """
        if self.said is not None and self.said.kind is not None:
            return self.said.kind
        votes = {kind: float(self.kinds[kind.value]) for kind in (Kind.ORGANISATION, Kind.PLACE, Kind.PERSON)}
        if not any(is_given(name.split()[0]) for name in self.full):
            votes[Kind.PERSON] /= 2
        return max(votes, key=lambda one: votes[one]) if any(votes.values()) else Kind.PERSON


@dataclass(slots=True, eq=False)
class Form:
    """Mentions that are alike: the same words, meaning the same full name, of one kind.

    Attributes:
        text: The words.
        name: The full name in their document.
        kind: What they name.
        key: Of the words.
        node: Of the full name.
        count: How many there are.
        lone: Whether it is a surname or an alias alone, of somebody whom other documents name in full.
        owner: Whose they are, in documents that ``actors.toml`` does not single out; None as long as it is not certain.
    """

    text: str
    name: str
    kind: Kind
    key: str
    node: Node
    count: int = 0
    lone: bool = False
    owner: Owner | None = None
