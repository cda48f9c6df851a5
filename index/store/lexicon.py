"""Every word of the documents, numbered three times: as it stands there, folded, and as the term it is indexed as.

A word that stands there determines its folded word, and that its term, so that one row of numbers for a passage says
all three. Numbers are given out once and never change: a lexicon grows by further leaves. It also has the words of
documents that are gone or that may not be seen; what stands in which documents is told by ``index/store/census.py``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from index.engine.vocabulary import Vocabulary, compact, key
from index.spelling import Shapes, sound
from index.store.table import Array
from index.words import fold, term

NONE: Final = -1
"""The number of what there is not: the folded word of a word without a letter, the term of a stop word."""

RATIO: Final = 4
"""A leaf has at least so many times the words of the next, or they are joined; as with the engine's segments."""

_SPELLED: Final = ("words", "folded", "terms")
_PARTS: Final = ("text", "ends", "hashes", "numbers")

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """Words with consecutive numbers.

    Attributes:
        words: As they stand there.
        folded: Those folded words that no earlier leaf has.
        terms: Likewise the terms.
        fold_of: The number of each word's folded word; int32.
        term_of: The number of each folded word's term; int32.
        capital: Whether each word begins with a capital; bool.
        written: What the folded words look like.
        heard: What they sound like.
        source: The name of the file that holds it, None before it was written.
    """

    words: Vocabulary
    folded: Vocabulary
    terms: Vocabulary
    fold_of: Numbers
    term_of: Numbers
    capital: NDArray[np.bool_]
    written: Shapes
    heard: Shapes
    source: str | None = None

    @classmethod
    def joined(cls, leaves: Sequence[Self]) -> Self:
        """One leaf of several that follow one another."""
        words, folded, terms = (_joined([getattr(leaf, of) for leaf in leaves]) for of in _SPELLED)
        return cls(
            words=words,
            folded=folded,
            terms=terms,
            fold_of=np.concatenate([leaf.fold_of for leaf in leaves]),
            term_of=np.concatenate([leaf.term_of for leaf in leaves]),
            capital=np.concatenate([leaf.capital for leaf in leaves]),
            written=Shapes.joined([leaf.written for leaf in leaves]),
            heard=Shapes.joined([leaf.heard for leaf in leaves]),
        )

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array], source: str) -> Self:
        """The leaf whose ``arrays`` these are."""
        words, folded, terms = (Vocabulary(**_under(arrays, of)) for of in _SPELLED)
        written, heard = (Shapes(**_under(arrays, of)) for of in ("written", "heard"))
        fold_of, term_of, capital = (arrays[name] for name in ("fold_of", "term_of", "capital"))
        return cls(words, folded, terms, fold_of, term_of, capital, written, heard, source)

    def arrays(self) -> dict[str, Array]:
        """Everything in it as named arrays."""
        spelled = {f"{of}.{part}": getattr(getattr(self, of), part) for of in _SPELLED for part in _PARTS}
        shapes = {f"written.{name}": array for name, array in self.written.arrays().items()}
        shapes |= {f"heard.{name}": array for name, array in self.heard.arrays().items()}
        return spelled | shapes | {"fold_of": self.fold_of, "term_of": self.term_of, "capital": self.capital}


class Numbered:
    """The strings of several vocabularies, numbered through."""

    def __init__(self, parts: Sequence[Vocabulary]) -> None:
        self._parts = parts
        self._ends = np.cumsum([len(part) for part in parts]).tolist()

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def number(self, text: str) -> int:
        """A string's number, ``NONE`` where it is not among them."""
        raw, hashed = key(text)
        for part, end in zip(self._parts, self._ends, strict=True):
            number = part.number(raw, hashed)
            if number >= 0:
                return int(end) - len(part) + number
        return NONE

    def __getitem__(self, number: int) -> str:
        for part, end in zip(self._parts, self._ends, strict=True):
            if number < end:
                return _string(part, number - end + len(part))
        raise IndexError(number)

    def strings(self, numbers: Numbers) -> list[str]:
        """The strings of some numbers; each is decoded once."""
        each, at = np.unique(numbers, return_inverse=True)
        found = list(map(self.__getitem__, each.tolist()))
        return [found[one] for one in at.tolist()]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._parts)

    def beginning(self, with_: str) -> Numbers:
        """The numbers of those that begin with a string, ascending."""
        raw = np.frombuffer(with_.encode("utf-8", "surrogatepass"), np.uint8)
        found = [_beginning(part, raw) + (end - len(part)) for part, end in zip(self._parts, self._ends, strict=True)]
        return np.concatenate([np.empty(0, np.int64), *found]).astype(np.int32)

    @cached_property
    def order(self) -> NDArray[np.uint64]:
        """For each number a figure that depends on the string alone, to put equals in an order that lasts."""
        return np.concatenate([np.empty(0, np.uint64), *(_hashes(part) for part in self._parts)])


