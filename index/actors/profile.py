"""How a document writes its words, from which follows what a capital means in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.actors.common import is_common
from index.actors.language import Language
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.vocabulary import FAMILY_PARTICLES, FUNCTION, MONTHS_AND_DAYS, NO_NAMES
from index.actors.words import Word

_CONTRACTED = ("'d", "'ll", "'ve", "'re", "n't", "’d", "’ll", "’ve", "’re", "n’t")
_PARTY = re.compile(r"[RDI]-[A-Z]")
"""An American lawmaker's party and state: R-Ky."""
_LONG = 4
"""Letters from which on a word of a headline is capitalised."""
_FLAT = 0.8
"""Share of long words with a capital from which on a line is a headline or a list: capitals tell nothing in it. In
running text a fifth of them have one."""
_FEW = 8
"""Long words up to which all of them must have a capital."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text.

    Attributes:
        words: In order.
        flat: Whether capitals tell nothing in it: a headline, a row of a table, a line in capitals.
        lowered: Whether it is a line in capitals, its words here being written as elsewhere.
        language: What it is written in; None for English.
    """

    words: tuple[Word, ...]
    flat: bool
    lowered: bool = False
    language: Language | None = None


class Profile:
    """The words of a document by how they are written in its running text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lower: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        for line in lines:
            if not line.flat:
                self._count(line.words)

    def _count(self, words: Sequence[Word]) -> None:
        for word in words:
            if not word.capital:
                self._lower[word.text] += 1
            elif not word.opens:
                self._inside[word.text.casefold()] += 1

    def lowered(self, word: str) -> bool:
        """Whether the document also writes a word without a capital, and not less often."""
        folded = word.casefold()
        return self._lower[folded] > 0 and self._lower[folded] >= self._inside[folded]

    def named(self, word: str) -> bool:
        """Whether the document writes a word with a capital where only names have one."""
        folded = word.casefold()
        return self._inside[folded] > 0 and not self._lower[folded]

    def is_name(self, word: Word, *, flat: bool) -> bool:
        """Whether a capitalised word may be one of a name, alone or with others."""
        text = word.text
        if (
            text in MONTHS_AND_DAYS
            or text.replace("’", "'") in NO_NAMES
            or text.endswith(_CONTRACTED)
            or _PARTY.match(text)
        ):
            return False
        if (text in PLACES and not ((flat or word.opens) and is_common(text))) or text in DEMONYMS:
            return True
        if text in BODIES and not is_common(text):
            return True
        if text.endswith(_CONTRACTED):
            return False
        if flat or word.opens:
            return self.named(text) or not (is_common(text) or self.lowered(text))
        return len(text) > 1


def _tells(word: Word) -> bool:
    """Whether a word would have a capital in a headline; a short one without tells too: Orlan Dredging met him."""
    text = word.text
    if word.capital:
        return len(text) >= _LONG and text.casefold() not in FUNCTION
    if text[0].isdigit():
        return False
    return len(text) >= _LONG - 1 and text not in FUNCTION and text not in FAMILY_PARTICLES


def is_flat(words: Sequence[Word], *, ended: bool = False) -> bool:
    """Whether capitals tell nothing in a line.

    Args:
        words: Of the line.
        ended: Whether it ends like a sentence; then all of them must have a capital.
    """
    if ended and any(not word.capital and _tells(word) for word in words):  # most lines, and told by their first words
        return False
    telling = [word for word in words if _tells(word)]
    capitals = sum(word.capital for word in telling)
    return capitals == len(telling) if ended or len(telling) < _FEW else capitals >= _FLAT * len(telling)
