"""Whom sentences speak of: by name, or as he or she."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Cast, Persons
from bot.conversation.persons import Spoken
from bot.question.names import Names
from index.actors.registry import Actors
from index.document import Document
from index.sentences import sentence_spans
from index.sources import Sources
from tests.index.documents import document

SULA, PAVEL, OTTO = "Sula Harp", "Pavel Orr", "Otto Lind"
OPENING = "Sula Harp, a judge, and Pavel Orr, a diver, knew Otto Lind, a miller. Mrs Harp lived in Elva. Mr Lind left."


def persons_of(document: Document) -> Persons:
    sources = Sources.of([document])
    actors = Actors.of(sources)
    return Persons(Cast(Names(sources), sources, lambda: actors), lambda: actors)


def spans(document: Document) -> list[tuple[int, int]]:
    return [span for one in document.paragraphs for span in sentence_spans(document.text, one.start, one.end)]


@pytest.mark.parametrize(
    ("sentences", "spoken"),
    [
        ("Pavel Orr dived. He drowned.", [(PAVEL, False)]),
        ("Sula Harp saw Pavel Orr. She called him.", [(SULA, False), (PAVEL, False)]),
        # Whom it spoke of first.
        ("Pavel Orr met Otto Lind. He drowned.", [(PAVEL, False)]),
        ("Pavel Orr met Otto Lind. Otto Lind drowned. He was old.", [(OTTO, False)]),
        # A sentence about nobody changes nothing, nor does who is spoken of as she.
        ("Pavel Orr dived. The sea was cold. He drowned.", [(PAVEL, False)]),
        ("Pavel Orr dived. Sula Harp saw it. He drowned.", [(PAVEL, False)]),
        ("Pavel Orr dived. His boat sank.", [(PAVEL, False)]),
        # He was named in the same sentence.
        ("Otto Lind left. Before he dived Pavel Orr ate.", [(OTTO, False), (PAVEL, True)]),
        ("Otto Lind left. When Pavel Orr dived he was cold.", [(PAVEL, True)]),
        ("The sea was cold.", []),
    ],
)
def test_he_is_whom_the_sentence_before_spoke_of(sentences: str, spoken: list[tuple[str, bool]]) -> None:
    told = document(f"{OPENING} {sentences}")
    assert persons_of(told).of(told, spans(told))[-1] == tuple(Spoken(*one) for one in spoken)


def test_he_of_whom_nobody_was_told_is_somebody() -> None:
    told = document("He drowned, they say. Pavel Orr did not.", OPENING)
    assert persons_of(told).of(told, spans(told))[0] == (Spoken(None, False),)


def test_who_was_named_right_before_the_first_sentence_counts() -> None:
    told = document(f"{OPENING} Pavel Orr dived.", "He drowned.")
    assert persons_of(told).of(told, spans(told)[-1:]) == [(Spoken(PAVEL, False),)]


def test_without_actors_nobody_is_known() -> None:
    told = document(OPENING)
    sources = Sources.of([told])
    assert Persons(Cast(Names(sources), sources), lambda: None).of(told, spans(told)) == [()] * len(spans(told))


SIDES = [SULA, PAVEL, OTTO, "he", "she", "his boat", "the sea"]
STORIES = st.lists(st.tuples(st.sampled_from(SIDES), st.sampled_from(SIDES)), max_size=12)


@given(STORIES)
def test_whoever_is_named_is_spoken_of(story: list[tuple[str, str]]) -> None:
    told = document(" ".join([OPENING, *(f"Yesterday {one} saw {other}." for one, other in story)]))
    found = persons_of(told).of(told, spans(told))
    for (start, end), spoken in zip(spans(told), found, strict=True):
        sentence = told.text[start:end]
        assert len({one.name for one in spoken}) == len(spoken)
        for name in (SULA, PAVEL, OTTO):
            assert (name in {one.name for one in spoken if one.named}) >= (name in sentence)
