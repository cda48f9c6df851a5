"""A small gazetteer: countries with their peoples, and the places and bodies that world news speaks of most.

What is not in it is told by how it is spoken of.
"""

from typing import Final

from index.actors import table

_COUNTRIES: Final = [line.split(":") for line in table.lines("countries")]

PLACES: Final = frozenset((*(name.strip() for name, _ in _COUNTRIES), *table.lines("cities"), *table.lines("regions")))
BODIES: Final = frozenset(table.lines("bodies"))
"""Bodies that are called by a name from which nobody could tell what they are."""

_ADJECTIVES: Final = frozenset(
    (
        *table.lines("peoples"),
        *(one.replace("-", " ") for _, peoples in _COUNTRIES for one in peoples.split()),
    )
)
DEMONYMS: Final = frozenset((*_ADJECTIVES, *(f"{one}s" for one in _ADJECTIVES)))
"""Words for what or who belongs to a place, a people, a faith or a party, singular and plural: capitalised, and nobody
in particular."""
