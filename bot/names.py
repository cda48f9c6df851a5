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
_NO_NAMES = STOP_WORDS | INTERROGATIVES | MONTHS_AND_DAYS


def is_name(word: Word, sources: Sources) -> bool:
    """Whether a word is part of a name: the sources mostly capitalise it. A capital alone may begin a sentence."""
    return fold(word.text) not in _NO_NAMES and (sources.spelling(word.text) or word.text)[:1].isupper()


def names_in(text: str, words: Sequence[Word], sources: Sources) -> tuple[str, ...]:
    """The names in a question that the sources know, spelled as they spell them, words of one name together.

    Args:
        text: The question.
        words: Its content words, in order.
        sources: What they may be names in.
    """
    names: list[str] = []
    end = -1
    for word in words:
        spelled = sources.spelling(word.text)
        if spelled is None or not (is_name(word, sources) or (end >= 0 and word.text.isdigit())):
            end = -1
            continue
        between = text[end : word.start] if end >= 0 else None
        if between is not None and _PARTICLES.issuperset(between.casefold().replace("-", " ").split()):
            names[-1] += between + spelled
        elif not word.text.isdigit():
            names.append(spelled)
        end = word.end
    return tuple(names)
