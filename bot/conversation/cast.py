"""Whom and what the turns of a conversation name."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

from bot.conversation.gender import Gender, gender_of
from bot.question.names import Names
from index.actors.actor import Actor
from index.actors.mention import Kind
from index.actors.places import DEMONYMS
from index.actors.registry import Actors
from index.sources import Sources
from index.words import terms, words

_KEPT = 500
"""Answers. Each question of a conversation goes through the turns before it again."""
_REMEMBERED = 10_000
"""Actors; as many as a corpus has of which it is known who is named in it."""
_BEARERS = 5
"""Of more who share a name it is not asked whose it is."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that was named.

    Attributes:
        name: Its name, for people.
        spoken: How a question names it.
        kinds: What it may be; empty where that is not known.
        gender: Whether it is a he or a she; None where that is not known, or it is neither. Whom one knows as neither
            is still the same once one does.
    """

    name: str
    spoken: str
    kinds: frozenset[Kind] = frozenset()
    gender: Gender | None = field(default=None, compare=False)

    @property
    def is_somebody(self) -> bool:
        """Whether it may be a person."""
        return not self.kinds or Kind.PERSON in self.kinds

    @property
    def is_many(self) -> bool:
        """Whether it may be called "they": neither a place nor a man or a woman."""
        return self.gender is None and self.kinds != {Kind.PLACE}


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text names one.

    Attributes:
        start: The first code point of the name.
        end: One past its last.
        referent: Whom it names.
    """

    start: int
    end: int
    referent: Referent


class Cast:
    """Tells whom a text names. Safe to be used by several threads at once."""

    def __init__(self, names: Names, sources: Sources, actors: Callable[[], Actors | None] = lambda: None) -> None:
        """Takes what is known of names.

        Args:
            names: Which words are names.
            sources: Where somebody is called he or she.
            actors: Gives who is named in the sources, None where that is not known.
        """
        self.names = names
        self._sources = sources
        self._actors = actors
        self._known: dict[str, Referent] = {}
        self._kept: OrderedDict[str, Sequence[Named]] = OrderedDict()
        self._lock = Lock()

    def of(self, text: str, *, quoted: bool = False) -> tuple[Referent, ...]:
        """Those whom a text names, in order; full names before others where the actors are not known.

        Args:
            text: The text.
            quoted: Whether it is of the sources: what is named in it is kept, in what people ask it is not.
        """
        found = [one.referent for one in self.places(text, quoted=quoted)]
        if self._actors() is None:
            full = [one for one in found if " " in one.name or "-" in one.name]
            found = full or [one for one in found if one.name not in DEMONYMS]
        return tuple(dict.fromkeys(found))

    def places(self, text: str, *, quoted: bool = False) -> Sequence[Named]:
        """Where a text names them, in order: actors for certain, and names that several bear or that are but names."""
        with self._lock:
            kept = self._kept.get(text)
        if kept is not None:
            return kept
        actors = self._actors()
        found = self._places(text, actors)
        # Names alone are soon found, and what is not known yet may be known the next time.
        if quoted and actors is not None:
            with self._lock:
                self._kept[text] = found
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found

    def referent(self, actor: Actor, actors: Actors) -> Referent:
        """An actor as one speaks of him."""
        known = self._known.get(actor.id)
        if known is None:
            gender = gender_of(actor, actors, self._sources) if actor.kind is Kind.PERSON else None
            known = Referent(actor.name, _spoken(actor), frozenset({actor.kind}), gender)
            if len(self._known) < _REMEMBERED:
                self._known[actor.id] = known
        return known

    def _places(self, text: str, actors: Actors | None) -> Sequence[Named]:
        known = [] if actors is None else actors.named_in(text)
        found = [Named(one.start, one.end, self.referent(one.actor, actors)) for one in known if actors is not None]
        taken = {term for one in known for term in terms(text[one.start : one.end])}
        found += [one for one in self._names_in(text, actors) if taken.isdisjoint(terms(one.referent.name))]
        return sorted(found, key=lambda one: one.start)

    def _names_in(self, text: str, actors: Actors | None) -> Iterator[Named]:
        """Names that are no actor's own: of several, of one who has more names to his name, or of nobody known."""
        end = 0
        for name in self.names.of(text, [word for word in words(text) if word.term is not None]):
            found = re.compile(re.escape(name), re.IGNORECASE).search(text, end)
            referent = Referent(name, name) if actors is None else self._bearer(name, actors)
            if found is not None and referent is not None:
                end = found.end()
                yield Named(found.start(), end, referent)

    def _bearer(self, name: str, actors: Actors) -> Referent | None:
        """Whom a name may mean; None for no actor. "Quell" is Marta Quell where she is the only one of that name."""
        called = actors.called(name)
        if called:
            return Referent(name, name, frozenset(one.kind for one in called))
        bearers = [one for one in actors.starting(name, _BEARERS) if set(terms(name)) <= _terms_of(one)]
        return self.referent(bearers[0], actors) if len(bearers) == 1 else None


def _spoken(actor: Actor) -> str:
    """What a question calls an actor: as the sources mostly do by his own name, somebody by the last word of that."""
    own = set(terms(actor.name))
    most = next((one.name for one in actor.names if own.issuperset(terms(one.name))), actor.name)
    return most.split()[-1] if actor.kind is Kind.PERSON else most


def _terms_of(actor: Actor) -> frozenset[str]:
    return frozenset(term for one in actor.names for term in terms(one.name))
