"""Questions as people type them."""

import pytest

from bot.question.asked import Asked
from bot.question.question import LONGEST, QuestionError, check_length, read_question


@pytest.mark.parametrize(
    ("text", "asked", "terms"),
    [
        ("Who led the brigade?", Asked.WHO, ["lead", "brigad"]),
        ("whose idea was it", Asked.WHO, ["idea"]),
        ("Which group did he lead?", Asked.BODY, ["group", "lead"]),
        ("When was the mayor captured?", Asked.WHEN, ["mayor", "captur"]),
        ("What year was the bridge built?", Asked.WHEN, ["bridg", "build"]),
        ("mayor's birthday?", Asked.WHEN, ["mayor", "birthday"]),
        ("Where is the safehouse?", Asked.WHERE, ["safehous"]),
        ("In which city did they meet?", Asked.WHERE, ["citi", "meet"]),
        ("How many soldiers died?", Asked.QUANTITY, ["soldier", "die"]),
        ("what was the price of the ship", Asked.QUANTITY, ["price", "ship"]),
        ("How long did the trip take?", Asked.DURATION, ["trip", "take"]),
        ("Why did the talks fail?", Asked.WHY, ["talk", "fail"]),
        ("How did she cross the border?", Asked.HOW, ["cross", "border"]),
        ("Did the mayor resign?", Asked.WHETHER, ["mayor", "resign"]),
        ("What happened in Basra?", Asked.WHAT, ["basra"]),
        ("the captain's real name", Asked.ALIAS, ["captain"]),
        ("who was the captain, really?", Asked.ALIAS, ["captain"]),
        ("wat did the mayor sign lol", Asked.WHAT, ["mayor", "sign"]),
        ("the mayor resigned, right?", Asked.WHAT, ["mayor", "resign"]),
        ("Basra harbour fire", Asked.WHAT, ["basra", "harbour", "fire"]),
    ],
)
def test_what_is_asked_for(text: str, asked: Asked, terms: list[str]) -> None:
    question = read_question(text)
    assert (question.asked, list(question.terms)) == (asked, terms)


@pytest.mark.parametrize("text", ["", "the of and", "🙂", "?!", "who", "what happened?", "When?"])
def test_a_question_without_a_word(text: str) -> None:
    assert read_question(text).words == ()


@pytest.mark.parametrize(("text", "says"), [("", "empty"), (" \n", "empty"), ("x" * (LONGEST + 1), "1,001 characters")])
def test_questions_that_cannot_be_one(text: str, says: str) -> None:
    with pytest.raises(QuestionError, match=says):
        check_length(text)
    assert check_length(f" {'x' * LONGEST} ") == "x" * LONGEST
