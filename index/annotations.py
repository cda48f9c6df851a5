"""What is marked in each document when it is read: actors, time expressions and whatever else is found in one alone.

To add a kind of mark, write a module with ``annotate(document: Document) -> list[Row]`` and give it a name in
``ANNOTATORS``. It is called once for each document, in the processes that read, and what it returns is kept with the
document until that, or Footnote's code, changes; ``Sources.annotation`` gives it back. Hence ``annotate`` is a pure
function of the document: no clock, no file, no other document. It runs on hostile text, so that its time is to grow
with the text's length and no faster.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, TypeAlias

from index.document import Document

Row: TypeAlias = list[str | int | float | bool | None]
"""One mark, as it is written to the index: plain values in an order that its module says."""

ANNOTATORS: Final[Mapping[str, str]] = {"actors": "index.actors.annotations", "events": "index.events.told"}
"""The name of each kind of mark, to its module."""


def annotate(name: str, document: Document, annotators: Mapping[str, str] = ANNOTATORS) -> list[Row]:
    """The marks of one kind in a document.

    Raises:
        KeyError: There is no such kind.
    """
    rows: list[Row] = import_module(annotators[name]).annotate(document)
    return rows
