import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names import Likeness, Lookup, likeness
from index.names.likeness import sameness
from index.names.parts import read_name
from index.names.romanisation import romanised
from index.names.skeleton import skeleton

SYLLABLES = "ab ha mi na qa sa yu ra sh'i zé ūl Kho din bar ez lla di ka rim tov Ov al-".split()
NAME_LIKE = st.lists(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join), min_size=1, max_size=4
).map(" ".join)
WORDS = st.text(string.ascii_letters + "  -'.,1éüçÑöāḥسقريمЖдовλπ金正", min_size=1, max_size=30)


@given(st.text(), st.text())
def test_any_text_is_judged(a: str, b: str) -> None:
    assert 0 <= likeness(a, b).same <= 1


@given(WORDS, WORDS)
def test_it_makes_no_difference_which_name_comes_first(a: str, b: str) -> None:
    assert likeness(a, b).same == likeness(b, a).same


@given(st.text())
def test_a_name_is_itself(name: str) -> None:
    if any(char.isalpha() for char in name):
        assert likeness(name, name).same == 1


@given(WORDS, WORDS)
def test_judging_twice_gives_the_same(a: str, b: str) -> None:
    first = likeness(a, b)
    read_name.cache_clear()
    assert likeness(a, b) == first


@given(NAME_LIKE, NAME_LIKE)
def test_case_accents_and_apostrophes_make_no_difference(a: str, b: str) -> None:
    same = likeness(a, b).same
    accents = str.maketrans("éūai", "euäí")
    for variant in (a.upper(), a.lower(), a.replace("'", "’"), a.replace("'", ""), a.translate(accents)):
        assert likeness(variant, b).same == same
        assert likeness(variant, a).same == 1


@pytest.mark.parametrize("text", ["", " ", "—", "'", "😀", "...", "\ud800", "\x00", "’ʼ"])
def test_what_is_no_name_is_like_nothing(text: str) -> None:
    assert likeness(text, "Qais al-Khazali").same == 0
    assert likeness("Qais al-Khazali", text).same == 0


@pytest.mark.parametrize("name", ["a" * 100_000, "Ali " * 5_000, "١٢٣ ﷺ ㍿", "1" * 5_000, "9" * 30 + " Unit", "ʼʼ ʾ"])
def test_outsized_and_odd_names_are_judged(name: str) -> None:
    assert 0 <= likeness(name, "Unit 999").same <= 1
    assert likeness(name, name).same == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Qods Force", "Quds Force"),
        ("Qais al-Khazali", "Kais Khazali"),
        ("Asaib Ahl al-Haq", "Asa'ib Ahl al-Haqq"),
        ("Kataib Hezbollah", "Kata'ib Hizballah"),
        ("Hezbollah", "Hizbullah"),
        ("Jaysh al-Mahdi", "Jaish-e Mehdi"),
        ("Muqtada al-Sadr", "Moqtada Sadr"),
        ("Yusif Karim", "Yousef Kareem"),
        ("Abdul Reza Shahlai", "Abdolreza Shahla'i"),
        ("Abdul Reza Shahlai", "Abd al-Rida Shahlaei"),
        ("Abd al-Rahman Salih", "Abdurrahman Saleh"),
        ("A. M. Daqduq", "Ali Musa Daqduq"),
        ("Daqduq, Ali Musa", "Ali Mussa Dakdouk"),
        ("Gen. Qasem Soleimani", "Qassem Suleimani"),
        ("Hajj Qasem Soleimani", "قاسم سلیمانی"),
        ("Qais al-Khazali", "قيس الخزعلي"),
        ("Asaib Ahl al-Haq", "عصائب أهل الحق"),
        ("Sergei Lavrov", "Сергей Лавров"),
        ("Konstantinos Karamanlis", "Κωνσταντίνος Καραμανλής"),
        ("Yitzhak Shamir", "יצחק שמיר"),
        ("Xi Jinping", "习近平"),
        ("Brigade 44", "Brigade Forty-Four"),
        ("Badr al-Din Mustafa", "Mustafa Badreddine"),
        ("Islamic Revolutionary Guard Corps", "IRGC"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert likeness(a, b).same > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khamenei", "Khomeini"),
        ("Ayatollah Khamenei", "Ayatollah Khomeini"),
        ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Soleimani", "Salmani"),
        ("Qasem Soleimani", "Qasem Salmani"),
        ("Hashim", "Hisham"),
        ("Hashim al-Musawi", "Hisham al-Musawi"),
        ("Kataib Hezbollah", "Hezbollah"),
        ("Unit 400", "Unit 4000"),
        ("1st Brigade", "2nd Brigade"),
        ("First Brigade", "2nd Brigade"),
        ("Hafez al-Assad", "Bashar al-Assad"),
        ("Qais al-Khazali", "Laith al-Khazali"),
        ("Hassan Karimi", "Hossein Karimi"),
        ("Jamal Ahmadi", "Kamal Ahmadi"),
        ("Ahmed bin Khalid", "Khalid bin Ahmed"),
        ("Sergei Viktorovich Lavrov", "Sergei Ivanovich Lavrov"),
        ("Abu Mahdi al-Muhandis", "Abu Mahdi al-Basri"),
    ],
)
def test_names_that_are_merely_similar(a: str, b: str) -> None:
    assert likeness(a, b).same < 0.5


