"""Who and what a document names, and who of them is spoken of where."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from index.actors.annotations import names
from index.actors.mention import Kind
from index.annotations import Row
from index.words import terms

_BACK = 40
"""Names before a sentence among which it is looked who is spoken of."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names in a document, in order.

    Attributes:
        starts: Where each starts, in code points of the document's text.
        ends: Where each ends.
        kinds: What each names.
        called: The fullest name of whom each names.
        prominence: By the terms of the names, the largest share of the names of one kind that one bearer of it has.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[Kind, ...]
    called: tuple[str, ...]
    prominence: Mapping[str, float]

    @classmethod
    def of(cls, rows: Sequence[Row], text: str) -> Self:
        """Reads the marks of a document's actors."""
        starts, ends, kinds, called = zip(*names(rows, text), strict=True) if rows else ((), (), (), ())
        totals, counts = Counter(kinds), Counter(zip(called, kinds, strict=True))
        prominence: dict[str, float] = {}
        for (name, kind), count in counts.most_common():
            for term in _terms(name):
                prominence.setdefault(term, count / totals[kind])
        return cls(starts, ends, kinds, called, prominence)

    def kind(self, at: int) -> Kind | None:
        """What the name that a code point belongs to names."""
        nearest = bisect_right(self.starts, at) - 1
        return self.kinds[nearest] if nearest >= 0 and at < self.ends[nearest] else None

    def focus(self, at: int) -> Mapping[str, float]:
        """How near those named before a code point are to being spoken of, by the terms of their names.

        1 for who was named last of his kind, 1/2 for the one before ...
        """
        found: dict[str, float] = {}
        later: dict[Kind, list[str]] = {}
        end = bisect_left(self.starts, at)
        for nearest in range(end - 1, max(-1, end - 1 - _BACK), -1):
            others = later.setdefault(self.kinds[nearest], [])
            if self.called[nearest] in others:
                continue
            others.append(self.called[nearest])
            for term in _terms(self.called[nearest]):
                found.setdefault(term, 1 / len(others))
        return found


NOBODY = Mentions.of((), "")


@lru_cache(1 << 14)
def _terms(name: str) -> frozenset[str]:
    return frozenset(terms(name))
