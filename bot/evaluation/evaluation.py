"""How well passages are found and questions answered, on a folder of documents, queries and judgements."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.conversation import Cast, Follower, fresh, shown, turns
from bot.evaluation.judgements import Judged, Judgements
from bot.evaluation.measures import auroc, calibration_error, ndcg, recall, reciprocal_rank
from bot.question.names import Names
from bot.question.question import read_question
from index.actors.registry import Actors
from index.progress import Progress, unseen
from index.reranking import KINDS, Kind, Reranker
from index.search import Hit, Searcher, content_words
from index.sources import Sources

CUT = 10
"""How many of the best documents nDCG and the reciprocal rank look at."""
RECALL_CUT = 100
PASSAGES = 1000
"""How many of the best passages are asked for: 100 documents are to be among them, and a long one has several."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How well documents are found.

    Attributes:
        ndcg: nDCG at 10, its gains the grades, averaged over the queries that have a relevant document.
        recall: Share of the relevant documents among the first 100, likewise averaged.
        reciprocal_rank: 1 / rank of the first relevant document, 0 beyond 10, likewise averaged.
        queries: How many queries that are.
        documents: How many documents there are.
        median: Milliseconds from a query's text to its ranked passages, half of the queries.
        slowest: The same for all but a hundredth of the queries.
    """

    ndcg: float
    recall: float
    reciprocal_rank: float
    queries: int
    documents: int
    median: float
    slowest: float

    def payload(self) -> dict[str, Any]:
        """As ``footnote evaluate --json`` prints it."""
        return {
            "nDCG@10": self.ndcg,
            "R@100": self.recall,
            "RR@10": self.reciprocal_rank,
            "queries": self.queries,
            "documents": self.documents,
            "p50_ms": self.median,
            "p99_ms": self.slowest,
        }


@dataclass(frozen=True, slots=True)
class Answering:
    """How well questions are answered; a figure is None where nothing is known to judge it by.

    Attributes:
        first: Share of the questions with known answers for which one stands in the leading sentence, and that
            sentence in a relevant document; the best sentences are shown however low the confidence.
        shown: The same for any of the sentences shown.
        answerable: Probability that an answerable question's confidence is above an unanswerable one's (AUROC).
        calibration: Expected calibration error, over ten equal bins, of the confidence as the probability that an
            answer stands in what is shown; it never does for an unanswerable question.
    """

    first: float | None
    shown: float | None
    answerable: float | None
    calibration: float | None

    def payload(self) -> dict[str, Any]:
        """As ``footnote evaluate --json`` prints it."""
        return {
            "answer_in_first": self.first,
            "answer_in_shown": self.shown,
            "answerable_AUROC": self.answerable,
            "calibration_error": self.calibration,
        }


@dataclass(slots=True)
class _Clock:
    """The day that questions are asked on."""

    day: date = field(default_factory=date.today)


class Evaluation:
    """Evaluates on one folder."""

    def __init__(
        self,
        judgements: Judgements,
        *,
        kinds: Collection[Kind] = KINDS,
        weights: Mapping[Kind, float] | None = None,
        progress: Progress = unseen,
    ) -> None:
        """Indexes the documents.

        Args:
            judgements: The folder.
            kinds: The kinds of evidence that order the hits.
            weights: What they count for; None takes those that Footnote ships.
            progress: Told how far the indexing, searching and asking is.
        """
        self.judgements = judgements
        self._progress = progress
        self._searcher = Searcher(Sources.of(judgements.documents, progress=progress))
        sources = self._searcher.sources
        self._follower = Follower(self._searcher, Cast(Names(sources), sources))
        self._reranker = Reranker(self._searcher.sources, kinds=kinds, weights=weights)

    def ranked(self, text: str, history: Sequence[str] = ()) -> list[str]:
        """The ids of the documents found, best first: a document is as good as its best passage."""
        own = [word.term for word in content_words(text) if word.term is not None]
        told = turns(history)
        meant, carried = self._follower.follow(read_question(text), told)
        terms = own if carried.follows is None else list(dict.fromkeys((*own, *carried.looked_for(meant))))
        hits = self._reranker.rerank(terms, text, self._searcher.ranking.top(terms, PASSAGES))
        sources = self._searcher.sources
        if not told:
            return list(dict.fromkeys(sources.passages[hit.position].document for hit in hits))
        found = [Hit(sources.passages[one.position], sources.document_of(one.position), one.score) for one in hits]
        again = fresh(found, shown(self._searcher, told), leaning=carried.follows is not None)
        return list(dict.fromkeys(hit.document.id for hit in again))

    @cached_property
    def _actors(self) -> Actors:
        return Actors.of(self._searcher.sources)

    def retrieval(self) -> Retrieval:
        """Searches for every query that has a relevant document."""
        queries = [one for one in self.judgements.queries if one.grades]
        figures, times = [], []
        for query in self._progress(queries, len(queries), "Searching"):
            begin = time.perf_counter()
            ranked = self.ranked(query.text, query.history)
            times.append((time.perf_counter() - begin) * 1000)
            figures.append(
                (
                    ndcg(ranked, query.grades, CUT),
                    recall(ranked, query.grades, RECALL_CUT),
                    reciprocal_rank(ranked, query.grades, CUT),
                )
            )
        means, (median, slowest) = np.mean(figures, axis=0), np.percentile(times, [50, 99])
        return Retrieval(
            ndcg=float(means[0]),
            recall=float(means[1]),
            reciprocal_rank=float(means[2]),
            queries=len(queries),
            documents=len(self.judgements.documents),
            median=float(median),
            slowest=float(slowest),
        )

    def answering(self) -> Answering | None:
        """Asks every query whose answer or answerability is known; None where there is none."""
        queries = [one for one in self.judgements.queries if one.answers is not None or one.answerable is not None]
        if not queries:
            return None
        clock, today = _Clock(), _Clock().day
        answerer = Answerer(self._searcher, actors=lambda: self._actors, today=lambda: clock.day)
        asked = []
        for query in self._progress(queries, len(queries), "Answering"):
            clock.day = query.asked or today
            asked.append((query, answerer.ask(query.text, always=True, history=query.history)))
        right = [(query, _right(query, answer), answer.confidence) for query, answer in asked]
        first = [found[:1] == [True] for query, found, _ in right if query.answers]
        shown = [any(found) for query, found, _ in right if query.answers]
        known = [(confidence, query.answerable) for query, _, confidence in right if query.answerable is not None]
        certain = [
            (confidence, any(found)) for query, found, confidence in right if query.answers or query.answerable is False
        ]
        return Answering(
            first=float(np.mean(first)) if first else None,
            shown=float(np.mean(shown)) if shown else None,
            answerable=auroc([one for one, _ in known], [bool(one) for _, one in known]),
            calibration=calibration_error([one for one, _ in certain], [one for _, one in certain]),
        )


def _right(query: Judged, answer: Answer) -> list[bool]:
    """For each sentence shown whether it has an answer, in a relevant document where those are known."""
    by_number = {citation.number: citation.document for citation in answer.citations}
    return [
        (not query.grades or by_number[sentence.citation] in query.grades)
        and any(one.casefold() in sentence.text.casefold() for one in query.answers or ())
        for sentence in answer.sentences
    ]
