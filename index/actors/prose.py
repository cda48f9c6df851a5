"""Which sentence a name stands in: only who is named in one sentence is told of together."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.actors.mention import Mention
from index.document import Document
from index.sentences import sentence_spans

_END: Final = re.compile(r"[.!?…。؟][”’\"'»)\]]*\Z")
_ROW: Final = re.compile(r" \| |\t|(?:^|\n)[^\n]{0,49}\n")
"""A cell of a table, or a line that was not broken at a width."""


class Prose:
    """The sentences of a document, without its headings, lists and tables, where names merely stand side by side."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._paragraphs = document.paragraphs
        self._begins = [one.start for one in document.paragraphs]
        self._numbers: dict[int, list[tuple[int, int, int]]] = {}
        self._count = 0

    def sentence(self, start: int, end: int) -> int | None:
        """The number of the sentence that ``text[start:end]`` stands in; None for none, or more than one.

        To be asked for places in order.
        """
        at = bisect_right(self._begins, start) - 1
        if at < 0:
            return None
        if at not in self._numbers:
            self._numbers[at] = self._sentences(at)
        return next((number for begin, stop, number in self._numbers[at] if begin <= start and end <= stop), None)

    def place(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of the document, in order, with the sentence of each."""
        return tuple(replace(one, sentence=self.sentence(one.start, one.end)) for one in mentions)

    def _sentences(self, paragraph: int) -> list[tuple[int, int, int]]:
        found = []
        one = self._paragraphs[paragraph]
        for begin, stop in sentence_spans(self._text, one.start, one.end):
            if is_prose(self._text[begin:stop]):
                found.append((begin, stop, self._count))
                self._count += 1
        return found


def is_prose(sentence: str) -> bool:
    """Whether what was taken for a sentence is one: it ends like one, and is no row of a table, no list of lines."""
    return _END.search(sentence) is not None and _ROW.search(sentence) is None
