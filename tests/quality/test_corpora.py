"""Questions on the shipped briefings and on the raw article they are made from, which is not part of the repository."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.footnote import Footnote

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("FOOTNOTE_SHARED", ROOT.parent / "shared"))
QUESTIONS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "questions.json").read_text("utf-8"))
CORPORA = {"briefings": ROOT / "corpus", "article": SHARED / "seed"}


@pytest.fixture(scope="module", params=CORPORA)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Footnote]:
    corpus = CORPORA[request.param]
    if not corpus.is_dir():
        pytest.skip(f"the raw article is not at hand ({corpus}); FOOTNOTE_SHARED names its folder")
    return request.param, Footnote.open(corpus, tmp_path_factory.mktemp("index"), note=print)


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["question"] for case in QUESTIONS])
def test_the_first_sentence_is_right_or_the_sources_do_not_answer(
    asked: tuple[str, Footnote], case: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    corpus, footnote = asked
    if corpus in case.get("missed", ()):
        request.applymarker(pytest.mark.xfail(reason="missed so far", strict=True))
    answer = footnote.ask(case["question"])
    assert answer.answered == bool(case[corpus]), answer.confidence
    if answer.answered:
        assert any(words in answer.sentences[0].text for words in case[corpus]), answer.sentences[0].text


def test_every_document_is_read(asked: tuple[str, Footnote]) -> None:
    _, footnote = asked
    assert footnote.sources.documents
    for document in footnote.sources.documents:
        assert document.problem is None
        assert document.record.title
        assert document.record.publisher
        assert footnote.sources.passage_counts()[document.id]
