"""Which words of a sentence answer: marked bold where it is shown, never changed in it."""

from bot.answering.evidence import Asking, Candidate, Line, Sought, sought
from bot.question.asked import Asked
from index.actors.places import DEMONYMS

Span = tuple[int, int]
_TOLD_BY_KIND = frozenset({Asked.WHEN, Asked.WHERE, Asked.WHO, Asked.BODY, Asked.ALIAS, Asked.QUANTITY, Asked.DURATION})
"""What these ask for is told by its form. A cause or a means is a clause, of which only the begin is known."""
_TOLD_BY_NAME = frozenset({Asked.WHERE, Asked.WHO, Asked.BODY, Asked.ALIAS})
_PARTICLE = 4
"""Code points, " al-", between two words of one name."""
LEAST = 0.3
"""Closeness to the question's words, from which on an expression is taken for the answer."""


def answering(asking: Asking, candidate: Candidate) -> Sought | None:
    """The expression in a sentence that most likely answers; None where none can be told."""
    found = [one for one in told(asking, candidate) if one.close >= LEAST]
    return max(found, key=lambda one: (one.of_head, one.near, -one.start), default=None)


def told(asking: Asking, candidate: Candidate) -> list[Sought]:
    """The expressions in a sentence that may answer; none where what is asked for is not told by its form."""
    if asking.question.asked not in _TOLD_BY_KIND:
        return []
    found = sought(asking, candidate.line, candidate.matches)
    return [one for one in found if not _is_of_question(asking, candidate.line, one)]


def _is_of_question(asking: Asking, line: Line, one: Sought) -> bool:
    """Whether an expression is a people's name, or part of a name that the question has: Qais, of Qais al-Khazali."""
    if asking.question.asked not in _TOLD_BY_NAME:
        return False
    text = line.text[one.start : one.end]
    beside = [word.term for word in line.words if one.end <= word.start <= one.end + _PARTICLE]
    return text in DEMONYMS or bool(asking.names.intersection(beside))


def bold(asking: Asking, candidate: Candidate) -> tuple[Span, ...]:
    """The spans, in the sentence, of the words asked for; none where who somebody is, is asked: a clause tells that."""
    found = None if asking.question.identity and asking.question.asked is Asked.WHO else answering(asking, candidate)
    return () if found is None else ((found.start, found.end),)
