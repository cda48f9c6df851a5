"""Texts that are read by the kernels have the terms that ``index.words`` finds in them."""

import os
import random
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.engine import Engine
from index.engine.compiled import kernels
from index.words import terms

pytestmark = [
    pytest.mark.skipif(kernels() is None, reason="numba is not installed"),
    pytest.mark.xdist_group("kernels"),  # so that one process compiles them
]

CHARACTERS = st.one_of(
    st.sampled_from("aB1.,'`_ -\n\t/\x00’‘“”—–…•\u00a0\u00ad\u200d´éßİK٣ك\u0651\u0301\u0307\ud800𝔸—½²ªº・"),
    st.characters(),
)
ALIKE = st.builds(
    "{}{}".format,
    st.sampled_from([("Overwhelming" * 3)[:size] for size in (6, 7, 8, 15, 16, 23, 24, 31)]),
    st.sampled_from("abAB.é"),
)
TEXTS = st.lists(st.one_of(st.text(CHARACTERS, max_size=40), st.lists(ALIKE, max_size=9).map(" ".join)), max_size=8)
"""Anything, and words that differ in their last letter, which is within the bytes a table holds or beyond."""


def found(texts: list[str]) -> list[list[tuple[str, float]]]:
    """Which terms each text has, as often as it has them."""
    [*lives] = Engine.build_texts(texts, worth=0)._lives
    bags: list[list[tuple[str, float]]] = [[] for _ in texts]
    for live in lives:
        names = list(live.segment.vocabulary)
        for numbers, passages, counts in live.segment.postings():
            for number, passage, count in zip(numbers.tolist(), passages.tolist(), counts.tolist(), strict=True):
                bags[live.positions[passage]].append((names[number], count))
    return [sorted(bag) for bag in bags]


def expected(texts: list[str]) -> list[list[tuple[str, float]]]:
    read = [terms(text) for text in texts]
    return [sorted((one, float(bag.count(one))) for one in set(bag)) for bag in read]


@settings(max_examples=150, deadline=None)
@given(texts=TEXTS)
@example(["U.S. troops, 1,000 of them; e.g. 3.5.", "the I.R.G.C.'s", "U.S", "a.b.", "1,000,5a", "word.. x.y.z..."])
@example(["'tis O'Neill`s students’ work—“so” he said… 1.2.3,4", "a_b _c_ 1_000", "1,0\u00a02 x\u2011y", ""])
def test_the_terms_are_those_of_the_words(texts: list[str]) -> None:
    assert found(texts) == expected(texts)


def test_every_letter_before_every_mark() -> None:
    """Capitals of ASCII are read as small letters, whatever may be composed with them."""
    marks = [mark for mark in map(chr, range(0x300, 0x110000)) if unicodedata.combining(mark)]
    texts = [f"{letter}{mark} x{letter}{mark} 1{letter}{mark}" for letter in "AHIJKSTWYaijs" for mark in marks]
    assert [terms(text) for text in texts] == [terms(lowered(text)) for text in texts]


def lowered(text: str) -> str:
    return re.sub("[A-Z]", lambda letter: letter[0].lower(), text)


def test_many_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the tables begin with, in several batches, on more threads than there are processors."""
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    draw = random.Random(7)
    words = ["".join(draw.choices("abcdefghij", k=draw.choice([3, 5, 7, 12, 30]))) for _ in range(30_000)]
    texts = [" ".join(draw.choices(words, k=20)) for _ in range(12_000)]
    engine, reference = Engine.build_texts(texts, worth=0), Engine.build(map(terms, texts), worth=0)
    assert len(engine) == len(texts)
    for query in pairwise(words[:300]):
        assert engine.top(query, 5) == reference.top(query, 5)
        assert engine.idf(query[0]) == reference.idf(query[0])
