"""Two men of one name, told apart where documents contradict each other and nowhere else."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.actors.callings import Calling
from index.actors.finder import find
from index.actors.registry import Actors
from index.actors.said import Said
from tests.index.test_actors import sources

DOCTOR = "Karim Nasser, a cardiologist from Leeds, opened the clinic. Nasser treated Ines Ortega."
COLONEL = "Colonel Karim Nasser led the raid. Nasser was praised by Omar Haddad."

CALLINGS = [
    ("Colonel Karim Nasser left.", "ARMS"),
    ("The former footballer Karim Nasser left.", "SPORT"),
    ("Karim Nasser, a retired fisherman from Lun, left.", "LABOUR"),
    ("Karim Nasser was a priest.", "FAITH"),
    ("The teacher Karim Nasser left.", "LABOUR LEARNING"),
    # What is said of somebody else, or of nobody.
    ("The lawyer of Karim Nasser left.", ""),
    ("The president's friend Karim Nasser left.", ""),
    ("Secretary General Karim Nasser left.", ""),
    ("In a lawsuit backed by Karim Nasser, the former actor is suing.", ""),
    ("Karim Nasser, a friend of the judge, left.", ""),
]

BORN = [
    ("Karim Nasser (1871–1944) left.", 1871),
    ("Karim Nasser (born 2 May 1871) left.", 1871),
    ("Karim Nasser, born in Lun in 1871, left.", 1871),
    ("Karim Nasser (2019) wrote it.", None),
]

ONE = [
    ("a minister may have been a general", "General Karim Nasser left.", "The minister Karim Nasser came."),
    ("nothing is said of him", "Karim Nasser left.", "Colonel Karim Nasser came."),
    (
        "he keeps the same company",
        "Karim Nasser, a cardiologist, met Ines Ortega.",
        "Colonel Karim Nasser met Ines Ortega.",
    ),
    ("sources disagree by a year", "Karim Nasser (1871–1944) left.", "Karim Nasser (1872–1944) came."),
]


@pytest.mark.parametrize(("text", "expected"), CALLINGS, ids=[text for text, _ in CALLINGS])
def test_what_a_man_is_said_to_be(text: str, expected: str) -> None:
    named = next(one for one in find(text) if one.text == "Karim Nasser")
    assert named.callings == {Calling[one] for one in expected.split()}


@pytest.mark.parametrize(("text", "year"), BORN, ids=[text for text, _ in BORN])
def test_when_a_man_was_born(text: str, year: int | None) -> None:
    assert find(text)[0].born == year


def test_two_men_are_two_and_each_has_his_documents() -> None:
    actors = Actors.of(sources(a=DOCTOR, b=COLONEL, c="Karim Nasser met Ines Ortega again."))
    one, other = actors.called("Karim Nasser")
    assert actors.documents_of(one) == ["a", "c"]
    assert actors.documents_of(other) == ["b"]
    assert [spelling.name for spelling in other.names] == ["Karim Nasser", "Nasser"]
    assert actors.find("Karim Nasser") is None
    assert actors.find(other.id) == other


def test_two_birthdays_are_two_men() -> None:
    given = sources(a="Karim Nasser (1871–1944) left Lun.", b="Karim Nasser, born in 1960, came to Osk.")
    assert len(Actors.of(given).called("Karim Nasser")) == 2


@pytest.mark.parametrize(("why", "one", "other"), ONE, ids=[why for why, _, _ in ONE])
def test_one_man_stays_one(why: str, one: str, other: str) -> None:
    assert len(Actors.of(sources(a=one, b=other)).called("Karim Nasser")) == 1, why


def test_a_third_document_may_show_that_they_are_one() -> None:
    third = "Karim Nasser knows Ines Ortega and Omar Haddad."
    assert len(Actors.of(sources(a=DOCTOR, b=COLONEL, c=third)).called("Karim Nasser")) == 1


def test_a_surname_alone_may_be_either() -> None:
    actors = Actors.of(sources(a=DOCTOR, b=COLONEL, c="Yesterday Nasser was seen with Omar Haddad."))
    for actor in actors.called("Karim Nasser"):
        assert [one.document for one in actors.open_of(actor)] == ["c"]


def test_what_people_say_wins() -> None:
    actors = Actors.of(sources(a=DOCTOR, b=COLONEL), [Said("Karim Nasser")])
    assert [actor.mentions for actor in actors.called("Karim Nasser")] == [4]


def test_who_may_not_see_the_other_sees_one() -> None:
    some = sources(a=DOCTOR, b=COLONEL)
    assert [one.id for one in Actors.of(some, documents={"b"}).called("Karim Nasser")] == ["karim-nasser"]


WORDS = ["Karim", "Nasser", "Omar", "Zahir", "Colonel", "Hajj", "Sheikh", "Abu", "Talha", "Zero-Eight"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
SAID = st.sampled_from(["{} left.", "{}, a cardiologist, left.", "The colonel {} left.", "{}, alias “{}”, left."])


@st.composite
def texts(draw: st.DrawFn) -> str:
    said = draw(SAID)
    return said.format(*(draw(NAMES) for _ in range(said.count("{}"))))


@settings(max_examples=60, deadline=None)
@given(st.lists(texts(), max_size=6))
def test_whoever_is_named_how_each_mention_is_at_most_one_actors(some: Sequence[str]) -> None:
    """And it ends: names that were joined in a circle would hang it."""
    actors = Actors.of(sources(**{f"d{at}": text for at, text in enumerate(some)}))
    named = [actor for at in range(len(some)) for actor, _ in actors.mentions_in(f"d{at}") if actor is not None]
    assert sum(actor.mentions for actor in actors.all) == len(named)
    assert len({actor.id for actor in actors.all}) == len(actors.all)
