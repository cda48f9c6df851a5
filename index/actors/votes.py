"""Votes for what a name names.

Each sign is a vote. The weights are set by hand, by how seldom a sign misleads; what the gazetteer knows outweighs what
a few sentences suggest, and a title before the name outweighs both.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from index.actors.mention import Kind

Votes = dict[Kind, float]

KNOWN: Final = 8.0
TITLED: Final = 10.0
CONVINCING: Final = 3.0
"""Votes of a single neighbour from which on an everyday word is a name: the port of Bar, President Rice."""
SURE: Final = 4.0
STRONG: Final = CONVINCING
FAIR: Final = 1.5
WEAK: Final = 0.7
LONE: Final = 0.4
"""For a person, of a single word without any sign: in running text mostly a surname."""


def together(some: Sequence[Mapping[Kind, float]]) -> Votes:
    """Votes added up."""
    total: Votes = {}
    for votes in some:
        for kind, vote in votes.items():
            add(total, kind, vote)
    return total


def add(votes: Votes, kind: Kind, vote: float) -> None:
    """Adds a vote to some."""
    votes[kind] = votes.get(kind, 0.0) + vote
