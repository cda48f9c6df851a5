"""A place in a text where an actor is named."""

from dataclasses import dataclass
from enum import StrEnum

from index.actors.callings import Calling


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a document, without titles, articles and possessive endings.

    Attributes:
        start: Its first code point in the document's text.
        end: One past its last code point.
        text: Its words, ``document.text[start:end]``.
        kind: What it names.
        name: The fullest name by which the document calls the same actor: of a surname the full name, of an acronym
            its expansion, of an alias the name it is said to stand for; else the text itself.
        sentence: Which sentence of the document it stands in, counted through all of it; None where it stands in none:
            in a heading, a list, a row of a table.
        callings: The walks of life that a person may be of, by what is said beside the name; empty where nothing is.
        born: The year of a person's birth, where it follows the name.
    """

    start: int
    end: int
    text: str
    kind: Kind
    name: str
    sentence: int | None = None
    callings: frozenset[Calling] = frozenset()
    born: int | None = None
