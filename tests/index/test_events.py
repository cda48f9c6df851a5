"""What is told, when it was, and what is told twice."""

from collections.abc import Collection, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import relations
from index.document import Document
from index.events import EVER, Chronicle, Entry, Name, Period, Timeline, chronicle
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources
from tests.index.documents import DOCUMENT

NAMES = ("Khazali", "Daqduq", "Boeing", "Sadr", "Tehran")


class Spelt:
    """Actors known by one spelling each, which is also their id."""

    def __init__(self, sources: Sources) -> None:
        self._names = {document.id: spelt(document.text) for document in sources.documents}

    def names(self, document: str) -> Sequence[Name]:
        return self._names[document]

    def documents(self, actor: str) -> Collection[str]:
        return [id for id, names in self._names.items() if any(one.actor == actor for one in names)]


def spelt(text: str) -> list[Name]:
    found = [(at, name) for name in NAMES for at in range(len(text)) if text.startswith(name, at)]
    return [Name(at, at + len(name), name, name not in ("Boeing", "Tehran")) for at, name in sorted(found)]


def document(*paragraphs: str, id: str = "doc", written: str | None = None) -> Document:
    return Document.of_blocks(id, f"{id}.txt", Record(date=written), [Block(one) for one in paragraphs], None)


def entries(
    *documents: Document, actor: str | None = None, told: Period = EVER, published: Period = EVER
) -> list[Entry]:
    sources = Sources.of(documents)
    return Timeline(sources, Spelt(sources), lambda _: 1.0, relations).entries(actor, told, published)


def told(*paragraphs: str, written: str | None = None) -> list[tuple[str, str]]:
    return [(one.when, one.basis) for one in chronicle(document(*paragraphs, written=written)).tellings]


HEADED = [("2004-06-14", "heading")] * 2
MARCH, JUNE = "In March 2007 special forces captured Khazali.", "14 June 2004"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([MARCH], [("2007-03", "text")]),
        (["In late 2004 he spoke of the vote in May 2006."], [("2004-09~/2004-12~", "text"), ("2006-05", "text")]),
        (["In 2005, on 3 March, the court met."], [("2005-03-03", "text")]),
        (["He was freed in 2010, held since March 2007."], [("2010", "text")]),
        (["The army has held the town since 2007."], [("2007", "text")]),
        (["January 2007."], []),
        ([JUNE, "Rebels took the dam.", "They fled."], []),
        ([JUNE, "They took the dam.", "15 June", "They fled."], [("2004-06-14", "heading"), ("2004-06-15", "heading")]),
        ([JUNE, "They fled.", "We ate.", "15 June", MARCH, "Sadr was ill."], [*HEADED, ("2007-03", "text")]),
        ([MARCH, "2003 to 2006", "Rebels took the dam."], [("2007-03", "text")]),
        (["The captures of March 2007", MARCH], [("2007-03", "text")]),
        (["Dam falls in 2007", "Rebels flee in 2008"], [("2007", "text"), ("2008", "text")]),
        (["The army spoke for two years, weekly, of Unit 2800 and Flight 2003."], []),
        (["On 31 February 2007 nothing happened."], [("2007-02", "text")]),
        (["Karbala raid | January 2007 | four soldiers"], [("2007-01", "text")]),
        ([], []),
    ],
)
def test_what_is_told(paragraphs: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(*paragraphs) == expected


NEWS = ("Boeing unveiled its airliner.", "Boeing said on Tuesday that it had sold ten.", "Sadr did not comment.")


def test_news_tells_of_the_day_it_was_written() -> None:
    assert [(one.when, one.basis) for one in entries(document(*NEWS, written="2005-11-09"))] == [
        ("2005-11-08", "text"),
        ("2005-11-09", "publication"),
    ]
    (only,) = entries(document(*NEWS, written="2005-11-09"), actor="Sadr")
    assert (only.when, only.basis) == ("2005-11-08", "preceding")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Sadr did not comment.", ("2005-11-08", "preceding")),
        ("Sadr was asked for his view by telephone.", ("2005-11-08", "preceding")),
        ("Sadr has not commented.", ("2005-11-09", "publication")),
        ("Sadr said that he knew.", ("2005-11-09", "publication")),
        ("Sadr is a cleric.", ("2005-11-09", "publication")),
        ("On Monday Sadr commented.", ("2005-11-07", "text")),
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_in_news_the_next_sentence_goes_on_with_the_day(after: str, expected: tuple[str, str], apart: bool) -> None:
    dated = "Boeing said on Tuesday that it had sold ten airliners to the carrier."
    news = document(NEWS[0], *([dated, after] if apart else [f"{dated} {after}"]), written="2005-11-09")
    (only,) = entries(news, actor="Sadr")
    assert (only.when, only.basis) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Sadr dismisses his cabinet."], ["2011-03-20"]),
        (["Sadr leaves for Tehran after protests in January."], ["2011-01"]),
        (["Sadr was born in 1974. He is a cleric."], ["1974"]),
        (["Sadr dismisses his cabinet.", "Tehran is silent."], []),
    ],
)
def test_a_dated_note_tells_of_its_day(paragraphs: list[str], expected: list[str]) -> None:
    assert [one.when for one in entries(document(*paragraphs, written="2011-03-20"), actor="Sadr")] == expected


