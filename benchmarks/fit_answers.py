"""Fits the weights of the answerer and prints what they reach on questions they were not fitted on.

Groups (articles of squad2_visible, months of rtqa_2022_24) are dealt in turn into a half to fit on and a half to
report on. The sentence weights maximise the likelihood of the sentences that hold an answer, by softmax over a
question's candidates; the confidence is a logistic regression of "the leading sentence is right" where half of the
questions have no answer in the sources (squad2_visible has them so; of rtqa_2022_24 every second document is removed).
The shipped weights are those of the fitting half.

    python -m benchmarks.fit_answers bot/weights.json
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.sets import Query, rtqa, squad
from bot.answerer import PASSAGES, certainty, choose
from bot.evidence import Candidate, Evidence, Witness
from bot.question import read_question
from index.document import Document
from index.search import Searcher
from index.sources import Sources

Floats = NDArray[np.float64]

THRESHOLD = 0.25
"""Least confidence of an answer that is given. On questions not fitted on, half of which have no answer, .47
(squad2_visible, adversarial) and .48 (rtqa_2022_24) of the answers given from here on are right."""
RIDGE = 1e-3
PRIOR = {"identity": 2.5, "alias": 2.5, "whole": 2.5}
"""What the sets hardly have ("who is X", "X's real name", headings) keeps a weight near these, of the others' order."""
PRIOR_RIDGE = 1.0
CERTAINTY = ("score", "margin", *(f"lead_{one.name}" for one in fields(Evidence)), "rarest_missing", "unknown", "words")


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the sentences that might answer it."""

    query: Query
    searcher: Searcher
    candidates: tuple[Candidate, ...]

    @property
    def right(self) -> Floats:
        """1 for each candidate that holds an answer, in a relevant document."""
        return np.array(
            [
                one.hit.document.id in self.query.relevant and self.query.answered_by(one.text)
                for one in self.candidates
            ],
            dtype=np.float64,
        )

    @property
    def matrix(self) -> Floats:
        """Evidence, one row a candidate."""
        return np.array([one.evidence.vector() for one in self.candidates])


def cases(documents: Sequence[Document], queries: Sequence[Query]) -> list[Case]:
    """Retrieves and weighs for every question."""
    searcher = Searcher(Sources.of(documents))
    found = []
    for query in queries:
        question = read_question(query.text)
        hits = searcher.rank(question.terms, PASSAGES)
        witness = Witness(question, searcher.ranking, searcher.sources)
        candidates = [one for hit in hits for one in witness.candidates(hit, hit.sentences(), hits[0].score)]
        if candidates:
            found.append(Case(query, searcher, tuple(candidates)))
    return found


def halves(given: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Deals groups in turn: to fit on, to report on."""
    groups = sorted({case.query.group for case in given})
    fitting = set(groups[::2])
    return [one for one in given if one.query.group in fitting], [
        one for one in given if one.query.group not in fitting
    ]


def fit_sentences(given: Sequence[Case]) -> Floats:
    """Softmax regression by Adam."""
    usable = [(case.matrix, case.right) for case in given if case.right.any() and not case.right.all()]
    names = [one.name for one in fields(Evidence)]
    prior_mean = np.array([PRIOR.get(name, 0.0) for name in names])
    ridge = np.array([PRIOR_RIDGE if name in PRIOR else RIDGE for name in names])
    weights = prior_mean.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, 401):
        gradient = ridge * (weights - prior_mean)
        for matrix, right in usable:
            likelihood = np.exp(matrix @ weights - (matrix @ weights).max())
            prior = likelihood / likelihood.sum()
            posterior = likelihood * right / (likelihood * right).sum()
            gradient = gradient + (prior - posterior) @ matrix / len(usable)
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        weights = weights - 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def led(case: Case, weights: Floats) -> tuple[list[tuple[Candidate, float]], bool]:
    """The candidates best first, and whether the leading one is right."""
    scores = case.matrix @ weights
    order = np.argsort(-scores, kind="stable")
    return [(case.candidates[at], float(scores[at])) for at in order], bool(case.right[order[0]])


def figures(case: Case, weights: Floats) -> tuple[tuple[float, ...], bool]:
    """What the confidence is made from, and whether the leading sentence is right."""
    weighed, right = led(case, weights)
    return certainty(read_question(case.query.text), weighed, case.searcher), right


