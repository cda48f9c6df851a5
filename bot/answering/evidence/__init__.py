"""What speaks for a sentence as the answer to a question."""

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.expressions import expressions
from bot.answering.evidence.kind import Sought, sought
from bot.answering.evidence.line import Line, Lines
from bot.answering.evidence.negation import is_negative
from bot.answering.evidence.shape import is_heading, leans
from bot.answering.evidence.witness import FIGURES, Candidate, candidates

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
