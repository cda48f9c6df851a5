"""Sequences and mappings whose values are made when they are asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from index.store.lexicon import NONE, Lexicon

Value = TypeVar("Value")


class Lazy(Sequence[Value]):
    """A sequence of values each of which is made when asked for, and not kept."""

    def __init__(self, count: int, make: Callable[[int], Value]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> list[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | list[Value]:
        found = range(self._count)[index]
        return list(map(self._make, found)) if isinstance(found, range) else self._make(found)

    def __iter__(self) -> Iterator[Value]:
        return map(self._make, range(self._count))


class Surfaces(Mapping[str, str]):
    """Each folded word that occurs, to the word that it is mostly written as."""

    def __init__(self, lexicon: Lexicon, spelled: NDArray[np.int32]) -> None:
        self._lexicon = lexicon
        self._spelled = spelled

    def __getitem__(self, folded: str) -> str:
        number = self._lexicon.folded.number(folded)
        if number == NONE or self._spelled[number] == NONE:
            raise KeyError(folded)
        return self._lexicon.words[int(self._spelled[number])]

    def __iter__(self) -> Iterator[str]:
        return (folded for folded, word in zip(self._lexicon.folded, self._spelled.tolist(), strict=True) if word >= 0)

    def __len__(self) -> int:
        return int(np.count_nonzero(self._spelled >= 0))
