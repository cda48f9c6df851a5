"""What a document says turns nothing around that stands beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.bidi import closed


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("plain", ""),
        ("a \u202ereversed", "\u202c"),
        ("a \u202ereversed\u202c and back", ""),
        ("\u2067isolated \u202eand reversed", "\u202c\u2069"),
        ("\u2067isolated \u202eand reversed\u2069 back", ""),
        ("\u202eof an earlier line\nplain", ""),
        ("\u202c\u2069 closes nothing", ""),
    ],
)
def test_what_is_opened_is_closed(text: str, behind: str) -> None:
    assert closed(text) == text + behind


@given(st.text(alphabet="ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n", max_size=30))
def test_closed_once_is_closed(text: str) -> None:
    assert closed(text).startswith(text)
    assert closed(closed(text)) == closed(text)
