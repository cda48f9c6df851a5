"""The long forms of acronyms, whatever words they are of: Front patriotique pour l'intégration (FPI)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.actors.given import is_given
from index.actors.spelling import SMALL
from index.actors.vocabulary import EVENT_HEADS, NO_NAMES, TITLES
from index.names.romanisation import fold

_BRACKET: Final = re.compile(
    r" \((?:the |hereafter |hereinafter |henceforth |ou |o |oder |en adelante )?[“\"«]?"
    r"(?P<short>[^\W\d_a-zа-я][\w.&-]{1,11})[”\"»]?[),;]"
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*|[&]|[^\w\s]")
_ELIDED: Final = re.compile(r"^(?:[dlnsDLNS]|[Dd]ell|[Aa]ll|[Nn]ell)['’](?=\w)")
_MOST_WORDS: Final = 16
_FURTHEST: Final = 200
"""Code points before a bracket in which its long form is looked for."""
_MOST_FORMS: Final = 300
"""Long forms that are looked for all over a text; a text of nothing else would take time by its square."""
_LEAST: Final = 2
"""Capitals that an acronym has at least."""
_FOREIGN: Final = frozenset(
    "de du des la le les del los las para por pour et y e da do dos das di della dei degli per und für der zur von van"
    " voor het en och för".split()
)
"""Small words of other languages, which have only the first word of a name in capitals."""


def expanded(text: str) -> Iterator[tuple[int, int]]:
    """The places of the long forms, wherever in the text they stand, without overlap."""
    places = list(_before_brackets(text))
    forms = sorted({text[start:end] for start, end in places}, key=lambda one: (-len(one), one))
    for form in forms[:_MOST_FORMS]:
        places += _standing(form, text)
    last = 0
    for start, end in sorted(set(places), key=lambda one: (one[0], -one[1])):
        if start >= last:
            yield start, end
            last = end


def _standing(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as words of their own."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(form, end)


def _before_brackets(text: str) -> Iterator[tuple[int, int]]:
    for found in _BRACKET.finditer(text):
        short = found["short"].replace(".", "").replace("&", "")
        if sum(map(str.isupper, short)) >= max(_LEAST, len(short) * 0.6) and found["short"] not in NO_NAMES:
            first = max(0, found.start() - _FURTHEST)
            line = max(first, text.rfind("\n", first, found.start()) + 1)
            words = list(_WORD.finditer(text, line, found.start()))[-_MOST_WORDS:]
            begin = _begin([one[0] for one in words], fold(short).replace(" ", ""))
            if begin is not None:
                yield words[begin].start() + _elision(words[begin][0]), found.start()


def _begin(words: Sequence[str], letters: str) -> int | None:
    """The first of the last words whose initials are the letters; None for none, or for a person's name."""
    for at in range(len(words) - 1, -1, -1):
        if words[at] in '.!?:;()[]“”"|':
            return None
        if _spells(words[at:], letters) and _is_name(words[at:]):
            return at
    return None


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether the letters are the initials of some words, in order, each of all but the small ones."""
    places = {0}
    for at, word in enumerate(words):
        for part in re.split(r"[-‐]", word[_elision(word) :]):
            first = fold(part[:1])
            if first.isalpha():
                small = at > 0 and part.casefold() in SMALL
                places = {place + 1 for place in places if letters[place : place + 1] == first} | (
                    places if small else set()
                )
    return len(letters) in places


def _is_name(words: Sequence[str]) -> bool:
    """Whether some words are a body's name: they have capitals, but for small words, or are of another language."""
    first = words[0][_elision(words[0]) :]
    longer = [one for one in words if one[0].isalpha() and one.casefold() not in SMALL]
    if not first[:1].isupper() or len(longer) < _LEAST or first.casefold() in TITLES or is_given(first):
        return False
    if {longer[-1].casefold(), first.casefold()} & EVENT_HEADS:
        return False
    return all(one[_elision(one)].isupper() for one in longer) or not _FOREIGN.isdisjoint(map(str.casefold, words))


def _elision(word: str) -> int:
    """The letters before the apostrophe of an elided article: l'intégration."""
    found = _ELIDED.match(word)
    return found.end() if found else 0
