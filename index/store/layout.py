"""Where each passage stands on the shelves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.store.shelf import Shelf
from index.store.table import Array, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The passages of some documents, in the order of these.

    Attributes:
        shelves: The shelves.
        owner: The place among the documents of each passage's; int32.
        first: The position of each document's first passage; int64.
        counts: How many passages each document has; int64.
        shelf: The number of each passage's shelf; uint16.
        begin: Where its words begin in the shelf's column, those of the title included; int64.
        title: How many words of the title go before its own; int32.
        words: How many its own are; int32.
        terms: How many terms all of them have; int32.
        text: Where its text begins in the shelf's column, in bytes; int64.
        text_end: Where it ends; int64.
    """

    shelves: Sequence[Shelf]
    owner: NDArray[np.int32]
    first: Ints
    counts: Ints
    shelf: NDArray[np.uint16]
    begin: Ints
    title: NDArray[np.int32]
    words: NDArray[np.int32]
    terms: NDArray[np.int32]
    text: Ints
    text_end: Ints

    @classmethod
    def of(cls, shelves: Sequence[Shelf], rows: Ints) -> Self:
        """The layout of documents given by their rows, counted through all shelves."""
        passages = [shelf.column("passages") for shelf in shelves]
        counts = _joined([np.diff(one.ends, prepend=0) for one in passages])
        title, words = (_joined([one.values[name] for one in passages]) for name in ("title", "words"))
        lengths = [one.values["title"].astype(np.int64) + one.values["words"] for one in passages]
        begin = _joined([np.cumsum(one) - one for one in lengths])
        sizes = counts[rows]
        ends = np.cumsum(sizes)
        first = ends - sizes
        owner = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
        at = np.repeat((np.cumsum(counts) - counts)[rows] - first, sizes) + np.arange(int(sizes.sum()))
        home = np.repeat(np.arange(len(shelves), dtype=np.uint16), [len(one) for one in lengths])
        terms = _joined([shelf.column("lengths").values for shelf in shelves])
        texts = _joined([_begins(shelf) for shelf in shelves])
        text, text_end = (texts + _joined([one.values[name] for one in passages]) for name in ("first", "last"))
        return cls(
            shelves, owner, first, sizes, home[at], begin[at], title[at], words[at], terms[at], text[at], text_end[at]
        )

    def rows(self, positions: Ints, *, titles: bool) -> tuple[Ints, NDArray[np.uint32]]:
        """The words of some passages, one passage's after another's.

        Args:
            positions: The passages.
            titles: Whether the words of the title come with those of a document's first passage.

        Returns:
            Of each word, which of the passages it stands in, 0-based, and its number.
        """
        skipped = 0 if titles else self.title[positions]
        lengths = self.words[positions].astype(np.int64) + (self.title[positions] if titles else 0)
        begins = self.begin[positions] + skipped
        columns = [shelf.column("words").values for shelf in self.shelves]
        places = zip(self.shelf[positions].tolist(), begins.tolist(), (begins + lengths).tolist(), strict=True)
        # Copying stretches is several times as fast as picking words.
        found = [columns[shelf][begin:end] for shelf, begin, end in places]
        return np.repeat(np.arange(len(positions)), lengths), np.concatenate([np.empty(0, np.uint32), *found])


def _begins(shelf: Shelf) -> Ints:
    """Where the text of each passage's document begins in the shelf's column."""
    ends = shelf.column("text").ends
    return np.repeat(ends - np.diff(ends, prepend=0), np.diff(shelf.column("passages").ends, prepend=0))


def _joined(arrays: Sequence[Array]) -> Array:
    return arrays[0] if len(arrays) == 1 else np.concatenate([np.empty(0, np.int32), *arrays])
