"""A word of any script in plain Latin letters."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_ARABIC: Final = dict(
    zip(
        "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤپچژگکیےۀەڤټډړږښڼېۍہھںۇۆڕڵ",
        "a a a a a b t th j h kh d dh r z s sh s d t z  gh f q k l m n h w y a a  y w p ch zh g k y y h a v t d r z"
        " sh n y y h h n w w r l".split(" "),
        strict=True,
    )
)
"""Letters of Arabic, Persian, Urdu, Pashto and Kurdish, after the BGN/PCGN romanisations; ayn and hamza, which Latin
spellings leave out or write as an apostrophe, are dropped."""

_HEBREW: Final = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h w z h t y k k l m m n n s  p p ts ts k r sh t".split(" "),
        strict=True,
    )
)
"""After the simplified rules of the Academy of the Hebrew Language; vav and yod stay consonants here, because which of
them are vowels depends on their neighbours."""

_ABJAD: Final = str.maketrans(_ARABIC | _HEBREW)
_IN_ABJAD = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
_NO_LETTER = re.compile(r"[^a-z0-9 ]+")
_NOT_DECOMPOSED: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
    | {"ə": "a", "ـ": None}
)
"""Letters that Unicode does not take apart into a plain one and a mark, as those do who write without marks."""


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """A text without what makes no difference to a name: case, accents, and compatibility forms."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_NOT_DECOMPOSED)
    return plain if plain.isascii() else "".join(char for char in plain if not unicodedata.combining(char))


def romanised(word: str) -> str:
    """A folded word in the letters a to z, digits, and spaces where one sign stands for several words."""
    if word.isascii():
        return _NO_LETTER.sub("", word)
    spoken = "".join(char for char in word if unicodedata.category(char)[0] in "LMN")
    latin = anyascii(spoken.translate(_ABJAD) if unvowelled(word) else spoken)
    return _NO_LETTER.sub("", latin.lower()).strip()


def unvowelled(word: str) -> bool:
    """Whether a word is of a script that leaves out short vowels."""
    return _IN_ABJAD.search(word) is not None
