"""Which passages a parsed query admits.

Everything is decided by whole-corpus array operations; only names and nearness are looked up passage by passage, in
those that have their terms close enough. A date that a document does not have makes the verdict on it unknown, in the
sense of Kleene's three-valued logic: it is not admitted, whether the query asks for a date or excludes one, and it is
counted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from index.query import Actor, Bound, Compound, Either, Every, Field, Near, Node, Not, Phrase, Prefix, Query, Span, Word
from index.query import leaves as leaves_of
from index.sources import Sources
from index.words import fold, surfaces, term

Mask = NDArray[np.bool_]
Places = NDArray[np.int32]

EXPANSIONS = 100
"""Words. Ranking costs as much for each as a search for it alone. In 100,000 passages out of six evaluation sets 30 of
the 7,994 beginnings of three letters stand for more, and the commonest hundred are .98 of their occurrences."""

_PARTICLES = frozenset({"=al", "=el"})
_GAP = "\n"  # no word has one, not even a ligature that is decomposed into several words


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
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known about each passage.

    Attributes:
        sure: The condition holds.
        possible: It may hold: it does, or a date is unknown.
    """

    sure: Mask
    possible: Mask


class Postings:
    """Where each term occurs, as arrays. All passages' terms form one row; a place is an index into it."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        lengths = np.fromiter(map(len, passages), np.int32, len(passages))
        self._ends: Places = np.cumsum(lengths, dtype=np.int32)
        self._row: Places = np.fromiter(map(numbers.__getitem__, chain.from_iterable(passages)), np.int32)
        self._owners: Places = np.repeat(np.arange(len(passages), dtype=np.int32), lengths)
        self._places: Places = np.argsort(self._row, kind="stable").astype(np.int32)
        self._bounds = np.concatenate(([0], np.cumsum(np.bincount(self._row, minlength=len(numbers)))))
        self._numbers = dict(numbers)

    def __len__(self) -> int:
        return len(self._ends)

    def frequency(self, one: str) -> int:
        """How often a term occurs."""
        number = self._numbers.get(one)
        return 0 if number is None else int(self._bounds[number + 1] - self._bounds[number])

    def places(self, one: str) -> Places:
        """Where a term occurs, in order."""
        number = self._numbers.get(one)
        if number is None:
            return np.empty(0, np.int32)
        return self._places[self._bounds[number] : self._bounds[number + 1]]

    def with_any(self, terms: Iterable[str]) -> Mask:
        """The passages that have one of the terms."""
        mask = np.zeros(len(self), np.bool_)
        for one in terms:
            mask[self._owners[self.places(one)]] = True
        return mask

    def in_sequence(self, terms: Sequence[str]) -> Places:
        """The passages that have the terms one right after another, in order of the passages, each once."""
        at = min(range(len(terms)), key=lambda index: self.frequency(terms[index]))
        begins = self.places(terms[at]) - np.int32(at)
        begins = begins[(begins >= 0) & (begins + len(terms) <= len(self._row))]
        for offset, one in enumerate(terms):
            begins = begins[self._row[begins + offset] == self._numbers.get(one, -1)]
        begins = begins[self._owners[begins] == self._owners[begins + (len(terms) - 1)]]
        return np.unique(self._owners[begins])

    def near(self, terms: Sequence[str], distance: int) -> Places:
        """The passages where some occurrence of the rarest term has each other term at most so many terms away."""
        rarest = min(terms, key=self.frequency)
        places = self.places(rarest)
        for one in set(terms) - {rarest}:
            others = self.places(one)
            owners = self._owners[places]
            starts = np.where(owners > 0, self._ends[owners - 1], 0)
            first = np.maximum(places - distance, starts)
            last = np.minimum(places + distance, self._ends[owners] - 1)
            places = places[np.searchsorted(others, first) < np.searchsorted(others, last, side="right")]
        return np.unique(self._owners[places])


class Texts:
    """The words of all passages in one row, as numbers: stop words included, folded and not inflected."""

    def __init__(self, passages: Sequence[str]) -> None:
        numbers = _Numbers()
        rows = [
            np.array([number for surface in surfaces(text) if (number := numbers[surface]) >= 0], np.int32)
            for text in passages
        ]
        self._row: Places = np.concatenate(rows) if rows else np.empty(0, np.int32)
        self._ends: Places = np.cumsum([len(row) for row in rows], dtype=np.int32)
        self._counts = np.bincount(self._row, minlength=len(numbers.folded))
        self._numbers = numbers.folded
        self._keys = numbers.keys_of

    def in_sequence(self, wanted: Sequence[str]) -> Places:
        """The passages that have these words, folded, one right after another."""
        numbers = [self._numbers.get(one, -1) for one in wanted]
        if -1 in numbers:
            return np.empty(0, np.int32)
        at = min(range(len(numbers)), key=lambda index: int(self._counts[numbers[index]]))
        begins = np.flatnonzero(self._row == numbers[at]) - at
        begins = begins[(begins >= 0) & (begins + len(numbers) <= len(self._row))]
        for offset, number in enumerate(numbers):
            begins = begins[self._row[begins + offset] == number]
        owners = np.searchsorted(self._ends, begins, side="right")
        owners = owners[begins + len(numbers) <= self._ends[owners]]
        return np.unique(owners).astype(np.int32)

    def keys(self, at: int) -> list[str]:
        """What the words of a passage are compared by in any inflection."""
        begin = self._ends[at - 1] if at else 0
        return [self._keys[number] for number in self._row[begin : self._ends[at]].tolist()]


class _Numbers(dict[str, int]):
    """The number of each spelling's folded word, given out when first asked for; -1 for what has no letter."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: dict[str, int] = {}
        self.keys_of: list[str] = []

    def __missing__(self, surface: str) -> int:
        one = fold(surface)
        self[surface] = number = self.folded.setdefault(one, len(self.folded)) if one else -1
        if number == len(self.keys_of):
            self.keys_of.append(_key(surface))
        return number


