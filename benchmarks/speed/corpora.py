"""Texts and queries that are made up, since nobody may hand on a million real passages.

Words are syllables, in passages of 50 to 150; each seventeenth begins a sentence. They are drawn by Zipf's law with
Mandelbrot's shift, ``1 / (rank + 2.7) ** 1.07``, and beyond rank ``TURN`` fall as ``rank ** -FALL`` (two regimes, as in
Ferrer i Cancho and Solé, "Two regimes in the frequency of words and the origins of complex lexicons", 2001). The two
are fitted to how the words of seven public collections become more (news, abstracts, encyclopaedia; 11,976 documents in
random order, case aside): 12,210 distinct ones of 80,000, 18,370 of 160,000, 38,727 of 640,000, 66,666 of 1,940,000;
here 12,444, 18,447, 39,464, 71,741. With 1.07 throughout 100,000 passages had 661,000 distinct words, and now 170,000;
a million have 500,000. The commonest word is in 99 % of the passages, the 60th in 17 %, the 100th in 10 % (in those
collections, cut into 100 words each, 97, 9 and 7 %).

A query is 2 to 5 words of a passage that are not among the 100 commonest; one with stop words has 3 to 6 of the 60
commonest besides.
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
TURN = 6_000
FALL = 1.8
COMMON = 100
COMMONEST = 60
_CHUNK = 20_000
_SENTENCE = 17

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
    words = _words()
    first = np.array([word.capitalize() for word in words], object)
    last = np.array([f"{word}." for word in words], object)
    inside = np.array(words, object)
    for done in range(0, size, _CHUNK):
        lengths = draw.integers(50, 151, min(_CHUNK, size - done))
        drawn = _ranks(draw, int(lengths.sum()))
        row = inside[drawn]
        row[::_SENTENCE] = first[drawn[::_SENTENCE]]
        row[_SENTENCE - 1 :: _SENTENCE] = last[drawn[_SENTENCE - 1 :: _SENTENCE]]
        tokens, at = row.tolist(), 0
        for length in lengths.tolist():
            yield " ".join(tokens[at : at + length])
            at += length


def _ranks(draw: np.random.Generator, count: int) -> np.ndarray[Any, Any]:
    """Ranks of so many words; int64."""
    common, most = _shares(), (VOCABULARY / TURN) ** (1 - FALL)
    drawn = draw.random(count)
    ranks = np.searchsorted(common, drawn, side="right")
    rare = ranks == TURN
    share = (drawn[rare] - common[-1]) / (1 - common[-1])
    ranks[rare] = TURN * (1 - share * (1 - most)) ** (1 / (1 - FALL))
    return np.minimum(ranks, VOCABULARY - 1)


@cache
def _shares() -> np.ndarray[Any, Any]:
    """What share of all words the commonest are, up to each of the first ``TURN``; float64."""
    weights = 1 / (np.arange(TURN + 1) + 2.7) ** 1.07
    rare = weights[-1] * TURN / (FALL - 1) * (1 - (VOCABULARY / TURN) ** (1 - FALL))
    ends = np.cumsum(weights[:-1])
    shares: np.ndarray[Any, Any] = ends / (ends[-1] + rare)
    return shares


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
