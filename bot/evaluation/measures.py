"""The measures of retrieval, of telling answerable from not, and of calibration."""

import math
from collections.abc import Mapping, Sequence

import numpy as np


def ndcg(ranked: Sequence[str], grades: Mapping[str, float], cut: int) -> float:
    """Normalised discounted cumulative gain, as trec_eval has it: gain is the grade, discount log2(rank + 1)."""
    gained = sum(grades.get(document, 0.0) / math.log2(rank + 1) for rank, document in enumerate(ranked[:cut], 1))
    best = sorted(grades.values(), reverse=True)[:cut]
    return gained / sum(grade / math.log2(rank + 1) for rank, grade in enumerate(best, 1))


def recall(ranked: Sequence[str], grades: Mapping[str, float], cut: int) -> float:
    """Share of the relevant documents that are among the first."""
    return len(grades.keys() & set(ranked[:cut])) / len(grades)


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, float], cut: int) -> float:
    """1 / rank of the first relevant document, 0 where it is not among the first."""
    return next((1 / rank for rank, document in enumerate(ranked[:cut], 1) if document in grades), 0.0)


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """Probability that a positive scores above a negative, ties counting half; None without one of either."""
    high = np.sort([score for score, yes in zip(scores, positive, strict=True) if yes])
    low = np.sort([score for score, yes in zip(scores, positive, strict=True) if not yes])
    if not len(high) or not len(low):
        return None
    below = np.searchsorted(low, high, "left").sum() + np.searchsorted(low, high, "right").sum()
    return float(below / 2 / (len(high) * len(low)))


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float | None:
    """Expected calibration error over ten equal bins; None without figures."""
    if not confidences:
        return None
    confidence, rightness = np.array(confidences), np.array(right, dtype=np.float64)
    bins = np.minimum((confidence * 10).astype(int), 9)
    return float(sum(abs((confidence - rightness)[bins == one].sum()) for one in np.unique(bins)) / len(confidence))
