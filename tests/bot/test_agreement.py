"""Sources that disagree are marked so, copies are counted once, whom a pronoun means stands beside the quote."""

import pytest

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.message.phrases import agreement
from index.actors.registry import Actors
from index.document import Document
from index.search import Searcher
from index.sources import Sources
from tests.index.documents import document

RELEASED = document("Marta Quell was released from prison in March 1994 after three years.", id="gazette")
LATER = document("The welder Marta Quell was released from prison in June 1996, her lawyer said.", id="herald")
SAME_YEAR = document("In 1994 Marta Quell was released from prison, the archive says.", id="archive")
COPY = document("Marta Quell was released from prison in March 1994 after three years!", id="mirror")
OTHER = document("Tobias Renn was released from prison in June 1996.", id="other")
FILLER = document("The orchards of Upper Dale were planted by monks. Apples are sold in three towns.", id="filler")
QUESTION = "When was Marta Quell released from prison?"


def asked(*documents: Document, question: str = QUESTION) -> Answer:
    sources = Sources.of([*documents, FILLER])
    actors = Actors.of(sources)
    return Answerer(Searcher(sources), actors=lambda: actors).ask(question, always=True)


def test_two_dates_for_the_same_are_both_shown_and_marked() -> None:
    answer = asked(RELEASED, LATER)
    (numbers,) = answer.disagreements
    cited = {citation.number: citation.document for citation in answer.citations}
    assert {cited[number] for number in numbers} == {"gazette", "herald"}
    assert any("disagree" in said for said in agreement(answer))


@pytest.mark.parametrize("other", [SAME_YEAR, COPY, OTHER])
def test_what_may_both_be_right_is_no_disagreement(other: Document) -> None:
    assert asked(RELEASED, other).disagreements == ()


def test_numbers_disagree_unless_one_may_be_rounded() -> None:
    few = document("The clinic in Sorrel Bay had twelve beds.", id="few")
    many = document("The clinic in Sorrel Bay had 40 beds.", id="many")
    about = document("The clinic in Sorrel Bay had 41 beds.", id="about")
    question = "How many beds did the clinic in Sorrel Bay have?"
    assert asked(few, many, question=question).disagreements
    assert not asked(many, about, question=question).disagreements


def test_a_copy_is_shown_once_and_counted() -> None:
    answer = asked(RELEASED, COPY)
    assert [citation.document for citation in answer.same_text] in (["mirror"], ["gazette"])
    assert len({citation.document for citation in answer.citations} & {"gazette", "mirror"}) == 1
    assert any("2 of them the same text" in said for said in agreement(answer))


def test_the_words_asked_for_are_marked_beside_the_quote() -> None:
    lead = asked(RELEASED).sentences[0]
    assert [lead.text[start:end] for start, end in lead.bold] == ["March 1994"]


def test_whom_a_pronoun_means_stands_outside_the_quote() -> None:
    told = document(
        "Tobias Renn kept the harbour books for many years. He moved to Sorrel Bay with his sister in 1989.", id="told"
    )
    answer = asked(told, question="Who moved to Sorrel Bay with his sister in 1989?")
    moved = next(sentence for sentence in answer.sentences if sentence.text.startswith("He moved"))
    shown_before = any(sentence.text.startswith("Tobias") for sentence in answer.sentences)
    assert shown_before or moved.about == "Tobias Renn"
