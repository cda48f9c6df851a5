"""A folder in BEIR's layout: documents, queries, and which documents are relevant to which query."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from index.document import Document
from index.query import Span
from index.readers.draft import Block
from index.record import Record


class EvaluationError(ValueError):
    """A folder cannot be evaluated; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and what is known about it.

    Attributes:
        id: Its id.
        text: As asked.
        grades: The relevant documents' ids with their grades, above 0; empty where none is known.
        answers: Strings of which one stands in a right answer; None where answers are not to be judged.
        answerable: Whether the documents answer it; None where that is not known.
        history: The earlier turns of its conversation, oldest first.
        asked: The day it is asked on; None where that is not known.
    """

    id: str
    text: str
    grades: Mapping[str, float]
    answers: tuple[str, ...] | None = None
    answerable: bool | None = None
    history: tuple[str, ...] = ()
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Judgements:
    """A folder in BEIR's layout, read.

    Attributes:
        documents: As indexed, their ids those of the folder.
        queries: In the order of the folder.
    """

    documents: tuple[Document, ...]
    queries: tuple[Judged, ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Reads ``corpus.jsonl``, ``queries.jsonl`` and ``qrels/test.tsv``, or all of ``qrels/*.tsv`` without one.

        A query's ``metadata`` may have ``answers``, ``answerable``, the ``date`` it is asked on and, false where no
        answer stands in the document word for word, ``answer_in_doc``; a document's the ``date`` it is of.

        Raises:
            EvaluationError: Something is missing or not as BEIR has it, or no query has a relevant document.
        """
        if not folder.is_dir():
            raise EvaluationError(f"{folder} is not a folder.")
        corpus = _by_id(folder / "corpus.jsonl")
        queries = _by_id(folder / "queries.jsonl")
        grades: dict[str, dict[str, float]] = {}
        for query, document, grade in _grades(folder / "qrels"):
            if grade > 0:
                grades.setdefault(query, {})[document] = grade
        judged = [_judged(id, one, grades.get(id, {})) for id, one in queries.items()]
        if not any(one.grades for one in judged):
            raise EvaluationError(f"No query of {folder / 'queries.jsonl'} has a relevant document in the qrels.")
        return cls(tuple(_document(id, one) for id, one in corpus.items()), tuple(judged))


def _judged(id: str, plain: Mapping[str, Any], grades: Mapping[str, float]) -> Judged:
    metadata = plain.get("metadata")
    known: Mapping[str, Any] = metadata if isinstance(metadata, dict) else {}
    given, answerable = known.get("answers"), known.get("answerable")
    # Some sets put an answer into typographic quotes that its document does not have.
    answers = tuple(one.strip("“” ") for one in given if isinstance(one, str)) if isinstance(given, list) else ()
    span = Span.of(_string(known, "date"))
    told = any(answers) and answerable is not False and known.get("answer_in_doc") is not False
    return Judged(
        id,
        _string(plain, "text"),
        grades,
        tuple(filter(None, answers)) if told else None,
        answerable if isinstance(answerable, bool) else None,
        _history(known.get("history")),
        None if span is None or span.first != span.last else span.first,
    )


def _history(given: object) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _document(id: str, plain: Mapping[str, Any]) -> Document:
    lines = (" ".join(line.split()) for line in _string(plain, "text").splitlines())
    title = " ".join(_string(plain, "title").split()) or None
    metadata = plain.get("metadata")
    day = _string(metadata, "date") if isinstance(metadata, dict) else ""
    record = Record(title=title, date=day if Span.of(day) is not None else None)
    return Document.of_blocks(id, id, record, [Block(line) for line in lines if line], None)


def _string(plain: Mapping[str, Any], name: str) -> str:
    value = plain.get(name)
    return value if isinstance(value, str) else ""


def _by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The objects of a JSON Lines file by their ``_id``."""
    found: dict[str, dict[str, Any]] = {}
    for number, line in _lines(path):
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            raise EvaluationError(f"{path}, line {number}: this is not JSON.") from None
        if not isinstance(one, dict) or not isinstance(one.get("_id"), str | int) or "text" not in one:
            raise EvaluationError(f'{path}, line {number}: an object with "_id" and "text" is expected.')
        id = str(one["_id"])
        if id in found:
            raise EvaluationError(f"{path}, line {number}: the id {id} stands there twice.")
        found[id] = one
    if not found:
        raise EvaluationError(f"{path} is empty.")
    return found


def _grades(folder: Path) -> Iterator[tuple[str, str, float]]:
    """Query id, document id and grade of each judgement."""
    test = folder / "test.tsv"
    paths = [test] if test.is_file() else sorted(folder.glob("*.tsv"))
    if not paths:
        raise EvaluationError(f"{folder} has no .tsv file.")
    for path in paths:
        for number, line in _lines(path):
            row = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
            try:
                query, document, grade = row
                yield query, document, float(grade)
            except ValueError:
                if number > 1:  # the first line may be a heading
                    raise EvaluationError(
                        f"{path}, line {number}: a query's id, a document's id and a grade, between tabs, are expected."
                    ) from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file that are not blank, with their numbers."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except FileNotFoundError:
        raise EvaluationError(f"{path} is missing.") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{path} is not UTF-8 text.") from None
    except OSError as error:
        raise EvaluationError(f"{path} cannot be read: {error.strerror}.") from None
