"""The sources: documents, their passages and the words of each, as a search sees them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.annotations import Row, annotate
from index.document import Document
from index.engine import Engine
from index.passages import SIZE, Passage, Size
from index.prepared import Prepared
from index.progress import Progress, unseen
from index.recent import Recent
from index.store.assembly import assembled
from index.store.census import Census
from index.store.layout import Layout
from index.store.lazy import Lazy, Surfaces
from index.store.lexicon import NONE, Lexicon
from index.store.shelf import Shelf
from index.store.table import Column, Ints
from index.words import fold

_RECENT = 32 << 20
"""Characters of documents that are kept decoded: the largest that is read, or the thousands that a day's questions
come back to."""

_CHUNK = 1_000
"""Passages whose terms are put together at a time; for so many no more terms are decoded than they have."""


class Sources:
    """A set of documents and what is known about exactly these: nothing here tells of any other document.

    What stands on the shelves is mapped, and decoded when it is asked for. It never changes; safe to be used by several
    threads at once.

    Attributes:
        documents: In the order of their files; those that could not be read are among them, with their problem.
        passages: Of all documents, in order.
        rows: Where the documents stand: their rows, counted through all shelves.
        shelves: Where they stand, beside others.
        lexicon: The words of everything on the shelves.
        terms: The terms of each passage, in order; of a document's first passage also those of its title.
    """

    def __init__(
        self,
        shelves: Sequence[Shelf],
        rows: Ints,
        lexicon: Lexicon,
        *,
        census: Census | None = None,
        engine: Engine | None = None,
        recent: Recent[Document] | None = None,
    ) -> None:
        """A set of documents; others call ``of``, ``within`` or ``index.opening.open_sources``.

        Args:
            shelves: Where they stand, beside others.
            rows: Their rows, counted through all shelves, in the order of the documents.
            lexicon: The words of everything on the shelves.
            census: What of it stands in these documents; None counts it when it is asked for.
            engine: Their ranking; None makes it when it is asked for.
            recent: Where decoded documents are kept.
        """
        self.shelves = tuple(shelves)
        self.lexicon = lexicon
        self.rows = rows
        self._ends: list[int] = np.cumsum([len(shelf) for shelf in shelves]).tolist()
        self._starts = np.array([0, *self._ends], np.int64)
        self._census = census
        self._engine = engine
        self._recent = recent or Recent(_RECENT, lambda document: len(document.text))
        self.documents: Sequence[Document] = Lazy(len(rows), self._document)
        self.passages: Sequence[Passage] = Lazy(len(self.layout.owner), self._passage)
        self.terms: Sequence[tuple[str, ...]] = Lazy(len(self.layout.owner), self._terms)

    @classmethod
    def of(cls, documents: Iterable[Document], size: Size = SIZE, progress: Progress = unseen) -> Self:
        """Documents in memory, in the order given."""
        everything = list(documents)
        prepared = (Prepared.of(one, size, {}) for one in progress(everything, len(everything), "Preparing"))
        shelves, lexicon = assembled(prepared)
        return cls(shelves, np.arange(sum(map(len, shelves))), lexicon)

    def within(self, collections: Collection[str]) -> "Sources":
        """The documents of some collections, as if there were no others."""
        wanted = [at for at, name in enumerate(self.collection_of) if name in collections]
        return self.among(np.array(wanted, np.int64))

    def among(self, documents: Ints) -> "Sources":
        """Some of the documents, given by their places, ascending, as if there were no others."""
        if len(documents) == len(self.rows):
            return self
        kept = np.zeros(len(self.rows), np.bool_)
        kept[documents] = True
        engine = self.engine.view(kept[self.layout.owner])
        return Sources(self.shelves, self.rows[documents], self.lexicon, engine=engine, recent=self._recent)

    @cached_property
    def collections(self) -> Mapping[str, int]:
        """How many documents each collection has, by its name."""
        return dict(sorted(Counter(self.collection_of).items()))

    @cached_property
    def ids(self) -> list[str]:
        """The id of each document."""
        return self._strings("id")

    @cached_property
    def origins(self) -> list[str]:
        """What each document was read from; see ``index.reading.origin``."""
        return self._strings("origin")

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The id of each document by its file."""
        return dict(zip((origin.partition("\n")[0] for origin in self.origins), self.ids, strict=True))

    @cached_property
    def left_out(self) -> Mapping[str, int]:
        """How many lines of each document that was read are not in its text, being furniture; by document id."""
        counts = self._sizes("outline") - self._sizes("paragraphs") // 3
        return {id: count for id, count in zip(self.ids, counts.tolist(), strict=True) if count > 0}

    @cached_property
    def listed(self) -> Sequence[Document]:
        """The documents without their texts: to list them, which decodes no text."""
        return tuple(shelf.described(row) for shelf, row in map(self.home, range(len(self.rows))))

    @cached_property
    def layout(self) -> Layout:
        """Where the passages stand."""
        return Layout.of(self.shelves, self.rows)

    @cached_property
    def census(self) -> Census:
        """How often everything stands in these documents."""
        return self._census or Census.of(self)

    @cached_property
    def engine(self) -> Engine:
        """The ranking of the passages."""
        return Engine.build(self.term_lists(np.arange(len(self.passages)))) if self._engine is None else self._engine

    @cached_property
    def surfaces(self) -> Mapping[str, str]:
        """Each word of the texts, folded, to its commonest spelling there; for "did you mean"."""
        return Surfaces(self.lexicon, self.census.spelled)

    @cached_property
    def frequencies(self) -> NDArray[np.int64]:
        """How often each term stands in the passages, by its number in the lexicon."""
        of, words = self.lexicon.term_of_word, self.census.words
        counted = np.bincount(of[of >= 0], words[of >= 0], minlength=len(self.lexicon.terms))
        return counted.astype(np.int64)

    def document(self, id: str) -> Document | None:
        """The document of this id, None where there is none."""
        at = self._places.get(id)
        return None if at is None else self.documents[at]

    def document_of(self, position: int) -> Document:
        """The document that a passage belongs to."""
        return self.documents[int(self.layout.owner[position])]

    def position(self, passage: str) -> int | None:
        """Where in ``passages`` the passage of this id is, None where there is none."""
        at = self._places.get(passage.rpartition("#p")[0])
        if at is None:
            return None
        first, count = int(self.layout.first[at]), int(self.layout.counts[at])
        return next((one for one in range(first, first + count) if self.passages[one].id == passage), None)

    def passage_counts(self) -> Counter[str]:
        """How many passages each document has, by document id."""
        counts = zip(self._places, self.layout.counts.tolist(), strict=True)
        return Counter({id: count for id, count in counts if count})

    def spelling(self, word: str) -> str | None:
        """How the sources mostly spell a word, None for one they lack; "Sadiqs" is Sadiq's, typed in haste."""
        folded = fold(word)
        return self.surfaces.get(folded) or self.surfaces.get(folded.removesuffix("s"))

    def annotation(self, name: str, document: str) -> list[Row]:
        """The marks of one kind of ``index.annotations.ANNOTATORS`` in a document, in the order they were found.

        Raises:
            KeyError: There is no such kind, or no such document.
        """
        at = self._places[document]
        shelf, row = self.home(at)
        marks = shelf.marks(name, row)
        return annotate(name, self.documents[at]) if marks is None else marks

    def ranked_texts(self, positions: Ints) -> list[bytes]:
        """The texts of some passages in UTF-8; of a document's first passage with the title, as with its terms."""
        layout = self.layout
        owner, number = layout.owner[positions], layout.shelf[positions]
        row = self.rows[owner] - self._starts[number]
        places = (row, number, layout.text[positions], layout.text_end[positions], positions == layout.first[owner])
        found = []
        for at, shelf, begin, end, title in zip(*(one.tolist() for one in places), strict=True):
            text = self.shelves[shelf].stretch(at, begin, end)
            head = self.shelves[shelf].column("title")[at].tobytes() if title else b""
            found.append(head + b" " + text if head else text)
        return found

    def term_number(self, term: str) -> int:
        """A term's number in the lexicon, ``NONE`` for one that no passage has."""
        number = self.lexicon.terms.number(term)
        return number if number != NONE and self.census.passages[number] else NONE

    def frequency(self, term: str) -> int:
        """How often a term stands in the passages."""
        number = self.term_number(term)
        return 0 if number == NONE else int(self.frequencies[number])

    def term_lists(self, positions: Ints) -> Iterator[list[str]]:
        """The terms of some passages."""
        every = np.array([*self.lexicon.terms, ""], object) if len(positions) > _CHUNK else None
        for first in range(0, len(positions), _CHUNK):
            part = positions[first : first + _CHUNK]
            row, word = self.layout.rows(part, titles=True)
            term = self.lexicon.term_of_word[word]
            ends = np.cumsum(np.bincount(row[term >= 0], minlength=len(part))).tolist()
            own = term[term >= 0]
            found = self.lexicon.terms.strings(own) if every is None else every[own].tolist()
            yield from (found[begin:end] for begin, end in zip([0, *ends], ends, strict=False))

    @cached_property
    def days(self) -> NDArray[np.int32]:
        """The first and the last day that each document may be of, as ordinals; 0 without a date. Shape (n, 2)."""
        columns = [shelf.column("days") for shelf in self.shelves]
        days = np.zeros((sum(len(one.ends) for one in columns), 2), np.int32)
        dated = np.concatenate([np.empty(0, np.bool_), *(np.diff(one.ends, prepend=0) > 0 for one in columns)])
        days[dated] = np.concatenate([np.empty(0, np.int32), *(one.values for one in columns)]).reshape(-1, 2)
        found: NDArray[np.int32] = days[self.rows]
        return found

    def column(self, name: str) -> Column:
        """What each document has in a column of the shelves that has no sums of its rows."""
        return Column.joined([shelf.column(name) for shelf in self.shelves]).taken(self.rows)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where in ``documents`` each id is."""
        return {id: at for at, id in enumerate(self.ids)}

    @cached_property
    def collection_of(self) -> list[str]:
        """The collection of each document."""
        return self._strings("collection")

    def _strings(self, name: str) -> list[str]:
        everything = [one for shelf in self.shelves for one in shelf.strings(name)]
        return [everything[row] for row in self.rows.tolist()]

    def _sizes(self, name: str) -> Ints:
        sizes = [np.diff(shelf.column(name).ends, prepend=0) for shelf in self.shelves]
        found: Ints = np.concatenate([np.empty(0, np.int64), *sizes])[self.rows]
        return found

    def home(self, at: int) -> tuple[Shelf, int]:
        """The shelf of a document by its place, and its row there."""
        row = int(self.rows[at])
        number = bisect_right(self._ends, row)
        return self.shelves[number], row - int(self._starts[number])

    def _document(self, at: int) -> Document:
        shelf, row = self.home(at)
        return self._recent.get((id(shelf), row), lambda: shelf.document(row))

    def _passage(self, position: int) -> Passage:
        at = int(self.layout.owner[position])
        shelf, row = self.home(at)
        return shelf.passage(row, position - int(self.layout.first[at]))

    def _terms(self, position: int) -> tuple[str, ...]:
        _, word = self.layout.rows(np.array([position]), titles=True)
        return tuple(self.lexicon.terms[number] for number in self.lexicon.term_of_word[word].tolist() if number >= 0)