class Lexicon:
    """All words, in leaves. It never changes: ``extended`` gives a new one."""

    def __init__(self, leaves: Sequence[Leaf] = ()) -> None:
        self.leaves = tuple(leaves)
        self.words = Numbered([leaf.words for leaf in leaves])
        self.folded = Numbered([leaf.folded for leaf in leaves])
        self.terms = Numbered([leaf.terms for leaf in leaves])

    @cached_property
    def fold_of(self) -> Numbers:
        """The number of each word's folded word."""
        return self._flat("fold_of", np.int32)

    @cached_property
    def term_of(self) -> Numbers:
        """The number of each folded word's term."""
        return self._flat("term_of", np.int32)

    @cached_property
    def term_of_word(self) -> Numbers:
        """The number of each word's term."""
        return np.where(self.fold_of >= 0, np.append(self.term_of, np.int32(NONE))[self.fold_of], np.int32(NONE))

    @cached_property
    def capital(self) -> NDArray[np.bool_]:
        """Whether each word begins with a capital."""
        return self._flat("capital", np.bool_)

    def extended(self, words: Sequence[str]) -> "Lexicon":
        """This lexicon with more words, none of which it has, each given once."""
        if not words:
            return self
        leaves = [*self.leaves, self._leaf(words)]
        while len(leaves) > 1 and len(leaves[-2].words) < RATIO * len(leaves[-1].words):
            leaves[-2:] = [Leaf.joined(leaves[-2:])]
        return Lexicon(leaves)

    def _leaf(self, words: Sequence[str]) -> Leaf:
        folded, terms = _Further(self.folded), _Further(self.terms)
        fold_of, term_of = np.empty(len(words), np.int32), list[int]()
        for at, word in enumerate(words):
            one = fold(word)
            fold_of[at] = folded.number(one) if one else NONE
            if folded.count > len(term_of):
                indexed = term(word)
                term_of.append(NONE if indexed is None else terms.number(indexed))
        sounds = sound("\n".join(folded.new)).split("\n") if folded.new else []
        return Leaf(
            words=Vocabulary.of(words),
            folded=Vocabulary.of(list(folded.new)),
            terms=Vocabulary.of(list(terms.new)),
            fold_of=fold_of,
            term_of=np.array(term_of, np.int32),
            capital=np.array([word[0].isupper() for word in words], np.bool_),
            written=Shapes.of(list(folded.new)),
            heard=Shapes.of(sounds),
        )

    def _flat(self, name: str, kind: type[np.generic]) -> Array:
        arrays = [getattr(leaf, name) for leaf in self.leaves]
        return arrays[0] if len(arrays) == 1 else np.concatenate([np.empty(0, kind), *arrays])


class _Further:
    """Numbers for strings beyond those that have one."""

    def __init__(self, known: Numbered) -> None:
        self._known = known
        self._first = len(known)
        self.new: dict[str, int] = {}

    @property
    def count(self) -> int:
        """How many strings have got a number."""
        return len(self.new)

    def number(self, text: str) -> int:
        """The string's number, a new one if it has none."""
        found = self.new.get(text)
        if found is None:
            found = self._known.number(text) if self._first else NONE
            if found == NONE:
                self.new[text] = found = self._first + len(self.new)
        return found


def _under(arrays: Mapping[str, Array], name: str) -> dict[str, Array]:
    return {one.removeprefix(f"{name}."): array for one, array in arrays.items() if one.startswith(f"{name}.")}


def _joined(parts: Sequence[Vocabulary]) -> Vocabulary:
    bytes_before = np.cumsum([0, *(len(part.text) for part in parts)]).tolist()
    before = np.cumsum([0, *(len(part) for part in parts)]).tolist()
    hashes = np.concatenate([part.hashes for part in parts])
    numbers = np.concatenate([part.numbers + np.uint32(at) for part, at in zip(parts, before, strict=False)])
    order = np.argsort(hashes, kind="stable")
    return Vocabulary(
        text=np.concatenate([part.text for part in parts]),
        ends=compact(
            np.concatenate([part.ends.astype(np.int64) + at for part, at in zip(parts, bytes_before, strict=False)])
        ),
        hashes=hashes[order],
        numbers=numbers[order],
    )


def _string(part: Vocabulary, number: int) -> str:
    begin = part.ends[number - 1] if number else 0
    return part.text[begin : part.ends[number]].tobytes().decode("utf-8", "surrogatepass")


def _hashes(part: Vocabulary) -> NDArray[np.uint64]:
    """The hashes in the order of the numbers."""
    hashes = np.empty(len(part), np.uint64)
    hashes[part.numbers] = part.hashes
    return hashes


def _beginning(part: Vocabulary, raw: NDArray[np.uint8]) -> NDArray[np.int64]:
    ends = part.ends.astype(np.int64)
    starts = np.concatenate(([0], ends[:-1])) if len(ends) else ends
    at = np.flatnonzero(ends - starts >= len(raw))
    for offset, byte in enumerate(raw.tolist()):
        at = at[part.text[starts[at] + offset] == byte]
    return at
