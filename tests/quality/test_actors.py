"""The actors of the raw article, which is not part of the repository, against what was marked by hand before."""

import os
from pathlib import Path

import pytest

from bot.footnote import Footnote
from index.actors.registry import Actors
from tests.quality.gold import Marked, article, marked

SHARED = Path(os.environ.get("FOOTNOTE_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.fixture(scope="module")
def footnote(tmp_path_factory: pytest.TempPathFactory) -> Footnote:
    corpus = SHARED / "seed"
    if not corpus.is_dir():
        pytest.skip(f"the raw article is not at hand ({corpus}); FOOTNOTE_SHARED names its folder")
    return Footnote.open(corpus, tmp_path_factory.mktemp("index"), note=print)


@pytest.fixture(scope="module")
def read(footnote: Footnote) -> Marked:
    return marked(footnote.sources.documents[0].text, article())


def test_mentions_of_the_article(read: Marked) -> None:
    assert read.span_f1 >= 0.98
    assert read.typed_f1 >= 0.98


def test_names_of_each_actor_of_the_article(read: Marked) -> None:
    gold, found = read.groups()
    assert gold - found == set()


def test_ties_of_the_article_follow_from_its_mentions(footnote: Footnote) -> None:
    document = footnote.sources.documents[0]
    gold = marked(document.text, article()).gold
    passages = [one for one in footnote.sources.passages if one.document == document.id]
    named = [{name for (start, _), (name, _) in gold.items() if one.start <= start < one.end} for one in passages]
    actors = Actors.of(footnote.sources)
    called = {actor.id: _gold_name(actor.names[0].name) for actor in actors.all}
    found = {(frozenset((called[tie.one.id], called[tie.other.id])), len(tie.passages)) for tie in actors.ties()}
    pairs = {frozenset((one, other)) for here in named for one in here for other in here if one != other}
    expected = {(pair, sum(pair <= here for here in named)) for pair in pairs}
    assert found == expected


def _gold_name(surface: str) -> str:
    return next((row["actor"] for row in article() if surface in row["mentions"]), surface)
