"""Follow-ups: what they lack, and what they take over."""

import pytest

from bot.answering.answerer import Answerer
from bot.conversation import Turn, follow, turns
from bot.conversation.lack import Lack, lacking
from bot.conversation.turns import LONGEST
from bot.question.names import Names
from bot.question.question import read_question
from index.actors.mention import Kind
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
        ("ok, thanks!", Lack.NOTHING),
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


KINDS = {"Marta Quell": {Kind.PERSON}, "Tobias Renn": {Kind.PERSON}, "Sorrel Bay": {Kind.PLACE}}


@pytest.mark.parametrize(
    ("text", "asked", "actors"),
    [
        (
            "when was he freed",
            ["Who met Marta Quell in Sorrel Bay?", "where did she go in Sorrel Bay"],
            ["Marta Quell"],
        ),
        ("and who arrested him", ["Who is Tobias Renn?", "what did he do in Sorrel Bay"], ["Tobias Renn"]),
        ("what did they do", ["What happened in Sorrel Bay?"], []),
    ],
)
def test_he_is_no_place_and_stays_who_he_was(text: str, asked: list[str], actors: list[str]) -> None:
    history = [Turn(one, "") for one in asked]
    _, carried = follow(read_question(text), history, SEARCHER, NAMES, lambda name: KINDS.get(name, set()))
    assert list(carried.actors) == actors


@pytest.mark.parametrize(
    ("asked", "text", "follows"),
    [
        (["Who is Tobias Renn?", "when was he freed"], "why?", "when was Tobias Renn freed"),
        (["Who is Tobias Renn?", "who saw his ship"], "when was that?", "who saw Tobias Renn’s ship"),
        (["Who freed Marta Quell?", "and when was that?"], "why?", "Who freed Marta Quell?"),
        (["Who freed Marta Quell?", "and Renn?"], "why?", "Who freed Marta Quell? – and Renn?"),
    ],
)
def test_what_was_taken_over_is_told_in_words_that_stand_by_themselves(
    asked: list[str], text: str, follows: str
) -> None:
    history = [Turn(one, "") for one in asked]
    assert follow(read_question(text), history, SEARCHER, NAMES)[1].follows == follows


def test_it_is_what_was_spoken_of_and_that_is_all() -> None:
    history = [Turn("Who paid for the clinic?", "")]
    it, that = (
        follow(read_question(text), history, SEARCHER, NAMES)[1].terms for text in ("how big was it?", "when was that?")
    )
    assert it["clinic"] > min(it.values())
    assert len(set(that.values())) == 1


def test_when_that_was_is_sought_where_it_was_told() -> None:
    history = [
        Turn("Who was arrested?", "Two days later, coast guards arrested Marta Quell, a welder. Nobody else was.")
    ]
    _, carried = follow(read_question("and when was that?"), history, SEARCHER, NAMES)
    assert carried.terms["welder"] < carried.terms["arrest"]
    assert "nobodi" not in carried.terms


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
