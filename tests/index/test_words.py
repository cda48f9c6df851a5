import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import terms, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Khazali", "Khazali"),
        ("Khazali’s", "khazali"),
        ("Khazali's", "KHAZALI"),
        ("Asa'ib Ahl al-Haq", "Asaib Ahl al Haq"),
        ("Asaʾib", "Asa‘ib"),
        ("Mūsā", "Musa"),
        ("U.S. forces", "US force"),
        ("1,000", "1000"),
        ("captured", "capturing"),
        ("led", "leads"),
        ("taken", "took"),
        ("underwent", "undergoing"),
        ("borne", "bear"),
        ("mistaken", "mistakes"),
        ("ﬁghters", "fighter"),
        ("na\u0308ive", "näive"),
        ("أحمد", "احمد"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(("one", "other"), [("2800", "280"), ("Hashim", "Hisham"), ("3.5", "35"), ("May", "the")])
def test_different_words(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_hyphenated_names_are_found_by_each_part() -> None:
    assert terms("salt-and-pepper US-led") == ["salt", "pepper", "us", "lead"]


@pytest.mark.parametrize("text", ["", "the of and", "🙂 🙃", "…", "—"])
def test_nothing_to_search_for(text: str) -> None:
    assert terms(text) == []


def test_interrogatives_are_indexed() -> None:
    assert terms("who sat where") == ["who", "sit", "where"]


@given(st.text())
def test_words_are_where_they_say(text: str) -> None:
    last = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= last
        last = word.end


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_composition_and_case_make_no_difference(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert terms(composed) == terms(unicodedata.normalize("NFC", composed))
    assert terms(text) == [word.term for word in words(text) if word.term is not None]
