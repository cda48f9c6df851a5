"""What new documents say to a query that is looked out for."""

import pytest

from bot.footnote import Footnote
from bot.sighting import sightings
from index.document import Document
from index.opening import Opened
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources


def footnote_of(*texts: str) -> Footnote:
    documents = [
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(), [Block(text)], None) for at, text in enumerate(texts)
    ]
    return Footnote(Opened(Sources.of(documents), ""))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["d1", "d2"]),
        ("ferries", ["d1", "d2"]),
        ("ferry company", ["d1"]),
        ('"a ferry was"', ["d1"]),
        ("ferry -sold", ["d2"]),
        ("zebra", []),
        ("company ferry pier", []),
    ],
)
def test_a_query_has_to_match_whole(query: str, found: list[str]) -> None:
    footnote = footnote_of(
        "A ferry is old, and was there before; the company knew.",
        "A ferry was sold to a company.",
        "The ferry that they had burned at the pier.",
    )
    assert sorted(one.document for one in sightings(footnote, ["d1", "d2"], actor=None, query=query)) == found
    assert not sightings(footnote, [], actor=None, query=query)
