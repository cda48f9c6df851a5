"""Whom a name in a query means: the passages that name him by whatever name, and those names.

Only ``actor:`` asks for that. Adding an actor's other names to a query of bare words that names him was measured and
left out: nDCG@10 went from .796 to .790 on time63, from .678 to .674 on rtqa_2022_24 (7 queries better, 56 worse), from
.750 to .751 on inscit_dev; with the rarer of his names alone in the query, to .675 on rtqa_2022_24.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.actors.actor import Actor
from index.actors.registry import Actors
from index.actors.said import SaidError
from index.query.notes import Note
from index.sources import Sources

_OFFERED = 3
"""Near names in a note."""


class Meant:
    """Looks up the actors that queries name. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources, actors: Callable[[], Actors] | None) -> None:
        """Takes what is looked up.

        Args:
            sources: The sources.
            actors: Gives who is named in them, and in no others; raises SaidError where that cannot be known. None
                where a name means nothing but itself.
        """
        self._sources = sources
        self._actors = actors

    def passages(self, name: Sequence[str]) -> NDArray[np.int64]:
        """The positions of the passages that name the actor who certainly goes by a name; none for any other name."""
        actors, actor = self._find(name)
        if actors is None or actor is None:
            return np.empty(0, np.int64)
        positions = [at for id in actors.passages_of(actor) if (at := self._sources.position(id)) is not None]
        return np.array(positions, np.int64)

    def names(self, name: Sequence[str]) -> tuple[str, ...]:
        """The names that the sources have for the actor who certainly goes by a name, the most frequent first."""
        _, actor = self._find(name)
        return () if actor is None else tuple(one.name for one in actor.names if one.mentions)

    def notes(self, name: Sequence[str], *, stands: bool) -> list[Note]:
        """What the reader has to know: that nobody goes by the name, or goes by another that was not asked for.

        Args:
            name: The words of the name.
            stands: Whether the sources have the name as it was typed.
        """
        if self._actors is None:
            return []
        typed = " ".join(name)
        actors, actor = self._find(name)
        if actors is None:
            return [Note("Only “{name}” itself was looked for, no other name: actors.toml cannot be used.", name=typed)]
        if stands or not actors.all:
            return []
        if actor is not None:
            return [Note("“{name}” is taken for {actor}.", name=typed, actor=actor.name)]
        near = ", ".join(one.name for one in actors.near(typed, _OFFERED))
        if not near:
            return [Note("Nobody goes by “{name}”.", name=typed)]
        return [Note("Nobody goes by “{name}”. Near it: {near}.", name=typed, near=near)]

    def _find(self, name: Sequence[str]) -> tuple[Actors | None, Actor | None]:
        if self._actors is None:
            return None, None
        try:
            actors = self._actors()
        except SaidError:
            return None, None
        return actors, actors.find(" ".join(name))
