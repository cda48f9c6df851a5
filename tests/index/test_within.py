"""A view of some collections is what there would be if there were no other: nothing of another shows in any way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import Document
from index.opening import open_sources
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources
from tests.index.seen import seen
from tests.index.test_opening import TEXTS

HIDDEN = "Zarqawiyya Operation Nightingale was known to Khazali and the harbour master alone."


def write(corpus: Path, folder: str, *texts: str) -> None:
    (corpus / folder).mkdir(parents=True, exist_ok=True)
    for at, text in enumerate(texts):
        (corpus / folder / f"{folder}{at}.txt").write_text(text)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", "a", *(f"{TEXTS[3]}\n\n{text}" for text in TEXTS[:2]), TEXTS[5])
    return tmp_path / "corpus"


@pytest.fixture
def alone(corpus: Path, tmp_path: Path) -> Sources:
    return open_sources(corpus, tmp_path / "alone", note=lambda _: None).sources


@pytest.fixture
def view(corpus: Path, alone: Sources, tmp_path: Path) -> Sources:
    assert alone.documents
    write(corpus, "b", f"{TEXTS[3]}\n\n{HIDDEN}", *(f"KARBALA HARBOUR FIRE {HIDDEN * 3}" for _ in range(3)))
    (corpus / "b" / "b9.txt").write_text(f"---\ncollection: a\ntitle: Moved\n---\n\n{TEXTS[2]}")
    whole = open_sources(corpus, tmp_path / "index", note=lambda _: None).sources
    assert whole.collections == {"a": 4, "b": 4}
    assert Searcher(whole).search("nightingale", 5).hits
    (corpus / "b" / "b9.txt").unlink()
    return open_sources(corpus, tmp_path / "index", note=lambda _: None).sources.within({"a"})


def test_it_is_what_there_would_be_without_the_others(view: Sources, alone: Sources) -> None:
    assert seen(view) == seen(alone)


@pytest.mark.parametrize(
    "query",
    ["Zarqawiyya", "nightingale", '"known to Khazali"', "zarq*", "collection:b", "source:b0", '"harbour master"~9'],
)
def test_nothing_is_found(view: Sources, query: str) -> None:
    results = Searcher(view).search(query, 100)
    assert all(hit.document.collection == "a" for hit in results.hits)
    assert not any("ightingale" in hit.passage.text for hit in results.hits)


@pytest.mark.parametrize("word", ["Zarqawiyya", "Nightingale", "nightingale", "operation", "master"])
def test_no_word_is_known(view: Sources, word: str) -> None:
    searcher = Searcher(view)
    assert view.spelling(word) is None
    assert view.frequency(word) == 0
    assert word.lower() not in view.surfaces
    assert word.lower() not in set(view.surfaces)
    assert not searcher.near_spellings(f"{word}e", common=True)
    assert searcher.ranking.idf(word) == searcher.ranking.idf("nowhere")


def test_no_id_leads_there(view: Sources) -> None:
    for at in range(4):
        assert view.document(f"b{at}") is None
        assert view.position(f"b{at}#p1") is None
        assert f"b{at}" not in view.passage_counts()
        with pytest.raises(KeyError):
            view.annotation("actors", f"b{at}")
    assert "b0" not in view.ids
    assert view.collections == {"a": 3}


def test_a_view_of_a_view_and_of_nothing(view: Sources, alone: Sources) -> None:
    assert seen(view.within({"a", "b"})) == seen(alone)
    assert seen(view.within({"b"})) == seen(view.within(())) == seen(Sources.of([]))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.lists(st.sampled_from(TEXTS), max_size=3)), max_size=7))
def test_any_collections(given_: list[tuple[str, list[str]]]) -> None:
    documents = [
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(collection=name, title=name), map(Block, texts), None)
        for at, (name, texts) in enumerate(given_)
    ]
    whole = Sources.of(documents)
    for wanted in ({"a"}, {"a", "c"}, set[str]()):
        admitted = Sources.of([one for one in documents if one.collection in wanted])
        assert seen(whole.within(wanted)) == seen(admitted)
