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
from index.actors.registry import Actors
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources

TODAY = date(2022, 6, 17)
STORY = (
    "Jonas Weber came to Hamburg. He sold the boat. Ida Kern, a judge, left. She sold her house. Ferries sank in the"
    " storm."
)


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


@pytest.mark.parametrize(
    ("question", "sentence", "strong", "weak"),
    [
        ("Who paid for the boat?", "Jonas Weber paid for the boat.", "has_who", None),
        ("Who paid for the boat?", "The boat in Hamburg was paid for.", None, "has_who"),
        ("Where was the boat paid for?", "The boat was paid for in Hamburg.", "has_where", None),
        ("Where was the boat paid for?", "Jonas Weber paid for the boat.", None, "has_where"),
        ("Which company paid for the boat?", "Harbour Lines Ltd paid for the boat.", "has_body", None),
        ("Which company paid for the boat?", "Jonas Weber paid for the boat.", None, "has_body"),
    ],
)
def test_a_name_answers_by_what_it_names(question: str, sentence: str, strong: str | None, weak: str | None) -> None:
    told = "Jonas Weber, a judge, came to Hamburg, a city in Germany. Harbour Lines Ltd is a company."
    found = {one.text: one for one in read(question, dated(f"{told} {sentence}", None))}
    if strong is not None:
        assert figure(strong, found[sentence]) == 1
    if weak is not None:
        assert figure(weak, found[sentence]) < 0.5


@pytest.mark.parametrize(
    ("question", "sentence", "figures"),
    [
        ("Who was the wine merchant?", "The wine merchant was old.", {"linked": 1, "displaced": 0}),
        ("Who was the wine merchant?", "The grain merchant was old.", {"linked": 0, "displaced": 1}),
        ("Who was the wine merchant?", "The merchant drank wine.", {"linked": 0, "unlinked": 1, "displaced": 0}),
        ("Where is the seal of Elva?", "The seal of Elva is here.", {"of_other": 0, "turned": 0}),
        ("Where is the seal of Elva?", "The seal of Renn is in Elva.", {"of_other": 1}),
        ("Who sued Renn?", "Renn sued the bank.", {"in_order": 0, "turned": 1}),
        ("Who sued Renn?", "The bank sued Renn.", {"in_order": 1, "turned": 0}),
    ],
)
def test_words_that_belong_together(question: str, sentence: str, figures: dict[str, float]) -> None:
    (candidate,) = read(question, dated(sentence, None))
    assert {name: figure(name, candidate) for name in figures} == pytest.approx(figures)


def test_another_name_between_two_words_parts_them() -> None:
    near, parted = read(
        "When did Renn found the mill?", dated("Renn did found the mill. Renn saw Ott Lind found the mill.", None)
    )
    assert figure("rival_between", near) == 0
    assert figure("rival_between", parted) > 0


def test_who_was_named_before_may_be_spoken_of() -> None:
    found = read("What did Jonas Weber sell?", dated(STORY, None))
    assert [figure("in_focus", one) for one in found] == [0, 0, 1, 0.5, 0.5]
    assert [figure("spoken_of", one) for one in found] == [0, 0, 0, 0.5, 0]
    assert [figure("another", one) for one in found] == [0, 0, 1, 0, 0]
    assert figure("prominent", found[2]) == 0.5
    assert [figure("unnamed", one) for one in read("What did Otto Renn sell?", dated(STORY, None))] == [1] * 5


def test_whom_a_sentence_speaks_of_is_told_by_he_and_she() -> None:
    sources = Sources.of([dated(STORY, None)])
    actors = Actors.of(sources)
    _, found = Reader(Searcher(sources), lambda: actors).read(read_question("What did Jonas Weber sell?", TODAY))
    figures = ("of_person", "of_person_called", "of_others", "of_nobody")
    assert [tuple(figure(name, one) for name in figures) for one in found] == [
        (1, 0, 0, 0),
        (1, 1, 0, 0),
        (0, 0, 1, 0),
        (0, 0, 1, 0),
        (0, 0, 0, 1),
    ]


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
