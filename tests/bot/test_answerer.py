"""Answers out of small texts of our own, in the sources' own words or not at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.answering.choice import CHARACTERS, SENTENCES
from bot.terminal import render
from index.search import Searcher
from index.sources import Sources
from tests.index.documents import DOCUMENT, document

HARBOUR = document(
    "The harbour at Port Elva burned on 14 May 1991. Two days later, coast guards arrested Marta Quell, a welder, and"
    " questioned her about the fire. She was released in 1994.",
    "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay.",
    "Renn took his sister to Sorrel Bay to have her treated for a lung disease. The clinic there had twelve beds.",
    "Ilse Brandt served as the head of Section 40, which guarded the quays. Her deputy was Pavel Orr.",
    id="harbour",
)
ORCHARD = document(
    "The orchards of Upper Dale were planted by monks. Apples from the dale are sold in three towns.", id="orchard"
)


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer(Searcher(Sources.of([HARBOUR, ORCHARD])))


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("Who is Old Finch?", "Tobias Renn"),
        ("who was old finch, really?", "Tobias Renn"),
        ("When did the harbour burn?", "14 May 1991"),
        ("When was Marta Quell arrested?", "arrested Marta Quell"),
        ("Why did Renn take his sister to Sorrel Bay?", "lung disease"),
        ("Who led Section 40?", "Ilse Brandt"),
        ("How many beds did the clinic have?", "twelve"),
        ("where are the apples sold", "three towns"),
        ("who planted the orchards of upper dale", "monks"),
    ],
)
def test_the_leading_sentence_answers(answerer: Answerer, question: str, leads: str) -> None:
    answer = answerer.ask(question)
    assert answer.answered, answer.confidence
    assert leads in answer.sentences[0].text


def test_a_word_that_may_say_anything_is_no_gap(answerer: Answerer) -> None:
    """Which the sources lack by accident: nobody "gets" anything in them."""
    assert answerer.ask("who got released in 1994").unknown == ()
    assert answerer.ask("who smuggled 1994").unknown == ("smuggled",)


def test_two_sentences_of_one_passage_have_one_footnote(answerer: Answerer) -> None:
    answer = answerer.ask("When was Marta Quell arrested?", always=True)
    assert len({one.passage for one in answer.citations}) < len(answer.citations)
    footnotes = [line for line in render.answer(answer, answerer.searcher.sources).splitlines() if line.startswith("[")]
    assert len(footnotes) == len({(one.passage, one.paragraph) for one in answer.citations})
    assert footnotes[0].startswith("[1][2]")


def test_an_everyday_word_is_no_misspelled_name() -> None:
    """Whoever asks who was killed does not mean a man called Filled."""
    answerer = Answerer(Searcher(Sources.of([document("The Filed brothers met Tom Filed in Basra.")])))
    answer = answerer.ask("Who was killed in Basra?")
    assert answer.unknown == ("killed",)
    assert answer.did_you_mean == ()


def test_a_pronoun_means_whom_the_sentence_before_names(answerer: Answerer) -> None:
    [released] = [one for one in answerer.ask("When was Quell released?").candidates if "in 1994" in one.candidate.text]
    assert "quell" in released.candidate.told
    assert "quell" not in released.candidate.matches.all


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What is Tobias Renn's birthplace?", "birthplace"),
        ("What did the welding torch cost?", "torch"),
        ("Who won the regatta?", "regatta"),
    ],
)
def test_honest_silence(answerer: Answerer, question: str, unknown: str) -> None:
    answer = answerer.ask(question)
    assert not answer.answered
    assert not answer.sentences
    assert not answer.citations
    assert unknown in answer.unknown


def test_what_nothing_is_told_of_is_hardly_answered(answerer: Answerer) -> None:
    assert answerer.ask("Who won the regatta?").confidence < 0.3


def test_always_shows_the_best_all_the_same(answerer: Answerer) -> None:
    answer = answerer.ask("What is Tobias Renn's birthplace?", always=True)
    assert answer.answered
    assert answer.sentences
    assert answer.confidence == answerer.ask("What is Tobias Renn's birthplace?").confidence


def test_a_misspelt_name_is_offered_right(answerer: Answerer) -> None:
    answer = answerer.ask("Who is Tobas Quel?")
    assert not answer.answered
    assert {"Tobias", "Quell"} <= set(answer.did_you_mean)


def test_a_slip_that_can_mean_one_word_only_is_put_right(answerer: Answerer) -> None:
    answer = answerer.ask("When did the harbuor burn?")
    assert answer.interpreted.read_as == "When did the harbour burn?"
    assert "14 May 1991" in answer.sentences[0].text
    assert answerer.ask("When did the harbour burn?").interpreted.read_as is None


def test_a_word_of_english_is_no_slip_of_another() -> None:
    """The founder was once asked for as the funder, who was all that the sources told of."""
    given = Answerer(Searcher(Sources.of([document("Ilse Brandt formed the Elva Guard. The Elva Guard was funded.")])))
    answer = given.ask("Who founded the Elva Guard?")
    assert answer.interpreted.read_as is None
    assert "formed" in answer.sentences[0].text


def test_what_is_told_of_another_is_no_answer() -> None:
    given = Answerer(Searcher(Sources.of([document("Orr was released in 1994.", "Quell ate the prison's bread.")])))
    assert given.ask("When was Orr released?").answered
    assert not given.ask("When was Quell released?").answered


def test_that_two_are_the_same_is_said_by_who_names_both(answerer: Answerer) -> None:
    assert answerer.ask("Is Old Finch the same person as Tobias Renn?").answered
    assert not answerer.ask("Is Marta Quell the same person as Tobias Renn?").answered


def test_a_sentence_that_leans_on_another_brings_it_along(answerer: Answerer) -> None:
    answer = answerer.ask("When was Marta Quell arrested?")
    assert answer.sentences[0].text.startswith("Two days later")
    assert any("14 May 1991" in sentence.text for sentence in answer.sentences)


def test_names_are_understood_as_the_sources_write_them(answerer: Answerer) -> None:
    assert answerer.ask("who is old finch").interpreted.actors == ("Old Finch",)
    assert answerer.ask("who led section 40").interpreted.actors == ("Section 40",)


@pytest.mark.parametrize("question", ["the of and", "🙂", "zzz qqq"])
def test_nothing_found(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question, always=True)
    assert not answer.answered
    assert answer.confidence == 0


def test_no_sources_at_all() -> None:
    for sources in (Sources.of([]), Sources.of([document(id="empty")])):
        assert not Answerer(Searcher(sources)).ask("Who is Old Finch?", always=True).answered


def lawful(answer: Answer, sources: Sources) -> None:
    assert len(answer.sentences) == len(answer.citations) <= SENTENCES
    assert sum(len(sentence.text) for sentence in answer.sentences) <= CHARACTERS
    assert 0 <= answer.confidence <= 1
    for citation in (*answer.citations, *answer.closest):
        quoted = sources.document(citation.document)
        assert quoted is not None
        assert quoted.text[citation.start : citation.end] == citation.quote
        assert citation.passage == f"{citation.document}#p{citation.paragraph}"
        paragraph = quoted.paragraphs[citation.paragraph - 1]
        assert paragraph.start <= citation.start < citation.end <= paragraph.end
    for sentence, citation in zip(answer.sentences, answer.citations, strict=True):
        assert (sentence.text, sentence.citation) == (citation.quote, citation.number)
    places = [(citation.document, citation.start) for citation in answer.citations[1:]]
    assert places == sorted(places)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    DOCUMENT, st.text(max_size=60) | st.sampled_from(["who met Khazali", "when in 2007", "left said he", "why 2007"])
)
def test_laws_hold_for_any_text(given_document: object, question: str) -> None:
    sources = Sources.of([given_document])  # type: ignore[list-item]
    lawful(Answerer(Searcher(sources)).ask(question, always=True), sources)
