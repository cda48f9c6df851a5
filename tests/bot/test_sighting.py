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


KNOWN = "Ali Moussa Daqduq, also known as Hamid al-Lami, fled."


@pytest.mark.parametrize(
    ("new", "query", "found"),
    [
        ("Hamid al-Lami was seen in Basra.", "actor:Daqduq", 1),
        ("Hamid al-Lami was seen in Basra.", 'actor:"Ali Moussa Daqduq"', 1),
        ("Hamid al-Lami was seen in Basra.", "actor:Daqduq basra", 1),
        ("Hamid al-Lami was seen in Basra.", "actor:Daqduq -basra", 0),
        ("Ali Moussa Daqduq was seen in Basra.", 'actor:"Hamid al-Lami"', 1),
        ("Omar Zahir was seen in Basra.", "actor:Daqduq", 0),
    ],
)
def test_whom_the_older_documents_know_by_another_name_is_seen(new: str, query: str, found: int) -> None:
    footnote = footnote_of(KNOWN, new)
    seen = sightings(footnote, ["d1"], actor=None, query=query)
    assert [one.document for one in seen] == ["d1"] * found


def test_an_actor_is_looked_out_for_by_all_names_too() -> None:
    footnote = footnote_of(KNOWN, "Hamid al-Lami was seen in Basra.")
    assert [one.quote for one in sightings(footnote, ["d1"], actor="Daqduq", query="")] == [
        "Hamid al-Lami was seen in Basra."
    ]


def test_what_may_not_be_seen_tells_no_names() -> None:
    view = footnote_of(KNOWN, "Hamid al-Lami was seen in Basra.").only(["d1"])
    unseen = Footnote(view.opened)
    assert not sightings(unseen, ["d1"], actor=None, query="actor:Daqduq")
