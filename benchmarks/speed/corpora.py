"""Texts and queries that are made up, since nobody may hand on a million real passages.

Words are syllables, drawn by Zipf's law with Mandelbrot's shift, ``1 / (rank + 2.7) ** 1.07``, in passages of 50 to
150; each seventeenth begins a sentence. A query is 2 to 5 words of a passage that are not among the 100 commonest; one
with stop words has 3 to 6 of the 60 commonest besides. The commonest word is in 97 % of a
million passages, the 60th in 14 %, the 100th in 8 %, much as in English prose.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from index.words import terms

VOCABULARY = 1_000_000
COMMON = 100
COMMONEST = 60
_CHUNK = 20_000
_SENTENCE = 17
_STEPS = 1 << 24

Query = list[str]


@dataclass(frozen=True, slots=True)
class Queries:
    """Queries of both kinds, as terms."""

    content: list[Query]
    stopped: list[Query]


def write(file: Path, size: int, seed: int = 1) -> None:
    """Writes so many passages, one a line."""
    with file.open("w", encoding="ascii") as out:
        for text in _texts(size, seed):
            out.write(text + "\n")


def read(file: Path) -> Iterator[str]:
    """The passages of a file, one at a time."""
    with file.open(encoding="ascii") as lines:
        for line in lines:
            yield line[:-1]


def queries(texts: list[str], count: int, seed: int = 2) -> Queries:
    """So many queries of each kind."""
    draw = random.Random(seed)  # noqa: S311  # a sample, not a secret
    seen = Counter(term for text in texts[:_CHUNK] for term in set(terms(text)))
    common = [term for term, _ in seen.most_common(COMMON)]
    content: list[Query] = []
    while len(content) < count:
        rare = sorted(set(terms(draw.choice(texts))).difference(common))
        if len(rare) >= 5:
            content.append(draw.sample(rare, draw.randint(2, 5)))
    stopped = [draw.sample(common[:COMMONEST], draw.randint(3, 6)) + query for query in content]
    for query in stopped:
        draw.shuffle(query)
    return Queries(content, stopped)


def _texts(size: int, seed: int) -> Iterator[str]:
    draw = np.random.default_rng(seed)
    words, ranks = _words(), _ranks()
    first = np.array([word.capitalize() for word in words], object)
    last = np.array([f"{word}." for word in words], object)
    inside = np.array(words, object)
    for done in range(0, size, _CHUNK):
        lengths = draw.integers(50, 151, min(_CHUNK, size - done))
        drawn = ranks[draw.integers(0, _STEPS, int(lengths.sum()))]
        row = inside[drawn]
        row[::_SENTENCE] = first[drawn[::_SENTENCE]]
        row[_SENTENCE - 1 :: _SENTENCE] = last[drawn[_SENTENCE - 1 :: _SENTENCE]]
        tokens, at = row.tolist(), 0
        for length in lengths.tolist():
            yield " ".join(tokens[at : at + length])
            at += length


@cache
def _ranks() -> np.ndarray[Any, Any]:
    """Ranks of words, each as often as it is to be drawn; int32, shape (``_STEPS``,)."""
    weights = 1 / (np.arange(VOCABULARY) + 2.7) ** 1.07
    ends = np.cumsum(weights / weights.sum())
    return np.minimum(np.searchsorted(ends, (np.arange(_STEPS) + 0.5) / _STEPS), VOCABULARY - 1).astype(np.int32)


@cache
def _words() -> list[str]:
    """Distinct words that every engine reads alike: letters, at least three, each its own stem and no stop word."""
    draw = random.Random(3)  # noqa: S311  # a sample, not a secret
    onsets = "b d f g h k l m n p r t v w z br dr fl gr kl pr st tr".split()
    vowels = "a o u ao oa".split()
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = min(5, 1 + int(len(found) ** 0.25 / 8) + draw.randint(0, 1))
        word = "".join(draw.choice(onsets) + draw.choice(vowels) for _ in range(syllables)) + draw.choice("bgkmnp")
        if len(word) > 2 and terms(word) == [word]:
            found[word] = None
    return list(found)
