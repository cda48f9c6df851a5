"""When two names are the same but for the way they are written."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from index.actors.given import is_given
from index.names.families import families
from index.names.parts import PLAIN, Kind, Part, read_name
from index.names.romanisation import fold
from index.names.skeleton import coarse
from index.names.vocabulary import ARTICLES, FORMS, GENERATIONS, KUNYA, LINEAGE, NUMBERS, TITLES

_DROPPED: Final = re.compile("['’‘ʼʻʾʿ`´\u00ad\u200c\u200d.]")
_NO_WORD: Final = re.compile(r"[\W_]+")
_ARTICLES: Final = frozenset("al el ul the".split())
_SERVANTS: Final = ("abd", "ebd", "bd", "عبد", "абд")
_ASSIMILATED: Final = re.compile(r"[aeiou](?:[bdlnrstz]|sh|th|dh)")
"""What the Arabic article may be before another word."""
_TELLING: Final = 2
"""Words that a name needs to be told by its sound: of one word, too many are alike."""
_EQUAL: Final[tuple[tuple[str, ...], ...]] = (
    ("united states", "united states of america", "us", "usa"),
    ("united kingdom", "united kingdom of great britain and northern ireland", "uk"),
    ("united nations", "united nations organization", "un", "uno"),
    ("european union", "eu"),
    ("united arab emirates", "uae"),
    ("russia", "russian federation"),
    ("iran", "islamic republic of iran"),
    ("syria", "syrian arab republic"),
    ("north korea", "democratic peoples republic of korea", "dprk"),
    ("south korea", "republic of korea"),
    ("democratic republic of congo", "dr congo"),
    ("china", "peoples republic of china"),
    ("myanmar", "burma"),
    ("ivory coast", "cote divoire"),
    ("turkey", "turkiye"),
    ("czech republic", "czechia"),
    ("nato", "north atlantic treaty organization", "north atlantic treaty organisation"),
)
"""States and bodies of which everybody knows the other name, by their keys, first what they are called."""
SMALL: Final = frozenset(
    "of the for and in on to at by al el de du des la le les del los las y e et pour para por da do dos das di della"
    " dei per und für der die zur von van voor & bin ibn".split()
)
"""Words of a name that mostly give its acronym no letter."""
_ELIDED: Final = re.compile(r"\b[dlDL]['’](?=\w)")
_LEAST: Final = 6
"""Letters from which on a word with one slip is still that word: Hasan and Hassan are two spellings, Hama and Homs are
two towns."""


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """A name without case, accents, apostrophes, hyphens and articles: equal for what is certainly one spelling."""
    words = _NO_WORD.sub(" ", _DROPPED.sub("", fold(name))).split()
    return " ".join([word for word in words if word not in _ARTICLES] or words) or name


@lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """How a name sounds, in classes that romanisations do not tell apart; empty where there is too little of it.

    Names of which it is equal are candidates for being one; ``index.names`` has the last word.
    """
    words = key(name).split()
    if len(words) < _TELLING:
        return ""
    if "," not in name and all(word.isascii() and _is_plain(word) for word in words):
        return " ".join(map(_sound, words))
    parts = [part for part in read_name(name).parts if part.kind is not Kind.ARTICLE]
    if sum(part.kind in PLAIN for part in parts) < _TELLING:
        return ""
    return " ".join(_sounding(part) for part in parts)


@lru_cache(maxsize=1 << 16)
def _is_plain(word: str) -> bool:
    """Whether a word reads the same with others as alone: not Abd, not a number, a title or a particle."""
    parts = read_name(word).parts
    special = word.startswith(_SERVANTS) or word in GENERATIONS or word in NUMBERS or word in ARTICLES
    special = special or word in TITLES or word in KUNYA or word in LINEAGE or word in FORMS
    special = special or len(word) == 1 or _ASSIMILATED.fullmatch(word) is not None
    return len(parts) == 1 and not special and parts[0].kind in PLAIN


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    return _sounding(read_name(word).parts[0])


def _sounding(part: Part) -> str:
    known = families(part.sounds)
    return f"#{min(known)}" if known else coarse(part.sounds) or part.word


def equals(keys: Iterable[str]) -> list[list[str]]:
    """Of some names, by their keys, those that are one for everybody: the United States, the US."""
    there = set(keys)
    return [some for names in _EQUAL if len(some := [one for one in names if one in there]) > 1]


def equal(name: str) -> tuple[str, ...]:
    """All keys of a name, by one: itself, and what else everybody calls that state or body."""
    return (name, *(one for names in _EQUAL if name in names for one in names if one != name))


@lru_cache(maxsize=1 << 15)
def initials(name: str) -> str:
    """The first letters of the capitalised words: what its acronym would be."""
    spoken = [word for word in _apart(name) if word.casefold() not in SMALL]
    return "".join(word[0] for word in spoken).upper() if len(spoken) > 1 else ""


@lru_cache(maxsize=1 << 15)
def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym."""
    letters = name.replace(".", "")
    return (
        2 <= len(letters) <= 8
        and letters.isalpha()
        and sum(map(str.isupper, letters)) > len(letters) / 2
        and " " not in name
    )


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an acronym are the initials of a name, small words counting or not."""
    letters = short.replace(".", "").upper()
    words = _apart(name)
    everything = "".join(word.replace(".", "") if word.count(".") > 1 else word[0] for word in words).upper()
    return len(letters) > 1 and fold(letters) in {fold(initials(name)), fold(everything)}


def _apart(name: str) -> list[str]:
    return _ELIDED.sub("", name).replace("-", " ").split()


def slipped(one: str, other: str) -> bool:
    """Whether one word is the other with a single slip: a letter more, less or wrong, or two exchanged.

    Never of two well-known names (Hashim, Hisham), nor of short words.
    """
    if min(len(one), len(other)) < _LEAST or one[0] != other[0] or (is_given(one) and is_given(other)):
        return False
    return OSA.distance(one, other) == 1 or _exchanged(one, other)


def traces(word: str) -> set[str]:
    """Strings of which two words have one in common if one of them is the other with a slip."""
    if len(word) < _LEAST:
        return set()
    return {word, "".join(sorted(word)), *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(differing) == 2 and differing[0] == differing[1][::-1]
