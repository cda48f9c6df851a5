import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from bot.discord.text import escape
from tests.screens.blocks import line, markup
from tests.screens.surroundings import Surroundings

NOW = datetime(2026, 11, 25, tzinfo=UTC)
AROUND = Surroundings(users={"1": "Alice"}, roles={"2": "Editors"}, channels={"3": "research"}, now=NOW)
SPANS = {
    "*a* and _b_": "<em>a</em> and <em>b</em>",
    "**a** __b__ ~~c~~": "<strong>a</strong> <u>b</u> <s>c</s>",
    "***a***": "<em><strong>a</strong></em>",
    "**a *b* c**": "<strong>a <em>b</em> c</strong>",
    "snake_case_name": "snake_case_name",
    "2 * 3 * 4": "2 * 3 * 4",
    r"\*a\* \_b\_ \`c\`": "*a* _b_ `c`",
    "`*a*` ``b`c``": "<code>*a*</code> <code>b`c</code>",
    "||a **b**||": '<span class="spoiler">a <strong>b</strong></span>',
    "[a **b**](https://c.example/d_(e))": (
        '<a href="https://c.example/d_(e)" title="https://c.example/d_(e)">a <strong>b</strong></a>'
    ),
    "[a](javascript:b)": "[a](javascript:b)",
    "see https://c.example/d.": 'see <a href="https://c.example/d">https://c.example/d</a>.',
    "<https://c.example>": '<a href="https://c.example">https://c.example</a>',
    "<@1> <@!1> <@9>": " ".join(f'<span class="mention">@{name}</span>' for name in ("Alice", "Alice", "unknown-user")),
    "<@&2> <#3>": '<span class="mention">@Editors</span> <span class="mention">#research</span>',
    "@everyone </ask:12>": '<span class="mention">@everyone</span> <span class="mention">/ask</span>',
    "<t:1763942400:R>": '<span class="time">1 year ago</span>',
    "a & <b>": "a &amp; &lt;b&gt;",
    "a\N{RIGHT-TO-LEFT OVERRIDE}b": "ab",
}
BLOCKS = {
    "# a\nb": '<h1 dir="auto">a</h1>b',
    "### a": '<h3 dir="auto">a</h3>',
    "#### a": "#### a",
    "a # b": "a # b",
    "-# a *b*\nc": '<small dir="auto">a <em>b</em></small>c',
    "> a\n> b\nc": '<blockquote><div dir="auto">a\nb</div></blockquote>c',
    ">>> a\n\nb": '<blockquote><div dir="auto">a\n\nb</div></blockquote>',
    "> > a": '<blockquote><div dir="auto">&gt; a</div></blockquote>',
    "- a\n- b": '<ul><li dir="auto">a</li><li dir="auto">b</li></ul>',
    "3. a\n4. b": '<ol start="3"><li dir="auto">a</li><li dir="auto">b</li></ol>',
    "```py\n<x>\n```": "<pre><code>&lt;x&gt;</code></pre>",
    "a ```b``` c": "a <pre><code>b</code></pre> c",
    "**a\n# b**": "<strong>a\n# b</strong>",
}
PIECES = [
    *"*_~|`[]()<>\\#-+ \n.:@!&/1a",
    "https://x.example",
    "HTTP://x.example",
    "@everyone",
    "-# ",
    ">>> ",
    "1. ",
    "```",
    "||",
    "**",
]
PIECES += ["<@1>", "<t:0:R>", "</a:1>", "[a](https://b.example)", "word", "\t", "<b>", "&lt;", "<script>"]
SHOWN = {"em", "strong", "u", "s", "code", "pre", "span", "a", "h1", "h2", "h3", "small", "blockquote", "div", "ul"}
SHOWN |= {"ol", "li"}
SET_IN = re.compile(r"margin-inline-start: \d+px; list-style: circle")


@pytest.mark.parametrize(("source", "shown"), SPANS.items())
def test_what_stands_within_a_line(source: str, shown: str) -> None:
    assert line(source, AROUND) == shown
    assert markup(source, AROUND) == f'<div class="markup" dir="auto">{shown}</div>'


@pytest.mark.parametrize(("source", "shown"), BLOCKS.items())
def test_what_takes_whole_lines(source: str, shown: str) -> None:
    assert markup(source, AROUND) == f'<div class="markup" dir="auto">{shown}</div>'


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("  * set in")
def test_no_text_becomes_markup_of_its_own(source: str) -> None:
    for element in html.fromstring(markup(source, AROUND)).iter():
        assert element.tag in SHOWN
        if element.tag == "li" and "style" in element.attrib:
            assert SET_IN.fullmatch(element.attrib.pop("style"))
        assert element.keys() in ([], ["dir"], ["class"], ["class", "dir"], ["start"], ["href"], ["href", "title"])
        assert element.get("href", "https://").startswith(("http://", "https://"))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_of_what_footnote_escapes_discord_makes_nothing(source: str) -> None:
    source = source.strip()
    shown = html.fromstring(markup(escape(source), AROUND))
    assert len(list(shown.iter())) == 1
    assert shown.text_content().replace("\N{ZERO WIDTH SPACE}", "") == source
