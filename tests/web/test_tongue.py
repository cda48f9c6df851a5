"""A page speaks what its reader's browser likes, and shows the source in the source's own words all the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from bot.languages import Language
from bot.languages.translated import languages
from bot.web.page import Pages
from bot.web.sheet import sheet
from bot.web.tongue import spoken
from index.citation import cite
from index.document import Document
from index.readers.draft import Block
from index.record import Record

LANGUAGES = languages()
PAGES = Pages()


@pytest.mark.parametrize(
    ("accepted", "chosen", "code"),
    [
        ("", None, "en"),
        ("fr", None, "fr"),
        ("fr-CA,fr;q=0.9,en;q=0.8", None, "fr"),
        ("FA-IR , en", None, "fa"),
        ("de,ar;q=0.5,fr;q=0.7", None, "fr"),
        ("en,ar;q=0.5", None, "en"),
        ("fr;q=0,ar;q=0.1", None, "ar"),
        ("de-DE,ja;q=0.3,*;q=0.1", None, "en"),
        # Of a server that has a language, whoever says nothing of their own gets that one.
        ("en-GB,en;q=0.9", "fa", "fa"),
        ("", "fr", "fr"),
        ("ar", "fr", "ar"),
        ("de", "xx", "en"),
        ("fr;q=x, ,;;;,-,é,fr;q=1.5,ar;q=1.000", None, "ar"),
    ],
)
def test_the_language_is_the_one_that_the_browser_likes_best(accepted: str, chosen: str | None, code: str) -> None:
    assert spoken(accepted, chosen, LANGUAGES).code == code


@given(st.text(max_size=200))
def test_whatever_a_browser_says_some_language_is_spoken(accepted: str) -> None:
    assert spoken(accepted, None, LANGUAGES).code in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_page_in_another_language_has_the_same_words_of_the_source(language: Language) -> None:
    record = Record("The fire", "Elva Archive", "A. Writer", "1999-03-14", reliability="F6", language="en")
    document = Document.of_blocks("a", "a.txt", record, [Block("The harbour burned. Nobody died.", page=7)], None)
    made = PAGES.page(sheet(document, 0), cite(document, 20, 32), "PERMIT", date(2026, 12, 25), 12, language)
    shown = html.document_fromstring(made)
    assert shown.get("lang") == language.code
    assert (shown.get("dir") == "rtl") == language.leftward
    assert shown.xpath("string(//mark)") == "Nobody died."
    assert shown.xpath("string(//main//p)") == "The harbour burned. Nobody died."
    assert shown.xpath("string(//main/@lang)") == "en"
    for text in ("The fire", "Elva Archive", "A. Writer", "F6", language.iso("1999-03-14"), language.iso("2026-12-25")):
        assert text in shown.text_content()
    if language.code != "en":
        assert not {"Author", "Publisher", "Quote", "menus", "judged"} & set(shown.text_content().split())
