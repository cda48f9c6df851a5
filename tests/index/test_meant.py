"""``actor:`` finds who is meant, by whatever name, and tells of nobody who may not be seen."""

from pathlib import Path

import pytest

from bot.footnote import Footnote
from index.actors.registry import Actors
from index.document import Document
from index.filtering import Filtering
from index.passages import Size
from index.query import parse
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources

TEXTS = {
    "open": (
        "Abdul Reza Shahlai is an officer of the Qods Force, said the report.",
        "Shahlai met Qais al-Khazali in Tehran. Nobody else was there.",
        "Hajj Yusif paid for the raid.",
        "The raid was led by Laith al-Khazali, Azhar al-Dulaimi said.",
    ),
    "closed": (
        "Abdul Reza Shahlai is known as Hajj Yusif.",
        "Nabil Haddad, alias “The Notary”, met Abdul Reza Shahlai.",
    ),
}
SOURCES = Sources.of(
    [Document.of_blocks(id, f"{id}.txt", Record(), [Block(one) for one in texts], None) for id, texts in TEXTS.items()],
    Size(0, 1000),
)


def found(query: str) -> set[str]:
    mask = Filtering(SOURCES, lambda: Actors.of(SOURCES)).admit(parse(query)).mask
    return {passage.id for passage, is_in in zip(SOURCES.passages, mask, strict=True) if is_in}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('actor:"Hajj Yusif"', {"open#p1", "open#p2", "open#p3", "closed#p1", "closed#p2"}),
        ('actor:"Abd al-Reza Shahla\'i"', {"open#p1", "open#p2", "open#p3", "closed#p1", "closed#p2"}),
        ('raid actor:"Abdul Reza Shahlai"', {"open#p3"}),
        ('raid -actor:"Abdul Reza Shahlai"', {"open#p4"}),
        ('actor:"The Notary" OR source:none', {"closed#p2"}),
        ('actor:"Qais al-Khazali"', {"open#p2"}),
        ("actor:Khazali", {"open#p2", "open#p4"}),  # two bear it: the name alone
        ("actor:officer", {"open#p1"}),
    ],
)
def test_whoever_is_meant_is_found_by_all_his_names(query: str, ids: set[str]) -> None:
    assert found(query) == ids


def test_other_names_rank_and_are_quoted() -> None:
    searcher = Searcher(SOURCES, lambda: Actors.of(SOURCES))
    results = searcher.search('actor:"Hajj Yusif"', 10)
    quotes = [searcher.cite(hit, results, 1).quote for hit in results.hits]
    assert "Shahlai met Qais al-Khazali in Tehran." in quotes
    assert all(hit.score > 0 for hit in results.hits)


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ('actor:"Qais al-Khazali"', ()),
        ("actor:Khazali", ()),
        ("actor:Kasali", ("Nobody goes by “Kasali”. Near it: Qais al-Khazali, Laith al-Khazali.",)),
        ("-actor:Zzyzx", ("Nobody goes by “Zzyzx”.",)),
        ('actor:"Abdolreza Shahlayi"', ("“Abdolreza Shahlayi” is taken for Abdul Reza Shahlai.",)),
    ],
)
def test_the_reader_is_told_whom_a_name_is_taken_for(query: str, notes: tuple[str, ...]) -> None:
    assert Filtering(SOURCES, lambda: Actors.of(SOURCES)).admit(parse(query)).notes == notes


@pytest.fixture
def footnote(tmp_path: Path) -> Footnote:
    for id, texts in TEXTS.items():
        (tmp_path / "corpus" / id).mkdir(parents=True)
        (tmp_path / "corpus" / id / f"{id}.txt").write_text("\n\n".join(texts))
    return Footnote.open(tmp_path / "corpus", tmp_path / "index", note=lambda _: None)


def test_a_name_that_only_hidden_documents_tell_neither_widens_nor_leaks(footnote: Footnote) -> None:
    whole = footnote.search('actor:"Abdul Reza Shahlai"', 10)
    assert any("Hajj Yusif paid" in one.text for one in whole.found)
    view = footnote.within({"open"})
    seen = view.search('actor:"Abdul Reza Shahlai"', 10)
    assert seen.found
    assert not any("Hajj Yusif" in one.citation.quote for one in seen.found)
    hidden = view.search('actor:"The Notary"', 10)
    assert not hidden.found
    assert hidden.notes == ("Nobody goes by “The Notary”.",)


def test_without_a_usable_actors_toml_the_name_itself_is_found(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "actors.toml").write_text("[[actor]\n")
    findings = footnote.search('actor:"Hajj Yusif"', 10)
    assert {one.citation.document for one in findings.found} == {"open", "closed"}
    assert findings.notes == ("Only “Hajj Yusif” itself was looked for, no other name: actors.toml cannot be used.",)
