"""Sentences with their scores, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answering.evidence import Candidate


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence that was weighed as an answer.

    Attributes:
        candidate: The sentence with its evidence.
        score: A logit; comparable within one question.
    """

    candidate: Candidate
    score: float


def ranked(candidates: Sequence[Candidate], scores: NDArray[np.float64]) -> list[Weighed]:
    """The sentences best first; the better passage's first among equals."""
    order = np.argsort(-np.round(scores, 9), kind="stable")
    return [Weighed(candidates[at], float(scores[at])) for at in order]
