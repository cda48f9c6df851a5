"""An actor: who is named in the documents, under which names, where."""

from dataclasses import dataclass

from index.actors.mention import Kind, Mention


@dataclass(frozen=True, slots=True)
class Spelling:
    """One of an actor's names, as the documents write it most.

    Attributes:
        name: The name.
        mentions: How often it stands in the documents.
        passages: The ids of the passages it stands in, in order.
    """

    name: str
    mentions: int
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organisation or a place.

    Attributes:
        id: A slug of the name, unique among the actors.
        name: What to call him.
        kind: What he is.
        names: All his names, the most frequent first; those that are only given by hand have no mentions.
        note: What ``actors.toml`` says of him, else None.
        mentions: How often he is named.
    """

    id: str
    name: str
    kind: Kind
    names: tuple[Spelling, ...]
    note: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Located:
    """A mention and where it stands.

    Attributes:
        document: The document's id.
        passage: The id of the passage.
        mention: Its place in the document's text.
    """

    document: str
    passage: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors who are named in the same passages.

    Attributes:
        one: The one who is named oftener.
        other: The other.
        passages: The ids of those passages, in order; never empty.
        told: Those of them in which one sentence names both. Who merely stands near, or in one table, is not told of
            together.
    """

    one: Actor
    other: Actor
    passages: tuple[str, ...]
    told: tuple[str, ...] = ()

    @property
    def strength(self) -> tuple[int, int]:
        """How close the tie is: in how many passages one sentence names both, then in how many they are at all."""
        return len(self.told), len(self.passages)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named in a text that is no document: a question.

    Attributes:
        start: The first code point of the name in the text.
        end: One past its last.
        actor: Who it is.
    """

    start: int
    end: int
    actor: Actor
