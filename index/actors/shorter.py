"""Which names may be shorter ones of others: by their words alone, as ``key`` gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.vocabulary import COMPANIES, FAMILY_PARTICLES, LEGAL, TRADES
from index.names.vocabulary import GENERATIONS, LINEAGE

_FIRMS: Final = COMPANIES | TRADES | frozenset("co sons daughters".split())


_LONGEST: Final = 8
"""Words of a person's name; longer ones are none."""


def surname(name: str) -> str:
    """The last word of a person's name that is no "Jr."."""
    words = name.split()
    return words[-2] if len(words) > 2 and words[-1] in GENERATIONS else words[-1]


def within(names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """What stands inside full names and may be what their bearers are called: Banza, of Théophile Banza wa Ilunga.

    No given name, and nobody's father: Yamin Saidov is another than Farrukh bin Yamin Saidov.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        if len(words) > _LONGEST:
            continue
        if len(words) > 2:
            found[f"{words[0][0]} {words[1]}"].append(name)
        for first in range(1, len(words)):
            if words[first - 1] in LINEAGE:
                continue
            for last in range(first + 1, len(words) + 1):
                inside = words[first:last]
                alone = [word for word in inside if word not in FAMILY_PARTICLES and len(word) > 1]
                if alone and not (len(alone) == 1 and is_given(alone[0])):
                    found[" ".join(inside)].append(name)
    return found


def begins(short: str, body: str) -> bool:
    """Whether a company's name is a shorter one, its legal form, and what kind of company it is.

    Waalhaven Bulk B.V., Blue Marlin Holdings; Tidewater Fiduciary Services S.A., where Tidewater is no everyday word.
    """
    if not body.startswith(f"{short} "):
        return False
    if is_legal(short, body):
        return True
    rest = body[len(short) + 1 :].split()
    plain = [word for word in rest if word not in LEGAL]
    alone = " " not in short and not is_common(short)
    if alone and rest[-1] in LEGAL and all(map(is_common, plain)):
        return True
    return plain[-1] in _FIRMS and (all(map(is_common, plain[:-1])) if alone else len(plain) == 1)


def is_legal(short: str, body: str) -> bool:
    """Whether a body's name is a shorter one with its legal form."""
    return body.startswith(f"{short} ") and all(word in LEGAL for word in body[len(short) + 1 :].split())


def contracts(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one full name is the other with given or middle names left out, or initials for any."""
    if (
        short[-1] != full[-1]
        or len(short) > len(full)
        or any(one in LINEAGE and two == short[0] for one, two in pairwise(full))
    ):
        return False
    if len(short) == len(full) and not any(len(word) == 1 for word in short):
        return False
    rest = iter(full)
    return all(any(_stands_for(word, one) for one in rest) for word in short)


def _stands_for(word: str, other: str) -> bool:
    """Whether one is the other, or the initial of it."""
    return word == other or (1 in {len(word), len(other)} and word[0] == other[0])