@pytest.mark.parametrize(("a", "b"), [("Yusuf", "Yousif"), ("Qods", "Quds"), ("Ali", "Aly"), ("Badr", "Bader")])
def test_a_single_short_word_is_never_certain(a: str, b: str) -> None:
    assert likeness(a, b).same < 0.95


def test_titles_weigh_nearly_nothing_but_something() -> None:
    assert 0.8 < likeness("Dr. Ali Larijani", "Ali Larijani").same < 1


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Qais Karbalai", "Qays Karbalai", "Qais = Qays: same romanisation skeleton"),
        ("Hashim", "Hisham", "Hashim / Hisham: different vowels in a short name"),
        ("Unit 400", "Unit 4000", "400 / 4000: different numbers"),
        ("Ali Musa Daqduq", "Daqduq", "Musa: in one of them only"),
        ("A. Daqduq", "Ali Daqduq", "A = Ali: the initial fits"),
        ("Badr al-Din Rashti", "Badreddin Rashti", "Badr al Din = Badreddin: written apart and as one word"),
        ("PMF", "Popular Mobilization Forces", "PMF = Popular Mobilization Forces: initials"),
        ("Ahmed bin Khalid", "Khalid bin Ahmed", "a parent's name in one is the bearer's own in the other"),
        ("Gen. Ali Rashti", "Ali Rashti", "Gen: a title, hardly weighed"),
        ("ALI RASHTI", "Ali Rashti", "the same but for case, accents and apostrophes"),
        ("", "Ali Rashti", "nothing to compare"),
    ],
)
def test_the_reasons_are_told(a: str, b: str, reason: str) -> None:
    assert reason in likeness(a, b).why


def test_the_reasons_follow_the_order_of_the_names() -> None:
    assert "Qays = Qais: same romanisation skeleton" in likeness("Qays Karbalai", "Qais Karbalai").why


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("خامنه", "khamnh"),
        ("שלום", "shlwm"),
        ("лавров", "lavrov"),
        ("金", "jin"),
        ("٤٠٠", "400"),
        ("o'neil", "oneil"),
    ],
)
def test_romanisation(word: str, latin: str) -> None:
    assert romanised(word) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [("qais", "qays"), ("shariff", "scharif"), ("djamil", "jamil"), ("nasrollah", "nasrallah"), ("guerra", "gerra")],
)
def test_romanisations_of_one_word_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_comma_puts_the_given_name_first() -> None:
    assert [part.word for part in read_name("Daqduq, Ali Musa").parts] == ["ali", "musa", "daqduq"]
    assert [part.word for part in read_name("Elva Shipping, Ltd.").parts] == ["elva", "shipping", "ltd"]


@given(st.lists(WORDS, max_size=20), WORDS, st.integers(1, 8))
def test_the_nearest_are_those_that_comparing_all_would_find(names: list[str], asked: str, k: int) -> None:
    judged = [(sameness(read_name(asked), read_name(name)), -at, name) for at, name in enumerate(names)]
    expected = [(name, same) for same, _, name in sorted(judged, reverse=True)[:k]]
    assert Lookup(names).nearest(asked, k) == expected


def test_a_long_list_is_searched() -> None:
    names = [f"{one}{two} {three}{four}" for one in "BDKLMRST" for two in ("aro", "eni", "oqi", "ura")
             for three in "BDFGKLMNRSTZ" for four in ("adi", "emov", "isher", "ostan", "ulik")]  # fmt: skip
    lookup = Lookup([*names, "Qays al-Khazali", "Unit 4000"])
    assert lookup.nearest("Kais Khazaali", 1)[0][0] == "Qays al-Khazali"
    assert lookup.nearest("قيس الخزعلي", 1)[0][0] == "Qays al-Khazali"
    assert lookup.nearest("4000th Unit", 1)[0][0] == "Unit 4000"
    assert len(lookup.nearest("Baro Badi", 70)) == 70


def test_an_empty_list_has_no_nearest() -> None:
    assert Lookup([]).nearest("Ali", 3) == []


def test_a_judgement_is_plain_data() -> None:
    found = likeness("Ali Rashti", "Aly Rashti")
    assert isinstance(found, Likeness)
    assert json.loads(json.dumps([found.same, *found.why]))
