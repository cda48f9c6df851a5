"""From texts to postings on all cores: the terms are those of ``index.words.terms``, to the last one.

Texts are cut at what is never in a word into *pieces*, mostly words, and the pieces numbered, in compiled code that
lets other threads run. Only a piece that has not occurred before is given to ``index.words``. That this comes to the
same rests on a word's form depending on nothing beyond such a gap, nor on the case of ASCII letters.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from threading import Lock
from types import ModuleType

import numpy as np
import numpy.typing as npt

from index.engine.lexicon import Lexicon
from index.engine.postings import Batch, Counter, Postings, gather
from index.engine.table import Cut

_BATCH = 500
"""Texts read at a time, so that what is made in between stays small."""


def read(texts: Iterable[str], compiled: ModuleType) -> Postings:
    """Counts and sorts the terms of texts, which are gone through once."""
    batches = enumerate(_batches(texts))
    lexicon, taking = Lexicon(compiled), Lock()
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
    return gather(lexicon.terms(), [batch for batch, _ in inverted], lengths, compiled)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    steps = iter(texts)
    while batch := list(islice(steps, _BATCH)):
        yield batch


class _Reader:
    """Reads texts in one thread."""

    def __init__(self, lexicon: Lexicon, compiled: ModuleType) -> None:
        self._lexicon = lexicon
        self._compiled = compiled
        self._kinds = compiled.kinds()
        self._counter = Counter(compiled)
        # Memory that was used before is at hand sooner than new one.
        self._text = np.empty(0, np.uint8)
        self._found = np.empty((4, 0), np.int64)

    def read(self, texts: list[str], first: int) -> tuple[Batch, npt.NDArray[np.uint32]]:
        """The postings of texts, and how many terms each has; ``first`` is the position of the first one."""
        cut, counts = self._cut(texts)
        numbers = self._found[3].view(np.int32)[: len(cut.begins)]
        meanings, vocabulary = self._lexicon.number(cut, numbers)
        read, sizes = self._compiled.expand(numbers, counts, *meanings)
        return self._counter.count(first, read, sizes, vocabulary), sizes.astype(np.uint32)

    def _cut(self, texts: list[str]) -> tuple[Cut, npt.NDArray[np.int64]]:
        """The pieces of texts, and how many each has; until the next ones are cut."""
        raw, ends = self._raw(texts)
        if len(raw) > len(self._text):
            # With a gap behind each text no more than every other byte begins a piece.
            self._text, self._found = np.empty(len(raw), np.uint8), np.empty((4, len(raw) // 2), np.int64)
        text, counts = self._text[: len(raw)], np.empty(len(texts), np.int64)
        begins, stops, hashes = self._found[0], self._found[1], self._found[2].view(np.uint64)
        self._compiled.lower(raw, text)
        found = self._compiled.cut(text, ends, self._kinds, self._lexicon.factor, begins, stops, hashes, counts)
        return Cut(text, begins[:found], stops[:found], hashes[:found]), counts

    def _raw(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
        """Texts in UTF-8, and where each ends, as the kernels take them."""
        joined = "\n".join([*texts, "\n" * self._compiled.BEYOND])
        raw = joined.encode("utf-8", "surrogatepass")
        plain = len(raw) == len(joined)
        sizes = map(len, texts) if plain else (len(text.encode("utf-8", "surrogatepass")) for text in texts)
        return np.frombuffer(raw, np.uint8), np.cumsum(np.fromiter(sizes, np.int64, len(texts)) + 1)
