"""Fits the answerer's weights, and says what they reach on questions they were not fitted on.

The sentence weights maximise the likelihood of the sentences that hold an answer, by softmax over a question's
candidates; the confidence is a logistic regression of "an answer stands in what is shown" where half of the questions
have no answer in the sources (squad2_visible has them so; of rtqa_2022_24 the gold documents of every second question
are removed; of squad2_visible in pieces, half of the paragraphs once more). Groups (articles of squad2_visible, months
of rtqa_2022_24) are dealt into FOLDS; the sentences of a group are weighed by weights fitted without it, and so is its
confidence, on top of such weights. The shipped weights are fitted on everything. What evidence there is was decided on
every second group alone (``Case.seen``).

    python -m benchmarks.fit_answers bot/answering/weights.json tests/quality/answer_weights.json
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.cases import Case, Floats, Material, holds_answer, times
from bot.answering.certainty import FIGURES as CERTAINTY
from bot.answering.certainty import certainty
from bot.answering.choice import choose
from bot.answering.evidence import FIGURES
from bot.answering.setting import SETTINGS
from bot.answering.weighed import ranked

FOLDS = 5
THRESHOLDS = {"short": 0.28, "long": 0.28, "few": 0.42}
"""Least confidence of an answer that is given, for each of SETTINGS. Among few passages, of what was asked in the words
that came to mind of 56 texts that were not fitted on, .30 refuses .09 of what they answer and .29 of what they do not,
.36 .14 and .38, .40 .18 and .46, .42 .20 and .51, .45 .24 and .56, .50 .30 and .64; of 56 others .42 refuses .23 and
.57."""
RIDGE = 1e-3
CONFIDENCE_RIDGE = 1e-4
"""On the 149 questions that ``benchmarks.cases.MISSING`` tells of .690 and .764 with 3e-4, .676 and .756 with 2e-3.
With more to learn from, 1e-4 and 5e-5 are a few thousandths better than 3e-4 on most sets."""
STEPS = 150
PRIOR = {
    "identity": 2.5,
    "alias": 2.5,
    "defines": 1.5,
    "expands": 2.5,
    "whole": 2.5,
    "within": 1.5,
    "outside": -1.5,
    "attributive": -1.0,
}
"""What the sets hardly have ("who is X", "X's real name", headings) keeps a weight near these, of the others' order."""
PRIOR_RIDGE = 0.1
CONFIDENCE_PRIOR = {"lead_expands": 3.0, "lead_identity": 1.0, "lead_alias": 1.0, "lead_defines": 1.0}
"""The same for the confidence: what is said by form to be the answer, is."""


def folds(given: Iterable[Case]) -> list[frozenset[str]]:
    """The groups of some cases, dealt in turn."""
    names = sorted({case.group for case in given})
    return [frozenset(names[at::FOLDS]) for at in range(FOLDS)]


def fit_sentences(given: Sequence[Case]) -> Floats:
    """Softmax regression by Adam, over all candidates at once."""
    usable = [case for case in given if case.right.any() and not case.right.all()]
    rows, right = np.vstack([case.evidence for case in usable]), np.concatenate([case.right for case in usable])
    counts = np.array([len(case.right) for case in usable])
    starts, owner = np.concatenate([[0], np.cumsum(counts)[:-1]]), np.repeat(np.arange(len(usable)), counts)
    shares = np.array([case.setting for case in usable], np.float32)[owner]
    mean = np.array([PRIOR.get(name, 0.0) for name in FIGURES] * len(SETTINGS))
    ridge = np.array([PRIOR_RIDGE if name in PRIOR else RIDGE for name in FIGURES] * len(SETTINGS))
    weights = mean.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        by_setting = rows @ weights.reshape(len(SETTINGS), -1).T.astype(np.float32)
        scores = (by_setting * shares).sum(axis=1).astype(np.float64)
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        prior = odds / np.add.reduceat(odds, starts)[owner]
        posterior = odds * right / np.add.reduceat(odds * right, starts)[owner]
        pull = ((prior - posterior) / len(usable)).astype(np.float32)[:, None] * shares
        gradient = (pull.T @ rows).ravel() + ridge * (weights - mean)
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        rate = 0.1 if step < 0.7 * STEPS else 0.03
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


