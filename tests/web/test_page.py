"""A page shows the document's own words and nothing else happens, whatever a document or its record contains."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from bot.languages import ENGLISH
from bot.message.links import quote_link
from bot.web.grade import in_words
from bot.web.page import Pages
from bot.web.sheet import BEFORE, sheet
from index.citation import cite
from index.document import PARAGRAPH_BREAK, Document
from index.readers.draft import Block
from index.record import Record

PAGES: Final = Pages()
UNTIL: Final = date(2026, 12, 25)
HOSTILE: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark></p></main></style><style>*{display:none}</style>",
    "'-->]]><!--<svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}{{ style }}",
    "&lt;b&gt; &amp; &#34; &nbsp;",
    "\u202eright to left override\u2066\u2067 \u200f",
    "javascript:alert(1) https://evil.example/x @everyone <@1>",
    "Ünïcödé 🙂 العربية 港口 e\u0301",
)
ELEMENTS: Final = set(
    "html head meta title style body header main footer nav h1 h2 dl dt dd div p pre span b bdi time a mark details "
    "summary".split()
)
ATTRIBUTES: Final = set("lang charset name content dir class id href rel aria-label role datetime".split())
TEXTS: Final = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=80)


def page(document: Document, start: int, end: int, *, at: int | None = None) -> html.HtmlElement:
    shown = sheet(document, start, before=BEFORE) if at is None else sheet(document, at)
    made = PAGES.page(shown, cite(document, start, end), "PERMIT", UNTIL, 3, ENGLISH)
    return html.document_fromstring(made)


def marked(shown: html.HtmlElement) -> str:
    return PARAGRAPH_BREAK.join(mark.text_content() for mark in shown.iter("mark"))


def hostile(text: str) -> Document:
    address = f"https://elva.example/{text.replace(' ', '%20')}"
    record = Record(text, text, text, "1999-03", address, address, "en", text, "B2")
    return Document.of_blocks("a", "a.txt", record, [Block(text), Block(f"One {text} two.")], text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_document_is_shown_as_text(text: str) -> None:
    document = hostile(text)
    start = document.paragraphs[1].start
    shown = page(document, start, len(document.text))
    for element in shown.iter():
        assert element.tag in ELEMENTS
        assert set(element.keys()) <= ATTRIBUTES
    assert len(list(shown.iter("style"))) == 1
    links = {str(link.get("href")) for link in shown.iter("a")} - {"#p1", "#p2", "PERMIT#quote"}
    assert links == {quote_link(cite(document, start, len(document.text))), document.record.archive_url}
    assert marked(shown) == document.text[start:]
    assert [p.text_content() for p in shown.xpath("//main//p")] == [text, f"One {text} two."]
    assert shown.xpath("string(//h1)") == shown.xpath("string(//title)") == text
    assert shown.xpath("//main//p/@dir") == ["auto", "auto"]


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=5), st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_marked_is_the_quote_character_for_character(texts: list[str], data: st.DataObject) -> None:
    document = Document.of_blocks("a", "a.txt", Record(), [Block(text) for text in texts], None)
    first, last = sorted(data.draw(st.tuples(*[st.sampled_from(document.paragraphs)] * 2)), key=lambda one: one.start)
    start = data.draw(st.integers(first.start, first.end - 1))
    end = data.draw(st.integers(max(start + 1, last.start + 1), last.end))
    shown = page(document, start, end)
    assert marked(shown) == document.text[start:end]
    assert len(shown.xpath("//*[@id='quote']")) == 1
    assert shown.xpath("name(//*[@id='quote'])") == "mark"


def test_a_quote_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    text = "salt and rope " * 20_000
    document = Document.of_blocks("a", "a.txt", Record(), [Block(text)], None)
    parts, at = [page(document, 5, 200_000)], sheet(document, 5, before=BEFORE).after
    while at is not None and at < 200_000:
        parts.append(page(document, 5, 200_000, at=at))
        at = sheet(document, at).after
    assert len(parts) > 5
    assert "".join("".join(mark.text_content() for mark in part.iter("mark")) for part in parts) == text[5:200_000]
    assert all(len(html.tostring(part)) < 60_000 for part in parts)


def test_a_page_tells_where_one_is_and_where_to_go_on() -> None:
    blocks = [Block(f"Paragraph {number} {'of the ledger ' * 60}.", page=1 + number // 40) for number in range(200)]
    document = Document.of_blocks("a", "a.txt", Record(title="A ledger"), blocks, None)
    start = document.paragraphs[99].start
    shown = page(document, start, start + 12)
    assert "Paragraphs 96 to 122 of 200" in shown.xpath("string(//nav)")
    assert [one.text_content() for one in shown.xpath("//div[@class='page']")] == ["Page 3", "Page 4"]
    assert shown.xpath("//*[@id='p100']//mark/text()") == ["Paragraph 99"]
    assert shown.xpath("string(//dd)") == "page 3"
    before, after = (shown.xpath(f"string(//a[@rel='{way}']/@href)") for way in ("prev", "next"))
    assert before.startswith("PERMIT?at=")
    onward = page(document, start, start + 12, at=int(after.removeprefix("PERMIT?at=")))
    assert onward.xpath("//div[@class='line']/@id")[0] == "p123"
    assert onward.xpath("string(//a[.='Back to the quote']/@href)") == "PERMIT#quote"
    assert not list(onward.iter("mark"))


def test_every_grade_is_said_in_words() -> None:
    said = {in_words(source + information, ENGLISH) for source in "ABCDEF" for information in "123456"}
    assert len(said) == 36
    assert "usually reliable, doubtful" in said
    assert in_words(None, ENGLISH) is None
