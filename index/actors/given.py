"""Common given names, beside the families of ``index.names``: who bears one is a person."""

from functools import lru_cache
from typing import Final

from index.actors import table
from index.names.families import listed

_GIVEN: Final = table.words("given")


@lru_cache(maxsize=1 << 15)
def is_given(word: str) -> bool:
    """Whether a word is a well-known given name, in any of its spellings."""
    folded = word.casefold()
    if folded in _GIVEN or listed(folded):
        return True
    first, hyphen, second = folded.partition("-")
    return bool(hyphen) and first in _GIVEN and (second in _GIVEN or "-" not in second)
