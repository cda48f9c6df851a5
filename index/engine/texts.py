"""From texts to postings on all cores: the terms are those of ``index.words.terms``, to the last one.

Texts are cut at what is never in a word into *pieces*, mostly words, and the pieces numbered, in compiled code that
lets other threads run (``kernels.interning``). Only a piece that has not occurred before is given to ``index.words``.
That this comes to the same rests on a word's form depending on nothing beyond such a gap.
"""

import os
import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice, pairwise
from threading import Lock
from types import ModuleType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from index.engine.postings import Batch, Postings, gather
from index.words import terms, terms_of

Number = TypeVar("Number", bound=np.generic)

_BATCH = 1_000
"""Texts read at a time, so that what is made in between stays small."""


def read(texts: Iterable[str], compiled: ModuleType) -> Postings:
    """Counts and sorts the terms of texts, which are gone through once."""
    batches = enumerate(_batches(texts))
    lexicon, taking = _Lexicon(), Lock()
    done: dict[int, tuple[Batch, npt.NDArray[np.uint32]]] = {}

    def work() -> None:
        reader = _Reader(lexicon, compiled)
        while True:
            with taking:
                taken = next(batches, None)
            if taken is None:
                return
            done[taken[0]] = reader.read(taken[1], taken[0] * _BATCH)

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for one in [workers.submit(work) for _ in range(os.cpu_count() or 1)]:
            one.result()
    inverted = [done[at] for at in range(len(done))]
    lengths = np.concatenate([np.zeros(0, np.uint32), *(sizes for _, sizes in inverted)])
    return gather(list(lexicon.numbers), [batch for batch, _ in inverted], lengths, compiled)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    steps = iter(texts)
    while batch := list(islice(steps, _BATCH)):
        yield batch


class _Lexicon:
    """The numbers of terms, for all readers."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._pieces: dict[bytes, tuple[int, ...]] = {}
        self._lock = Lock()

    def read(self, pieces: Sequence[bytes]) -> list[tuple[int, ...]]:
        """The numbers of each piece's terms."""
        with self._lock:
            new = [piece for piece in pieces if piece not in self._pieces]
            words = [piece for piece in new if piece.isalnum()]  # of ASCII, so each is one word
            for piece, one in zip(words, terms_of([word.decode() for word in words]), strict=True):
                self._pieces[piece] = () if one is None else (self.numbers[one],)
            for piece in new:
                if piece not in self._pieces:
                    read = terms(piece.decode("utf-8", "surrogatepass"))
                    self._pieces[piece] = tuple(self.numbers[one] for one in read)
            return [self._pieces[piece] for piece in pieces]


class _Reader:
    """One thread's pieces, and what they stand for."""

    def __init__(self, lexicon: _Lexicon, compiled: ModuleType) -> None:
        self._lexicon = lexicon
        self._compiled = compiled
        self._kinds = compiled.kinds()
        self._factor = np.uint64(secrets.randbits(64) | 1)
        self._table: npt.NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._hashes: npt.NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._ends: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._kept: npt.NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._used: npt.NDArray[np.int64] = np.zeros(1, np.int64)
        self._known = 0
        self._starts: npt.NDArray[np.int64] = np.zeros(1, np.int64)
        self._terms: npt.NDArray[np.int64] = np.zeros(0, np.int64)

    def read(self, texts: list[str], first: int) -> tuple[Batch, npt.NDArray[np.uint32]]:
        """The postings of texts, and how many terms each has; ``first`` is the position of the first one."""
        # With a gap behind each text no more than every other byte begins a piece.
        raw = [text.encode("utf-8", "surrogatepass") + b"\n" for text in texts]
        joined = np.frombuffer(b"".join(raw), np.uint8)
        ends = np.cumsum(np.fromiter(map(len, raw), np.int64, len(raw)))
        self._make_room(len(joined))
        numbers, counts = np.empty(len(joined) // 2, np.uint32), np.zeros(len(raw), np.int64)
        tables = (self._table, self._hashes, self._ends, self._kept, self._used)
        found = self._compiled.intern(joined, ends, self._kinds, self._factor, *tables, numbers, counts)
        self._learn()
        read, sizes = self._compiled.expand(numbers[:found], counts, self._starts, self._terms)
        batch = Batch(first, *self._compiled.count(read, sizes, len(self._lexicon.numbers)))
        return batch, sizes.astype(np.uint32)

    def _learn(self) -> None:
        """Has new pieces read."""
        known, used = self._known, int(self._used[0])
        bounds = [int(self._ends[known - 1]) if known else 0, *self._ends[known:used].tolist()]
        begin = bounds[0]
        kept = self._kept[begin : bounds[-1]].tobytes()
        new = self._lexicon.read([kept[start - begin : end - begin] for start, end in pairwise(bounds)])
        read = np.array([number for piece in new for number in piece], np.int64)
        first = int(self._starts[known])
        self._starts[known + 1 : used + 1] = first + np.cumsum(np.fromiter(map(len, new), np.int64, len(new)))
        if first + len(read) > len(self._terms):
            self._terms = _grown(self._terms, first + len(read))
        self._terms[first : first + len(read)] = read
        self._known = used

    def _make_room(self, size: int) -> None:
        """Lets the tables hold what a text of so many bytes may have."""
        used = int(self._used[0])
        most, held = used + size // 2, int(self._ends[used - 1]) if used else 0
        if most > len(self._hashes):
            self._hashes, self._ends = _grown(self._hashes, most), _grown(self._ends, most)
            self._starts = _grown(self._starts, most + 1)
        if held + size > len(self._kept):
            self._kept = _grown(self._kept, held + size)
        if 2 * most > len(self._table):
            self._table = np.zeros(1 << (2 * most).bit_length(), np.uint64)
            self._compiled.place(self._table, self._hashes[:used])


def _grown(array: npt.NDArray[Number], least: int) -> npt.NDArray[Number]:
    """A copy with room for at least so many, and for half as many again as there was."""
    grown = np.zeros(max(least, len(array) * 3 // 2), array.dtype)
    grown[: len(array)] = array
    return grown
