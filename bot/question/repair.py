"""Slips of the finger in a question, put right where only one word can have been meant, or as somebody chose."""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from index.actors.common import is_common
from index.words import Word, fold, words

SHORTEST = 6
"""Letters. In a shorter word one slip makes another word: "raid" and "paid"."""


def repaired(text: str, unknown: Sequence[Word], near: Callable[[str], Sequence[str]]) -> str | None:
    """A question without its slips; None where there is nothing to put right, or more than one way to do it.

    A word is put right if a single word of the sources is near it and that is but one slip away. Names that are
    farther apart may be two people's, so they are offered only; a common word that the sources lack is no slip.

    Args:
        text: The question.
        unknown: Its words that occur nowhere in the sources.
        near: Words of the sources that a word may have been meant as, nearest first.
    """
    put_right = text
    for word in sorted(unknown, key=lambda one: -one.start):
        meant = () if len(word.text) < SHORTEST or is_common(word.text) else near(word.text)
        if len(meant) != 1 or OSA.distance(fold(word.text), fold(meant[0])) != 1:
            continue
        put_right = put_right[: word.start] + meant[0] + put_right[word.end :]
    return None if put_right == text else put_right


def respelt(text: str, spelling: str) -> str:
    """A question in which the word that is most like a spelling is spelt so."""
    found = max(words(text), key=lambda word: fuzz.ratio(fold(word.text), fold(spelling)), default=None)
    return text if found is None else f"{text[: found.start]}{spelling}{text[found.end :]}"
