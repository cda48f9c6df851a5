"""What speaks for a sentence: one figure at a time."""

import json
from datetime import date
from importlib.resources import files

import pytest

from bot.answering.answerer import Answerer
from bot.answering.certainty import FIGURES as CERTAINTY
from bot.answering.evidence import FIGURES, Candidate
from bot.answering.passages import Reader
from bot.answering.setting import SETTINGS
from bot.question.question import read_question
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources

TODAY = date(2022, 6, 17)


def dated(text: str, day: str | None) -> Document:
    return Document.of_blocks(f"of-{day}", f"of-{day}", Record(date=day), [Block(text)], None)


def read(question: str, *documents: Document) -> list[Candidate]:
    return Reader(Searcher(Sources.of(documents))).read(read_question(question, TODAY))[1]


def figure(name: str, candidate: Candidate) -> float:
    return candidate.evidence[FIGURES.index(name)]


@pytest.mark.parametrize(
    ("question", "day", "timely", "early"),
    [
        ("Which bridge collapsed this week?", "2022-06-14", 1, 0),
        ("Which bridge collapsed this week?", "2022-06", 1, 0),
        ("Which bridge collapsed this week?", "2022-05-30", 0, 1),
        ("Which bridge collapsed this week?", None, 0, 0),
        ("Which bridge collapsed recently?", "2022-05-30", 1, 0),
        ("Which bridge collapsed recently?", "2021-05-30", 0, 1),
        ("Which bridge collapsed in 2005?", "2005-08-01", 0, 0),
        ("Which bridge collapsed in 2005?", "2004-08-01", 0, 1),
        ("Which bridge collapsed before 2005?", "2004-08-01", 0, 0),
        ("Which bridge collapsed?", "2022-06-14", 0, 0),
    ],
)
def test_what_was_written_before_cannot_know(question: str, day: str | None, timely: float, early: float) -> None:
    """Whoever asks about a year long past is told by whoever writes of it, then or later."""
    (candidate,) = read(question, dated("The bridge of Elva collapsed.", day))
    assert (figure("timely", candidate), figure("early", candidate)) == (timely, early)


def test_what_is_written_later_tells_less_and_less_of_a_week() -> None:
    documents = [dated("The bridge of Elva collapsed.", day) for day in ("2022-06-10", "2022-07-10", "2023-06-10")]
    found = [figure("timely", one) for one in read("Which bridge collapsed last week?", *documents)]
    assert sorted(found, reverse=True) == found
    assert found[0] == 1
    assert 0 < found[1] < 1


def test_news_is_read_though_others_have_more_of_the_words() -> None:
    others = [
        dated(f"A bridge collapsed, {number} men say, this week.", f"2001-01-{number:02}") for number in range(1, 31)
    ]
    found = read("Which bridge collapsed this week?", *others, dated("Elva lost a bridge.", "2022-06-15"))
    assert "Elva lost a bridge." in [one.text for one in found]


@pytest.mark.parametrize(
    ("question", "sentence", "expands"),
    [
        ("What does ICRC stand for?", "The International Committee of the Red Cross (ICRC) came.", 1),
        ("ICRC stands for?", "The ICRC (International Committee of the Red Cross) came.", 1),
        ("What is the ICRC?", 'It was the Comité international de la Croix-Rouge ("ICRC").', 1),
        ("What is the ICRC?", "He (the man of the ICRC) came.", 0),
        ("What is the ICRC?", "The ICRC (today in Elva) came.", 0),
        ("When did the ICRC come?", "The International Committee of the Red Cross (ICRC) came.", 0),
        ("Who is Renn?", "The harbour master (Renn) came.", 0),
    ],
)
def test_what_a_short_form_stands_for(question: str, sentence: str, expands: float) -> None:
    (candidate,) = read(question, dated(sentence, None))
    assert figure("expands", candidate) == expands


def test_words_that_are_near_and_words_that_say_the_contrary() -> None:
    candidates = read(
        "Who won the race?", dated("Ann won the race. Ben lost the race. Cid lost, then won the race.", None)
    )
    assert ["win" in one.matches.all for one in candidates] == [True, False, True]
    assert [one.matches.opposed for one in candidates] == [set(), {"win"}, set()]
    (seller,) = read("Who bought the mill?", dated("Ann sold the mill.", None))
    assert seller.matches.hinted == {"buy"}


def test_what_stands_nowhere_near_is_absent() -> None:
    candidates = read("Which prison was Renn held in?", dated("Renn was held for a year. He fell ill.", None))
    assert [one.absent for one in candidates] == [{"prison"}, {"prison"}]


def test_what_leads_a_name_is_part_of_it() -> None:
    """That a sentence has the "de" of a name says nothing of what is asked about its bearer."""
    searcher = Searcher(Sources.of([dated("Jan de Witte came from the camp of Ag Intaha with de Witte.", None)]))
    asking, _ = Reader(searcher).read(read_question("Where was jan de witte born?", TODAY))
    assert asking.names == {"jan", "de", "witt"}
    answer = Answerer(searcher).ask("Where was Jan de Witte born?")
    assert not answer.answered


def test_each_figure_has_a_name_of_its_own_and_a_weight() -> None:
    assert len(set(FIGURES)) == len(FIGURES)
    weights = json.loads(files("bot.answering").joinpath("weights.json").read_text("utf-8"))
    assert all(list(weights[setting]) == list(FIGURES) for setting in SETTINGS)
    assert list(weights["confidence"]) == [*CERTAINTY, "constant"]


@pytest.mark.parametrize(
    ("question", "sentence", "alias"),
    [
        ("Who is Old Finch?", "Known to the dockers as Old Finch, he was a pilot.", 1),
        ("What is the Elva Watch?", "The Elva Watch, known as the Lanterns, closed the port.", 1),
        # Another name of somebody who belongs to it says nothing of it.
        ("What is the Elva Watch?", "Known as Old Finch, the Elva Watch officer closed the port.", 0),
        ("What is the Elva Watch?", "Finch, whose real name is Renn, was the Elva Watch’s pilot.", 0),
    ],
)
def test_another_name_is_of_whoever_is_asked_about(question: str, sentence: str, alias: float) -> None:
    (candidate,) = read(question, dated(sentence, None))
    assert figure("alias", candidate) == alias
