"""Follow-ups: what they lack, and what they take over."""

import pytest

from bot.answering.answerer import Answerer
from bot.conversation import Turn, follow, turns
from bot.conversation.lack import Lack, lacking
from bot.conversation.turns import LONGEST
from bot.question.names import Names
from bot.question.question import read_question
from index.search import Searcher
from index.sources import Sources
from tests.bot.test_answerer import HARBOUR, ORCHARD

SEARCHER = Searcher(Sources.of([HARBOUR, ORCHARD]))
NAMES = Names(SEARCHER.sources)
QUELL = [Turn("Who was arrested?", "Two days later, coast guards arrested Marta Quell, a welder.")]


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("When was she released?", Lack.ACTOR),
        ("what did they do to him", Lack.ACTOR),
        ("and when was that?", Lack.EVENT),
        ("when was it built?", Lack.EVENT),
        ("why?", Lack.EVENT),
        ("who else was there?", Lack.EVENT),
        ("how many beds?", Lack.EVENT),
        ("and Renn?", Lack.REST),
        ("no, the deputy", Lack.REST),
        ("what about Pavel Orr?", Lack.REST),
        ("When was Marta Quell released?", Lack.NOTHING),
        ("Who is Tobias Renn?", Lack.NOTHING),
        ("How many beds did the clinic in the bay have?", Lack.NOTHING),
    ],
)
def test_what_a_question_lacks(text: str, lack: Lack) -> None:
    assert lacking(read_question(text), NAMES) is lack


@pytest.mark.parametrize(
    ("text", "history", "follows", "terms"),
    [
        ("When was she released?", QUELL, "Marta Quell", {"quell"}),
        ("When was she released?", [], None, set()),
        ("Who planted the orchards of Upper Dale?", QUELL, None, set()),
        ("and Renn?", [Turn("Where did Quell move?", "")], "Where did Quell move?", {"move"}),
        ("why?", [Turn("Where did Renn move?", "")], "Where did Renn move?", {"renn", "move"}),
        (
            "where did he live?",
            [Turn("Who is Tobias Renn?", "The master was Tobias Renn."), Turn("and when was that?", "")],
            "Tobias Renn",
            {"renn"},
        ),
    ],
)
def test_only_what_is_lacking_is_taken_over(
    text: str, history: list[Turn], follows: str | None, terms: set[str]
) -> None:
    _, carried = follow(read_question(text), history, SEARCHER, NAMES)
    assert carried.follows == follows
    assert carried.terms.keys() == terms


def test_a_word_that_takes_anothers_place_is_asked_the_same() -> None:
    meant, _ = follow(read_question("and Renn?"), [Turn("When was Quell released?", "")], SEARCHER, NAMES)
    assert meant.asked is read_question("When was Quell released?").asked


def test_the_answer_says_what_it_follows() -> None:
    answerer = Answerer(SEARCHER)
    history = ["Who was arrested by the coast guards?", HARBOUR.text[70:150]]
    answer = answerer.ask("When was she released?", history=history, always=True)
    assert answer.interpreted.follows == "Marta Quell"
    assert "1994" in " ".join(sentence.text for sentence in answer.sentences)
    assert answerer.ask("When was she released?").interpreted.follows is None


def test_an_answer_that_was_not_kept_is_looked_up_again() -> None:
    answer = Answerer(SEARCHER).ask("When was she released?", history=["Who did the coast guards arrest?", ""])
    assert answer.interpreted.follows is not None
    assert "Marta Quell" in answer.interpreted.follows


def test_history_is_short_and_may_end_with_a_question() -> None:
    assert turns([]) == ()
    assert turns(["q"]) == (Turn("q", ""),)
    assert len(turns(["q", "a"] * 10)) == LONGEST