@dataclass(frozen=True, slots=True)
class Shown:
    """What would be shown for a case.

    Attributes:
        case: The case.
        figures: What the confidence is made from.
        first: Whether the leading sentence is right.
        any: Whether one of the sentences is.
        texts: The sentences, the leading one first.
    """

    case: Case
    figures: tuple[float, ...]
    first: bool
    any: bool
    texts: tuple[str, ...]

    def has_string(self, most: int) -> bool:
        """Whether an answer stands in one of the first sentences, be its document a relevant one or not."""
        return any(holds_answer(self.case.query, text) for text in self.texts[:most])


def shown(case: Case, weights: Floats) -> Shown:
    """Chooses by some sentence weights."""
    weighed = ranked(case.candidates, case.scores(weights))
    chosen = choose(weighed)
    right = {id(one) for one, yes in zip(case.candidates, case.right, strict=True) if yes}
    found = [id(one.candidate) in right for one in chosen]
    figures = certainty(case.asking, weighed, chosen, case.lacking, case.setting)
    return Shown(case, figures, id(weighed[0].candidate) in right, any(found), tuple(one.text for one in chosen))


def fit_confidence(given: Sequence[Shown]) -> Floats:
    """Logistic regression by Newton's method, the constant last."""
    rows = np.hstack([np.array([one.figures for one in given]), np.ones((len(given), 1))])
    right = np.array([float(one.any) for one in given])
    ridge = np.full(rows.shape[1], CONFIDENCE_RIDGE * len(given))
    ridge[-1] = 1e-6
    mean = np.array([CONFIDENCE_PRIOR.get(name, 0.0) for name in (*CERTAINTY, "constant")])
    weights = mean.copy()
    for _ in range(25):
        probability = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (probability - right) + ridge * (weights - mean)
        hessian = (rows.T * (probability * (1 - probability))) @ rows + np.diag(ridge)
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def plain(sentence: Floats, confidence: Floats) -> dict[str, Any]:
    """The weights as they are written."""
    count = len(FIGURES)

    def named(names: Sequence[str], values: Floats) -> dict[str, float]:
        return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}

    return {
        **{name: named(FIGURES, sentence[at * count :][:count]) for at, name in enumerate(SETTINGS)},
        "confidence": named((*CERTAINTY, "constant"), confidence),
        "thresholds": THRESHOLDS,
    }


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was shown for a case by weights that know nothing of its group, and how sure that was.

    Attributes:
        shown: What was shown.
        confidence: The probability that it is right.
    """

    shown: Shown
    confidence: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights, and how they do.

    Attributes:
        weights: Fitted on everything, as they are written.
        full: By set, the questions with the whole corpus.
        mixed: By set, the questions where half have no answer.
    """

    weights: dict[str, Any]
    full: Mapping[str, Sequence[Judgement]]
    mixed: Mapping[str, Sequence[Judgement]]


def fit(material: Material) -> Fitted:
    """Fits on everything, and on everything but each fold in turn.

    The confidence is fitted on what is shown for a fold by sentence weights that were fitted without it, and judged on
    a fold that it was not fitted on.
    """
    answered = material.answered()
    dealt = {group: at for given in material.full.values() for at, fold in enumerate(folds(given)) for group in fold}
    sentence = [fit_sentences([case for case in answered if dealt[case.group] != fold]) for fold in range(FOLDS)]

    def crossed(given: Mapping[str, Sequence[Case]]) -> dict[str, list[Shown]]:
        return {name: [shown(case, sentence[dealt[case.group]]) for case in some] for name, some in given.items()}

    full, mixed = crossed(material.full), crossed(material.mixed)
    unseen = [one for name, some in mixed.items() for one in times(name, some)]
    confidence = [fit_confidence([one for one in unseen if dealt[one.case.group] != fold]) for fold in range(FOLDS)]

    def judged(given: Mapping[str, Sequence[Shown]]) -> dict[str, list[Judgement]]:
        return {
            name: [Judgement(one, _probability(one, confidence[dealt[one.case.group]])) for one in some]
            for name, some in given.items()
        }

    return Fitted(plain(fit_sentences(answered), fit_confidence(unseen)), judged(full), judged(mixed))


def _probability(one: Shown, weights: Floats) -> float:
    return float(1 / (1 + np.exp(-(np.dot(weights[:-1], one.figures) + weights[-1]))))


def write(weights: Mapping[str, Any], path: Path) -> None:
    """Writes weights as JSON."""
    path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


def main() -> None:
    """Fits and writes the weights: those that are shipped, and those of the seen groups alone, for tests on the others.

    Raises:
        SystemExit: The two paths are not given.
    """
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m benchmarks.fit_answers SHIPPED.json SEEN.json")
    material = Material.read()
    write(fit(material).weights, Path(sys.argv[1]))
    write(fit(material.seen()).weights, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
