import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.folder import SourceFile, scan
from index.readers import read, read_all
from index.readers.confined import ConfinedError, Worker
from index.readers.draft import Block, Draft
from index.readers.encoding import NotTextError, decode, line
from index.readers.formats import SUFFIXES
from index.readers.text import paragraphs
from index.record import Record

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def source(path: Path, content: bytes | str) -> SourceFile:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return SourceFile(path.stem, str(path), path.name, "")


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


# --- text ---------------------------------------------------------------------------------------------------------

WRAPPED = """\
The harbour was closed on the third of May after a crane had come down on the
eastern quay, and it stayed closed for eleven days while the wreck was being
taken apart."""


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("\n\n  One.  \n \t \nTwo.", ["One.", "Two."]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        (f"{WRAPPED}\n\n{WRAPPED}", [WRAPPED.replace("\n", " ")] * 2),
        ("Menu\nSign in\nShare", ["Menu", "Sign in", "Share"]),
        (
            "To: The Director\nSubject: Crane\nDate: 3 May 2019",
            ["To: The Director", "Subject: Crane", "Date: 3 May 2019"],
        ),
        (
            (
                "Mayor opens the new harbour bridge after nine years\n"
                "Council votes on budget\n"
                "Fog keeps ferries in port for a third day"
            ),
            [
                "Mayor opens the new harbour bridge after nine years",
                "Council votes on budget",
                "Fog keeps ferries in port for a third day",
            ],
        ),
        (
            (
                "O wind that drives the boats ashore,\n"
                "Who called you from the sea?\n"
                "I heard you knocking at the door\n"
                "And knew you came for me."
            ),
            [
                "O wind that drives the boats ashore,",
                "Who called you from the sea?",
                "I heard you knocking at the door",
                "And knew you came for me.",
            ],
        ),
        (
            f"{'A long first paragraph that an editor has not broken. ' * 4}\n{'A second one of the same kind. ' * 8}",
            [
                ("A long first paragraph that an editor has not broken. " * 4).strip(),
                ("A second one of the same kind. " * 8).strip(),
            ],
        ),
        (
            (
                "- the first of the items is long enough to have been broken by the editor\n"
                "  into two lines\n"
                "- the second one is not"
            ),
            [
                "- the first of the items is long enough to have been broken by the editor into two lines",
                "- the second one is not",
            ],
        ),
        (
            (
                "The first paragraph of a book ends with a full stop on its second line, as\n"
                "they do.\n"
                "   The next one is told from it by nothing but the space that its first line\n"
                "begins with."
            ),
            [
                "The first paragraph of a book ends with a full stop on its second line, as they do.",
                "The next one is told from it by nothing but the space that its first line begins with.",
            ],
        ),
        (
            "The ministry said on Thursday that the infra-\nstructure would be repaired before winter sets\nin.",
            ["The ministry said on Thursday that the infra- structure would be repaired before winter sets in."],
        ),
        (
            (
                "The first sentence stands on a line of its own here.\n"
                "So does the second one, which is about as long.\n"
                "And so does the third one, which ends the matter."
            ),
            [
                "The first sentence stands on a line of its own here.",
                "So does the second one, which is about as long.",
                "And so does the third one, which ends the matter.",
            ],
        ),
        (
            "港の橋は五月三日に閉鎖され、十一日間にわたって通行止めとなった\nと市は木曜日に発表した。",
            ["港の橋は五月三日に閉鎖され、十一日間にわたって通行止めとなったと市は木曜日に発表した。"],
        ),
        (
            "one\r\n\r\ntwo\rthree\x85four\u2028five\x0csix\u2029seven",
            ["one", "two", "three", "four", "five", "six", "seven"],
        ),
        ("co\u00adoperate “quoted” ﬁ ½ e\u0301 \u200b x", ["co\u00adoperate “quoted” ﬁ ½ e\u0301 \u200b x"]),
        ("It was closed in 1930\nby Lena Return.\n", ["It was closed in 1930 by Lena Return."]),
        ("It was closed in 1930\r\nby Lena Return.\r\n", ["It was closed in 1930 by Lena Return."]),
        ("It was closed in 1930 by\nLena Return.", ["It was closed in 1930 by Lena Return."]),
        (
            "The harbour was opened in the summer\nof 1914, and nobody came\nto see it, since all were\nbusy.",
            ["The harbour was opened in the summer of 1914, and nobody came to see it, since all were busy."],
        ),
        ("Home\nabout us\ncontact", ["Home", "about us", "contact"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_text_is_cut_into_blocks(text: str, blocks: list[str]) -> None:
    assert list(paragraphs(decode(text.encode()))) == blocks


printable = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
sentences = (
    st.text(printable, min_size=1).map(str.strip).filter(lambda text: bool(text) and text[:3] not in ("---", "+++"))
)


@settings(max_examples=300)
@example(["\ufffd"])
@example(["\ue000\ue001"])
@given(st.lists(sentences))
def test_text_in_utf8_gives_its_blocks_back(blocks: list[str]) -> None:
    assert list(paragraphs(decode("\n\n".join(blocks).encode()))) == blocks


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_blocks_are_single_lines_and_never_empty(text: str) -> None:
    try:
        blocks = list(paragraphs(decode(text.encode())))
    except NotTextError:
        return
    assert all(block.strip() and len(block.splitlines()) == 1 for block in blocks)


@given(st.lists(st.text("abcdefghij ", min_size=1, max_size=70), max_size=12))
def test_joining_wrapped_lines_loses_no_word(lines: list[str]) -> None:
    assert " ".join(paragraphs("\n".join(lines))).split() == " ".join(lines).split()


# --- encodings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Fog over the harbour", "utf-8"),
        ("Smør, ångström – “quoted”", "utf-8-sig"),
        ("Smør, ångström – “quoted”", "utf-16"),
        ("Туман над гаванью", "utf-16-be"),
        ("Fog over the harbour", "utf-32"),
        ("Café à la carte", "cp1252"),
        ("Café", "cp1252"),
        ("¿Qué pasó? 30 m² de niebla, dijo el práctico.", "cp1252"),
        ("A harbour in two bytes a letter, without a mark", "utf-16-le"),
        ("El alcalde anunció ayer que el puente se cerrará mañana.", "cp1252"),
        ("The mayor said “no” – and left.", "cp1252"),
        ("The café harbour was opened by José Núñez in 1912. Größe matters in Málaga.", "latin-1"),
        ("Tisztelt hölgyem, a kőműves a hídfőnél őrködött.", "cp1250"),
        ("Der Bürgermeister sagte, die Brücke in Köln müsse für Wochen gesperrt werden.", "latin-1"),
        ("Туман лежал над гаванью весь день, и паромы стояли у причала.", "cp1251"),
        ("كان الضباب يخيم على الميناء طوال اليوم", "cp1256"),
        ("霧は一日中港を覆い、フェリーは桟橋に停泊したままだった。", "shift_jis"),
        ("大雾整天笼罩着港口，渡轮停靠在码头。", "gb18030"),
        (
            "Mgła wisiała nad portem przez cały dzień, a promy stały przy nabrzeżu, gdyż żaden nie mógł wypłynąć.",
            "cp1250",
        ),
    ],
)
def test_encodings_are_found(text: str, encoding: str) -> None:
    mark = {"utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert decode(mark + text.encode(encoding)) == text


def test_an_encoding_may_show_only_at_the_end() -> None:
    text = "x\n" * 100_000 + "Mgła wisiała nad portem przez cały dzień, a promy stały przy nabrzeżu."
    assert decode(text.encode("cp1250")) == text


def test_a_broken_character_does_not_turn_utf8_into_something_else() -> None:
    content = "Smør, ångström, smørrebrød og blåbær på øen ".encode() * 3
    assert decode(content[:-1] + b"\xc3") == content[:-1].decode() + "\ufffd"


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf8() -> None:
    assert decode("Привет".encode("koi8-r"), "KOI8-R") == "Привет"
    assert decode("“ïðè”".encode("cp1252"), "iso-8859-1") == "“ïðè”"
    assert decode("Grüße".encode(), "koi8-r") == "Grüße"


@pytest.mark.parametrize(
    "declared", ["no such", "zlib", "idna", "punycode", "unicode_escape", "rot13", "\x00", "", "utf-8"]
)
def test_a_nonsensical_declaration_does_no_harm(declared: str) -> None:
    assert decode("Café".encode("cp1252"), declared) in ("Café", "Caf\ufffd")


JUNK = {
    "every byte": bytes(range(256)) * 40,
    "NULs": b"\x00" * 5000,
    "PNG": b"\x89PNG\r\n\x1a\n" + random.Random(7).randbytes(4000),
    "ZIP": b"PK\x03\x04" + random.Random(7).randbytes(100_000),
    "gzip": b"\x1f\x8b\x08" + random.Random(7).randbytes(300),
    "a mark of UTF-16": b"\xff\xfe" + random.Random(7).randbytes(20_001),
    "ELF": b"\x7fELF\x02\x01\x01" + b"\x00" * 60,
}


@pytest.mark.parametrize("content", JUNK.values(), ids=JUNK)
def test_binary_junk_is_refused(content: bytes) -> None:
    with pytest.raises(NotTextError, match="binary"):
        decode(content)


def test_control_characters_are_removed_and_nothing_else() -> None:
    assert decode(b"A long enough line with\x00 a NUL, \x1b an escape and \xc2\x80 a C1.\tTab") == (
        "A long enough line with a NUL,  an escape and  a C1.\tTab"
    )


@given(st.text())
def test_a_line_has_no_breaks_and_no_controls(text: str) -> None:
    clean = line(text)
    assert len(clean.splitlines()) <= 1
    assert clean == clean.strip() == line(clean)


@given(st.binary())
def test_decoding_gives_text_or_refuses(content: bytes) -> None:
    try:
        text = decode(content)
    except NotTextError:
        return
    text.encode()


# --- Markdown -----------------------------------------------------------------------------------------------------

MARKDOWN = """\
---
publisher: Harbour Gazette
---
<!-- a note
to self -->
# The *Long* Fog

It lay over the **harbour** for `nine` days, [they say](https://example.org/x "t"),
and ~~nobody~~ somebody saw it&nbsp;lift. ![A ferry in port](ferry.jpg)

Second level
------------

1. first
2. second
   goes on

> It was like wool,
> said the pilot.

| Day | Boats |
|-----|-------|
| Mon | 4     |

    indented = code

```python
def f():

    return 1
```

<div class="box"><p>H<sub>2</sub>O &amp; salt</p><script>evil()</script></div>

<https://example.org/> snake_case_word \\*starred\\*
"""


def test_markdown(worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.md", MARKDOWN), worker)
    assert draft == Draft(
        Record(title="The Long Fog", publisher="Harbour Gazette"),
        (
            Block("It lay over the harbour for nine days, they say, and nobody somebody saw it\u00a0lift."),
            Block("A ferry in port"),
            Block("Second level", marked=True),
            Block("first", marked=True),
            Block("second goes on", marked=True),
            Block("It was like wool, said the pilot.", marked=True),
            Block("Day | Boats", marked=True),
            Block("Mon | 4", marked=True),
            Block("indented = code", marked=True),
            Block("def f():", marked=True),
            Block("return 1", marked=True),
            Block("H2O & salt"),
            Block("https://example.org/ snake_case_word *starred*"),
        ),
    )


def test_a_markdown_title_stands_where_the_record_has_none(worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.md", "---\ntitle: Given\n---\n# Other\n\n# Given\n"), worker)
    assert (draft.record.title, texts(draft)) == ("Given", ["Other"])
    draft = read(source(tmp_path / "a.md", "## Second level first\n\n# Title\n\n# Not the title\n"), worker)
    assert (draft.record.title, texts(draft)) == ("Title", ["Second level first", "Not the title"])


def test_markdown_paragraphs_between_others_are_content(worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.md", "# T\n\nDid he?\n\nYes.\n\nBy Lena Return\n\nHe left.\n"), worker)
    assert [(block.text, block.marked) for block in draft.blocks] == [
        ("Did he?", False),
        ("Yes.", True),
        ("By Lena Return", True),
        ("He left.", False),
    ]


def test_a_title_among_headings_of_tables_is_kept_as_a_heading(worker: Worker, tmp_path: Path) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    draft = read(source(tmp_path / "a.md", f"# Ships\n\n{table}# Captains\n\n{table}"), worker)
    assert draft.record.title == "Ships"
    assert texts(draft) == ["Ships", "a | b", "1 | 2", "Captains", "a | b", "1 | 2"]
    assert texts(read(source(tmp_path / "a.md", f"# Ships\n\n{table}"), worker)) == ["a | b", "1 | 2"]


HOSTILE_MARKDOWN = {
    "quotes in quotes": ">" * 200_000 + "x",
    "lists in lists": "- " * 100_000 + "x",
    "open brackets": "[" * 100_000,
    "open emphasis": "*a " * 100_000,
    "a long fence": "`" * 100_000 + "a",
    "open images": "![" * 50_000,
    "open tags": "<" * 200_000,
    "open comments": "<!--" * 100_000,
    "bad references": "&#xD800; &#0; &#10; &#x85; a",
    "spaces": "a" + " " * 1_000_000 + "b",
    "a wide table": "|" * 100_000 + "\n" + "|-" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE_MARKDOWN.values(), ids=HOSTILE_MARKDOWN)
def test_hostile_markdown_is_read_or_given_up(text: str, tmp_path: Path) -> None:
    with Worker(seconds=5) as worker:
        draft = read(source(tmp_path / "a.md", text), worker)
    assert all(block.text.strip() and len(block.text.splitlines()) == 1 for block in draft.blocks)
    assert draft.blocks or draft.problem or text.startswith(("<!--", "```"))


# --- HTML ---------------------------------------------------------------------------------------------------------

PAGE = """\
<!doctype html><html lang="en-GB"><head><title>Fog closes harbour | Harbour Gazette</title>
<meta charset="utf-8"><meta property="og:site_name" content="Harbour Gazette">
<meta name="author" content="Ada Quay"><meta property="article:published_time" content="2019-05-07T10:00:00Z">
<link rel="canonical" href="https://gazette.example/fog"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Fog closes harbour</h1>
<p>The harbour stayed closed on Tuesday because of the <b>fog</b>, which has not
lifted for nine days, the harbour master told the <a href="/g">Gazette</a>.</p>
<h2>Ferries</h2><p>No ferry has left since last week, and some 400 passengers wait in the hotels of the town.</p>
<ul><li>Northern line: closed</li><li>Southern line: closed</li></ul>
<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>
<blockquote>It is like wool, and it does not end.</blockquote>
<p>The fog is “thick” – ﬁne drops, ½ a metre of sight, as e&#x301;crit by the cook.</p></article>
<script>var x = "never";</script><footer>© 2019 Harbour Gazette</footer></body></html>"""


def test_html(worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.html", PAGE), worker)
    assert draft.record == Record(
        title="Fog closes harbour",
        publisher="Harbour Gazette",
        author="Ada Quay",
        date="2019-05-07",
        url="https://gazette.example/fog",
        language="en-GB",
    )
    assert draft.blocks == (
        Block(
            "The harbour stayed closed on Tuesday because of the fog, which has not lifted for nine days, the harbour"
            " master told the Gazette."
        ),
        Block("Ferries", marked=True),
        Block("No ferry has left since last week, and some 400 passengers wait in the hotels of the town."),
        Block("Northern line: closed", marked=True),
        Block("Southern line: closed", marked=True),
        Block("Day | Boats", marked=True),
        Block("Monday | 4", marked=True),
        Block("It is like wool, and it does not end.", marked=True),
        Block("The fog is “thick” – ﬁne drops, ½ a metre of sight, as e\u0301crit by the cook."),
    )
    assert draft.problem is None


FOG = "The harbour stayed closed on Tuesday because of the fog, which has not lifted for nine days."
FERRY = "No ferry has left since last week, and some four hundred passengers wait in the hotels of the town."

# What stands between two paragraphs of an article, and the blocks that come of it; those that are marked with a star.
BETWEEN = {
    "line breaks": ("<div>One line,<br><br>another<br/>and a third.</div>", ["One line,", "another", "and a third."]),
    "boxes": ("<div><div>One box.</div><div>Another.</div></div>", ["One box.", "Another."]),
    "lists in lists": (
        "<ul><li>one<ul><li>a <b>b</b> <a href=x>c</a> d</li></ul></li><li><p>e</p><p>f</p></li></ul>",
        ["*one", "*a b c d", "*e", "*f"],
    ),
    "definitions": ("<dl><dt>Fog</dt><dd>Low cloud</dd></dl>", ["*Fog", "*Low cloud"]),
    "quotations": (
        "<blockquote>Wrapped in\nits source.</blockquote><blockquote><p>First.</p><p>Second.</p></blockquote>",
        ["*Wrapped in its source.", "*First.", "*Second."],
    ),
    "preformatted text": (
        "<pre><code>one = 1\n\n  two = 2</code></pre><p>Use <code>one</code>, <em>not</em> two.</p>",
        ["*one = 1", "*two = 2", "Use one, not two."],
    ),
    "tables": (
        "<table><tr><th>Day<th>Boats</tr><tr><td>Monday<td>H<sub>2</sub>O</tr></table>",
        ["*Day | Boats", "*Monday | H2O"],
    ),
    "headings": ("<h2>Ferries and <i>fog</i></h2>", ["*Ferries and fog"]),
}


@pytest.mark.parametrize(("between", "blocks"), BETWEEN.values(), ids=BETWEEN)
def test_articles(between: str, blocks: list[str], worker: Worker, tmp_path: Path) -> None:
    top, bottom = "<title>Fog</title><nav><a href=/>Home</a></nav><h1>Fog</h1>", "<footer>Contact</footer>"
    page = f"{top}<p>{FOG}</p>{between}<p>{FERRY}</p>{bottom}"
    draft = read(source(tmp_path / "a.html", page), worker)
    assert [f"*{block.text}" if block.marked else block.text for block in draft.blocks] == [FOG, *blocks, FERRY]


# Which of these an extractor drops differs with the spaces between them, and with what else is on the page.
@pytest.mark.parametrize("space", ["", "\n"])
@pytest.mark.parametrize("times", [1, 3])
def test_what_an_article_in_the_body_holds_is_kept(space: str, times: int, worker: Worker, tmp_path: Path) -> None:
    page = space.join(
        [
            "<html><body><div><a href=/>Home</a></div><h1>Fog</h1>",
            f"<p>{FOG}</p><ul><li>Two boats</li><li>It sank.</li></ul><dl><dt>Fog</dt><dd>Low</dd></dl>" * times,
            "<h2>Then</h2><table><tr><td>a</td><td>b</td></tr></table>",
            f"<p>{FERRY}</p><p>There are two findings:</p><ul><li>The pump was dry</li><li>The watch slept</li></ul>",
            "<footer>Contact</footer></body></html>",
        ]
    )
    top = [FOG, "Two boats", "It sank.", "Fog", "Low"] * times
    bottom = [FERRY, "There are two findings:", "The pump was dry", "The watch slept"]
    assert texts(read(source(tmp_path / "a.html", page), worker)) == [*top, "Then", "a | b", *bottom]


def test_asides_between_paragraphs_keep_their_sentences(worker: Worker, tmp_path: Path) -> None:
    aside = "<aside><p>Sign up now!</p><p>The pump had been bought by the guild.</p></aside>"
    page = f"<article><p>{FOG}</p>{aside}<p>{FERRY}</p></article><aside><p>{SENTENCE}</p></aside>"
    assert texts(read(source(tmp_path / "a.html", page), worker)) == [
        FOG,
        "The pump had been bought by the guild.",
        FERRY,
    ]


@pytest.mark.parametrize("how", ["hidden", 'style="display:none"', "style='color:red; visibility: hidden'"])
def test_what_is_hidden_is_not_read(how: str, worker: Worker, tmp_path: Path) -> None:
    page = f"<p>{FOG}</p><p {how}>Nobody is to read this.</p><p>{FERRY}</p>"
    assert texts(read(source(tmp_path / "a.html", page), worker)) == [FOG, FERRY]
    assert texts(read(source(tmp_path / "a.html", f"<p>Short.</p><div {how}>Secret</div>"), worker)) == ["Short."]


@pytest.mark.parametrize(
    ("marked", "clean"),
    [
        ("It was Krog.<sup>1</sup> So it is.", "It was Krog. So it is."),
        ("It was Krog.<sup><a href='#n'>[12]</a></sup> So it is.", "It was Krog. So it is."),
        ("It was Krog<sup><a href='#n'>a</a></sup>, they say.", "It was Krog, they say."),
        ("The harbour<sup>2</sup> was 10 km<sup>2</sup> wide.", "The harbour 2 was 10 km2 wide."),
        ("On the 1<sup>st</sup> of May.", "On the 1st of May."),
    ],
)
def test_reference_marks_are_not_glued_to_words(marked: str, clean: str, worker: Worker, tmp_path: Path) -> None:
    page = f"<p>{FOG}</p><p>{marked}</p><p>{FERRY}</p>"
    assert texts(read(source(tmp_path / "a.html", page), worker)) == [FOG, clean, FERRY]


@pytest.mark.parametrize("page", ["<h1>T</h1><p>Otto opened it.</p>", "<h1>T</h1>Otto opened it.<hr>"])
def test_a_tiny_page_keeps_its_heading_apart(page: str, worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.html", page), worker)
    assert (draft.record.title, texts(draft)) == ("T", ["Otto opened it."])


def test_a_table_for_the_layout_is_no_table(worker: Worker, tmp_path: Path) -> None:
    page = f"<table><tr><td><a href=/>Home</a></td><td><p>{FOG}</p><p>{FERRY}</p><p>{FOG} {FERRY}</p></td></tr></table>"
    draft = read(source(tmp_path / "a.html", page), worker)
    assert draft.blocks == tuple(map(Block, ("Home", FOG, FERRY, f"{FOG} {FERRY}")))


def test_comments_are_left_out(worker: Worker, tmp_path: Path) -> None:
    page = f"<article><p>{FOG}</p><p>{FERRY}</p></article><div id=comments><p>Nice article, I liked it a lot.</p></div>"
    assert texts(read(source(tmp_path / "a.html", page), worker)) == [FOG, FERRY]


def test_html_declares_its_encoding(worker: Worker, tmp_path: Path) -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><p>Туман</p>'
    assert texts(read(source(tmp_path / "a.htm", page.encode("koi8-r")), worker)) == ["Туман"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Short.</p>",
        "<html><body><ul><li>Ali</li><li>Sara</li></ul></body></html>",
        "<table><tr><td>Ali<td>12<tr><td>Sara<td>14</table>",
        "plain words, no tags at all",
    ],
)
def test_a_page_without_an_article_keeps_its_words(page: str, worker: Worker, tmp_path: Path) -> None:
    words = " ".join(texts(read(source(tmp_path / "a.html", page), worker)))
    assert all(word in words for word in ("Ali", "Sara") if word in page)
    assert words


@pytest.mark.parametrize("page", ["", " ", "<!-- -->", "<html></html>", "\x0b", "<?xml version='1.0'?>"])
def test_an_empty_page_has_no_blocks(page: str, worker: Worker, tmp_path: Path) -> None:
    draft = read(source(tmp_path / "a.html", page), worker)
    assert draft.blocks == ()


SENTENCE = "The harbour stayed closed on Tuesday because of the fog. "


HOSTILE_PAGES = {
    "deep boxes": "<div>" * 200_000 + SENTENCE * 10,
    "deep boxes around an article": "<div>" * 1000 + f"<p>{SENTENCE * 10}</p>",
    "a long attribute": "<p title='" + "a" * 10_000_000 + f"'>{SENTENCE}</p>",
    "deep emphasis": "<b>" * 200_000 + SENTENCE,
    "deep tables": "<table><tr><td>" * 50_000 + SENTENCE,
    "many links": f"<p>{SENTENCE}</p>" + "<a href=x>a</a>" * 50_000,
    "bad references": "<p>" + "&#x0;&#xD800;&#10;&#133;" * 100 + SENTENCE,
    "open tags": "<" * 500_000,
    "spaces": f"<p>{SENTENCE}" + " " * 3_000_000 + "x" + "&nbsp;" * 300_000 + "</p>",
    "open sections": "<svg><![CDATA[" * 10_000,
    "deep metadata": '<script type="application/ld+json">' + "[" * 100_000 + f"</script><p>{SENTENCE * 5}</p>",
    "a long date": '<meta name="date" content="' + "1" * 100_000 + f'"><p>{SENTENCE * 5}</p>',
}


@pytest.mark.parametrize("page", HOSTILE_PAGES.values(), ids=HOSTILE_PAGES)
def test_hostile_pages_are_read_or_given_up(page: str, tmp_path: Path) -> None:
    with Worker(seconds=10) as worker:
        draft = read(source(tmp_path / "a.html", page), worker)
        after = read(source(tmp_path / "b.html", PAGE), worker)
    assert all(block.text.strip() and len(block.text.splitlines()) == 1 for block in draft.blocks)
    assert SENTENCE not in page or SENTENCE.strip() in " ".join(texts(draft))
    assert len(after.blocks) == 9


# --- any file -----------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(SUFFIXES)), st.binary() | st.text().map(str.encode))
def test_reading_never_raises(
    worker: Worker, tmp_path_factory: pytest.TempPathFactory, suffix: str, content: bytes
) -> None:
    draft = read(source(tmp_path_factory.getbasetemp() / f"any{suffix}", content), worker)
    assert all(block.text.strip() and len(block.text.splitlines()) == 1 for block in draft.blocks)


def test_sidecar_and_collection_complete_the_record(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "port").mkdir()
    (tmp_path / "port" / "fog.txt").write_text("---\ntitle: From the file\nauthor: Ada\n---\nBody.")
    (tmp_path / "port" / "fog.toml").write_text('title = "From the sidecar"\ndate = 2019-05-07')
    (found,) = scan(tmp_path)
    draft = read(found, worker)
    assert draft.record == Record(title="From the sidecar", author="Ada", date="2019-05-07", collection="port")
    assert texts(draft) == ["Body."]


def test_what_cannot_be_read_is_said(worker: Worker, tmp_path: Path) -> None:
    junk = source(tmp_path / "a.txt", random.Random(7).randbytes(1000))
    assert read(junk, worker).problem == "it holds no text but binary data"
    assert read(source(tmp_path / "b.txt", "word " * 100), worker, limit=400).problem == (
        "it cannot be opened (it has grown beyond 400 bytes)"
    )
    junk.path.unlink()
    assert read(junk, worker).problem == "it cannot be opened (No such file or directory)"
    os.mkfifo(junk.path)
    assert read(junk, worker).problem == "it cannot be opened (it is no regular file any more)"


def test_all_are_read_after_one_that_cannot_be(tmp_path: Path) -> None:
    for name, text in {"a.md": "# A", "b.html": "<div>" * 200_000, "c.html": PAGE, "d.txt": "D."}.items():
        (tmp_path / name).write_text(text)
    drafts = {found.file: draft for found, draft in read_all(scan(tmp_path))}
    assert list(drafts) == ["a.md", "b.html", "c.html", "d.txt"]
    assert len(drafts["c.html"].blocks) == 9


# --- the worker ---------------------------------------------------------------------------------------------------

SLEEPS = "import time\ndef read(content):\n    time.sleep(60)"
LOOPS = "import re\ndef read(content):\n    re.match(r'(a+)+$', 'a' * 60 + 'b')"
DIES = "import os, signal\ndef read(content):\n    os.kill(os.getpid(), signal.SIGKILL)"
RAISES = "def read(content):\n    raise RuntimeError('bug')"
EXITS = "import sys\ndef read(content):\n    sys.exit(0)"
BLOATS = "def read(content):\n    return bytearray(4 << 30)"
ABORTS = "import os\ndef read(content):\n    os.abort()"
RECURS = "def read(content):\n    return read(content)"
ANSWERS_NONSENSE = (
    "import json\nfrom index.readers import confined\n"
    "def read(content):\n    confined.json.dumps = lambda value: '[1'\n"
    "    from index.readers.draft import Draft\n    from index.record import Record\n    return Draft(Record(), ())"
)
PRINTS = (
    "import sys\nfrom index.readers.draft import Block, Draft\nfrom index.record import Record\n"
    "def read(content):\n    print('noise' * 1000)\n    sys.stderr.write('noise')\n"
    "    sys.stdout.flush()\n    return Draft(Record(), (Block(content.decode()),))"
)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where the worker finds modules."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (SLEEPS, "reading it took more than 1 s"),
        (LOOPS, "reading it took more than 1 s"),
        (DIES, "its reader ended unexpectedly"),
        (RAISES, "its reader ended unexpectedly"),
        (EXITS, "its reader ended unexpectedly"),
        (ABORTS, "its reader ended unexpectedly"),
        (RECURS, "its reader ended unexpectedly"),
        (ANSWERS_NONSENSE, "its reader ended unexpectedly"),
        (BLOATS, "reading it took too much memory"),
    ],
)
def test_a_reader_that_comes_to_harm_is_replaced(code: str, problem: str, module: Path) -> None:
    (module / "harmful.py").write_text(code)
    (module / "sound.py").write_text(PRINTS)
    with Worker(seconds=1) as worker:
        assert worker.read("sound", b"before").blocks == (Block("before"),)
        with pytest.raises(ConfinedError, match=f"^{problem}$"):
            worker.read("harmful", b"x" * 1_000_000)
        assert worker.read("sound", b"after").blocks == (Block("after"),)


def test_a_worker_killed_between_documents_harms_none(module: Path) -> None:
    (module / "sound.py").write_text(PRINTS)
    with Worker() as worker:
        worker.read("sound", b"one")
        assert worker._child is not None
        os.kill(worker._child.process.pid, signal.SIGKILL)
        worker._child.process.wait()
        assert worker.read("sound", b"two").blocks == (Block("two"),)


def test_a_worker_is_reused_and_ends_with_its_owner(module: Path) -> None:
    (module / "tells.py").write_text(
        "import os\nfrom index.readers.draft import Block, Draft\nfrom index.record import Record\n"
        "def read(content):\n    return Draft(Record(), (Block(str(os.getpid())), Block(' '.join(os.environ))))"
    )
    with Worker() as worker:
        first, second = (worker.read("tells", b"").blocks for _ in range(2))
    assert first == second
    assert not {"HOME", "PATH"} & set(first[1].text.split())
    assert _gone(int(first[0].text))


OWNER = """
import threading, time
from index.readers.confined import Worker
worker = Worker()
threading.Thread(target=worker.read, args=("busy", b""), daemon=True).start()
while worker._child is None:
    time.sleep(0.01)
time.sleep(1)
print(worker._child.process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("busy", [True, False])
def test_a_worker_dies_with_an_owner_that_is_killed(busy: bool, module: Path) -> None:
    code = "import re\nfrom index.readers.draft import Draft\nfrom index.record import Record\ndef read(content):\n"
    code += "    re.match(r'(a+)+$', 'a' * 60 + 'b')\n" if busy else ""
    (module / "busy.py").write_text(code + "    return Draft(Record(), ())")
    path = os.pathsep.join((str(ROOT), str(module)))
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER], env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    try:
        worker = int(owner.stdout.readline())
        assert not _gone(worker, seconds=0)
    finally:
        owner.kill()
        owner.wait()
        owner.stdout.close()
    assert _gone(worker)


def test_the_page_parser_is_loaded_in_the_worker_only(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_text("B.")
    code = (
        "import sys\nfrom pathlib import Path\nfrom index.folder import scan\nfrom index.readers import read_all\n"
        f"drafts = list(read_all(scan(Path({str(tmp_path)!r}))))\n"
        "assert len(drafts[0][1].blocks) == 9\n"
        "assert not {'trafilatura', 'lxml', 'markdown_it'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_worker_is_started_for_plain_text(tmp_path: Path) -> None:
    with Worker() as worker:
        read(source(tmp_path / "a.txt", "A."), worker)
        assert worker._child is None


def _gone(process: int, seconds: float = 5) -> bool:
    """Whether a process ends within some time; one that waits to be reaped has ended."""
    end = time.monotonic() + seconds
    while True:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state in "ZX":
            return True
        if time.monotonic() >= end:
            return False
        time.sleep(0.05)
