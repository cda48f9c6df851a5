"""Source text on Discord."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.text import ELLIPSIS, cut, cut_before, escape, marked


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain – ‘text,’ with al-Khazali’s 3.5 (odd) #1", "plain – ‘text,’ with al-Khazali’s 3.5 (odd) #1"),
        ("*bold* _it_ ~~no~~ ||spoiler|| `code`", r"\*bold\* \_it\_ \~\~no\~\~ \|\|spoiler\|\| \`code\`"),
        ("[name](https://x.example)", "\\[name\\](https:\u200b//x.example)"),
        ("1https://x é_HTTP://x", "1https:\u200b//x é\\_HTTP:\u200b//x"),
        ("<@1> <@&2> <#3> <:e:4> <t:5>", r"\<@" + "\u200b1" + r"\> \<@" + "\u200b&2" + r"\> \<#3\> \<:e:4\> \<t:5\>"),
        ("@everyone @here @someone a@b.example", "@\u200beveryone @\u200bhere @someone a@b.example"),
        ("# title", r"\# title"),
        ("-# small", r"\-# small"),
        ("- item", r"\- item"),
        ("> quote", r"\> quote"),
        ("1. item", r"1\. item"),
        ("  - item\n\t# title\n   12. item\n 1234. item", "  \\- item\n\t\\# title\n   12\\. item\n 1234\\. item"),
        (" 3.5 or -1 and - so", " 3.5 or -1 and - so"),
        ("\\", r"\\"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text())
def test_escaping_only_adds(text: str) -> None:
    rest = iter(escape(text))
    assert all(character in rest for character in text)


@pytest.mark.parametrize(
    ("text", "longest", "kept"),
    [
        ("One two.", 20, "One two."),
        ("One two three. Four five six.", 18, "One two three."),
        ("One two three, four five six.", 18, "One two three,"),
        ("One two three four five six.", 18, "One two three"),
        ("x" * 50, 18, "x" * 16),
    ],
)
def test_cut_at_the_kindest_place(text: str, longest: int, kept: str) -> None:
    shown = cut(text, longest)
    assert shown.removesuffix(ELLIPSIS) == kept
    assert len(shown) <= longest


@given(st.text(max_size=200), st.integers(min_value=10, max_value=100))
def test_cuts_are_within_the_limit(text: str, longest: int) -> None:
    assert len(cut(text, longest)) <= longest
    assert len(cut_before(text, longest)) <= longest


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4))
def test_bold_changes_nothing_but_the_stars(text: str, spans: list[tuple[int, int]]) -> None:
    assert marked(text, [], 4000) == escape(text)
    shown = marked(text, spans, 4000)
    assert _bare(shown) == _bare(text)
    assert "@everyone" not in shown
    assert len(marked(text, spans, 80)) <= 80


def _bare(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "*\\\u200b")))


def test_a_span_is_bold_if_it_is_shown_whole() -> None:
    text = "Tobias Renn, the harbour master of Port Elva, moved to Sorrel Bay."
    assert (
        marked(text, [(0, 11), (55, 65)], 200)
        == "**Tobias Renn**, the harbour master of Port Elva, moved to **Sorrel Bay**."
    )
    assert marked(text, [(0, 11), (55, 65)], 50) == "**Tobias Renn**, the harbour master of Port …"
