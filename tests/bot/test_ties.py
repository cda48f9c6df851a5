"""Who is named with whom: told of in one sentence, or only standing near."""

import pytest

from bot.message.network import Weaver
from index.actors.registry import Actors
from index.actors.said import Said
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources

TEXTS = {
    "crew": (
        "The crew of the ship",
        "Name | Port\nNadia Kowalska | Gdynia\nMarek Nowak | Odessa",
        "Nadia Kowalska met Marek Nowak in Hamburg. A week later Olaf Brandt joined them.",
        "Photo: Olaf Brandt and Nadia Kowalska in Odessa",
        "Marek Nowak wrote to Nadia Kowalska.\nHe knew Olaf Brandt as the Grey Fox.",
    )
}
SOURCES = Sources.of(
    Document.of_blocks(id, f"{id}.txt", Record(), [Block(one) for one in texts], None) for id, texts in TEXTS.items()
)
ACTORS = Actors.of(SOURCES, [Said("Grey Fox")])


def tie(one: str, other: str) -> tuple[int, int] | None:
    actor = ACTORS.find(one)
    assert actor is not None
    return next((tie.strength for tie in ACTORS.ties(actor) if tie.other.name == other), None)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Nadia Kowalska", "Marek Nowak", 1),
        ("Nadia Kowalska", "Hamburg", 1),
        ("Nadia Kowalska", "Olaf Brandt", 0),  # a caption is no sentence
        ("Nadia Kowalska", "Gdynia", 0),  # nor is the row of a table
        ("Marek Nowak", "Gdynia", 0),
        ("Olaf Brandt", "Grey Fox", 1),  # a name that was given by hand
    ],
)
def test_only_a_sentence_tells_of_two_together(one: str, other: str, told: int) -> None:
    found = tie(one, other)
    assert found is not None
    assert found[0] == told


def test_the_ties_of_all_are_those_of_each() -> None:
    every = {frozenset((tie.one.id, tie.other.id)): tie.strength for tie in ACTORS.ties()}
    each = {frozenset((tie.one.id, tie.other.id)): tie.strength for one in ACTORS.all for tie in ACTORS.ties(one)}
    assert every == each
    strengths = [tie.strength for tie in ACTORS.ties()]
    assert strengths == sorted(strengths, reverse=True)


def test_the_quote_of_a_tie_is_the_sentence_that_names_both() -> None:
    quotes = {
        frozenset((one.one.name, one.other.name)): one.citation.quote for one in Weaver(SOURCES, ACTORS).network().ties
    }
    assert quotes[frozenset(("Nadia Kowalska", "Marek Nowak"))] == "Marek Nowak wrote to Nadia Kowalska."
    assert frozenset(("Marek Nowak", "Gdynia")) not in quotes  # named in two rows of one table, and nowhere else
