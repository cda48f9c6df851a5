"""A name read into its parts: which words it has, what each is, and how much each tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from index.names import vocabulary
from index.names.alignment import length
from index.names.families import families
from index.names.romanisation import fold, romanised, unvowelled
from index.names.skeleton import skeleton

MOST_PARTS: Final = 40
"""Longer texts are no names; what comes after is not compared."""
_MOST_LETTERS: Final = 60
_MOST_CHARACTERS: Final = 2000

_JOINERS: Final = "'’‘ʼʻʾʿ`´ʹʺ′\u00ad\u200b\u200c\u200d\ufeff"
_JOINED = re.compile(f"[{_JOINERS}]")
_SEPARATOR: Final = (
    r"\s!-&(-/:-@\[-_{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b6-\u00b8\u00bb\u00bf\u055a-\u055f\u05be\u060c\u061b\u061f"
    r"\u066a-\u066c\u06d4\u0964\u0965\u2010-\u2017\u201c-\u2027\u2030-\u2031\u2039-\u205f\u20a0-\u20bf\u2190-\u2bff"
    r"\u3001-\u3004\u3008-\u3020\u30fb\uff01-\uff06\uff08-\uff0f\uff1a-\uff20\uff3b-\uff3f\uff5b-\uff65"
)
_WORD = re.compile(f"[^{_SEPARATOR}]+")
_COMMA = re.compile(r"[,،，]")
_FIGURE = re.compile(r"([0-9]{1,18})(?:st|nd|rd|th|er|e)?")
_MIXED = re.compile(r"[0-9]+|[^0-9]+")
_DIGIT_IN_WORD = re.compile(r"(?<=[a-z])[0-9]+(?=[a-z])")
_LOOKALIKES: Final = str.maketrans("0134579", "oieastg")
_ARABIC_ARTICLE = re.compile(r"^ال(?=..)")
_ARTICLE_LIKE = re.compile(r"[aeiou](l|[bdnrstz]|sh|th|dh)")
_SERVANT = re.compile(r"abd(?:[aeou]l|[aeou](?=([rsztdn])\1)|[aeou]s(?=hsh))(?!la*h?[iy]?$|$)(?=.{3})")
_SERVANT_ALONE: Final = frozenset("abd abdul abdel abdal abdol abdool abdoul abdur abdus ebd bd".split())
PATRONYMIC: Final = re.compile(r"..(?:[oae]vi(?:ch|tch|c)|[oaie]vn[ao]|[oae][uw]na|ichna|[oae]vych)$")
"""Endings of East Slavic patronymics."""
_GOD: Final = frozenset("allah ullah ollah lah llah".split())


class Kind(Enum):
    """What a word is in a name."""

    WORD = auto()
    COMMON = auto()
    GENERIC = auto()
    NUMBER = auto()
    KUNYA = auto()
    INITIAL = auto()
    FORM = auto()
    TITLE = auto()
    LINEAGE = auto()
    ARTICLE = auto()


_SHARED: Final = {
    Kind.WORD: 1.0,
    Kind.COMMON: 0.6,
    Kind.GENERIC: 0.4,
    Kind.NUMBER: 0.8,
    Kind.KUNYA: 0.2,
    Kind.INITIAL: 0.2,
    Kind.FORM: 0.06,
    Kind.TITLE: 0.06,
    Kind.LINEAGE: 0.04,
    Kind.ARTICLE: 0.02,
}
"""How much it tells that two names share a word, beside a long rare word. Set by hand: the order matters, and the
fitted weights make up for the scale."""
_LACKED: Final = dict.fromkeys(Kind, 0.0) | {Kind.WORD: 1.0, Kind.COMMON: 1.0, Kind.GENERIC: 0.8}
"""How much it tells that only one has it: a given name that differs is no less different for being common. Numbers,
initials and trifles are compared apart."""

PLAIN: Final = frozenset((Kind.WORD, Kind.COMMON, Kind.GENERIC))
"""Words that are compared by their sounds, and that contradict each other where they differ."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name.

    Attributes:
        text: As it stands in the name, without apostrophes.
        word: Romanised.
        sounds: Its skeleton.
        kind: What it is.
        weight: How much it tells where the other name has it too.
        lacked: How much it tells where the other has not.
        unvowelled: Whether short vowels are missing from its script.
        child: Whether it is a parent's name (after bin, ibn ...; a patronymic).
        value: The figure, of a number.
    """

    text: str
    word: str
    sounds: str
    kind: Kind
    weight: float = 0.0
    lacked: float = 0.0
    unvowelled: bool = False
    child: bool = False
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read.

    Attributes:
        folded: Without case, accents and apostrophes; two names that are equal so are the same spelling.
        parts: Its words in order, the family name last where a comma tells.
    """

    folded: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=1 << 14)
def read_name(text: str) -> Name:
    """Reads a name in any script and order."""
    plain = _JOINED.sub("", text)
    folded = " ".join(_WORD.findall(_JOINED.sub("", fold(plain))))
    if not any(map(str.isalnum, folded)):
        # A letter that only ever stands for an apostrophe, or stretches a word, is all that is left of some texts.
        folded = text.strip()
    before, *after = _COMMA.split(plain[:_MOST_CHARACTERS], maxsplit=1)
    words = _words(before)
    given = _words(after[0]) if after else []
    if given and not all(word.word in vocabulary.FORMS for word in given):
        words = given + words
    else:
        words += given
    return Name(folded, tuple(_described(_glued(_numbered(words[:MOST_PARTS])))))


def _words(text: str) -> list[Part]:
    return [part for surface in _WORD.findall(text) for part in _of_surface(surface)]


