"""Each language says all that Footnote says, with the same gaps, and so that it can be read."""

import re
import unicodedata
from datetime import date
from importlib.resources import files

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.languages import ENGLISH, Language, Saying
from bot.languages.translated import COMMANDS, languages
from bot.message import phrases
from bot.message.when import in_words
from tests.languages.texts import commands, texts

GAP = re.compile(r"\{[^}]*\}")
LANGUAGES = languages()
OTHERS = [code for code in LANGUAGES if code != ENGLISH.code]
ON_DISCORD = {"ar", "fr"}
"""Those in which Discord shows the names of commands; it has no Persian."""


def catalogue(code: str) -> Catalog:
    with files("bot.languages").joinpath(f"{code}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def test_it_speaks_what_it_was_asked_to_speak() -> None:
    assert list(LANGUAGES) == ["en", "ar", "fa", "fr"]
    assert {code: one.name for code, one in LANGUAGES.items()} == {
        "en": "English",
        "ar": "العربية",
        "fa": "فارسی",
        "fr": "français",
    }
    assert [code for code, one in LANGUAGES.items() if one.leftward] == ["ar", "fa"]


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_says_all_there_is_to_say_and_nothing_else(code: str) -> None:
    names, said = commands()
    wanted = {*texts(), *said}
    found = {one.id for one in catalogue(code) if one.id and one.string and not one.context and not one.fuzzy}
    assert found == wanted
    named = {one.id for one in catalogue(code) if one.context == COMMANDS and one.string}
    assert named == (names if code in ON_DISCORD else set())


@pytest.mark.parametrize("code", OTHERS)
def test_each_translation_has_the_gaps_of_its_text(code: str) -> None:
    for one in catalogue(code):
        if not one.id or one.context:
            continue
        gaps = set(GAP.findall(one.id if isinstance(one.id, str) else one.id[1]))
        given = (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        assert gaps == set().union(*(GAP.findall(text) for text in given)), one.id
        # A number that is in the word for it ("one document", "two documents") need not stand there once more.
        assert all(set(GAP.findall(text)) >= gaps - {"{n}"} for text in given[-1:]), one.id
        assert all(set(GAP.findall(text)) <= gaps for text in given), one.id


@pytest.mark.parametrize("code", OTHERS)
def test_no_translation_is_left_in_english(code: str) -> None:
    same = {
        "0123456789",
        ", ",
        "“|”",
        "Question",
        "Page {number}",
        "page {number}",
        "organisation",
        "Collection",
        "Date",
        "Original",
    }
    shared = {(f"{{n}} {one}", f"{{n}} {one}s") for one in ("document", "passage", "source", "mention")}
    alike = [one.id for one in catalogue(code) if one.id and not one.context and one.string == one.id]
    assert set(alike) <= same | shared


@pytest.mark.parametrize("code", sorted(ON_DISCORD))
def test_names_of_options_are_told_apart(code: str) -> None:
    names = [one.string for one in catalogue(code) if one.context == COMMANDS]
    assert len(names) == len(set(names))
    assert all(name == str(name).lower() for name in names if " " not in str(name))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا مقاطع"),
        (1, "مقطع واحد"),
        (2, "مقطعان"),
        (3, "3 مقاطع"),
        (10, "10 مقاطع"),
        (11, "11 مقطعًا"),
        (99, "99 مقطعًا"),
        (100, "100 مقطع"),
        (102, "102 مقطع"),
        (103, "103 مقاطع"),
    ],
)
def test_arabic_counts_as_arabic_does(number: int, said: str) -> None:
    assert phrases.passages(number, LANGUAGES["ar"]) == said


@pytest.mark.parametrize(
    ("code", "day", "month", "span", "many"),
    [
        ("en", "20 January 2007", "January 2007", "20–21 January 2007", "1,234 passages"),
        ("fr", "20 janvier 2007", "janvier 2007", "20–21 janvier 2007", "1\u202f234 passages"),
        ("ar", "20 يناير 2007", "يناير 2007", "20–21 يناير 2007", "1,234 مقطعًا"),
        ("fa", "۲۰ ژانویهٔ ۲۰۰۷", "ژانویهٔ ۲۰۰۷", "۲۰–۲۱ ژانویهٔ ۲۰۰۷", "۱,۲۳۴ بخش"),
    ],
)
def test_dates_and_numbers_are_the_languages(code: str, day: str, month: str, span: str, many: str) -> None:
    language = LANGUAGES[code]
    first, last = date(2007, 1, 20), date(2007, 1, 21)
    assert in_words("2007-01-20", first, first, language) == day
    assert in_words("2007-01", date(2007, 1, 1), date(2007, 1, 31), language) == month
    assert in_words("2007-01-20/2007-01-21", first, last, language) == span
    assert phrases.passages(1234, language) == many


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", "2007-01-20", "2007-01-20"),
        ("fr", "2007-01-20", "20 janvier 2007"),
        ("fr", "2007-01", "janvier 2007"),
        ("fa", "2007", "۲۰۰۷"),
        ("fr", "circa 1900", "circa 1900"),
        ("fr", "2007-02-30", "2007-02-30"),
    ],
)
def test_the_date_of_a_footnote(code: str, text: str, said: str) -> None:
    assert LANGUAGES[code].iso(text) == said


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_what_is_written_left_to_right_is_set_apart_amid_what_is_not(code: str) -> None:
    said = LANGUAGES[code].say("No actor goes by “{name}”.", name="Old Finch")
    assert "\u2068Old Finch\u2069" in said
    assert unicodedata.bidirectional(said.lstrip()[0]) in ("R", "AL")


def test_english_and_french_need_no_isolates() -> None:
    for code in ("en", "fr"):
        assert "\u2068" not in LANGUAGES[code].say("No actor goes by “{name}”.", name="Old Finch")


def test_commands_are_named_as_discord_links_them() -> None:
    french = LANGUAGES["fr"].calling({"watch add": "</watch add:42>"})
    assert "</watch add:42> en commence une" in french.say("Nothing is looked out for here. {/watch add} begins.")
    assert "/watch add begins" in ENGLISH.say("Nothing is looked out for here. {/watch add} begins.")


def test_what_people_wrote_is_never_taken_for_a_gap() -> None:
    for language in LANGUAGES.values():
        assert "{0} {/ask} {x!r:>9}" in language.say("No actor goes by “{name}”.", name="{0} {/ask} {x!r:>9}")


def test_a_sentence_can_be_said_later() -> None:
    saying = Saying("page {number}", {"number": 12})
    assert [language.tell(saying) for language in LANGUAGES.values()] == ["page 12", "الصفحة 12", "صفحهٔ ۱۲", "page 12"]


def test_an_unknown_gap_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Language().say("{nobody}")
