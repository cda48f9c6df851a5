"""What a person is said to do for a living, where his name stands: what tells two men of one name apart."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from index.actors import table
from index.actors.vocabulary import FUNCTION
from index.actors.words import Word, joined


class Calling(Enum):
    """A walk of life; what leads from one to another is told by ``far``."""

    STATE = 0
    ARMS = 1
    LAW = 2
    FAITH = 3
    TRADE = 4
    LEARNING = 5
    PRESS = 6
    ARTS = 7
    SPORT = 8
    LABOUR = 9


_CALLINGS: dict[str, frozenset[Calling]] = {}
"""What a word says that a person is; some words may say one of several."""
for _line in table.lines("callings"):
    _calling, _, _nouns = _line.partition(": ")
    for _noun in _nouns.split():
        _CALLINGS[_noun] = _CALLINGS.get(_noun, frozenset()) | {Calling[_calling.upper()]}
_FAR: Final[Mapping[Calling, frozenset[Calling]]] = {
    Calling.SPORT: frozenset(Calling) - {Calling.SPORT, Calling.PRESS, Calling.TRADE},
    Calling.ARTS: frozenset(Calling) - {Calling.ARTS, Calling.PRESS, Calling.LEARNING, Calling.TRADE},
    Calling.LEARNING: frozenset((Calling.ARMS, Calling.LAW, Calling.SPORT, Calling.LABOUR)),
    Calling.LAW: frozenset((Calling.ARMS, Calling.FAITH)),
    Calling.FAITH: frozenset((Calling.TRADE,)),
    Calling.PRESS: frozenset((Calling.ARMS, Calling.LAW, Calling.FAITH, Calling.LABOUR)),
    Calling.LABOUR: frozenset(Calling) - {Calling.LABOUR, Calling.ARMS, Calling.TRADE},
}
"""What hardly ever is one man's, where nothing else says that he is one. Ministers are generals, clerics and rebels."""
_BEFORE: Final = 4
_AFTER: Final = 7
"""Words before and after a name among which his calling is looked for."""
_ARTICLES: Final = frozenset("a an former".split())
_OF_OFFICE: Final = frozenset("attorney secretary director consul solicitor governor inspector surgeon".split())
"""What makes of "general" no soldier: Secretary General."""
_BORN: Final = re.compile(r"(?: \(|, |,? who was | was )(?:born [^.;()]{0,40}?\b|b\. )((?:1[89]|20)\d\d)\b")
_YEARS: Final = re.compile(r" \(((?:1[89]|20)\d\d)[–—-]")


def callings(words: Sequence[Word], first: int, last: int) -> frozenset[Calling]:
    """The walks of life that the words around ``words[first:last]`` may mean; empty where they say nothing of it."""
    return _before(first, words) or _after(last, words)


def far(some: frozenset[Calling], others: frozenset[Calling]) -> bool:
    """Whether two callings are hardly ever one man's."""
    return bool(some and others) and all(
        other in _FAR.get(one, ()) or one in _FAR.get(other, ()) for one in some for other in others
    )


def born(text: str, end: int) -> int | None:
    """The year in which a person was born, where it follows the name that ends there: (1871–1944), born 2 May 1871."""
    if not text.startswith((" (", ", ", " who was ", " was "), end):
        return None
    found = _YEARS.match(text, end) or _BORN.match(text, end)
    return int(found[1]) if found else None


def _before(at: int, words: Sequence[Word]) -> frozenset[Calling]:
    furthest = max(0, at - _BEFORE)
    while at > furthest and joined(words[at]):
        at -= 1
        word = words[at].text.casefold()
        if word in FUNCTION:
            break
        if word == "general" and at and words[at - 1].text.casefold() in _OF_OFFICE:
            return frozenset()
        if word in _CALLINGS:
            return _CALLINGS[word]
    return frozenset()


def _after(at: int, words: Sequence[Word]) -> frozenset[Calling]:
    """An apposition; none that begins with "the", which as often goes on with the sentence."""
    if at + 1 >= len(words) or words[at].gap.strip('”’" ') not in {",", ""}:
        return frozenset()
    if not words[at].gap.strip():
        if words[at].text not in {"is", "was"}:
            return frozenset()
        at += 1
    if words[at].text not in _ARTICLES:
        return frozenset()
    found: frozenset[Calling] = frozenset()
    for word in words[at + 1 : at + _AFTER]:
        if not joined(word) or word.text.casefold() in FUNCTION:
            break
        found = _CALLINGS.get(word.text.casefold(), found)
    return found
