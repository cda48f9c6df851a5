"""The words of a text as the finder of names needs them: how each is written, and what stands before it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.places import DEMONYMS, PLACES
from index.actors.vocabulary import FAMILY_PARTICLES
from index.words import STOP_WORDS

_APOSTROPHE = "'’‘ʼʻʾʿ`´"
_MARK = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTERS = rf"(?:[^\W\d_][{_MARK}]*)+"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S., J.F.
    r"|(?<![^\W_])[A-ZÀ-ÞА-Я]\.(?=[\s-]*[^\W\d_])"  # an initial
    rf"|(?<!\d){_LETTERS}\d*(?:[{_APOSTROPHE}\-‐‑]{_LETTERS}\d*)*(?![^\W_]|[$€£])"
    r"|\d+(?:st|nd|rd|th)?(?![^\W_])"
    r"|&"
)
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>]+|\b(?:https?|ftp)://[^\s<>]+|\bwww\.[^\s<>]+", re.IGNORECASE)
"""What has no words: d.whitcombe@norbridge.example."""
_POSSESSIVE = re.compile(r"['’][sS]$")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj brig capt cpt sgt cpl adm cmdr gov sen rep rev hon st mt ft jr sr"
    " messrs mme mlle eng amb supt insp det avv dott lic arq no nos vs col pvt pres fr".split()
)
_ARTICLE = re.compile(r"(?:[ae][ldrstnz]|[aeu]l|a?sh|[dlo]|bin|ibn|abu|аль|эль|ас|ан|аш|ад|ибн|бин)[-‐‑'’](?=[^\W\d_])")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|dell|all|nell|sull|dall)['’](?=[^\W\d_])", re.IGNORECASE)
_SPACE = frozenset((" ", "  ", "\u00a0", ". ", "\n", ""))
_ENDS = frozenset(".!?…:•·|\t»*")
_OPENING = frozenset('“"«')


_SMALL = STOP_WORDS | FAMILY_PARTICLES
_PREFIXES = frozenset("pro anti non post pre ex mid un neo".split())
"""What stands with a hyphen before a name and is no part of it: Pro-Assad."""
_ARTICLED = 3
_LONG = 5
"""Letters from which on a word in a line of capitals is no acronym."""


class Word(NamedTuple):
    """A word of a text. There are so many that a tuple's speed counts.

    Attributes:
        start: Its first code point.
        end: One past its last, a possessive ending left out.
        text: Its letters, ``text[start:end]`` of the text; in a line of capitals as they would be written elsewhere.
        gap: What stands between it and the word before, that one's possessive ending included.
        opens: Whether a sentence, a quotation, a cell or a line begins with it.
        capital: Whether it is written with a capital, a leading article (al-Khazali, d'Ivoire) aside.
    """

    start: int
    end: int
    text: str
    gap: str
    opens: bool
    capital: bool

    @property
    def initial(self) -> bool:
        """Whether it is a single letter with a full stop."""
        return len(self.text) == 2 and self.text[1] == "."


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of ``text[start:end]``, in order."""
    last, before = start, ""
    hidden = _addresses(text, start, end)
    for found in _WORD.finditer(text, start, end):
        begin, stop = found.span()
        while hidden and hidden[-1][1] <= begin:
            hidden.pop()
        if hidden and hidden[-1][0] <= begin:
            continue
        surface = text[begin:stop]
        gap = text[last:begin]
        if gap == " " and before and surface.islower() and surface.isalpha():  # most words; it is faster than the rest
            yield Word(begin, stop, surface, gap, False, False)
            last, before = stop, surface
            continue
        if len(surface) > 2 and surface[-2] in "'’" and surface[-1] in "sS":
            stop -= 2
        opens = not before or (gap != " " and _opens(gap, before))
        if "-" not in surface:
            yield Word(begin, stop, text[begin:stop], gap, opens, _is_capital(surface))
        else:
            for left, right in _pieces(text, begin, stop):
                piece = text[left:right]
                first = left == begin
                yield Word(left, right, piece, gap if first else "-", opens and first, _is_capital(piece))
        last, before = stop, surface


def _addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of addresses, the last one first."""
    if not any(text.find(sign, start, end) >= 0 for sign in ("@", "://", "www.")):
        return []
    return [found.span() for found in _ADDRESS.finditer(text, start, end)][::-1]


def _pieces(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """Two names with a hyphen between them are two words: IRGC-Qods, Iran-Iraq, pro-Assad; Jean-Paul is one."""
    at = text.find("-", begin, stop)
    if at < 0 or not text[at + 1].isupper() or text[begin:stop] in PLACES:
        return [(begin, stop)]
    first, rest = text[begin:at], text[at + 1 : stop]
    apart = text[begin].isupper() and (
        all(one in PLACES or one in DEMONYMS for one in (first, rest))
        or (at - begin > 2 and first.isupper() != rest.isupper())
    )
    apart = apart or (first.casefold() in _PREFIXES and not (first[0].isupper() and is_common(rest)))
    return [(begin, at), (at + 1, stop)] if apart else [(begin, stop)]


def unelided(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line, elided articles being none of theirs: d'Édouard, but Quai d'Orsay."""
    plain = []
    for at, word in enumerate(words):
        within = at > 0 and words[at - 1].capital and joined(word)
        found = None if within else _ELIDED.match(word.text)
        if found is None:
            plain.append(word)
        else:
            start = word.start + found.end()
            rest = word.text[found.end() :]
            plain.append(Word(start, word.end, rest, f"{word.gap}{found[0]}", word.opens, rest[0].isupper()))
    return tuple(plain)


def lowered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line, written as elsewhere where all of it is in capitals."""
    letters = [word.text for word in words if word.text[0].isalpha()]
    if len(letters) < 2 or not all(map(str.isupper, letters)) or not any(len(one) >= _LONG for one in letters):
        return words
    return tuple(
        word._replace(text=_lower(word.text), capital=word.capital and word.text.casefold() not in _SMALL)
        for word in words
    )


def _lower(text: str) -> str:
    plain = text.title() if "-" in text else text.capitalize()
    if text.casefold() in _SMALL:
        return text.casefold()
    return plain if len(text) >= _LONG or is_common(text) or plain in PLACES or is_given(text) else text


def joined(word: Word) -> bool:
    """Whether nothing but space stands between a word and the one before, so that both may be of one name."""
    return word.gap in _SPACE and not word.opens


def _opens(gap: str, before: str) -> bool:
    if gap.startswith(".") and (before.casefold() in _ABBREVIATIONS or len(before) == 1):
        return False
    if not _ENDS.isdisjoint(gap):
        return True
    return (not _OPENING.isdisjoint(gap) and ("," in gap or ";" in gap)) or "\n" in gap


def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return True
    if text.isalpha() or len(text) <= _ARTICLED:
        return False
    article = _ARTICLE.match(text)
    return article is not None and text[article.end()].isupper()
