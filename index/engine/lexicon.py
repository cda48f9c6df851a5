"""What the pieces of texts mean: which terms each stands for, learned from ``index.words`` when it first occurs."""

from collections.abc import Sequence
from itertools import chain, compress
from threading import Lock
from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.engine.growth import grown
from index.engine.strings import Strings
from index.engine.table import Cut, Numbers, Table
from index.words import terms, terms_of

NONE = -1
SEVERAL = -2


class Meanings(NamedTuple):
    """What pieces mean, by their numbers.

    Attributes:
        of: The number of a term, or ``NONE``, or ``SEVERAL`` less a place in ``several``; int32.
        several: At such a place how many terms a piece stands for, and behind that their numbers; int32.
    """

    of: npt.NDArray[np.int32]
    several: npt.NDArray[np.int32]


class Lexicon:
    """Pieces and terms, for all threads that read texts."""

    def __init__(self, compiled: ModuleType) -> None:
        """Nothing yet; ``compiled`` are the kernels."""
        self._compiled = compiled
        self._pieces, self._terms = Table(compiled), Table(compiled)
        self._meanings, self._several = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._several_used = 0
        self._lock = Lock()

    @property
    def factor(self) -> np.uint64:
        """What the hashes of pieces are made with."""
        return self._pieces.factor

    def number(self, cut: Cut, numbers: Numbers) -> tuple[Meanings, int]:
        """Numbers pieces; returns what these mean, and how many terms there are."""
        unknown = self._pieces.find(cut, numbers)
        # Also where all were found: another thread may just be learning what they mean.
        with self._lock:
            if unknown:
                known = len(self._pieces)
                self._pieces.add(cut, numbers, unknown)
                self._learn(known)
            return Meanings(self._meanings, self._several), len(self._terms)

    def terms(self) -> Strings:
        """All terms, in the order of their numbers."""
        return self._terms.strings()

    def _learn(self, known: int) -> None:
        """Finds out what the pieces from a number on mean."""
        pieces = self._pieces.since(known)
        if len(self._pieces) > len(self._meanings):
            self._meanings = grown(self._meanings, len(self._pieces))
        plain = [piece.isascii() and piece.isalnum() for piece in pieces]
        # A piece of ASCII letters alone is one word.
        words = terms_of(list(compress(pieces, plain)))
        others = [terms(piece) for piece, one in zip(pieces, plain, strict=True) if not one]
        numbers = self._numbers([*(word or "" for word in words), *chain.from_iterable(others)])
        meanings = self._meanings[known : len(self._pieces)]
        meanings[plain] = numbers[: len(words)]
        at = len(words)
        for place, read in zip(np.flatnonzero(~np.array(plain, np.bool_)).tolist(), others, strict=True):
            meanings[place] = self._meaning(numbers[at : at + len(read)])
            at += len(read)

    def _meaning(self, numbers: Numbers) -> int:
        if len(numbers) < 2:
            return int(numbers[0]) if len(numbers) else NONE
        place = self._several_used
        self._several_used += 1 + len(numbers)
        if self._several_used > len(self._several):
            self._several = grown(self._several, self._several_used)
        self._several[place] = len(numbers)
        self._several[place + 1 : self._several_used] = numbers
        return SEVERAL - place

    def _numbers(self, read: Sequence[str]) -> Numbers:
        """The numbers of terms; ``NONE`` for one that is empty."""
        text = "\n".join([*read, "\n" * self._compiled.BEYOND]).encode("utf-8", "surrogatepass")
        begins, ends = np.empty((2, len(read)), np.int64)
        found = Cut(np.frombuffer(bytearray(text), np.uint8), begins, ends, np.empty(len(read), np.uint64))
        self._compiled.split(found.text, self._terms.factor, *found[1:])
        empty = found.begins == found.ends
        numbers = np.where(empty, 0, self._compiled.UNKNOWN).astype(np.int32)
        self._terms.add(found, numbers, len(read))
        numbers[empty] = NONE
        return numbers
