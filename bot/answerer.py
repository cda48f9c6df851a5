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
from bot.names import names_in
from bot.question import Question, read_question
from index.citation import Citation, cite, verify
from index.document import Document
from index.query import Query
from index.search import Hit, Searcher
from index.sentences import sentence_spans

PASSAGES = 12
"""How many of the best passages are read for sentences."""

SENTENCES = 3
CHARACTERS = 600
"""At most so many sentences of so many code points together: what is taken in at a glance on a phone."""

CLOSEST = 3
"""How many of the nearest passages are shown where the sources do not answer."""

SUPPORT = 3.0
"""A further sentence is shown only if its score, a logit, is at most this much lower than the best one's. On questions
not fitted on, an answer stands in what is shown for .847 / .634 (squad2_visible / rtqa_2022_24) with 2, .856 / .654
with 3 and .864 / .666 with 5, which mostly shows three sentences where one would do."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence chosen to be shown.

    Attributes:
        document: Where it stands.
        start: Its first code point in the document's text.
        end: One past its last code point.
        score: Its score, or that of the sentence it is shown for.
    """

    document: Document
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.document.text[self.start : self.end]


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

    def ask(self, text: str, *, always: bool = False, within: Query | None = None) -> Answer:
        """Answers a question.

        Args:
            text: The question.
            always: Show the best sentences even where the sources hardly answer.
            within: A query whose conditions hold of every passage that is read; None reads all.
        """
        begin = time.perf_counter()
        question = read_question(text)
        hits = self.searcher.rank(question.terms, PASSAGES, within)
        weighed = self._weigh(question, hits)
        confidence = self._confidence(question, weighed)
        answered = bool(weighed) and (always or confidence >= self._weights.threshold)
        chosen = choose(weighed) if answered else []
        citations = _cited(chosen)
        unknown = self.searcher.unknown(question.words)
        return Answer(
            question=question,
            answered=answered,
            confidence=confidence,
            sentences=tuple(Sentence(citation.quote, citation.number) for citation in citations),
            citations=citations,
            closest=() if answered else _closest(weighed),
            did_you_mean=tuple(near for word in unknown for near in self.searcher.near_spellings(word)),
            unknown=tuple(unknown),
            interpreted=Interpretation(names_in(question.text, question.words, self.searcher.sources)),
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


def _closest(weighed: Sequence[tuple[Candidate, float]]) -> tuple[Citation, ...]:
    """The best sentence of each of the best passages."""
    best: dict[str, Quote] = {}
    for one, score in weighed:
        best.setdefault(one.hit.passage.id, Quote(one.hit.document, one.start, one.end, score))
    return _cited(list(best.values())[:CLOSEST])


def _cited(quotes: Sequence[Quote]) -> tuple[Citation, ...]:
    """A citation for each quote, checked against its source."""
    citations = []
    for number, quote in enumerate(quotes, start=1):
        citation = cite(quote.document, quote.start, quote.end, number=number, score=quote.score)
        verify(citation, quote.document)
        citations.append(citation)
    return tuple(citations)


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


def choose(weighed: Sequence[tuple[Candidate, float]]) -> list[Quote]:
    """The sentences to show: the best leads, in reading order follow what it leans on and others that score near it."""
    lead, best = weighed[0]
    quotes = [Quote(one.hit.document, one.start, one.end, score) for one, score in weighed if score >= best - SUPPORT]
    chosen, further = quotes[:1], quotes[1:]
    if lead.evidence.stranded:
        further = [*_sentence_before(quotes[0]), *further]
    for quote in further:
        length = sum(len(one.text) for one in chosen) + len(quote.text)
        if len(chosen) < SENTENCES and length <= CHARACTERS and all(quote.text != one.text for one in chosen):
            chosen.append(quote)
    return [chosen[0], *sorted(chosen[1:], key=lambda quote: (quote.document.file, quote.start))]


def _sentence_before(quote: Quote) -> list[Quote]:
    """The sentence before one that leans on it: it says who "he" is, or what was "two months later"."""
    document = quote.document
    for paragraph in reversed(document.paragraphs):
        if paragraph.start < quote.start:
            spans = sentence_spans(document.text, paragraph.start, min(paragraph.end, quote.start))
            return [Quote(document, *spans[-1], quote.score)]
    return []
