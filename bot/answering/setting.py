"""What the weights of evidence depend on: how long passages are, and how many."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.evidence import Candidate

Floats = NDArray[np.float64]
SETTINGS = ("short", "long", "few")
"""What the weights depend on: how long the passages are, and whether there are but few, among which rarity and rank say
little."""
FEW, MANY = 80, 400
"""Passages, up to which there are but few, and from which on there are many. What people ask of eight texts together
(some 80 passages) is told apart like what they ask of one: with 20 and 200 passages AUROC of answerable is .702 / .689
of it (not seen / seen) and .639 / .686 of squad2_visible, with these .731 / .720 and .639 / .716."""
SHORT = 1.5
LONG = 4.5
"""Sentences a passage. Items of news have fewer than the former, paragraphs of an encyclopaedia about as many as the
latter; the weights of the two differ (on questions not fitted on, the leading sentence is right for .806 / .527 of
squad2_visible / rtqa_2022_24 with weights for each, .799 / .513 with the same for both)."""


def matrix(candidates: Sequence[Candidate], setting: Sequence[float]) -> Floats:
    """The evidence, one row a sentence, once for each of SETTINGS by its share."""
    evidence = np.array([one.evidence for one in candidates])
    return np.hstack([evidence * share for share in setting])


def setting_of(candidates: Sequence[Candidate], passages: int) -> tuple[float, float, float]:
    """The share of each of SETTINGS.

    Args:
        candidates: The sentences.
        passages: How many passages there are to search.
    """
    read = len({one.hit.passage.id for one in candidates})
    mean = len(candidates) / read if read else 0.0
    long = min(1.0, max(0.0, (mean - SHORT) / (LONG - SHORT)))
    few = min(1.0, max(0.0, math.log(MANY / max(1, passages)) / math.log(MANY / FEW)))
    return (1 - long) * (1 - few), long * (1 - few), few
