"""From text to the terms that are indexed and searched: question and passage pass through the very same steps."""

import re
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from index.irregular import BASES

_MARK = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_JOINER = "'’‘ʼʻʾʿ`´ʹ\u00ad\u200c\u200d"
_LETTER = rf"[^\W_][{_MARK}]*"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S., I.R.G.C.
    rf"|\d+(?:[.,]\d+)+(?![^\W_])"  # 1,000 and 3.5
    rf"|(?:{_LETTER})+(?:[{_JOINER}](?:{_LETTER})+)*"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DROPPED = re.compile(rf"[{_MARK}{_JOINER}\u0640.]")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"})

INTERROGATIVES = frozenset("who whom whose when where why how what which whats whos".split())
"""Words that say what is asked for. They are indexed (a passage may be looked up by them) and left out of a search
that has other words, because in a small corpus a relative "who" is rare enough to outweigh a name."""

STOP_WORDS = frozenset(
    "a an the and or but if of in on at to for from by with as into onto upon about over under than then"
    " is are was were be been being am do does did has have had having will would shall should can could might must"
    " it its he she him his her hers they them their theirs we our ours you your yours i me my mine"
    " this that these those there here not no nor so such too very just also al el".split()
)
"""Words that are never indexed. "us" is not among them (U.S. = US), nor are the interrogatives; "al" and "el" are, so
that al-Khazali and Khazali are one name; "may" is not, because it is a month."""

_stemmers = threading.local()


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text.

    Attributes:
        start: Its first code point in the text.
        end: One past its last code point.
        text: As it stands in the text.
        term: What it is indexed as: compatibility-composed, case-folded, without accents, apostrophes and possessive,
            stemmed; None for a stop word.
    """

    start: int
    end: int
    text: str
    term: str | None


def words(text: str) -> list[Word]:
    """All words of a text in order, stop words included."""
    return [Word(found.start(), found.end(), found[0], term(found[0])) for found in _WORD.finditer(text)]


def surfaces(text: str) -> list[str]:
    """All words of a text in order as they stand there, stop words included."""
    return _WORD.findall(text)


def terms(text: str) -> list[str]:
    """The terms of a text in order, repeated as often as they occur, stop words left out."""
    return [one for surface in surfaces(text) if (one := term(surface)) is not None]


@lru_cache(maxsize=1 << 17)
def term(surface: str) -> str | None:
    """What one word is indexed as, or None for a stop word."""
    plain = fold(surface)
    if plain in STOP_WORDS or not plain:
        return None
    stem: str = _stemmer().stemWord(BASES.get(plain, plain))
    return stem


def terms_of(surfaces: Sequence[str]) -> list[str | None]:
    """As ``term``, of many words that have hardly been asked for before: in a third of the time."""
    everything = "".join(surfaces)
    plainly = everything.isascii() and everything.isalnum()
    folded = list(map(str.lower if plainly else fold, surfaces))
    stems = _stemmer().stemWords(list(map(BASES.get, folded, folded)))
    return [None if plain in STOP_WORDS or not plain else stem for plain, stem in zip(folded, stems, strict=True)]


def fold(surface: str) -> str:
    """A word without what spelling habits differ in: case, accents, apostrophes, possessive, thousands separators."""
    if surface.isascii() and surface.isalnum():
        return surface.lower()  # as below, sooner: so are most words
    if surface[0].isdigit():
        number = surface.replace(",", "") if _THOUSANDS.fullmatch(surface) else surface
        return unicodedata.normalize("NFKC", number).casefold()
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", surface)).casefold()
    return _DROPPED.sub("", decomposed).translate(_ARABIC_LETTERS)


def _stemmer() -> "Stemmer.Stemmer":
    """A stemmer for each thread, since PyStemmer's objects must not be shared between threads."""
    if not hasattr(_stemmers, "english"):
        # Its own cache, which ``term`` has no use for, takes 8 us a word where words are many.
        _stemmers.english = Stemmer.Stemmer("english", 0)
    return _stemmers.english
