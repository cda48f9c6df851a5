import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling import MOST, OFTEN, Spelling, sound
from index.words import fold, term

NAMES = "Yusif Daqduq Qasem Hezbollah Khamenei Khazali Fatima Sadiq Nazim Halid Gharawi Shahlai Asaib Qais U.S."
COMMON = "raid paid militia interrogation their there"
SURFACES = {fold(word): word for word in f"{NAMES} {COMMON} الخزعلي 2007".split()}
SPELLING = Spelling(SURFACES, lambda _: OFTEN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Yousef", "Yusif"),
        ("Yusef", "Yusif"),
        ("Daqdouq", "Daqduq"),
        ("Dakduk", "Daqduq"),
        ("Qassem", "Qasem"),
        ("Hizballah", "Hezbollah"),
        ("Hizb'allah", "Hezbollah"),
        ("Khomeini", "Khamenei"),
        ("Fatimeh", "Fatima"),
        ("fatimah", "Fatima"),
        ("Sadeek", "Sadiq"),
        ("Nadhim", "Nazim"),
        ("Khalid", "Halid"),
        ("al-Khazaly", "Khazali"),
        ("alkhazali", "Khazali"),
        ("Khzaali", "Khazali"),
        ("Qias", "Qais"),
        ("Gharavi", "Gharawi"),
        ("الخزعلى", "الخزعلي"),
        ("الخزغلي", "الخزعلي"),
    ],
)
def test_near_spellings(typed: str, meant: str) -> None:
    if fold(typed) != fold(meant):
        assert SPELLING.near(typed) == [meant]
        assert Spelling(SURFACES, lambda _: 0).near(typed) == [meant]


@pytest.mark.parametrize(
    "typed", ["", "x", "2008", "3rd", "raids", "maid", "Khazali", "Khazali's", "Baghdad", "militla"]
)
def test_nothing_to_offer(typed: str) -> None:
    assert SPELLING.near(typed) == []


def test_a_common_word_is_offered_only_where_nothing_else_can_be_meant() -> None:
    assert SPELLING.near("interogation", common=True) == ["interrogation"]
    assert SPELLING.near("militla", common=True) == ["militia"]
    assert SPELLING.near("maid", common=True) == []
    assert SPELLING.near("thier", common=True) == []
    assert Spelling(SURFACES, lambda _: OFTEN - 1).near("interogation", common=True) == []
    ambiguous = Spelling({"marches": "marches", "marshes": "marshes"}, lambda _: OFTEN)
    assert ambiguous.near("marxhes", common=True) == []


def test_the_nearer_stands_first_and_the_far_is_left_out() -> None:
    surfaces = {fold(word): word for word in "Hashim Hisham Hashem Qasim".split()}
    assert Spelling(surfaces, lambda _: 1).near("Hashiim")[0] == "Hashim"
    assert "Qasim" not in Spelling(surfaces, lambda _: 1).near("Hashiim")


def test_the_commoner_stands_first_among_equals() -> None:
    surfaces = {"karim": "Karim", "kasim": "Kasim"}
    assert Spelling(surfaces, lambda one: {"karim": 5, "kasim": 9}.get(one, 0)).near("Kadim") == ["Kasim", "Karim"]
    assert Spelling(surfaces, lambda one: {"karim": 9, "kasim": 5}.get(one, 0)).near("Kadim") == ["Karim", "Kasim"]


def test_inflections_of_one_word_are_one_suggestion() -> None:
    surfaces = {"militant": "Militant", "militants": "Militants"}
    assert len(Spelling(surfaces, lambda _: 1).near("Militamt")) == 1


def test_no_vocabulary() -> None:
    assert Spelling({}, lambda _: 0).near("Khazali") == []


@given(
    st.text(),
    st.dictionaries(
        st.text(st.characters(exclude_characters="\n"), min_size=1).map(fold).filter(bool), st.text(min_size=1)
    ),
)
def test_any_word_and_any_vocabulary(word: str, surfaces: dict[str, str]) -> None:
    found = Spelling(surfaces, lambda _: 1).near(word, common=True)
    assert len(found) <= MOST
    assert set(found) <= set(surfaces.values())


@given(st.sampled_from(NAMES.split()[:12]), st.integers(0, 20), st.sampled_from("abkhqz"))
def test_one_slip_is_always_found(name: str, at: int, letter: str) -> None:
    at %= len(name)
    for typed in (name[:at] + letter + name[at:], name[:at] + letter + name[at + 1 :], name[:at] + name[at + 1 :]):
        if len(typed) >= 4 and term(typed) != term(name):
            assert name in Spelling({fold(name): name}, lambda _: 1).near(typed)


def test_sounds_are_those_of_each_word() -> None:
    alone = [sound(word) for word in SURFACES]
    assert sound("\n".join(SURFACES)).split("\n") == alone
    assert sound("daqdouq") == sound("daqduq") == "dakduk"


def test_several_threads_prepare_it_once() -> None:
    spelling, found = Spelling(SURFACES, lambda _: 1), list[list[str]]()
    threads = [threading.Thread(target=lambda: found.append(spelling.near("Daqdouq"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["Daqduq"]] * 8


def test_a_large_vocabulary_is_searched_quickly() -> None:
    letters = "abdefghiklmnqrstuyz"
    words = [
        "".join(letters[(at * step + step) % 19] for step in (1, 3, 7, 11, 13, 17)) + letters[at % 19] * 2 + str(at)
        for at in range(300_000)
    ]
    spelling = Spelling({word: word.capitalize() for word in words} | SURFACES, lambda _: 1)
    spelling.near("Khazaly")
    begin = time.perf_counter()
    for typed in ("Daqdouq", "Khazaly", "Hizballah", "Interrogatiom", "Yousef"):
        spelling.near(typed, common=True)
    assert time.perf_counter() - begin < 1  # 0.02 s on an idle machine
