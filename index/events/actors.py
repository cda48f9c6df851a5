"""The actors of the sources as a timeline takes them."""

from collections.abc import Sequence
from functools import cached_property

from index.actors.actor import Actor
from index.actors.mention import Kind
from index.actors.registry import Actors
from index.events.naming import Name


class ByActors:
    """Where the actors of a registry are named; their ids are the registry's."""

    def __init__(self, actors: Actors) -> None:
        self._actors = actors

    def names(self, document: str) -> Sequence[Name]:
        """The places in a document where it is certain who is named, in order."""
        return [
            Name(mention.start, mention.end, actor.id, actor.kind is Kind.PERSON)
            for actor, mention in self._actors.mentions_in(document)
            if actor is not None
        ]

    def documents(self, actor: str) -> list[str]:
        """The ids of the documents that name an actor, in order."""
        return self._actors.documents_of(self.actor(actor))

    def actor(self, id: str) -> Actor:
        """The actor of an id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self._actors.all}