@pytest.mark.parametrize("written", [None, "2005", "2005-11"])
def test_of_an_unknown_day_nothing_is_told_by_publication(written: str | None) -> None:
    assert [one.basis for one in entries(document(*NEWS, written=written)) if one.basis == "publication"] == []


def test_the_same_event_told_twice_is_one_entry_led_by_the_most_precise() -> None:
    (entry,) = entries(
        document("British special forces captured Khazali and Daqduq in 2007.", id="a"),
        document("In March 2007, special forces captured Daqduq along with Khazali.", id="b"),
    )
    assert [(one.document, one.when) for one in entry.tellings] == [("b", "2007-03"), ("a", "2007")]
    assert set(entry.actors) == {"Khazali", "Daqduq"}
    assert entry.disputed == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khazali met Sadr in Tehran in 2005.", "In 2005 Boeing sold ten airliners to a carrier."),
        ("Khazali was captured by British forces in 2005.", "Sadr was captured by British forces in 2005."),
        ("Boeing won the annual contest in May 2005.", "Boeing won the annual contest in May 2009."),
    ],
)
def test_what_is_not_the_same_event(one: str, other: str) -> None:
    found = entries(document(one, id="a"), document(other, id="b"))
    assert [len(entry.tellings) + len(entry.disputed) for entry in found] == [1, 1]


def test_dates_that_disagree_are_shown_with_what_is_told_more_often() -> None:
    (entry,) = entries(
        document("Special forces captured Khazali and Daqduq on 20 March 2007.", id="a"),
        document("Special forces captured Khazali and Daqduq on 22 March 2007.", id="b"),
        document("On 20 March 2007 special forces captured Khazali and Daqduq.", id="c"),
    )
    assert [one.document for one in entry.tellings] == ["a", "c"]
    assert [(one.document, one.when) for one in entry.disputed] == [("b", "2007-03-22")]


def test_when_it_was_and_when_it_was_published_are_two_limits() -> None:
    documents = [
        document("Khazali was captured in March 2007.", id="old", written="2008"),
        document("Khazali was captured and tried in June 2009.", id="new", written="2019-05"),
        document("Khazali was born in 1974, it is said.", id="undated"),
    ]
    at = Period(date(2007, 1, 1), date(2007, 12, 31))
    assert [one.when for one in entries(*documents, told=at)] == ["2007-03"]
    assert [one.when for one in entries(*documents, published=Period(since=date(2019, 5, 31)))] == ["2009-06"]
    assert [one.when for one in entries(*documents, published=Period(until=date(2008, 1, 1)))] == ["2007-03"]
    assert [one.when for one in entries(*documents, told=Period(until=date(2007, 3, 1)))] == ["1974", "2007-03"]


@settings(max_examples=60)
@given(DOCUMENT)
def test_any_document_is_quoted_word_for_word_and_kept(given: Document) -> None:
    made = chronicle(given)
    assert Chronicle.of_rows(given.id, made.rows()) == made
    for entry in entries(given):
        for one in (*entry.tellings, *entry.disputed):
            assert given.text[one.start : one.end].strip() == given.text[one.start : one.end] != ""
            assert one.begin <= one.until
            assert one.start <= one.at < one.end or one.basis in ("heading", "preceding")
            assert any(place.start <= one.start < one.end <= place.end for place in given.paragraphs)


def test_an_actor_without_events() -> None:
    assert entries(document("Khazali met Sadr."), actor="Khazali") == []
    assert entries(document("In 2005 Khazali met Sadr."), actor="Boeing") == []


@given(st.permutations(range(4)))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    texts = [
        "Special forces captured Khazali and Daqduq on 20 March 2007.",
        "Khazali and Daqduq were captured by special forces in 2007.",
        "On 1 May 2008 Boeing sold ten airliners.",
        "Sadr went to Tehran in 2008.",
    ]
    expected = [("2007-03-20", 2), ("2008", 1), ("2008-05-01", 1)]
    found = entries(*(document(texts[at], id=f"d{at}") for at in order))
    assert [(one.when, len(one.tellings)) for one in found] == expected


def test_who_alone_was_named_before_is_meant_by_a_pronoun() -> None:
    given = document(
        "Khazali spoke of the raid. He resigned as minister on 4 May 2009.", "He fled on 5 May 2009 by ship."
    )
    assert [one.when for one in entries(given, actor="Khazali")] == ["2009-05-04"]
    both = document("Khazali met Daqduq there. He resigned as minister on 4 May 2009.")
    assert entries(both, actor="Khazali") == entries(both, actor="Daqduq") == []


def test_a_day_told_of_without_a_name_is_the_same_event_where_its_words_are() -> None:
    full = document("The lease of the pier was signed on 12 May 2009 by Khazali and Daqduq.", id="full")
    brief = document("On 12 May 2009 the lease was signed.", id="brief")
    other = document("On 12 May 2009 the bridge was closed.", id="other")
    assert sorted(len(one.tellings) for one in entries(full, brief, other)) == [1, 2]
