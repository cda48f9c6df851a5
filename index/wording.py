"""Words as they are compared: a run of words as one string, in which a shorter run is a part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import TypeVar

from index.words import fold, surfaces, term

Key = TypeVar("Key", str, int)

PARTICLES = ("al", "el")
"""What a name is written with or without."""

_PARTICLE_KEYS = frozenset(f"={one}" for one in PARTICLES)
_GAP = "\n"  # no word has one, not even a ligature that is decomposed into several words


def beginning(text: str) -> str:
    """A title or name for finding parts of it that begin where a word begins."""
    return _GAP + _GAP.join(folded(text))


def folded(text: str) -> list[str]:
    """The words of a text, folded, without those that have no letter of their own."""
    return [one for one in map(fold, surfaces(text)) if one]


def key(surface: str) -> str:
    """What a word is compared by in any inflection: its term, or itself marked as none."""
    return term(surface) or f"={fold(surface)}"


def row(forms: Iterable[str]) -> str:
    """Words as one string in which a run of words is a part."""
    return f"{_GAP}{_GAP.join(forms)}{_GAP}"


def name_row(keys: Iterable[str], particles: Set[str]) -> str:
    """Words as a row, without the particles that a name is written with or without."""
    return row(one for one in keys if one not in particles)


def stands(name: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether a name stands among the keys of some words."""
    return name_row(map(key, name), _PARTICLE_KEYS) in name_row(keys, _PARTICLE_KEYS)


def within(forms: Sequence[Key], wanted: Sequence[Key], distance: int) -> bool:
    """Whether a stretch of ``distance`` + 1 words has every wanted one, as often as it is wanted."""
    missing = defaultdict[Key, int](int)
    for one in wanted:
        missing[one] += 1
    short = len(wanted)
    for at, one in enumerate(forms):
        if one in missing:
            short -= missing[one] > 0
            missing[one] -= 1
        if at > distance and (gone := forms[at - distance - 1]) in missing:
            missing[gone] += 1
            short += missing[gone] > 0
        if short == 0:
            return True
    return False
