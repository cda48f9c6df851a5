"""Marks are found once for each document, and given back as they were found."""

import pytest

from index import annotations
from index.annotations import ANNOTATORS, Row
from index.document import Document
from index.sources import Sources
from tests.index.documents import document


def annotate(given: Document) -> list[Row]:
    return [[one.start, one.end] for one in given.paragraphs]


def test_a_kind_of_mark_is_a_module_and_a_name() -> None:
    given = document("Khazali met Daqduq.", "In Tehran.")
    assert annotations.annotate("paragraphs", given, {"paragraphs": __name__}) == [[0, 19], [21, 31]]


def test_an_unknown_kind_or_document() -> None:
    sources = Sources.of([document("Khazali met Daqduq.")])
    with pytest.raises(KeyError):
        sources.annotation("no such kind", "doc")
    for name in ANNOTATORS:
        with pytest.raises(KeyError):
            sources.annotation(name, "no such document")
