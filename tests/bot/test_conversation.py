"""Follow-ups: what they lack, and what they take over."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.conversation import Carried, Cast, Follower, Order, Turn, turns
from bot.conversation.gender import gender_of
from bot.conversation.lack import Lack, lacking
from bot.conversation.order import onward
from bot.conversation.turns import LONGEST
from bot.question.asked import Asked
from bot.question.names import Names
from bot.question.question import LONGEST as QUESTION
from bot.question.question import Question, read_question
from index.actors.mention import Kind
from index.actors.registry import Actors
from index.search import Searcher
from index.sources import Sources
from tests.bot.test_answerer import HARBOUR, ORCHARD
from tests.index.documents import document

QUAYS = document(
    "Mrs Ilse Brandt led the harbour guard of Port Elva from 1986. Brandt reported every ship to Count Emil Voss, whose"
    " house stood on the quay. In 1988 he sold it to the Elva Shipping Company.",
    "Pavel Orr, a diver, found the first mine in June 1989 and the second one in 1990. He lost his left hand. The"
    " harbour guard then hired Lena Marsh. She found eleven mines.",
    id="quays",
)
SOURCES = Sources.of([HARBOUR, ORCHARD, QUAYS])
SEARCHER = Searcher(SOURCES)
NAMES = Names(SOURCES)
ACTORS = Actors.of(SOURCES)
FOLLOWER = Follower(SEARCHER, Cast(NAMES, SOURCES, lambda: ACTORS))
LOCKS = Sources.of(
    [
        document(
            "Idra Sool, a miller, kept the lock. He was proud of it. Mrs Ushti Marr painted it. She told the mason"
            " Brell Toom about the lock. She paid him. Ilse Brandt and Pavel Orr, both divers, came to look. Sasha"
            " Quine, a clerk, came later."
        )
    ]
)
UNTOLD = Follower(SEARCHER, Cast(NAMES, SOURCES))
"""Where it is not known who is named in the sources."""
QUELL = Turn("Who was arrested?", "Two days later, coast guards arrested Marta Quell, a welder.")


def followed(text: str, history: Sequence[Turn], follower: Follower = FOLLOWER) -> tuple[Question, Carried]:
    return follower.follow(read_question(text), history)


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
        ("where was the mayor that evening", Lack.EVENT),
        ("and Renn?", Lack.REST),
        ("no, the deputy", Lack.REST),
        ("sorry i meant the deputy", Lack.REST),
        ("what about Pavel Orr?", Lack.REST),
        ("and when was Marta Quell freed", Lack.NOTHING),
        ("When was Marta Quell released?", Lack.NOTHING),
        ("ok, thanks!", Lack.NOTHING),
        ("Who is Tobias Renn?", Lack.NOTHING),
        ("How many beds did the clinic in the bay have?", Lack.NOTHING),
    ],
)
def test_what_a_question_lacks(text: str, lack: Lack) -> None:
    assert lacking(read_question(text), NAMES) is lack


@pytest.mark.parametrize(
    ("asked", "text", "meant", "follows"),
    [
        (["Who is Tobias Renn?"], "where did he live?", "where did Renn live?", "Tobias Renn"),
        (["who is tobias renn"], "what was his job", "what was Renn’s job", "Tobias Renn"),
        (["Who is Tobias Renn?", "where did he move"], "and why did he go", "and why did Renn go", "Tobias Renn"),
        (
            ["Who is Tobias Renn?", "when was the fire?"],
            "did he see it",
            "did Renn see the fire",
            "Tobias Renn / the fire",
        ),
        (["When did Renn leave Port Elva?"], "who saw him", "who saw Renn", "Tobias Renn"),
        # She is no man, he no woman.
        (["Did Ilse Brandt know Emil Voss?"], "where was his house?", "where was Voss’s house?", "Emil Voss"),
        (["Did Emil Voss know Ilse Brandt?"], "where was her house?", "where was Brandt’s house?", "Ilse Brandt"),
        (["Did Emil Voss know Ilse Brandt?"], "did he pay her?", "did Voss pay Brandt?", "Emil Voss / Ilse Brandt"),
        # Nor is he a town.
        (["Who came to Port Elva?"], "when did he leave", "when did he leave", "who came to Port Elva?"),
        # They are two, or more than one thing; beside a "he" they are nobody in particular.
        (["When did Orr meet Voss?"], "where did they meet", "where did Orr and Voss meet", "Pavel Orr / Emil Voss"),
        (["Did Orr see the guards?"], "where did they go", "where did the guards go", "the guards"),
        (["Did Orr see the guards?"], "where did they take him", "where did they take Orr", "Pavel Orr"),
        # What was asked about, not what was asked of it.
        (["Who paid for the clinic?"], "how big was it?", "how big was the clinic?", "the clinic"),
        (["When did the harbour guard leave?"], "who led it?", "who led the harbour guard?", "the harbour guard"),
        (["When were the mines found?"], "how many were they", "how many were the mines", "the mines"),
        (["Who paid for the clinic?"], "when was that?", "who paid for the clinic?", "who paid for the clinic?"),
        # A word in the place of another.
        (["When was Quell released?"], "and Renn?", "When was Renn released?", "When was Renn released?"),
        (["When was Quell released?"], "no, Orr", "When was Orr released?", "When was Orr released?"),
        (["Who is Tobias Renn?"], "no, the diver", "Who is the diver?", "Who is the diver?"),
        (["Who owns the quays?"], "i meant the house", "Who owns the house?", "Who owns the house?"),
        (
            ["How many mines were found in 1989?"],
            "and in 1990?",
            "How many mines were found in 1990?",
            "How many mines were found in 1990?",
        ),
        (
            ["When was the first mine found?"],
            "and the second one?",
            "When was the second mine found?",
            "When was the second mine found?",
        ),
        (
            ["What did Renn’s sister do?"],
            "and his father",
            "What did Renn’s father do?",
            "What did Renn’s father do?",
        ),
        (["Who is Ilse Brandt?", "did she know Renn?"], "and Voss?", "did Brandt know Voss?", "did Brandt know Voss?"),
        (
            ["When did Renn leave?", "and his sister?"],
            "and Voss?",
            "When did Voss leave?",
            "When did Voss leave?",
        ),
        (["Where did Renn move?", "thanks!"], "and Orr?", "Where did Orr move?", "Where did Orr move?"),
        (["Who sold the quays?", "who paid for it"], "when was that", "who paid for it", "Who sold the quays?"),
        (
            ["How many mines were found in 1989?"],
            "and boats?",
            "How many boats were found in 1989?",
            "How many boats were found in 1989?",
        ),
        (
            ["how much did the guard take per mine"],
            "and boats?",
            "how much did the guard take per boats",
            "how much did the guard take per boats",
        ),
        # Nothing to take the place of.
        (["What happened in June?"], "and Renn?", "What happened in June Renn", "What happened in June Renn"),
        # By itself.
        (["Who is Tobias Renn?"], "Who planted the orchards of Upper Dale?", None, None),
        ([], "When was she released?", None, None),
    ],
)
def test_a_follow_up_is_read_as_it_is_meant(
    asked: list[str], text: str, meant: str | None, follows: str | None
) -> None:
    question, carried = followed(text, [Turn(one, "") for one in asked])
    assert question.text.casefold() == (meant or text).casefold()
    assert (carried.follows or "").casefold() == (follows or "").casefold()


@pytest.mark.parametrize(
    ("turn", "text", "meant"),
    [
        (QUELL, "When was she released?", "When was Quell released?"),
        (Turn("Who found the first mine?", "Pavel Orr found it."), "and who helped him", "and who helped Orr"),
        # Who did it is spoken of from then on; whom somebody did it to is not.
        (Turn("Who freed Pavel Orr?", "Tobias Renn did."), "why did he", "why did Renn"),
        (Turn("Whom did Renn free?", "He freed Pavel Orr."), "why did he", "why did Renn"),
        (Turn("Who found it?", "Pavel Orr and Lena Marsh did."), "were they paid", "were Orr and Marsh paid"),
        (Turn("Who paid?", "It was paid by Renn’s brother-in-law, Emil Voss."), "was he rich", "was Voss rich"),
        (Turn("Who is the head of Section 40?", "Ilse Brandt is."), "who was her deputy", "who was Brandt’s deputy"),
    ],
)
def test_who_was_answered_may_be_meant(turn: Turn, text: str, meant: str) -> None:
    assert followed(text, [turn])[0].text == meant


def test_whom_but_a_further_sentence_names_comes_after_who_was_spoken_of() -> None:
    asked = Turn("When did Pavel Orr dive?", "In June.")
    history = [asked, Turn("what happened then?", "They found the first mine on the quay. The guards told Emil Voss.")]
    assert followed("was he paid", history)[0].text == "was Orr paid"
    assert followed("was he paid", history[1:])[0].text == "was Voss paid"


def test_who_was_spoken_of_for_long_still_is() -> None:
    asked = ["Who is Tobias Renn?", "where did he live", "who visited him"]
    history = [*(Turn(one, "") for one in asked[:2]), Turn(asked[2], "Pavel Orr visited him.")]
    assert followed("when did he leave", history)[0].text == "when did Renn leave"
    assert followed("when did he leave", history[2:])[0].text == "when did Orr leave"


@pytest.mark.parametrize("follower", [FOLLOWER, UNTOLD])
def test_names_do_without_known_actors(follower: Follower) -> None:
    question, carried = followed("When was she released?", [QUELL], follower)
    assert carried.follows == "Marta Quell"
    assert "quell" in question.terms


def test_whom_a_sentence_names_is_looked_up_again_once_actors_are_known() -> None:
    known: list[Actors | None] = [None]
    cast = Cast(NAMES, SOURCES, lambda: known[-1])
    assert [one.kinds for one in cast.of(QUELL.answer, quoted=True)] == [frozenset()]
    known.append(ACTORS)
    assert [one.kinds for one in cast.of(QUELL.answer, quoted=True)] == [{Kind.PERSON}]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ilse Brandt", "she"),
        ("Pavel Orr", "he"),
        # Whose given name says nothing is what the sources call them.
        ("Idra Sool", "he"),
        ("Ushti Marr", "she"),
        ("Sasha Quine", None),
        # She told somebody, who is no she for that.
        ("Brell Toom", None),
    ],
)
def test_he_or_she_is_told_by_the_name_or_by_the_sources(name: str, gender: str | None) -> None:
    actors = Actors.of(LOCKS)
    actor = actors.find(name)
    assert actor is not None
    assert gender_of(actor, actors, LOCKS) == gender


def test_who_was_called_he_is_no_she() -> None:
    """Also where neither the name nor the sources tell."""
    asked = ["Who is Sasha Quine?", "when did he come?"]
    history = [Turn(asked[0], ""), Turn(asked[1], "Ilse Brandt let Sasha Quine in.")]
    follower = Follower(Searcher(LOCKS), Cast(Names(LOCKS), LOCKS, lambda: Actors.of(LOCKS)))
    assert followed("what did she want", history, follower)[0].text == "what did Brandt want"
    assert followed("what did he want", history, follower)[0].text == "what did Quine want"


@pytest.mark.parametrize(
    ("text", "order", "rest"),
    [
        ("what happened next?", Order.AFTER, "what happened ?"),
        ("and then?", Order.AFTER, "and ?"),
        ("what did she do after that", Order.AFTER, "what did she do "),
        ("what happened two days later", Order.AFTER, "what happened two days "),
        ("and before that?", Order.BEFORE, "and ?"),
        ("what happened in 2004?", None, ""),
        ("who came after Renn?", None, ""),
    ],
)
def test_what_came_next_or_before(text: str, order: Order | None, rest: str) -> None:
    found = onward(text)
    assert (None if found is None else (found.order, found.rest)) == (None if order is None else (order, rest))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("what happened next?", "The harbour guard"),
        ("and before that?", "Pavel Orr, a diver"),
        ("and then?", "The harbour guard"),
    ],
)
def test_what_came_next_stands_beside_what_was_told(text: str, first: str) -> None:
    told = "He lost his left hand."
    answer = Answerer(SEARCHER).ask(text, always=True, history=["What did Pavel Orr lose?", told])
    assert answer.sentences[0].text.startswith(first)
    assert told not in [one.text for one in answer.sentences]


def test_others_are_not_those_who_were_told() -> None:
    told = "Pavel Orr, a diver, found the first mine in June 1989 and the second one in 1990."
    history = ["Who found mines?", told]
    answerer = Answerer(SEARCHER)
    others = answerer.ask("who else found mines?", always=True, history=history)
    assert told not in [one.text for one in others.sentences]
    assert "She found eleven mines." in [one.text for one in others.sentences]
    assert told in [one.text for one in answerer.ask("who found mines?", always=True, history=history).sentences]


@pytest.mark.parametrize("text", ["tell me more", "more?", "go on", "can you tell me more about him"])
def test_more_is_what_was_not_told_yet(text: str) -> None:
    told = "Pavel Orr, a diver, found the first mine in June 1989 and the second one in 1990."
    answer = Answerer(SEARCHER).ask(text, always=True, history=["Who found the mines?", told])
    assert answer.interpreted.follows == "Who found the mines?"
    assert "She found eleven mines." in [one.text for one in answer.sentences]
    assert told not in [one.text for one in answer.sentences]


def test_more_is_of_whom_was_asked_about() -> None:
    question, carried = followed("tell me more", [Turn("When was Marta Quell released?", "She was released in 1994.")])
    assert (question.text, carried.follows, carried.others) == ("Quell", "Marta Quell", True)
    question, carried = followed("more", [Turn("when did the harbour burn?", "In May, says Renn.")])
    assert (question.terms, carried.follows) == (("harbour", "burn"), "when did the harbour burn?")


def test_more_is_not_what_was_told_before_the_last_answer() -> None:
    told = "Pavel Orr, a diver, found the first mine in June 1989 and the second one in 1990."
    history = ["Who found mines?", told, "what did he lose?", "He lost his left hand."]
    answer = Answerer(SEARCHER, actors=lambda: ACTORS).ask("tell me more", always=True, history=history)
    assert answer.interpreted.follows == "Pavel Orr"
    assert told not in [one.text for one in answer.sentences]


def test_more_is_of_any_kind() -> None:
    """Nobody who was told how many asks for a further number."""
    question, _ = followed("tell me more", [Turn("How many mines were found?", "Lena Marsh found eleven mines.")])
    assert question.asked is Asked.WHAT


def test_why_and_when_ask_the_same_otherwise() -> None:
    question, carried = followed("why?", [Turn("Where did Renn move?", "He moved to the bay.")])
    assert (question.asked, question.terms) == (Asked.WHY, ("renn", "move"))
    assert carried.terms.keys() == {"bay"}


def test_that_is_all_that_was_asked() -> None:
    _, carried = followed("how did that go", [Turn("Who paid for the clinic?", "")])
    assert set(carried.terms.values()) == {1.0}


def test_when_that_was_is_sought_where_it_was_told() -> None:
    history = [Turn("Who was arrested?", f"{QUELL.answer} Nobody else was.")]
    question, carried = followed("and when was that?", history)
    assert question.terms == ("arrest",)
    assert "welder" in carried.terms
    assert "nobodi" not in carried.terms


def test_the_answer_says_what_it_follows() -> None:
    answerer = Answerer(SEARCHER)
    history = ["Who was arrested by the coast guards?", HARBOUR.text[70:150]]
    answer = answerer.ask("When was she released?", history=history, always=True)
    assert answer.interpreted.follows == "Marta Quell"
    assert answer.interpreted.read_as is None
    assert "1994" in " ".join(sentence.text for sentence in answer.sentences)
    assert answerer.ask("When was she released?").interpreted.follows is None


def test_an_answer_that_was_not_kept_is_looked_up_again() -> None:
    """As it was meant after those before it."""
    history = ["Who did the coast guards arrest?", "", "when was that?", ""]
    answer = Answerer(SEARCHER).ask("When was she released?", history=history)
    assert answer.interpreted.follows is not None
    assert "Marta Quell" in answer.interpreted.follows


def test_history_is_short_and_may_end_with_a_question() -> None:
    assert turns([]) == ()
    assert turns(["q"]) == (Turn("q", ""),)
    assert len(turns(["q", "a"] * 10)) == LONGEST


def test_however_long_what_it_goes_on_from_is_no_longer_than_a_question() -> None:
    asked = ["What happened " + "very " * 190 + "often?", *(f"and {'much ' * 190}{number}" for number in range(3))]
    for text in ("and Renn?", "why?", "when did he leave it", "what happened next?"):
        question, carried = followed(text, [Turn(one, QUELL.answer) for one in asked])
        assert len(carried.follows or "") <= QUESTION
        assert len(question.text) <= QUESTION + len("Tobias Renn")


SAID = st.lists(
    st.sampled_from(
        "who what when why and no the he she it them that his her then next before else first second in 1989 Renn"
        " Brandt mines clinic ? , ’s year later".split()
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=4), SAID)
def test_whatever_is_said_has_a_meaning(asked: list[str], text: str) -> None:
    question, carried = followed(text, [Turn(one, HARBOUR.text[:60]) for one in asked])
    assert all(0 < weight <= 1 for weight in carried.terms.values())
    if carried.follows is None:
        assert question == read_question(text)
    for word in question.words:
        assert question.text[word.start : word.end] == word.text


def test_what_answered_the_last_question_hardly_answers_another() -> None:
    told = "Mara Voss, a prosecutor in Trieste, charged Ruben Hale in absentia with smuggling of arms."
    asked_for = "The trial opened that October and was suspended, because the defence lawyer, Ines Koll, had not come."
    answerer = Answerer(Searcher(Sources.of([document(f"{told} {asked_for} The harbour was shut.")])))
    answer = answerer.ask("And who defended the accused?", always=True, history=["Who is Mara Voss?", told])
    assert answer.sentences[0].text == asked_for
