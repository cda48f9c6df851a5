"""What the evidence counts for: ``weights.json``, made by ``benchmarks/fit_answers.py``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bot.answering.certainty import FIGURES as CERTAINTY
from bot.answering.evidence import FIGURES, Candidate
from bot.answering.setting import SETTINGS, matrix

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights.

    Attributes:
        sentence: A weight for each of ``bot.answering.evidence.FIGURES``, for each of SETTINGS in turn.
        confidence: A weight for each of ``bot.answering.certainty.FIGURES``, the constant last; together the logit of
            the confidence.
        thresholds: Least confidence of an answer that is given, for each of SETTINGS.
    """

    sentence: Floats
    confidence: Floats
    thresholds: Floats

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """Weights as written to JSON, by name; what was not fitted yet counts nothing."""
        sentence = np.array([plain[setting].get(figure, 0.0) for setting in SETTINGS for figure in FIGURES])
        confidence = np.array([plain["confidence"].get(figure, 0.0) for figure in (*CERTAINTY, "constant")])
        return cls(sentence, confidence, np.array([plain["thresholds"][setting] for setting in SETTINGS]))

    def scores(self, candidates: Sequence[Candidate], setting: Sequence[float]) -> Floats:
        """A score, a logit, for each sentence."""
        scores: Floats = matrix(candidates, setting) @ self.sentence
        return scores

    def threshold(self, setting: Sequence[float]) -> float:
        """The least confidence of an answer that is given, by the share of each setting."""
        return float(np.dot(self.thresholds, setting))

    def probability(self, figures: Sequence[float]) -> float:
        """The confidence that figures of certainty make."""
        return float(1 / (1 + np.exp(-(np.dot(self.confidence[:-1], figures) + self.confidence[-1]))))


@cache
def fitted_weights() -> Weights:
    """The weights that Footnote ships."""
    return Weights.of(json.loads(files("bot.answering").joinpath("weights.json").read_text("utf-8")))
