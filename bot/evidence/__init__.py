"""What speaks for a sentence as the answer to a question."""

from bot.evidence.asking import Asking
from bot.evidence.expressions import expressions
from bot.evidence.kind import Sought, sought
from bot.evidence.line import Line, Lines
from bot.evidence.negation import is_negative
from bot.evidence.shape import is_heading, leans
from bot.evidence.witness import FIGURES, Candidate, candidates

__all__ = [
    "FIGURES",
    "Asking",
    "Candidate",
    "Line",
    "Lines",
    "Sought",
    "candidates",
    "expressions",
    "is_heading",
    "is_negative",
    "leans",
    "sought",
]
