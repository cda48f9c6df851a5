"""Floors under the answers, on questions that neither the weights nor those who wrote the evidence have seen."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.sets import groups
from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.answering.weights import Weights
from bot.evaluation.evaluation import Evaluation
from bot.evaluation.judgements import Judged, Judgements
from bot.evaluation.measures import auroc, calibration_error, ndcg
from index.actors.registry import Actors
from index.document import Document
from index.search import Searcher
from index.sources import Sources
from tests.quality.article import Article
from tests.quality.test_corpora import CORPORA, SHARED

SEEN: dict[str, Any] = json.loads((Path(__file__).parent / "answer_weights.json").read_text("utf-8"))
"""Weights fitted on the seen groups alone; ``benchmarks/fit_answers.py`` writes them."""
SAMPLE = {"squad2_visible": 8, "rtqa_2022_24": 4}
"""Every so many of a set's questions are asked."""
FLOORS = {
    "squad2_visible": (0.83, 0.73, 0.64, 0.11),
    "rtqa_2022_24": (0.77, 0.63, 0.7, 0.12),
}
"""Answer shown, answer in the first sentence, AUROC at least; calibration error at most. On this sample, with weights
of the seen groups alone, they were .863, .766, .678, .085 and .803, .653, .734, .104; ``python -m benchmarks.answers``
asks every question, by weights of all groups but its own."""


def unseen(name: str, queries: Sequence[Judged]) -> list[Judged]:
    group_of = groups(name)
    seen = set(sorted(set(group_of.values()))[::2])
    asked = [one for one in queries if one.answers or one.answerable is False]
    return [one for one in asked if group_of[one.id] not in seen][:: SAMPLE[name]]


def right(query: Judged, answer: Answer) -> list[bool]:
    def has(quote: str) -> bool:
        return any(one.casefold() in quote.casefold() for one in query.answers or ())

    return [citation.document in query.grades and has(citation.quote) for citation in answer.citations]


class Asker:
    """Asks each question on the day it was asked on."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._day = date.today()  # noqa: DTZ011  # where a set does not tell the day, any is right
        sources = Sources.of(documents)
        actors = Actors.of(sources)
        self._answerer = Answerer(Searcher(sources), Weights.of(SEEN), actors=lambda: actors, today=lambda: self._day)

    def ask(self, query: Judged) -> Answer:
        self._day = query.asked or self._day
        return self._answerer.ask(query.text, always=True)


def judgements(name: str) -> Judgements:
    folder = SHARED / "data" / name
    if not folder.is_dir():
        pytest.skip(f"the set is not at hand ({folder}); FOOTNOTE_SHARED names its folder")
    return Judgements.read(folder)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", FLOORS)
def test_answers_and_honest_silence(name: str) -> None:
    given = judgements(name)
    queries = unseen(name, given.queries)
    asker = Asker(given.documents)
    answers = {one.id: asker.ask(one) for one in queries if one.answers}
    found = [right(one, answers[one.id]) for one in queries if one.answers]
    shown, first, told, wrong = FLOORS[name]
    assert sum(map(any, found)) / len(found) >= shown
    assert sum(one[:1] == [True] for one in found) / len(found) >= first

    gone = {id for one in queries[::2] for id in one.grades} if name == "rtqa_2022_24" else set()
    if gone:
        asker = Asker(one for one in given.documents if one.id not in gone)
    sure = [(one, asker.ask(one)) for one in queries]
    answerable = [bool(one.answers) and not gone & one.grades.keys() for one in queries]
    confidence = [answer.confidence for _, answer in sure]
    assert (auroc(confidence, answerable) or 0) >= told
    assert (calibration_error(confidence, [any(right(one, answer)) for one, answer in sure]) or 0) <= wrong


@pytest.mark.timeout(600)
def test_follow_ups_find_what_they_are_about() -> None:
    given = judgements("inscit_dev")
    conversation = {one.id: one.id.partition("#")[0] for one in given.queries}
    seen = set(sorted(set(conversation.values()))[::2])
    evaluation = Evaluation(given)
    found = [
        ndcg(evaluation.ranked(one.text, one.history), one.grades, 10)
        for one in given.queries
        if one.grades and conversation[one.id] not in seen
    ]
    assert sum(found) / len(found) >= 0.745


@pytest.mark.timeout(300)
def test_the_article() -> None:
    if not CORPORA["article"].is_dir():
        pytest.skip(f"the raw article is not at hand ({CORPORA['article']}); FOOTNOTE_SHARED names its folder")
    figures = Article.read().figures("reported")
    assert figures.shown >= 0.9
    assert figures.first >= 0.75
    assert figures.refused >= 0.55
    assert figures.wrongly_refused <= 0.25
    assert figures.followed >= 0.8
