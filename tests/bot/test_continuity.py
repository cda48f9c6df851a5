"""What speaks for a sentence by what was answered before, and what of that is read at all."""

import numpy as np
import pytest

from bot.answering.answerer import Answerer
from bot.answering.continuity import NAMES, figures, fitted, runs
from bot.answering.passages import WHOLE, Reader
from bot.conversation import Cast, Follower, Persons, Turn
from bot.question.names import Names
from bot.question.question import read_question
from index.actors.registry import Actors
from index.passages import Size
from index.query import parse
from index.search import Searcher
from index.sources import Sources
from tests.index.documents import document

MILL = document(
    "Otto Lind, a miller, ran the mill at Elva. Its wheel broke in May. He mended it with oak. The mayor came.",
    "Sula Harp bought the mill. She paid in silver.",
    id="mill",
    title="News of the yard at Port Sorrel",
)
BOATS = [document(f"Boat {at} of the fleet was mended in the yard at Port Sorrel.", id=f"boat{at}") for at in range(60)]
MANY = Sources.of([MILL, *BOATS], Size(5, 40))
FEW = Sources.of([MILL, *BOATS[:3]], Size(5, 40))
ACTORS = Actors.of(FEW)
READER = Reader(Searcher(FEW), lambda: ACTORS)
CAST = Cast(READER.names, FEW, lambda: ACTORS)
PERSONS = Persons(CAST, lambda: ACTORS)
HISTORY = [Turn("Who ran the mill at Elva?", "Otto Lind, a miller, ran the mill at Elva.")]


def figured(text: str, history: list[Turn]) -> dict[str, dict[str, float]]:
    """By the first two words of a sentence, its figures that are not 0."""
    question, carried = Follower(READER.searcher, CAST).follow(read_question(text), history)
    _, read = READER.read(question, None, carried)
    rows = figures(read, carried, PERSONS)
    return {
        " ".join(one.text.split()[:2]): {name: float(value) for name, value in zip(NAMES, row, strict=True) if value}
        for one, row in zip(read, rows, strict=True)
    }


def test_where_it_stands_and_whom_it_speaks_of() -> None:
    found = figured("how did he mend it?", HISTORY)
    beside = {"document": 1.0, "passage": 1.0}
    assert found["Otto Lind,"] == beside | {"about": 1.0, "subject": 1.0}
    assert found["Its wheel"] == beside | {"next": 1.0, "near": 0.5, "nobody": 1.0}
    assert found["He mended"] == beside | {"second": 1.0, "near": 1 / 3, "about": 1.0, "subject": 1.0, "called": 1.0}
    assert found["She paid"] == {"document": 1.0, "near": 1 / 6}
    assert found["Boat 1"] == {"nobody": 1.0}


def test_nothing_of_it_where_nothing_is_taken_over() -> None:
    assert all(not one for one in figured("how did he mend it?", []).values())


def test_a_run_has_nothing_between() -> None:
    _, read = READER.read(read_question("mill"))
    found = [[read[at].hit.document.id for at in run] for run in runs(read)]
    assert sorted(map(len, found)) == [1, 1, 1, 6]
    assert all(len(set(run)) == 1 for run in found)


def test_weights_are_of_the_figures() -> None:
    assert np.all(np.isfinite(fitted()))
    assert len(fitted()) == len(NAMES)


def test_what_was_shown_last_is_read_again_however_little_it_has_of_the_question() -> None:
    """It was not, where other passages have more of the question's words and of its own document's title."""
    assert len(MANY.passages) > WHOLE
    searcher = Searcher(MANY)
    question, carried = Follower(searcher, Cast(Names(MANY), MANY)).follow(
        read_question("what was it mended with?"), HISTORY
    )
    _, read = Reader(searcher).read(question, None, carried)
    assert carried.shown == "mill#p1"
    assert {"mill#p1", "mill#p2"} <= {one.hit.passage.id for one in read}


def test_whom_a_pronoun_means_is_looked_for_beside_the_document_that_was_shown() -> None:
    elsewhere = document("In 1911 Otto Lind drowned.", id="parish")
    sources = Sources.of([MILL, *BOATS, elsewhere], Size(5, 40))
    searcher, actors = Searcher(sources), Actors.of(sources)
    cast = Cast(Names(sources), sources, lambda: actors)
    question, carried = Follower(searcher, cast).follow(read_question("what became of him?"), HISTORY)
    _, read = Reader(searcher, lambda: actors).read(question, None, carried)
    assert carried.topic
    assert "parish#p1" in {one.hit.passage.id for one in read}
    _, read = Reader(searcher, lambda: actors).read(question, parse("source:mill"), carried)
    assert {one.hit.document.id for one in read} == {"mill"}


def test_what_was_shown_last_is_not_read_where_conditions_leave_it_out() -> None:
    searcher = Searcher(MANY)
    answer = Answerer(searcher).ask(
        "how was it mended?",
        within=parse("source:boat7"),
        history=["Who ran the mill?", HISTORY[0].answer],
        always=True,
    )
    assert {one.candidate.hit.document.id for one in answer.candidates} == {"boat7"}


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("mill#p1", ["mill#p1", "mill#p2"]),
        ("mill#p2", ["mill#p1", "mill#p2"]),
        ("boat3#p1", ["boat3#p1"]),
        ("boat3#p9", []),
        ("", []),
    ],
)
def test_around_a_passage_are_its_neighbours_in_the_document(passage: str, found: list[str]) -> None:
    assert [hit.passage.id for hit in Searcher(MANY).around(passage)] == found


def test_around_a_passage_is_only_what_conditions_admit() -> None:
    assert Searcher(MANY).around("mill#p1", parse("source:boat7")) == []
