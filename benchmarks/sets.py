"""Reads evaluation sets in BEIR's layout, which are not part of the repository."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.document import Document
from index.readers.draft import Block
from index.record import Record

SHARED = Path(os.environ.get("FOOTNOTE_SHARED", Path(__file__).parents[2] / "shared"))


@dataclass(frozen=True, slots=True)
class Query:
    """A question of an evaluation set.

    Attributes:
        id: Its id.
        text: The question.
        answers: Strings of which one must stand in a right answer; empty where the sources have none.
        group: What must not be split between fitting and reporting: its article, its month.
        relevant: Ids of the documents that answer it.
    """

    id: str
    text: str
    answers: tuple[str, ...]
    group: str
    relevant: frozenset[str]

    def answered_by(self, text: str) -> bool:
        """Whether one of the answers stands in a text, whatever the case."""
        folded = text.casefold()
        return any(answer.casefold() in folded for answer in self.answers)


def squad() -> tuple[list[Document], list[Query]]:
    """squad2_visible, the paragraphs of an article put together again, half of the questions unanswerable."""
    paragraphs = list(_lines(SHARED / "data/squad2_visible/corpus.jsonl"))
    title_of = {one["_id"]: one["title"] for one in paragraphs}
    articles: dict[str, list[str]] = {}
    for one in paragraphs:
        articles.setdefault(one["title"], []).append(one["text"])
    queries = [
        Query(
            one["_id"],
            one["text"],
            tuple(one["metadata"]["answers"]) if one["metadata"]["answerable"] else (),
            title_of[one["metadata"]["para"]],
            frozenset([title_of[one["metadata"]["para"]]]),
        )
        for one in _lines(SHARED / "data/squad2_visible/queries.jsonl")
    ]
    return [_document(title, title, texts) for title, texts in articles.items()], queries


def rtqa() -> tuple[list[Document], list[Query]]:
    """rtqa_2022_24, the questions whose answer stands in their document."""
    documents = [
        _document(one["_id"], one["title"] or None, [one["text"]])
        for one in _lines(SHARED / "data/rtqa_2022_24/corpus.jsonl")
    ]
    relevant: dict[str, set[str]] = {}
    for row in (SHARED / "data/rtqa_2022_24/qrels/test.tsv").read_text("utf-8").splitlines()[1:]:
        query, document, _ = row.split("\t")
        relevant.setdefault(query, set()).add(document)
    queries = [
        Query(
            one["_id"],
            one["text"],
            tuple(answer.strip("“” ") for answer in one["metadata"]["answers"]),
            one["metadata"]["date"][:7],
            frozenset(relevant[one["_id"]]),
        )
        for one in _lines(SHARED / "data/rtqa_2022_24/queries.jsonl")
        if one["metadata"]["answer_in_doc"]
    ]
    return documents, queries


def _document(id: str, title: str | None, texts: list[str]) -> Document:
    blocks = [Block(" ".join(line.split())) for text in texts for line in text.splitlines() if line.strip()]
    return Document.of_blocks(id, id, Record(title=title), blocks, None)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        raise SystemExit(f"the evaluation sets are not at hand ({path}); FOOTNOTE_SHARED names the folder they are in")
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
