"""Everyday English words: what a capital at the head of a sentence, or in a headline, makes no name."""

from functools import lru_cache
from typing import Final

from index.actors import table
from index.words import STOP_WORDS, term

_STEMS: Final = frozenset(stem for word in table.words("common") if (stem := term(word)) is not None)


@lru_cache(maxsize=1 << 15)
def is_common(word: str) -> bool:
    """Whether a word is an everyday one, however it is written and in any inflection."""
    return word.casefold() in STOP_WORDS or term(word) in _STEMS
