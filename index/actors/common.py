"""Everyday English words: what a capital at the head of a sentence, or in a headline, makes no name."""

import re
from functools import lru_cache
from typing import Final

from index.actors import table
from index.irregular import BASES
from index.words import STOP_WORDS, fold, term

_COMMON: Final = table.words("common")
_SHORTEST: Final[dict[str, int]] = {}
"""The stems of everyday words, each with the letters of the shortest: "Chang" has the stem of "change", but is none."""
for _word in _COMMON:
    if (_stem := term(_word)) is not None:
        _SHORTEST[_stem] = min(len(_word), _SHORTEST.get(_stem, len(_word)))


_AFFIXED: Final = re.compile(
    r".{3,}(?:ly|ness|less|ful|ments?|[ts]ions?|ity|ities|ous|ive|isms?|ists?|able|ible|ical|ship|hood|ing|ings|[^e]ed|"
    r"ized?|ises?|ization|esque|like|most|wards?)"
    r"|(?:un|re|non|anti|over|under|counter|inter|super|mis|dis|out|fore|self|semi|mid|pro|pre|post|ex)-?.{4,}"
)
"""Words with the endings and beginnings of English ones; in a text in capitals a name with them is rarer."""


@lru_cache(maxsize=1 << 15)
def is_derived(word: str) -> bool:
    """Whether a word looks like one made of an English word: underscored, palliative, first-class."""
    folded = word.casefold()
    if "-" in folded:
        return any(is_common(part) for part in folded.split("-"))
    return _AFFIXED.fullmatch(folded) is not None


@lru_cache(maxsize=1 << 15)
def is_common(word: str) -> bool:
    """Whether a word is an everyday one, however it is written and in any inflection."""
    folded = word.casefold()
    if folded in STOP_WORDS or folded in _COMMON:
        return True
    if not word.isascii():  # Café is an everyday word; Clémence, which has the stem of clemency, is none
        return fold(word) in _COMMON
    stem, length = term(word), len(BASES.get(folded, folded))
    if stem is not None and length >= _SHORTEST.get(stem, length + 1):
        return True
    return folded.endswith("eed") and folded[:-1] in _COMMON