@lru_cache(maxsize=1 << 15)
def _of_surface(surface: str) -> tuple[Part, ...]:
    """The parts of one run of letters and digits: a word, or letters with a figure, or what one sign stands for."""
    plain = _JOINED.sub("", fold(surface))
    abjad = unvowelled(plain)
    latin = romanised(_ARABIC_ARTICLE.sub("", plain)) or romanised(plain) or "".join(filter(str.isalnum, plain))
    return tuple(part for word in latin[:_MOST_LETTERS].split() for part in _of_word(surface, word, unvowelled=abjad))


def _of_word(surface: str, word: str, *, unvowelled: bool) -> Iterator[Part]:
    figure = _FIGURE.fullmatch(word)
    if figure:
        yield _figure(surface, int(figure[1]))
        return
    spelled = _DIGIT_IN_WORD.sub(lambda found: found[0].translate(_LOOKALIKES), word)
    for piece in _MIXED.findall(spelled):
        if piece.isdecimal() and piece.isascii():
            yield _figure(piece, int(piece[:18]))
        else:
            text = surface if piece == word or spelled == piece else piece
            yield Part(text, piece, skeleton(piece, unvowelled), Kind.WORD, unvowelled=unvowelled)


def _figure(text: str, value: int) -> Part:
    return Part(text, str(value), "", Kind.NUMBER, value=value)


def _numbered(words: list[Part]) -> list[Part]:
    """With number words as figures: forty-four, twenty-first."""
    numbered: list[Part] = []
    for word in words:
        value = vocabulary.NUMBERS.get(word.word) or (numbered and vocabulary.GENERATIONS.get(word.word)) or None
        if value is None or len(words) == 1:
            numbered.append(word)
            continue
        tens = numbered[-1].value if numbered else None
        if tens is not None and 20 <= tens <= 90 and tens % 10 == 0 and 0 < value < 10:
            numbered[-1] = _figure(f"{numbered[-1].text} {word.text}", tens + value)
        else:
            numbered.append(_figure(word.text, value))
    return numbered


def _glued(words: list[Part]) -> list[Part]:
    """With "Abd al-X", "Abdul X" and "Abdulx" as one word, and Arabic articles, whatever they assimilate to, marked."""
    glued: list[Part] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = at + 1
        if word.word in _SERVANT_ALONE:
            if following < len(words) - 1 and _is_article(words[following], words[following + 1]):
                following += 1
            if following < len(words) and words[following].value is None and len(words[following].word) > 1:
                name = words[following]
                latin = "abdallah" if name.word in _GOD else f"abd{name.word}"
                glued.append(_respelled(replace(name, text=f"{word.text} {name.text}"), latin))
                at = following + 1
                continue
        latin = _SERVANT.sub("abd", word.word)
        if following < len(words) and _is_article(word, words[following]):
            glued.append(replace(word, kind=Kind.ARTICLE))
        else:
            glued.append(word if latin == word.word else _respelled(word, latin))
        at += 1
    return glued


def _is_article(word: Part, following: Part) -> bool:
    if word.word in vocabulary.ARTICLES:
        return True
    found = _ARTICLE_LIKE.fullmatch(word.word)
    return found is not None and (found[1] == "l" or following.word.startswith(found[1]))


def _respelled(part: Part, word: str) -> Part:
    return replace(part, word=word, sounds=skeleton(word, part.unvowelled))


def _described(words: list[Part]) -> list[Part]:
    """With the kind and weight of each word."""
    described: list[Part] = []
    leading = True
    lineage = False
    for at, word in enumerate(words):
        following = sum(one.kind is not Kind.ARTICLE for one in words[at + 1 :])
        needed = 2 if word.word in vocabulary.GIVEN_TITLES else 1
        kind = _kind(word, leading=leading and following >= needed)
        leading = leading and kind in {Kind.TITLE, Kind.ARTICLE}
        described.append(_weighed(word, kind, child=lineage))
        lineage = kind is Kind.LINEAGE or (lineage and kind is Kind.ARTICLE)
    if any(part.kind in PLAIN or part.kind is Kind.NUMBER for part in described):
        return described
    return [_weighed(part, Kind.COMMON) if part.kind is not Kind.INITIAL else part for part in described]


def _kind(word: Part, *, leading: bool) -> Kind:
    if word.kind in {Kind.NUMBER, Kind.ARTICLE}:
        return word.kind
    if len(word.word) == 1:
        return Kind.INITIAL
    for kind, members in (
        (Kind.LINEAGE, vocabulary.LINEAGE),
        (Kind.KUNYA, vocabulary.KUNYA),
        (Kind.FORM, vocabulary.FORMS),
        (Kind.GENERIC, vocabulary.GENERIC),
    ):
        if word.word in members:
            return kind
    if word.word in vocabulary.TITLES:
        return Kind.TITLE if leading or word.word == "dr" else Kind.COMMON
    return Kind.COMMON if word.sounds in _common() or families(word.sounds) else Kind.WORD


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Skeletons of the common names, so that any romanisation of them is one."""
    return frozenset(map(skeleton, vocabulary.COMMON))


_LONG: Final = 3.5
"""Sounds (vowels counting half) from which on a word tells all it can."""


def _weighed(word: Part, kind: Kind, *, child: bool = False) -> Part:
    child = child or (kind in PLAIN and PATRONYMIC.search(word.word) is not None)
    scale = min(1.0, length(word.sounds) / _LONG) if kind in PLAIN else 1.0
    return replace(word, kind=kind, weight=_SHARED[kind] * scale, lacked=_LACKED[kind] * scale, child=child)
