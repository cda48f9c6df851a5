"""Fits the weights by which two names are judged, on half 0 of the sets of ``benchmarks.names``, and reports on both.

Logistic regression by Newton's method towards PRIOR, whose signs no weight may leave: what the sets hardly have (unit
numbers, fathers and sons) keeps the weight it was given. Both sets weigh alike, and in each the pairs that are one
name weigh as much as those that are not.

    python -m benchmarks.fit_names index/names/weights.json
"""

import json
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np

from benchmarks import names
from benchmarks.names import Floats, Pair
from index.names.evidence import Evidence, compare
from index.names.parts import read_name

PRIOR = {
    "matched": 2.0, "thin": -1.5, "apart": -8.0, "worst": -3.0, "exact": 1.0, "contradiction": -4.0, "missing": -1.5,
    "body": -2.5, "bare": -1.5, "figures": -5.0, "initials": -3.0, "order": -0.7, "lineage": -2.0, "acronym": 0.0,
    "whole": -2.0, "trifles": -0.3, "constant": 1.0,
}  # fmt: skip
RIDGE = 2.0
"""Pulls towards PRIOR as much as two pairs would."""
CONSTANT_RIDGE = 0.05
WORTH = 300.0
"""Pairs that each set counts for, however many it has."""


def evidence(pairs: list[Pair]) -> tuple[Floats, Floats, Floats]:
    """Figures of each pair with a constant, what is right, and how much the pair weighs."""
    rows = []
    for pair in pairs:
        one, other = sorted((read_name(pair.a), read_name(pair.b)), key=lambda name: name.folded)
        rows.append((*compare(one, other).evidence.vector(), 1.0))
    right = np.array([float(pair.same) for pair in pairs])
    return np.array(rows), right, WORTH * np.where(right == 1, 0.5 / right.sum(), 0.5 / (1 - right).sum())


def fit(rows: Floats, right: Floats, weight: Floats) -> Floats:
    """Newton's method, damped, within the signs of the prior."""
    order = [*(one.name for one in fields(Evidence)), "constant"]
    prior = np.array([PRIOR[name] for name in order])
    ridge = np.array([RIDGE] * (len(order) - 1) + [CONSTANT_RIDGE])
    low = np.array([0.0 if PRIOR[name] > 0 and name != "constant" else -np.inf for name in order])
    high = np.array([0.0 if PRIOR[name] < 0 else np.inf for name in order])
    weights = prior.copy()
    for _ in range(200):
        probability = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (weight * (probability - right)) + ridge * (weights - prior)
        hessian = (rows.T * (weight * probability * (1 - probability))) @ rows + np.diag(ridge)
        free = ~(((weights <= low) & (gradient > 0)) | ((weights >= high) & (gradient < 0)))
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
        weights = np.clip(weights - 0.7 * step, low, high)
    return weights


def main() -> None:
    """Fits, prints, writes the weights where a path is given, and reports."""
    sets = [[pair for pair in pairs if pair.half == 0] for pairs in (names.nk_pairs(), names.ofac_pairs())]
    rows, right, weight = (np.concatenate(parts) for parts in zip(*map(evidence, sets), strict=True))
    weights = fit(rows, right, weight)
    order = [*(one.name for one in fields(Evidence)), "constant"]
    plain = {name: round(float(value), 4) for name, value in zip(order, weights, strict=True)}
    print(json.dumps(plain, indent=2))
    for path in sys.argv[1:]:
        Path(path).write_text(json.dumps(plain, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
