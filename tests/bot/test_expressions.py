"""Expressions of the kind asked for."""

import pytest

from bot.answering.evidence import expressions
from bot.answering.evidence.line import read_line
from bot.question.asked import Asked
from bot.question.names import Names
from index.sources import Sources
from tests.index.documents import document


@pytest.mark.parametrize(
    ("asked", "sentence", "found"),
    [
        (Asked.WHEN, "He came in 2005.", ["in 2005"]),
        (Asked.WHEN, "In January 2007 they left.", ["January 2007"]),
        (Asked.WHEN, "It was 3 May 1999 or May 4th, 1999.", ["3 May 1999", "May 4th, 1999"]),
        (Asked.WHEN, "Two months later he left.", ["Two months later"]),
        (Asked.WHEN, "He headed Unit 2800 and took Flight 2003 along Route 1984.", []),
        (Asked.QUANTITY, "They took four soldiers and $300.", ["four", "300"]),
        (Asked.QUANTITY, "In 2006 it split, on 3 May.", []),
        (Asked.DURATION, "A five-day trip.", ["five-day"]),
        (Asked.WHY, "He went to treat him because of an illness.", ["to treat", "because"]),
        (Asked.WHO, "Then Yusuf Hashim spoke to them.", ["Yusuf", "Hashim"]),
        (Asked.WHERE, "They met in Basra with Hashim.", ["Basra"]),
    ],
)
def test_expressions(asked: Asked, sentence: str, found: list[str]) -> None:
    sources = Sources.of([document("Yusuf Hashim lived in Basra, and then he spoke to them when they met.")])
    spans = expressions(asked, read_line(sentence, 0, len(sentence), Names(sources)))
    for expected in found:
        assert any(expected in sentence[start:end] or sentence[start:end] in expected for start, end, _ in spans)
    if not found:
        assert spans == []
