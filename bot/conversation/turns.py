"""The earlier turns of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 4
"""Turns. What was said before them is no longer what "he" or "that" means."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was answered.

    Attributes:
        question: As asked.
        answer: The sentences shown; empty where there was no answer.
    """

    question: str
    answer: str


def turns(history: Sequence[str]) -> tuple[Turn, ...]:
    """The last LONGEST turns of a flat history, oldest first: question, answer, question, answer ..."""
    paired = [Turn(history[at], history[at + 1] if at + 1 < len(history) else "") for at in range(0, len(history), 2)]
    return tuple(paired[-LONGEST:])
