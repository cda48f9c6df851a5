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


def groups(name: str) -> dict[str, str]:
    """What must not be split between fitting and reporting, by query: its article (squad2_visible), else its month."""
    folder = SHARED / "data" / name
    titles = {one["_id"]: one["title"] for one in _lines(folder / "corpus.jsonl")}
    queries = ((one["_id"], one["metadata"]) for one in _lines(folder / "queries.jsonl"))
    return {id: titles[known["para"]] if "para" in known else known["date"][:7] for id, known in queries}


def places(name: str) -> dict[str, str]:
    """The paragraph that each query of squad2_visible was written for, also those that it does not answer."""
    queries = _lines(SHARED / "data" / name / "queries.jsonl")
    return {one["_id"]: one["metadata"]["para"] for one in queries}


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


def _document(id: str, title: str | None, texts: list[str]) -> Document:
    blocks = [Block(" ".join(line.split())) for text in texts for line in text.splitlines() if line.strip()]
    return Document.of_blocks(id, id, Record(title=title), blocks, None)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        raise SystemExit(f"the evaluation sets are not at hand ({path}); FOOTNOTE_SHARED names the folder they are in")
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
