"""Which parts of one name answer to which of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from index.names import alignment
from index.names.families import families, listed
from index.names.parts import PATRONYMIC, PLAIN, Kind, Part
from index.names.skeleton import coarse, skeleton

LEAST: Final = 0.5
"""Similarity from which on two words are held against each other rather than counted as missing."""
_LEAST_JOINED: Final = 0.8
"""The same for one word against several: chance finds something like it sooner."""
_MOST_JOINED: Final = 4
"""Words that may be written as one: Nasr al-Din, Plat Ono Vich."""
_STANDS_FOR: Final = 0.75
"""Similarity of an initial and a word it may stand for."""
_ABBREVIATES: Final = 0.9
"""Similarity of an acronym and its words, all of whose first letters it has."""
_ONE_NAME: Final = 0.9
"""Similarity at least of two forms of one well-known name."""
_OTHER_NAME: Final = 0.4
"""Similarity at most of two well-known names: under LEAST, so that they contradict each other."""


@dataclass(frozen=True, slots=True)
class Link:
    """Parts of one name that answer to parts of the other.

    Attributes:
        left: Positions in the first name.
        right: Positions in the second.
        similarity: 1 for the same word, 0 for words that share nothing.
        weight: How much the pair tells.
        abbreviated: Whether one is the initials of the other.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    weight: float
    abbreviated: bool = False


def aligned(left: Sequence[Part], right: Sequence[Part]) -> tuple[Link, ...]:
    """Links that share no part, those that tell most taken first."""
    single = [link for i, one in enumerate(left) for j, other in enumerate(right) if (link := _link(i, one, j, other))]
    sure_left = {link.left[0] for link in single if link.similarity > 0.9}
    sure_right = {link.right[0] for link in single if link.similarity > 0.9}
    found = [
        *single,
        *_joined(left, right, sure_left, sure_right),
        *(_turned(link) for link in _joined(right, left, sure_right, sure_left)),
    ]
    found.sort(
        key=lambda one: (-(one.similarity**2) * one.weight, abs(one.left[0] - one.right[0]), one.left, one.right)
    )
    taken: list[Link] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for link in found:
        if used_left.isdisjoint(link.left) and used_right.isdisjoint(link.right):
            taken.append(link)
            used_left.update(link.left)
            used_right.update(link.right)
    return tuple(taken)


def _link(i: int, one: Part, j: int, other: Part) -> Link | None:
    """What two single parts have in common, None for nothing."""
    weight = min(one.weight, other.weight)
    if one.kind in PLAIN and other.kind in PLAIN:
        alike = sounding(one.word, one.sounds, other.word, other.sounds, unvowelled=one.unvowelled != other.unvowelled)
        if (PATRONYMIC.search(one.word) is None) != (PATRONYMIC.search(other.word) is None):
            alike *= _OTHER_NAME
        return Link((i,), (j,), alike, weight) if alike >= LEAST else None
    if Kind.INITIAL in {one.kind, other.kind}:
        if one.kind is other.kind:
            return Link((i,), (j,), 1.0, weight) if one.word == other.word else None
        longer, letter = (one, other) if other.kind is Kind.INITIAL else (other, one)
        fits = longer.kind in PLAIN and longer.word.startswith(letter.word)
        return Link((i,), (j,), _STANDS_FOR, weight) if fits else None
    if one.kind is Kind.NUMBER or other.kind is Kind.NUMBER:
        return Link((i,), (j,), 1.0, weight) if one.value == other.value else None
    if one.kind is other.kind and (one.kind in {Kind.KUNYA, Kind.LINEAGE} or one.sounds == other.sounds):
        return Link((i,), (j,), 1.0, weight)
    return Link((i,), (j,), 1.0, weight) if one.sounds == other.sounds and one.sounds else None


def _joined(many: Sequence[Part], ones: Sequence[Part], settled: set[int], sure: set[int]) -> Iterator[Link]:
    """Runs of parts that may be one word of the other name: written apart, or abbreviated."""
    open_ones = [at for at, one in enumerate(ones) if one.kind in PLAIN and at not in sure]
    if len(many) < 2 or not open_ones:
        return
    runs = _runs(many, settled)
    for at in open_ones:
        one = ones[at]
        for run, word in runs:
            alike = _as_one(word, one, unvowelled=one.unvowelled != many[run[0]].unvowelled)
            if alike >= _LEAST_JOINED:
                yield Link(run, (at,), alike, min(one.weight, sum(many[place].weight for place in run)))
        for run in _abbreviated(many, one.word):
            yield Link(run, (at,), _ABBREVIATES, max(one.weight, min(1.0, len(run) / 4)), abbreviated=True)


def _turned(link: Link) -> Link:
    return replace(link, left=link.right, right=link.left)


def _as_one(word: str, one: Part, *, unvowelled: bool) -> float:
    if abs(len(word) - len(one.word)) > 4 and not unvowelled:
        return 0.0
    sounds = skeleton(word, unvowelled=False)
    others = coarse(one.sounds)
    if Levenshtein.distance(coarse(sounds), others) > 0.4 * len(others):
        return 0.0
    return sounding(word, sounds, one.word, one.sounds, unvowelled=unvowelled)


def _runs(parts: Sequence[Part], settled: set[int]) -> list[tuple[tuple[int, ...], str]]:
    """Neighbouring words and what they are when written together, with articles and without.

    Args:
        parts: Of a name.
        settled: Positions of words that the other name has as they are.
    """
    runs: list[tuple[tuple[int, ...], str]] = []
    for start in range(len(parts) - 1):
        for end in range(start + 2, min(start + _MOST_JOINED, len(parts)) + 1):
            last = parts[end - 1]
            if last.kind is Kind.NUMBER or end - 1 in settled or start in settled or parts[start].kind is Kind.NUMBER:
                break
            if last.kind is Kind.ARTICLE:
                continue
            run = tuple(range(start, end))
            runs.append((run, "".join(parts[place].word for place in run)))
            bare = [place for place in run if parts[place].kind is not Kind.ARTICLE]
            if 1 < len(bare) < len(run) and bare[0] == start:
                runs.append((run, "".join(parts[place].word for place in bare)))
    return runs


def _abbreviated(parts: Sequence[Part], word: str) -> Iterator[tuple[int, ...]]:
    """Runs of words whose first letters are a word; of two letters only where it cannot be spoken."""
    if not (2 < len(word) < 7 or (len(word) == 2 and not set(word) & set("aeiou"))):
        return
    bare = [at for at, part in enumerate(parts) if part.kind is not Kind.ARTICLE and part.kind is not Kind.NUMBER]
    initials = "".join(parts[at].word[:1] for at in bare)
    start = initials.find(word)
    if start >= 0:
        yield tuple(bare[start : start + len(word)])


@lru_cache(maxsize=1 << 15)
def sounding(word: str, sounds: str, other: str, others: str, *, unvowelled: bool = False) -> float:
    """How far two romanised words with their skeletons may be spellings of one, 0 to 1."""
    if word == other:
        return 1.0
    longest = max(alignment.length(sounds), alignment.length(others)) or 1.0
    slips = OSA.distance(word, other)
    cost = slips * alignment.SLIP
    if not alignment.hopeless(sounds, others):
        cost = min(cost, alignment.distance(sounds, others, unvowelled))
    alike = max(0.0, 1.0 - cost / longest)
    known, others_known = families(sounds), families(others)
    if known & others_known:
        return max(alike, _ONE_NAME)
    slipped = slips < 2 and not (listed(word) and listed(other))
    return min(alike, _OTHER_NAME) if known and others_known and not slipped else alike