class Filtering:
    """Tells which passages of the sources a query admits. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        numbers = {document.id: number for number, document in enumerate(sources.documents)}
        owners = [numbers[passage.document] for passage in sources.passages]
        self._documents: Places = np.array(owners, np.int32)
        spans = [Span.of(document.record.date or "") for document in sources.documents]
        self._undated: Mask = np.array([span is None for span in spans], np.bool_)
        self._first: Places = np.array([span.first.toordinal() if span else 0 for span in spans], np.int32)
        self._last: Places = np.array([span.last.toordinal() if span else 0 for span in spans], np.int32)
        self._written = cache(self._read_records)

    @cached_property
    def postings(self) -> Postings:
        """Where each term occurs; made when first asked for. Should two threads ask at once, both make it."""
        return Postings(self._sources.terms)

    @cached_property
    def texts(self) -> Texts:
        """The words of the passages; likewise made when first asked for."""
        return Texts([passage.text for passage in self._sources.passages])

    def admit(self, query: Query) -> Admitted:
        """The passages that are hits: every condition holds, and one of the bare words is there if there are any."""
        verdict = self._every(query.conditions)
        terms, notes = self._ranked(query)
        wanted = self._wanted(query, terms)
        left_out = self._count_documents(verdict.possible & ~verdict.sure & wanted)
        if left_out:
            notes.append(f"Left out for having no date: {left_out:,} document{'' if left_out == 1 else 's'}.")
        return Admitted(verdict.sure & wanted, terms, (*notes, *self._nowhere(query)))

    def matched(self, query: Query, text: str) -> int:
        """How many of the query's phrases, names and nearnesses a stretch of text has; for choosing what to show."""
        plain = _row(_folded(text))
        keys = [_key(one) for one in surfaces(text) if fold(one)]
        found = 0
        for leaf in (leaf for node in query.nodes for leaf in leaves_of(node)):
            match leaf:
                case Phrase(inside):
                    found += _row(map(fold, inside)) in plain
                case Compound(inside) | Actor(inside):
                    found += _name(map(_key, inside)) in _name(keys)
                case Near(inside, distance):
                    found += _within(keys, list(map(_key, inside)), distance)
                case _:
                    pass
        return found

    def expand(self, prefix: str) -> list[str]:
        """The terms of the sources' words that begin so, the commonest first."""
        begin = fold(prefix)
        vocabulary = self._sources.surfaces
        found = {term(spelling) for word, spelling in vocabulary.items() if word.startswith(begin)}
        counted = [(self.postings.frequency(one), one) for one in found if one is not None]
        return [one for _, one in sorted(counted, key=lambda pair: (-pair[0], pair[1]))]

    def _ranked(self, query: Query) -> tuple[tuple[str, ...], list[str]]:
        """What to rank by, and what to say about it."""
        terms, notes = list(query.terms), []
        for leaf in (leaf for node in query.nodes for leaf in leaves_of(node)):
            if isinstance(leaf, Prefix):
                found = self.expand(leaf.text)
                terms += found[:EXPANSIONS]
                if not found:
                    notes.append(f"No word of the sources begins with “{leaf.text}”.")
                elif len(found) > EXPANSIONS:
                    notes.append(
                        f"“{leaf}” stands for {len(found):,} words of the sources; only the {EXPANSIONS} commonest"
                        " count for the order of the hits."
                    )
        return tuple(terms), notes

    def _wanted(self, query: Query, terms: Iterable[str]) -> Mask:
        if query.bare or not query.conditions:
            return self.postings.with_any(terms)
        return self._all(admitted=True)

    def _nowhere(self, query: Query) -> list[str]:
        fields = [leaf for node in query.nodes for leaf in leaves_of(node, excluded=True) if isinstance(leaf, Field)]
        return [
            f"No document has “{one.value}” {'in its id or title' if one.name == 'source' else f'as its {one.name}'}."
            for one in fields
            if not self._having(one).any()
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
                return self._all(admitted=True) if one is None else self.postings.with_any([one])
            case Prefix(text):
                return self.postings.with_any(self.expand(text))
            case Phrase(inside):
                return self._phrase(inside)
            case Compound(inside) | Actor(inside):
                return self._name(inside)
            case Near(inside, distance):
                return self._near(inside, distance)
            case Field():
                return self._having(leaf)[self._documents]

    def _phrase(self, inside: Sequence[str]) -> Mask:
        mask = self._all(admitted=False)
        mask[self.texts.in_sequence(list(map(fold, inside)))] = True
        return mask

    def _name(self, inside: Sequence[str]) -> Mask:
        wanted = _name(map(_key, inside))
        candidates = self.postings.in_sequence([one for one in map(term, inside) if one is not None])
        return self._verified(candidates, lambda keys: wanted in _name(keys))

    def _near(self, inside: Sequence[str], distance: int) -> Mask:
        wanted = list(map(_key, inside))
        candidates = self.postings.near([one for one in map(term, inside) if one is not None], distance)
        return self._verified(candidates, lambda keys: _within(keys, wanted, distance))

    def _verified(self, candidates: Places, holds: Callable[[Sequence[str]], bool]) -> Mask:
        mask = self._all(admitted=False)
        mask[[at for at in candidates.tolist() if holds(self.texts.keys(at))]] = True
        return mask

    def _having(self, field: Field) -> Mask:
        """The documents that have what a field asks for."""
        if field.name == "source":
            asked = field.value.casefold()
            exact: Mask = np.array([document.id.casefold() == asked for document in self._sources.documents], np.bool_)
            if exact.any():
                return exact
        wanted = _beginning(field.value)
        return np.array([wanted in written for written in self._written(field.name)], np.bool_)

    def _read_records(self, name: str) -> list[str]:
        """What each document has in a field, the words of it as one string."""
        if name == "source":
            return [_beginning(f"{document.id}\n{document.title}") for document in self._sources.documents]
        return [_beginning(getattr(document.record, name) or "") for document in self._sources.documents]

    def _dated(self, bound: Bound) -> Verdict:
        span = Span.of(bound.date)
        if span is None:
            raise ValueError(f"{bound.date} is no date")
        late = self._last >= span.first.toordinal()
        early = self._first <= span.last.toordinal()
        sure = (late if bound.name == "from" else early) & ~self._undated
        return Verdict(sure[self._documents], (sure | self._undated)[self._documents])


def _beginning(text: str) -> str:
    """A title or name for finding parts of it that begin where a word begins."""
    return _GAP + _GAP.join(_folded(text))


def _folded(text: str) -> list[str]:
    """The words of a text, folded, without those that have no letter of their own."""
    return [one for one in map(fold, surfaces(text)) if one]


def _key(surface: str) -> str:
    """What a word is compared by in any inflection: its term, or itself marked as none."""
    return term(surface) or f"={fold(surface)}"


def _row(forms: Iterable[str]) -> str:
    """Words as one string in which a run of words is a part."""
    return f"{_GAP}{_GAP.join(forms)}{_GAP}"


def _name(keys: Iterable[str]) -> str:
    """Words as a row, without the particles that a name is written with or without."""
    return _row(one for one in keys if one not in _PARTICLES)


def _within(forms: Sequence[str], wanted: Sequence[str], distance: int) -> bool:
    """Whether a stretch of ``distance`` + 1 words has every wanted one, as often as it is wanted."""
    missing = defaultdict[str, int](int)
    for one in wanted:
        missing[one] += 1
    short = len(wanted)
    for at, one in enumerate(forms):
        if one in missing:
            short -= missing[one] > 0
            missing[one] -= 1
        if at > distance and (gone := forms[at - distance - 1]) in missing:
            missing[gone] += 1
            short += missing[gone] > 0
        if short == 0:
            return True
    return False
