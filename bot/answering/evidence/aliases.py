"""The other names of the actors that a question names."""

from collections.abc import Iterable, Mapping

from bot.question.names import Names
from index.actors.actor import Named
from index.words import terms, words


def aliases(text: str, asked_about: Iterable[Named], names: Names) -> Mapping[str, str]:
    """Terms of the other names of the actors named in a text, each to the last term of the name that stands there.

    Only words that are names: "the Eagle" does not make every eagle stand for its bearer.
    """
    found: dict[str, str] = {}
    for named in asked_about:
        asked = terms(text[named.start : named.end])
        if not asked:
            continue
        for spelling in named.actor.names:
            for word in words(spelling.name):
                if word.term is not None and word.term not in asked and names.has(word.text):
                    found.setdefault(word.term, asked[-1])
    return found
