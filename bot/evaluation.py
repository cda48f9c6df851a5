"""How well passages are found and questions answered, on a folder of documents, queries and judgements."""

import csv
import json
import math
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np

from bot.answer import Answer
from bot.answerer import Answerer
from bot.conversation import follow, turns
from bot.names import Names
from bot.question import read_question
from index.document import Document
from index.progress import Progress, unseen
from index.readers.draft import Block
from index.record import Record
from index.reranking import KINDS, Kind, Reranker
from index.search import Searcher, content_words
from index.sources import Sources

CUT = 10
"""How many of the best documents nDCG and the reciprocal rank look at."""
RECALL_CUT = 100
PASSAGES = 1000
"""How many of the best passages are asked for: 100 documents are to be among them, and a long one has several."""


class EvaluationError(ValueError):
    """A folder cannot be evaluated; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and what is known about it.

    Attributes:
        id: Its id.
        text: As asked.
        grades: The relevant documents' ids with their grades, above 0; empty where none is known.
        answers: Strings of which one stands in a right answer; None where answers are not to be judged.
        answerable: Whether the documents answer it; None where that is not known.
        history: The earlier turns of its conversation, oldest first.
    """

    id: str
    text: str
    grades: Mapping[str, float]
    answers: tuple[str, ...] | None = None
    answerable: bool | None = None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgements:
    """A folder in BEIR's layout, read.

    Attributes:
        documents: As indexed, their ids those of the folder.
        queries: In the order of the folder.
    """

    documents: tuple[Document, ...]
    queries: tuple[Judged, ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Reads ``corpus.jsonl``, ``queries.jsonl`` and ``qrels/test.tsv``, or all of ``qrels/*.tsv`` without one.

        A query's ``metadata`` may have ``answers``, ``answerable`` and, false where no answer stands in the document
        word for word, ``answer_in_doc``.

        Raises:
            EvaluationError: Something is missing or not as BEIR has it, or no query has a relevant document.
        """
        if not folder.is_dir():
            raise EvaluationError(f"{folder} is not a folder.")
        corpus = _by_id(folder / "corpus.jsonl")
        queries = _by_id(folder / "queries.jsonl")
        grades: dict[str, dict[str, float]] = {}
        for query, document, grade in _grades(folder / "qrels"):
            if grade > 0:
                grades.setdefault(query, {})[document] = grade
        judged = [_judged(id, one, grades.get(id, {})) for id, one in queries.items()]
        if not any(one.grades for one in judged):
            raise EvaluationError(f"No query of {folder / 'queries.jsonl'} has a relevant document in the qrels.")
        return cls(tuple(_document(id, one) for id, one in corpus.items()), tuple(judged))


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
        self._names = Names(self._searcher.sources)
        self._reranker = Reranker(self._searcher.sources, kinds=kinds, weights=weights)

    def ranked(self, text: str, history: Sequence[str] = ()) -> list[str]:
        """The ids of the documents found, best first: a document is as good as its best passage."""
        own = [word.term for word in content_words(text) if word.term is not None]
        _, carried = follow(read_question(text), turns(history), self._searcher, self._names)
        terms = [*own, *carried.looked_for]
        hits = self._reranker.rerank(terms, text, self._searcher.ranking.top(terms, PASSAGES))
        passages = self._searcher.sources.passages
        return list(dict.fromkeys(passages[hit.position].document for hit in hits))

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
        answerer = Answerer(self._searcher)
        asked = [
            (query, answerer.ask(query.text, always=True, history=query.history))
            for query in self._progress(queries, len(queries), "Answering")
        ]
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


def _right(query: Judged, answer: Answer) -> list[bool]:
    """For each sentence shown whether it has an answer, in a relevant document where those are known."""
    by_number = {citation.number: citation.document for citation in answer.citations}
    return [
        (not query.grades or by_number[sentence.citation] in query.grades)
        and any(one.casefold() in sentence.text.casefold() for one in query.answers or ())
        for sentence in answer.sentences
    ]


def _judged(id: str, plain: Mapping[str, Any], grades: Mapping[str, float]) -> Judged:
    metadata = plain.get("metadata")
    known: Mapping[str, Any] = metadata if isinstance(metadata, dict) else {}
    given, answerable = known.get("answers"), known.get("answerable")
    # Some sets put an answer into typographic quotes that its document does not have.
    answers = tuple(one.strip("“” ") for one in given if isinstance(one, str)) if isinstance(given, list) else ()
    told = any(answers) and answerable is not False and known.get("answer_in_doc") is not False
    return Judged(
        id,
        _string(plain, "text"),
        grades,
        tuple(filter(None, answers)) if told else None,
        answerable if isinstance(answerable, bool) else None,
        _history(known.get("history")),
    )


def _history(given: object) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _document(id: str, plain: Mapping[str, Any]) -> Document:
    lines = (" ".join(line.split()) for line in _string(plain, "text").splitlines())
    title = " ".join(_string(plain, "title").split()) or None
    return Document.of_blocks(id, id, Record(title=title), [Block(line) for line in lines if line], None)


def _string(plain: Mapping[str, Any], name: str) -> str:
    value = plain.get(name)
    return value if isinstance(value, str) else ""


def _by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The objects of a JSON Lines file by their ``_id``."""
    found: dict[str, dict[str, Any]] = {}
    for number, line in _lines(path):
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            raise EvaluationError(f"{path}, line {number}: this is not JSON.") from None
        if not isinstance(one, dict) or not isinstance(one.get("_id"), str | int) or "text" not in one:
            raise EvaluationError(f'{path}, line {number}: an object with "_id" and "text" is expected.')
        id = str(one["_id"])
        if id in found:
            raise EvaluationError(f"{path}, line {number}: the id {id} stands there twice.")
        found[id] = one
    if not found:
        raise EvaluationError(f"{path} is empty.")
    return found


def _grades(folder: Path) -> Iterator[tuple[str, str, float]]:
    """Query id, document id and grade of each judgement."""
    test = folder / "test.tsv"
    paths = [test] if test.is_file() else sorted(folder.glob("*.tsv"))
    if not paths:
        raise EvaluationError(f"{folder} has no .tsv file.")
    for path in paths:
        for number, line in _lines(path):
            row = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
            try:
                query, document, grade = row
                yield query, document, float(grade)
            except ValueError:
                if number > 1:  # the first line may be a heading
                    raise EvaluationError(
                        f"{path}, line {number}: a query's id, a document's id and a grade, between tabs, are expected."
                    ) from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file that are not blank, with their numbers."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except FileNotFoundError:
        raise EvaluationError(f"{path} is missing.") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{path} is not UTF-8 text.") from None
    except OSError as error:
        raise EvaluationError(f"{path} cannot be read: {error.strerror}.") from None
