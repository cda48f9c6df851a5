"""The nearest names of a long list."""

from array import array
from collections.abc import Iterable, Iterator
from heapq import nlargest
from typing import Final

import numpy as np
from rapidfuzz.fuzz import token_set_ratio

from index.names.likeness import sameness
from index.names.parts import PLAIN, Kind, Name, Part, read_name
from index.names.skeleton import coarse

CANDIDATES: Final = 100
"""Names that share most pieces with the one asked for. Of the aliases of names_ofac (half 0) .845 have their name among
100, .864 among 400: the others are wholly other names."""
_BY_PIECES: Final = 20
_BY_WORDS: Final = 15
"""How many of the candidates are compared in full: those with most pieces in common, and those whose words are most
alike letter by letter. .830 of the aliases have their name among these 27, .836 among the 50 with most pieces in
common, which take twice the time."""
_LENGTH: Final = 0.35
"""Power of a name's own weight that its score is divided by; a half would be the cosine, and favour single words."""
_BUDGET: Final = 400_000
"""Postings that are read for one query, the rarest pieces first: what much of a long list has finds nothing."""


class Lookup:
    """Finds the names of a list that are likeliest another spelling of a given one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        numbers: dict[str, int] = {}
        rows, columns = array("i"), array("i")
        sizes = np.zeros(len(self._names))
        letters: list[str] = []
        for at, text in enumerate(self._names):
            name = read_name(text)
            letters.append(_letters(name))
            for key in dict.fromkeys(_keys(name)):
                rows.append(numbers.setdefault(key, len(numbers)))
                columns.append(at)
        self._numbers = numbers
        self._letters = letters
        keys = np.array(rows, dtype=np.int32)
        order = np.argsort(keys, kind="stable")
        self._postings = np.array(columns, dtype=np.int32)[order]
        self._starts = np.searchsorted(keys[order], np.arange(len(numbers) + 1))
        counts = np.diff(self._starts)
        self._rarity = np.log(1 + len(self._names) / np.maximum(counts, 1)).astype(np.float32)
        np.add.at(sizes, self._postings, np.repeat(self._rarity**2, counts))
        self._sizes = (np.maximum(sizes, 1e-9) ** _LENGTH).astype(np.float32)

    def nearest(self, name: str, k: int) -> list[tuple[str, float]]:
        """The ``k`` likeliest, likeliest first, each with the probability of ``likeness``."""
        asked = read_name(name)
        candidates = self._likely(asked, self._candidates(asked, max(CANDIDATES, k)), k)
        judged = [(sameness(asked, read_name(self._names[at])), at) for at in candidates]
        best = nlargest(k, judged, key=lambda one: (one[0], -one[1]))
        return [(self._names[at], same) for same, at in best]

    def _likely(self, asked: Name, candidates: list[int], k: int) -> list[int]:
        """Those of the candidates that are worth comparing in full."""
        if len(candidates) <= max(k, _BY_PIECES + _BY_WORDS):
            return candidates
        letters = _letters(asked)
        alike = [(token_set_ratio(letters, self._letters[at]), -at) for at in candidates]
        return sorted({*candidates[: max(k, _BY_PIECES)], *(-at for _, at in nlargest(_BY_WORDS, alike))})

    def _candidates(self, asked: Name, most: int) -> list[int]:
        if len(self._names) <= most:
            return list(range(len(self._names)))
        scores = np.zeros(len(self._names), dtype=np.float32)
        budget = _BUDGET
        known = (self._numbers[key] for key in dict.fromkeys(_keys(asked)) if key in self._numbers)
        for key in sorted(known, key=lambda key: (-self._rarity[key], key)):
            postings = self._postings[self._starts[key] : self._starts[key + 1]]
            scores[postings] += self._rarity[key] ** 2
            budget -= len(postings)
            if budget < 0:
                break
        scores /= self._sizes
        best = np.argpartition(-scores, most)[:most]
        return [int(at) for at in best[np.lexsort((best, -scores[best]))] if scores[at] > 0]


def _letters(name: Name) -> str:
    return " ".join(part.word for part in name.parts if part.kind is not Kind.ARTICLE)


def _keys(name: Name) -> Iterator[str]:
    """Pieces of a name's words that its other spellings are likely to share."""
    for part in name.parts:
        if part.kind is Kind.NUMBER:
            yield f"#{part.value}"
        elif part.kind in PLAIN:
            yield from _of_word(part)


def _of_word(part: Part) -> Iterator[str]:
    bones = coarse(part.sounds)
    code = f"^{bones}$"
    yield code
    for at in range(len(code) - 2):
        yield code[at : at + 3]
    letters = f"<{part.word}>"
    for at in range(len(letters) - 2):
        yield "'" + letters[at : at + 3]
