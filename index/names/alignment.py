"""How far two words are from being spellings of one: a weighted edit distance over their sounds."""

from functools import lru_cache
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import Levenshtein

from index.names.skeleton import VOWELS, coarse

_ALIKE: Final = {
    0.05: "ou",
    0.1: "ei qk vw wO",
    0.15: "Ee Oo Dd Gg uw iy",
    0.2: "Ei Ou Zj qg Tt ow",
    0.25: "qG zD sc",
    0.3: "ae SC xh Xx XS yE uv Ov",
    0.35: "gj sz vf",
    0.4: "Oa kx gk kc Xh Xk Xs Xz xC Ss SZ Cj Cc zc sT dt zZ jy bp bv ey",
    0.45: "Ea pf",
    0.5: "qx Gk Gh gh kC TD jz CZ mn tc",
    0.6: "Gx gZ ks Sj zd jh wf wb lr",
    0.65: "ao",
    0.7: "eo eu jd Tf Tz",
    0.75: "au",
    0.8: "ai Eo OE Oe xS",
    0.9: "io iu Eu Oi",
}
"""What it costs to take one sound for another, where less than the 1 that any two consonants cost. Near nothing: two
ways to write one sound (o/u, q/k, w/v, dh/d, gh/g). Up to a half: what dialects, or the spelling habits of two
languages, exchange (g/j, zh/j, ch/sh, s/z, Ukrainian and Belarusian h for g). Vowels of different places cost most: in
Arabic and Persian names they make another name (Hamid, Hamad). Set by hand from the romanisation tables of ALA-LC and
BGN/PCGN and from French, German, Spanish, Turkish and pinyin spelling; not fitted."""

_COST: Final = {
    pair: cost for cost, pairs in _ALIKE.items() for pair in (*pairs.split(), *(p[::-1] for p in pairs.split()))
}
_UNLIKE: Final = 1.4
"""A consonant for a vowel."""
_CONSONANTS: Final = frozenset("bpdtkqgGxXhjyZSCcszTDfvwlrmn")
_DROPPED: Final = {"h": 0.45, "y": 0.3, "w": 0.4, "E": 0.75, "O": 0.6} | dict.fromkeys("aeiou", 0.45)
_UNWRITTEN: Final = _DROPPED | dict.fromkeys("aeiou", 0.06) | {"E": 0.2, "O": 0.2}
"""The same against a script without short vowels; not zero, so that of two readings the shorter is nearer."""
_LAST: Final = 0.6
"""How much less a vowel counts at the end of a word, where endings are (Lukashenka, Lukashenko)."""
_FIRST: Final = 1.4
"""How much more a vowel counts in the first syllable, which keeps it where later ones are weakened (Qasim, Qasem)."""
SLIP: Final = 1.1
"""A slip of the finger (a letter too much, too few, wrong, or two exchanged), however unlike the sounds."""


def distance(one: str, other: str, unvowelled: bool = False) -> float:
    """The least cost that turns one skeleton into the other.

    Args:
        one: A skeleton.
        other: Another.
        unvowelled: Whether the vowels that one of them lacks may be unwritten.
    """
    dropped = _UNWRITTEN if unvowelled else _DROPPED
    gone = [dropped.get(sound, 1.0) for sound in other]
    if other and other[-1] in VOWELS:
        gone[-1] *= _LAST
    above = [0.0, *accumulate(gone)]
    for row, sound in enumerate(one, 1):
        last = row == len(one) and sound in VOWELS
        lost = dropped.get(sound, 1.0) * (_LAST if last else 1.0)
        taken = _taken(sound)
        left = above[0] + lost
        current = [left]
        for column, heard in enumerate(other):
            cost = taken.get(heard, 1.0)
            if sound in VOWELS and heard in VOWELS:
                cost *= _LAST if last and column == len(other) - 1 else _FIRST if row < 3 and column < 2 else 1.0
            left = min(above[column] + cost, above[column + 1] + lost, left + gone[column])
            current.append(left)
        above = current
    return above[-1]


def length(sounds: str) -> float:
    """How much there is to compare in a skeleton: a vowel is half a consonant."""
    return sum(0.5 if sound in VOWELS else 1.0 for sound in sounds)


def hopeless(one: str, other: str) -> bool:
    """Whether two skeletons differ in so many consonants that aligning them is not worth the time."""
    bones, others = coarse(one), coarse(other)
    longest = max(len(bones), len(others))
    return longest > 2 and Levenshtein.distance(bones, others) > 0.6 * longest


@lru_cache(maxsize=128)
def _taken(sound: str) -> dict[str, float]:
    """What it costs to take a sound for each other; 1 for those not in it."""
    vowel = sound in VOWELS
    costs = {pair[1]: cost for pair, cost in _COST.items() if pair[0] == sound}
    unlike = (VOWELS if not vowel else _CONSONANTS) - costs.keys()
    return {**costs, **dict.fromkeys(unlike, _UNLIKE), sound: 0.0}
