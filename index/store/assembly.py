"""Puts documents that were made apart on shelves, their words in one lexicon."""

from collections.abc import Iterable, Sequence

import numpy as np

from index.furniture.outline import LINE
from index.prepared import Prepared
from index.store.keeping import Keeper
from index.store.lexicon import NONE, Lexicon
from index.store.shelf import Cells, Shelf, cells
from index.store.shelving import LARGEST


class Assembly:
    """Takes one document after another."""

    def __init__(self, lexicon: Lexicon, keeper: Keeper) -> None:
        """Takes where the documents go.

        Args:
            lexicon: What is to be extended by the words it lacks.
            keeper: Takes each shelf once it is full.
        """
        self._keeper = keeper
        self._lexicon = lexicon
        self._first = len(lexicon.words)
        self._numbers: dict[str, int] = {}
        self._new: list[str] = []
        self._rows: list[Cells] = []
        self._size = 0
        self._shelves: list[Shelf] = []

    def add(self, words: Sequence[str], row: Cells) -> None:
        """Puts a document behind the others.

        Args:
            words: Its words, each once.
            row: Its row, where words are given by their places among these.
        """
        numbers = np.array([self._number(word) for word in words], np.uint32)
        self._rows.append(row | {"words": numbers[row["words"]]})
        self._size += sum(one.nbytes for one in row.values())
        if self._size > LARGEST:
            self._shelve()

    def finished(self) -> tuple[list[Shelf], Lexicon]:
        """The shelves, and the lexicon with all their words."""
        if self._rows or not self._shelves:
            self._shelve()
        return self._shelves, self._lexicon

    def _shelve(self) -> None:
        self._lexicon = self._lexicon.extended(self._new)
        self._first += len(self._new)
        self._new = []
        rows, self._rows, self._size = self._rows, [], 0
        self._shelves.append(self._keeper.shelf(Shelf.of(rows, self._lexicon)))

    def _number(self, word: str) -> int:
        found = self._numbers.get(word)
        if found is None:
            found = self._lexicon.words.number(word) if self._first else NONE
            if found == NONE:
                found = self._first + len(self._new)
                self._new.append(word)
            self._numbers[word] = found
        return found


def assembled(documents: Iterable[Prepared]) -> tuple[list[Shelf], Lexicon]:
    """Shelves of documents that were read from nowhere, and the lexicon of their words."""
    assembly = Assembly(Lexicon(), Keeper())
    nothing = np.empty(0, LINE), np.empty(0, np.int32)
    for one in documents:
        assembly.add(*cells(one, "", b"", *nothing))
    return assembly.finished()
