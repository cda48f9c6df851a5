"""Which words are names, going by how the sources write them."""

from collections.abc import Sequence

from index.sources import Sources
from index.words import INTERROGATIVES, STOP_WORDS, Word, fold

MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
"""Capitalised, and no names of anybody."""

_PARTICLES = frozenset("al el bin ibn abu of the de van von der".split())
_LEADING = (_PARTICLES | frozenset("ben del della den di da du la le ter ten ould ag umm".split())) - STOP_WORDS
"""Small words of which those right before a name are part of it."""
_NO_NAMES = STOP_WORDS | INTERROGATIVES | MONTHS_AND_DAYS
_REMEMBERED = 1 << 16
"""Words; about as many as a large corpus has that are ever asked about."""


class Names:
    """Tells names from other words. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether a word is part of a name: the sources mostly capitalise it. A capital alone may begin a sentence."""
        known = self._known.get(word)
        if known is None:
            known = fold(word) not in _NO_NAMES and (self._sources.spelling(word) or word)[:1].isupper()
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def terms_in(self, words: Sequence[Word]) -> frozenset[str]:
        """The terms of the words that are parts of names, of them also what leads one: the "de" of "de Witte"."""
        named: set[str] = set()
        leads = False
        for word in reversed(words):
            leads = self.has(word.text) or (leads and fold(word.text) in _LEADING)
            if leads and word.term is not None:
                named.add(word.term)
        return frozenset(named)

    def of(self, text: str, words: Sequence[Word]) -> tuple[str, ...]:
        """The names in a question that the sources know, spelled as they spell them, words of one name together.

        Args:
            text: The question.
            words: Its content words, in order.
        """
        names: list[str] = []
        end = -1
        for word in words:
            spelled = self._sources.spelling(word.text)
            if spelled is None or not (self.has(word.text) or (end >= 0 and word.text.isdigit())):
                end = -1
                continue
            between = text[end : word.start] if end >= 0 else None
            if between is not None and _PARTICLES.issuperset(between.casefold().replace("-", " ").split()):
                names[-1] += between + spelled
            elif not word.text.isdigit():
                names.append(spelled)
            end = word.end
        return tuple(names)
