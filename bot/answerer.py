"""From a question to an answer, by the weighed evidence of single sentences."""

import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.answer import Answer, Interpretation, Sentence
from bot.evidence import Candidate, Evidence, Witness
from bot.kinds import is_name
from bot.question import Question, read_question
from index.citation import Citation, cite, verify
from index.search import Hit, Searcher
from index.words import fold

PASSAGES = 12
"""How many of the best passages are read for sentences."""

SENTENCES = 3
CHARACTERS = 600
"""At most so many sentences of so many code points together: what is taken in at a glance on a phone."""

CLOSEST = 3
"""How many of the nearest passages are shown where the sources do not answer."""

SUPPORT = 2.0
"""A further sentence is shown only if it is at most this much less likely, as a difference of logits, than the best."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the evidence counts for; ``weights.json``, made by ``benchmarks/fit_answers.py``.

    Attributes:
        sentence: A weight for each figure of Evidence; their weighted sum orders the sentences.
        confidence: A weight for each figure of ``certainty``, and the constant last; the logit of the confidence.
        threshold: Least confidence of an answer that is given.
    """

    sentence: tuple[float, ...]
    confidence: tuple[float, ...]
    threshold: float


@cache
def fitted_weights() -> Weights:
    """The weights that Footnote ships."""
    plain: dict[str, Any] = json.loads(files("bot").joinpath("weights.json").read_text("utf-8"))
    return Weights(tuple(plain["sentence"].values()), tuple(plain["confidence"].values()), plain["threshold"])


class Answerer:
    """Answers questions from the sources. Deterministic; safe to be used by several threads at once."""

    def __init__(self, searcher: Searcher, weights: Weights | None = None) -> None:
        self.searcher = searcher
        self._weights = weights or fitted_weights()

    def ask(self, text: str, *, always: bool = False) -> Answer:
        """Answers a question.

        Args:
            text: The question.
            always: Show the best sentences even where the sources hardly answer.
        """
        begin = time.perf_counter()
        question = read_question(text)
        hits = self.searcher.rank(question.terms, PASSAGES)
        weighed = self._weigh(question, hits)
        confidence = self._confidence(question, weighed)
        answered = bool(weighed) and (always or confidence >= self._weights.threshold)
        chosen = choose(weighed) if answered else []
        citations = tuple(
            self._cited(candidate, number, score) for number, (candidate, score) in enumerate(chosen, start=1)
        )
        unknown = self.searcher.unknown(question.words)
        return Answer(
            question=question,
            answered=answered,
            confidence=confidence,
            sentences=tuple(Sentence(citation.quote, citation.number) for citation in citations),
            citations=citations,
            closest=() if answered else self._closest(weighed),
            did_you_mean=tuple(near for word in unknown for near in self.searcher.near_spellings(word)),
            unknown=tuple(unknown),
            interpreted=Interpretation(self._actors(question)),
            milliseconds=(time.perf_counter() - begin) * 1000,
            candidates=tuple(weighed),
        )

    def _weigh(self, question: Question, hits: Sequence[Hit]) -> list[tuple[Candidate, float]]:
        """The sentences of the passages with their scores, best first; the better passage's first among equals."""
        witness = Witness(question, self.searcher.ranking, self.searcher.sources)
        candidates = [
            candidate for hit in hits for candidate in witness.candidates(hit, hit.sentences(), hits[0].score)
        ]
        scored = [(candidate, self._score(candidate.evidence)) for candidate in candidates]
        return sorted(scored, key=lambda pair: -pair[1])

    def _score(self, evidence: Evidence) -> float:
        return sum(weight * figure for weight, figure in zip(self._weights.sentence, evidence.vector(), strict=True))

    def _confidence(self, question: Question, weighed: Sequence[tuple[Candidate, float]]) -> float:
        if not weighed:
            return 0.0
        *slopes, constant = self._weights.confidence
        figures = certainty(question, weighed, self.searcher)
        logit = constant + sum(slope * figure for slope, figure in zip(slopes, figures, strict=True))
        return 1 / (1 + math.exp(-logit))

    def _cited(self, candidate: Candidate, number: int, score: float) -> Citation:
        citation = cite(candidate.hit.document, candidate.start, candidate.end, number=number, score=score)
        verify(citation, candidate.hit.document)
        return citation

    def _closest(self, weighed: Sequence[tuple[Candidate, float]]) -> tuple[Citation, ...]:
        """The best sentence of each of the best passages."""
        best: dict[str, tuple[Candidate, float]] = {}
        for candidate, score in weighed:
            best.setdefault(candidate.hit.passage.id, (candidate, score))
        nearest = list(best.values())[:CLOSEST]
        return tuple(self._cited(candidate, number, score) for number, (candidate, score) in enumerate(nearest, 1))

    def _actors(self, question: Question) -> tuple[str, ...]:
        """The names in the question as the sources spell them, neighbouring words of a name together."""
        surfaces = self.searcher.sources.surfaces
        names: list[str] = []
        last = -2
        for at, word in enumerate(question.words):
            if word.term and word.term in self.searcher.ranking and is_name(word, surfaces):
                name = surfaces.get(fold(word.text), word.text)
                if at == last + 1:
                    names[-1] += f" {name}"
                else:
                    names.append(name)
                last = at
        return tuple(names)


def certainty(question: Question, weighed: Sequence[tuple[Candidate, float]], searcher: Searcher) -> tuple[float, ...]:
    """Figures that tell whether the best sentence is right, in the order of ``confidence`` in the weights."""
    best, score = weighed[0]
    second = next((other for candidate, other in weighed[1:] if not candidate.terms >= best.terms), score)
    total = sum(searcher.ranking.idf(term) for term in question.terms)
    rarest = max((searcher.ranking.idf(term) for term in question.terms if term not in best.terms), default=0.0)
    unknown = sum(searcher.ranking.idf(term) for term in question.terms if term not in searcher.ranking)
    return (
        score,
        score - second,
        *best.evidence.vector(),
        rarest / total if total else 1.0,
        unknown / total if total else 1.0,
        min(1.0, len(set(question.terms)) / 8),
    )


def choose(weighed: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """The best sentence, and in reading order those further ones that score near it and say something else."""
    lead, best = weighed[0]
    chosen = [(lead, best)]
    length = lead.end - lead.start
    for candidate, score in weighed[1:]:
        if len(chosen) == SENTENCES or score < best - SUPPORT:
            break
        if length + candidate.end - candidate.start > CHARACTERS or any(_same(candidate, one) for one, _ in chosen):
            continue
        chosen.append((candidate, score))
        length += candidate.end - candidate.start
    return [chosen[0], *sorted(chosen[1:], key=lambda pair: (pair[0].hit.document.file, pair[0].start))]


def _same(one: Candidate, other: Candidate) -> bool:
    return one.text == other.text
