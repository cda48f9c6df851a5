"""A document of any length is read whole, sheet after sheet, in either direction, and no sheet is too long."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.web.sheet import BEFORE, PIECE, SHEET, sheet
from index.document import PARAGRAPH_BREAK, Document
from index.readers.draft import Block
from index.record import Record

LETTERS = st.sampled_from(["x", "harbour ", "كلمة ", "港", "e\u0301", "🙂 ", "| "])
PARAGRAPHS = st.lists(
    st.builds(lambda text, times: (text * times).strip() or "x", LETTERS, st.integers(1, 9_000)),
    min_size=1,
    max_size=12,
)


def document(*texts: str) -> Document:
    return Document.of_blocks("a", "a.txt", Record(), [Block(text) for text in texts], None)


@given(PARAGRAPHS)
@settings(max_examples=60, deadline=None)
def test_sheets_that_follow_one_another_have_the_whole_text(texts: list[str]) -> None:
    whole = document(*texts)
    sheets = [sheet(whole, 0)]
    while (after := sheets[-1].after) is not None:
        sheets.append(sheet(whole, after))
        assert sheets[-1].pieces[0].start == after
    pieces = [piece for one in sheets for piece in one.pieces]
    for one, next_one in pairwise(pieces):
        apart = "" if one.paragraph == next_one.paragraph else PARAGRAPH_BREAK
        assert whole.text[one.end : next_one.start] == apart
        assert not unicodedata.combining(whole.text[next_one.start])
    assert (pieces[0].start, pieces[-1].end) == (0, len(whole.text))
    assert sheets[0].before is None


@given(PARAGRAPHS, st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_who_reads_backwards_gets_to_the_beginning_and_misses_nothing(texts: list[str], place: float) -> None:
    whole = document(*texts)
    at = int(place * len(whole.text))
    shown = sheet(whole, at, before=BEFORE)
    assert shown.pieces[0].start <= at
    assert at <= shown.pieces[-1].end
    assert sum(piece.end - piece.start for piece in shown.pieces) <= BEFORE + SHEET
    while shown.before is not None:
        earlier = sheet(whole, shown.before)
        assert earlier.pieces[0].start == shown.before < shown.pieces[0].start
        assert earlier.pieces[-1].end + len(PARAGRAPH_BREAK) >= shown.pieces[0].start
        shown = earlier
    assert shown.pieces[0].start == 0


@pytest.mark.parametrize("text", ["x" * 10_000_000, "two words " * 1_000_000, "e" + "\u0301" * 5_000_000])
def test_a_text_without_paragraphs_is_cut(text: str) -> None:
    whole = document(text.strip())
    shown = sheet(whole, len(whole.text) // 2, before=BEFORE)
    assert all(0 < piece.end - piece.start <= PIECE for piece in shown.pieces)
    assert shown.before is not None


def test_what_lies_beyond_the_end_is_its_last_piece() -> None:
    whole = document("One.", "Two.")
    assert sheet(whole, 999_999_999).pieces[0].paragraph.number == 2
