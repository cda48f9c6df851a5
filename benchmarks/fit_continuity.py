"""Fits what speaks for a sentence as the answer to a follow-up, beside what speaks for it as one to any question.

By softmax over a question's sentences, on the developed conversations of ``benchmarks.conversations``, each text as a
corpus of its own and TOGETHER as one. The other evidence counts what it counts in the weights that were fitted on every
second text. Prints what that reaches on each text with weights that were fitted on the others.

    python -m benchmarks.fit_continuity bot/answering/continuity.json
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.asked import TOGETHER
from benchmarks.conversations import SEEN, Followed, corpora, followed, share
from bot.answering.continuity import NAMES, figures, fitted
from bot.conversation import Cast, Persons
from bot.footnote import Footnote
from bot.question.names import Names

Floats = NDArray[np.float64]
RIDGE = 0.01
STEPS = 400
RATE = 0.5
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A follow-up with the sentences that might answer it.

    Attributes:
        text: The name of its text.
        scores: What else speaks for each sentence, in logits.
        figures: One row a sentence.
        right: Whether each answers.
    """

    text: str
    scores: Floats
    figures: Floats
    right: NDArray[np.bool_]

    def leads(self, weights: Floats) -> bool:
        """Whether a sentence that answers leads."""
        return bool(self.right[np.argmax(self.scores + self.figures @ weights)])


def cases(together: int) -> Iterator[Case]:
    """The developed follow-ups that are answered by one of the sentences, not by all.

    Args:
        together: How many texts make one corpus.
    """
    for footnote, asked in corpora("developed", together):
        persons = _persons(footnote)
        for one in followed(footnote, asked, SEEN):
            case = _case(one, persons)
            if case.right.any() and not case.right.all():
                yield case


def fit(given: Sequence[Case]) -> Floats:
    """The likeliest weights, by gradient descent."""
    weights = np.zeros(len(NAMES))
    for _ in range(STEPS):
        gradient = sum((_pull(case, weights) for case in given), np.zeros(len(NAMES))) / len(given) + RIDGE * weights
        weights = weights - RATE * gradient
    return weights


def crossed(given: Mapping[int, Sequence[Case]]) -> str:
    """The share led by an answer, by how many texts make one corpus: without, and by weights fitted on other texts."""
    texts = sorted({case.text for some in given.values() for case in some})
    kept = {text: at % FOLDS for at, text in enumerate(texts)}
    everything = [case for some in given.values() for case in some]
    fold = [fit([case for case in everything if kept[case.text] != at]) for at in range(FOLDS)]
    lines = [f"{'texts':>5}{'n':>5}{'first without':>15}{'fitted on others':>18}"]
    for together, some in given.items():
        without = share(case.leads(np.zeros(len(NAMES))) for case in some)
        other = share(case.leads(fold[kept[case.text]]) for case in some)
        lines.append(f"{together:>5}{len(some):>5}{without:>15.3f}{other:>18.3f}")
    return "\n".join(lines)


def _pull(case: Case, weights: Floats) -> Floats:
    """How much of each figure the sentences have that are likely, beyond those of them that answer."""
    scores = case.scores + case.figures @ weights
    odds = np.exp(scores - scores.max())
    answering = odds * case.right
    return np.asarray((odds / odds.sum() - answering / answering.sum()) @ case.figures)


def _persons(footnote: Footnote) -> Persons:
    sources = footnote.sources
    return Persons(Cast(Names(sources), sources, lambda: footnote.actors), lambda: footnote.actors)


def _case(one: Followed, persons: Persons) -> Case:
    weighed = one.answer.candidates
    found = figures([other.candidate for other in weighed], one.answer.carried, persons)
    scores = np.array([other.score for other in weighed]) - found @ fitted()
    right = np.array([one.asked.answered_by(other.candidate.text) for other in weighed], dtype=np.bool_)
    return Case(one.asked.text, scores, found, right)


def main() -> None:
    """Fits and writes the weights.

    Raises:
        SystemExit: The path is not given.
    """
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m benchmarks.fit_continuity CONTINUITY.json")
    given = {together: list(cases(together)) for together in (1, TOGETHER)}
    print(crossed(given))
    weights = fit([case for some in given.values() for case in some])
    Path(sys.argv[1]).write_text(json.dumps(dict(zip(NAMES, weights.round(3).tolist(), strict=True)), indent=1) + "\n")


if __name__ == "__main__":
    main()
