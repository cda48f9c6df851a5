"""What a timeline needs to know of actors: where each is named."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Name:
    """A place in a document where an actor is named.

    Attributes:
        start: Its first code point in the document's text.
        end: One past its last code point.
        actor: The actor's id.
        is_person: Whether he is somebody rather than a place or a body, as far as is known.
    """

    start: int
    end: int
    actor: str
    is_person: bool = False


class Naming(Protocol):
    """Where actors are named in the sources."""

    def names(self, document: str) -> Sequence[Name]:
        """The places in a document, in order."""

    def documents(self, actor: str) -> Collection[str]:
        """The ids of the documents that name an actor."""
