"""Which words of a sentence answer: marked bold where it is shown, never changed in it."""

from bot.asked import Asked
from bot.evidence import Asking, Candidate, Sought, sought

Span = tuple[int, int]
_TOLD_BY_KIND = frozenset({Asked.WHEN, Asked.WHERE, Asked.WHO, Asked.BODY, Asked.ALIAS, Asked.QUANTITY, Asked.DURATION})
"""What these ask for is told by its form. A cause or a means is a clause, of which only the begin is known."""
LEAST = 0.3
"""Closeness to the question's words, from which on an expression is taken for the answer."""


def answering(asking: Asking, candidate: Candidate) -> Sought | None:
    """The expression in a sentence that most likely answers; None where none can be told."""
    if asking.question.asked not in _TOLD_BY_KIND:
        return None
    found = [one for one in sought(asking, candidate.line, candidate.matches) if one.close >= LEAST]
    return max(found, key=lambda one: (one.of_head, one.near, -one.start), default=None)


def bold(asking: Asking, candidate: Candidate) -> tuple[Span, ...]:
    """The spans, in the sentence, of the words asked for."""
    found = answering(asking, candidate)
    return () if found is None else ((found.start, found.end),)
