"""Which passages a parsed query admits.

Everything is decided by array operations; only names and nearness are looked up passage by passage, in those that have
all their terms. An actor is named by whatever name he certainly has. A date that a document does not have makes the
verdict on it unknown, in the sense of Kleene's three-valued logic: it is not admitted, whether the query asks for a
date or excludes one, and it is counted.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from index.actors.registry import Actors
from index.meant import Meant
from index.occurring import Occurring
from index.query import (
    Actor,
    Bound,
    Compound,
    Either,
    Every,
    Field,
    Near,
    Node,
    Not,
    Note,
    Phrase,
    Prefix,
    Query,
    Span,
    Word,
)
from index.query import leaves as leaves_of
from index.sources import Sources
from index.wording import PARTICLES, beginning, folded, key, name_row, row, stands, within
from index.words import fold, surfaces, term

Mask = NDArray[np.bool_]

NOWHERE = {
    "source": "No document has “{value}” in its id or title.",
    "publisher": "No document has “{value}” as its publisher.",
    "collection": "No document has “{value}” as its collection.",
}
"""What is said of a field's value that no document has."""

EXPANSIONS = 100
"""Words. Ranking costs as much for each as a search for it alone. In 100,000 passages out of six evaluation sets 30 of
the 7,994 beginnings of three letters stand for more, and the commonest hundred are .98 of their occurrences."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a query admits.

    Attributes:
        mask: For each passage whether it is a hit.
        terms: What the hits are ranked by: the query's terms and the commonest words its prefixes stand for. Where it
            is empty the hits are in the order of the documents.
        notes: Sentences for the reader on what had to be left out.
    """

    mask: Mask
    terms: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known about each passage.

    Attributes:
        sure: The condition holds.
        possible: It may hold: it does, or a date is unknown.
    """

    sure: Mask
    possible: Mask


class Filtering:
    """Tells which passages of the sources a query admits. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources, actors: Callable[[], Actors] | None = None) -> None:
        """Takes the sources.

        Args:
            sources: The sources.
            actors: Gives who is named in them; None where a name means nothing but itself.
        """
        self._sources = sources
        self._meant = Meant(sources, actors)
        self._occurring = Occurring(sources)
        self._documents = sources.layout.owner
        self._written = cache(self._read_records)

    def admit(self, query: Query) -> Admitted:
        """The passages that are hits: every condition holds, and one of the bare words is there if there are any."""
        verdict = self._every(query.conditions)
        terms, notes = self._ranked(query)
        wanted = self._wanted(query)
        left_out = self._count_documents(verdict.possible & ~verdict.sure & wanted)
        if left_out:
            notes.append(Note("Left out for having no date: {number} of the documents.", number=left_out))
        return Admitted(verdict.sure & wanted, terms, (*notes, *self._nowhere(query)))

    def matched(self, query: Query, text: str) -> int:
        """How many of the query's phrases, names and nearnesses a stretch of text has; for choosing what to show."""
        plain = row(folded(text))
        keys = [key(one) for one in surfaces(text) if fold(one)]
        found = 0
        for leaf in (leaf for node in query.nodes for leaf in leaves_of(node)):
            match leaf:
                case Phrase(inside):
                    found += row(map(fold, inside)) in plain
                case Compound(inside):
                    found += stands(inside, keys)
                case Actor(inside):
                    names = [inside, *map(surfaces, self._meant.names(inside))]
                    found += any(stands(list(one), keys) for one in names)
                case Near(inside, distance):
                    found += within(keys, list(map(key, inside)), distance)
                case _:
                    pass
        return found

    def expand(self, prefix: str) -> list[str]:
        """The terms of the sources' words that begin so, the commonest first."""
        counted = [(self._sources.frequency(one), one) for one in self._occurring.terms_beginning(fold(prefix))]
        return [one for _, one in sorted(counted, key=lambda pair: (-pair[0], pair[1]))]

    def _ranked(self, query: Query) -> tuple[tuple[str, ...], list[Note]]:
        """What to rank by, and what to say about it."""
        terms, notes = list(query.terms), list[Note]()
        for leaf in (leaf for node in query.nodes for leaf in leaves_of(node)):
            if isinstance(leaf, Actor) and not query.bare:  # bare words say what is looked for
                terms += self._other_terms(leaf, terms)
            if isinstance(leaf, Prefix):
                found = self.expand(leaf.text)
                terms += found[:EXPANSIONS]
                if not found:
                    notes.append(Note("No word of the sources begins with “{text}”.", text=leaf.text))
                elif len(found) > EXPANSIONS:
                    notes.append(
                        Note(
                            "“{text}” stands for {number} words of the sources; only the {most} commonest count for "
                            "the order of the hits.",
                            text=str(leaf),
                            number=len(found),
                            most=EXPANSIONS,
                        )
                    )
        return tuple(terms), notes

    def _other_terms(self, actor: Actor, terms: Collection[str]) -> list[str]:
        """What the other names of an actor add to rank by."""
        found = [term(word) for name in self._meant.names(actor.words) for word in surfaces(name)]
        return [one for one in dict.fromkeys(found) if one is not None and one not in terms]

    def _wanted(self, query: Query) -> Mask:
        if query.bare or not query.conditions:
            return self._with_any(query.bare)
        return self._all(admitted=True)

    def _nowhere(self, query: Query) -> list[Note]:
        leaves = [leaf for node in query.nodes for leaf in leaves_of(node, excluded=True)]
        fields = [leaf for leaf in leaves if isinstance(leaf, Field)]
        names = [leaf.words for leaf in leaves if isinstance(leaf, Actor)]
        unnamed = (self._meant.notes(one, stands=self._occurring.holding(one).size > 0) for one in names)
        return [note for notes in unnamed for note in notes] + [
            Note(NOWHERE[one.name], value=one.value) for one in fields if not self._having(one).any()
        ]

    def _count_documents(self, mask: Mask) -> int:
        return len(np.unique(self._documents[mask]))

    def _all(self, *, admitted: bool) -> Mask:
        return np.full(len(self._documents), admitted)

    def _every(self, nodes: Iterable[Node]) -> Verdict:
        verdict = Verdict(self._all(admitted=True), self._all(admitted=True))
        for node in nodes:
            one = self._judge(node)
            verdict = Verdict(verdict.sure & one.sure, verdict.possible & one.possible)
        return verdict

    def _judge(self, node: Node) -> Verdict:
        match node:
            case Not(inner):
                verdict = self._judge(inner)
                return Verdict(~verdict.possible, ~verdict.sure)
            case Either(nodes):
                verdicts = list(map(self._judge, nodes))
                return Verdict(
                    reduce(np.logical_or, (one.sure for one in verdicts)),
                    reduce(np.logical_or, (one.possible for one in verdicts)),
                )
            case Every(nodes):
                return self._every(nodes)
            case Bound():
                return self._dated(node)
            case _:
                mask = self._mask(node)
                return Verdict(mask, mask)

    def _mask(self, leaf: Word | Prefix | Phrase | Near | Compound | Actor | Field) -> Mask:
        match leaf:
            case Word(text):
                one = term(text)
                # A word that is never indexed holds nothing back, as in a query of bare words.
                return self._all(admitted=True) if one is None else self._with_any([one])
            case Prefix(text):
                return self._with_any(self.expand(text))
            case Phrase(inside):
                return self._phrase(inside)
            case Compound(inside):
                return self._name(inside)
            case Actor(inside):
                mask = self._name(inside)
                mask[self._meant.passages(inside)] = True
                return mask
            case Near(inside, distance):
                return self._near(inside, distance)
            case Field():
                return self._having(leaf)[self._documents]

    def _with_any(self, terms: Iterable[str]) -> Mask:
        mask = self._all(admitted=False)
        for one in terms:
            mask[self._sources.engine.holders(one)] = True
        return mask

    def _phrase(self, inside: Sequence[str]) -> Mask:
        mask = self._all(admitted=False)
        mask[self._occurring.in_sequence(inside)] = True
        return mask

    def _name(self, inside: Sequence[str]) -> Mask:
        # Told apart by the words: a particle that the sources lack has the key of any other small word that they lack.
        wanted = row(str(self._occurring.key(one)) for one in inside if fold(one) not in PARTICLES)
        return self._verified(inside, lambda keys: wanted in name_row(map(str, keys), self._particles))

    def _near(self, inside: Sequence[str], distance: int) -> Mask:
        wanted = list(map(self._occurring.key, inside))
        return self._verified(inside, lambda keys: within(keys, wanted, distance))

    def _verified(self, inside: Sequence[str], holds: Callable[[Sequence[int]], bool]) -> Mask:
        """The passages that have all the words in some inflection, and of which something holds besides."""
        mask = self._all(admitted=False)
        for at, keys in self._occurring.keys(self._occurring.holding(inside)):
            mask[at] = holds(keys)
        return mask

    @cached_property
    def _particles(self) -> frozenset[str]:
        return frozenset(str(self._occurring.key(one)) for one in PARTICLES)

    def _having(self, field: Field) -> Mask:
        """The documents that have what a field asks for."""
        if field.name == "source":
            asked = field.value.casefold()
            exact: Mask = np.array([id.casefold() == asked for id in self._sources.ids], np.bool_)
            if exact.any():
                return exact
        wanted = beginning(field.value)
        return np.array([wanted in written for written in self._written(field.name)], np.bool_)

    def _read_records(self, name: str) -> list[str]:
        """What each document has in a field, the words of it as one string."""
        read = self._sources.listed
        if name == "source":
            return [beginning(f"{one.id}\n{one.title}") for one in read]
        if name == "collection":
            return [beginning(one.collection) for one in read]
        return [beginning(getattr(one.record, name) or "") for one in read]

    def _dated(self, bound: Bound) -> Verdict:
        span = Span.of(bound.date)
        if span is None:
            raise ValueError(f"{bound.date} is no date")
        first, last = self._sources.days.T
        undated = first == 0
        sure = (last >= span.first.toordinal() if bound.name == "from" else first <= span.last.toordinal()) & ~undated
        return Verdict(sure[self._documents], (sure | undated)[self._documents])
