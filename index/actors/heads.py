"""Bodies that a text calls by their head alone: the Directorate, of the Directorate of Territorial Surveillance."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from index.actors.kinds import of_words
from index.actors.mention import Kind
from index.actors.vocabulary import ORGANISATION_HEADS
from index.actors.votes import SURE

_LINKS: Final = frozenset("of for".split())
_ALONE: Final = re.compile(r"(?<![^\s(“\"‘])[Tt]he (?P<head>[A-Z][a-z]{3,})(?![\w-])(?! [A-Z]| of | for )")

_DEFINED: Final = re.compile(r"\((?:the )?[“\"](?:[Tt]he )?(?P<head>[A-Z][a-z]{3,})[”\"]\)")
"""Where a text says itself whom it calls so: (“the Bank”)."""


def by_head(names: Iterable[tuple[int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Where a body is called by its head alone, and its name; only of heads that no other body of the text has.

    Args:
        names: Where each name starts, and the name, in order.
        text: The text.
    """
    bodies: dict[str, dict[str, int]] = {}
    for start, name in names:
        if (head := _head(tuple(name.split()))) is not None:
            bodies.setdefault(head, {}).setdefault(name, start)
    others = {found["head"] for found in _DEFINED.finditer(text)} if bodies else set()
    for found in _ALONE.finditer(text) if bodies else ():
        known = bodies.get(found["head"], {}) if found["head"] not in others else {}
        if len(known) == 1:
            name, start = next(iter(known.items()))
            if start < found.start():
                yield *found.span("head"), name


def _head(words: tuple[str, ...]) -> str | None:
    """The word of a body's name that says what kind of body it is; None of what is no body."""
    if len(words) < 2 or of_words(words).get(Kind.ORGANISATION, 0.0) < SURE:
        return None
    of = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    return next((word for word in (words[-1], words[of - 1]) if word.casefold() in ORGANISATION_HEADS), None)