def fit_confidence(rows: Floats, right: Floats) -> Floats:
    """Logistic regression by Newton's method, the constant last."""
    extended = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(extended.shape[1])
    for _ in range(30):
        probability = 1 / (1 + np.exp(-extended @ weights))
        gradient = extended.T @ (probability - right) + RIDGE * len(rows) * weights
        hessian = (extended.T * (probability * (1 - probability))) @ extended + RIDGE * len(rows) * np.eye(len(weights))
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def auroc(scores: Floats, positive: Floats) -> float:
    """Probability that a positive scores above a negative, ties counting half."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        ranks[scores == value] = ranks[scores == value].mean()
    positives = positive.sum()
    return float(
        (ranks[positive == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(positive) - positives))
    )


def calibration_error(probability: Floats, right: Floats) -> float:
    """Expected calibration error over ten equal bins."""
    bins = np.minimum((probability * 10).astype(int), 9)
    gaps = [
        abs(probability[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in set(bins)
    ]
    return float(sum(gaps))


def report(name: str, answerable: Sequence[Case], mixed: Sequence[Case], weights: Floats, confidence: Floats) -> None:
    """Prints a row a set."""
    shown = first = 0
    for case in answerable:
        weighed, right = led(case, weights)
        first += right
        shown += any(
            one.document.id in case.query.relevant and case.query.answered_by(one.text) for one in choose(weighed)
        )
    rows = [figures(case, weights) for case in mixed]
    logits = np.hstack([np.array([row for row, _ in rows]), np.ones((len(rows), 1))]) @ confidence
    probability, right_ones = 1 / (1 + np.exp(-logits)), np.array([float(right) for _, right in rows])
    has_answer = np.array([float(bool(case.query.answers) and case.right.any()) for case in mixed])
    given = probability >= THRESHOLD
    covered = [
        f"{least:.2f}: {right_ones[probability >= least].mean():.2f} of {(probability >= least).mean():.2f}"
        for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
    ]
    print(
        f"{name:22} shown {shown / len(answerable):.3f}  first {first / len(answerable):.3f}  "
        f"AUROC answerable {auroc(probability, has_answer):.3f}  right {auroc(probability, right_ones):.3f}  "
        f"calibration error {calibration_error(probability, right_ones):.3f}  "
        f"given {given.mean():.2f}  right when given {right_ones[given].mean():.2f}  "
        f"wrongly refused {1 - given[right_ones == 1].mean():.2f}  n {len(answerable)}/{len(mixed)}"
    )
    print(f"{'':22} right of given, by least confidence: {', '.join(covered)}")


def main() -> None:
    """Fits, reports, and writes the weights where a path is given."""
    squad_documents, squad_queries = squad()
    squad_cases = cases(squad_documents, squad_queries)
    rtqa_documents, rtqa_queries = rtqa()
    rtqa_cases = cases(rtqa_documents, rtqa_queries)
    removed = {id for query in rtqa_queries[::2] for id in query.relevant}
    rtqa_half = cases([one for one in rtqa_documents if one.id not in removed], rtqa_queries)
    sets = {"squad2_visible": (squad_cases, squad_cases), "rtqa_2022_24": (rtqa_cases, rtqa_half)}

    fitting = [case for full, _ in sets.values() for case in halves(full)[0] if case.query.answers]
    weights = fit_sentences(fitting)
    rows = [figures(case, weights) for _, mixed in sets.values() for case in halves(mixed)[0]]
    confidence = fit_confidence(np.array([row for row, _ in rows]), np.array([float(right) for _, right in rows]))
    for half, title in ((0, "fitted on"), (1, "not fitted on")):
        print(title)
        for name, (full, mixed) in sets.items():
            answerable = [case for case in halves(full)[half] if case.query.answers]
            report(name, answerable, halves(mixed)[half], weights, confidence)
    plain = {
        "sentence": {one.name: round(float(value), 4) for one, value in zip(fields(Evidence), weights, strict=True)},
        "confidence": {
            name: round(float(value), 4) for name, value in zip((*CERTAINTY, "constant"), confidence, strict=True)
        },
        "threshold": THRESHOLD,
    }
    print(json.dumps(plain, indent=1))
    for path in sys.argv[1:]:
        Path(path).write_text(json.dumps(plain, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
