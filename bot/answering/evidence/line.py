"""A sentence, read once for all that is asked of it."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from bot.answering.relations import phrases
from bot.answering.vectors import row
from bot.question.names import Names
from index.search import Hit
from index.words import Word, words

_KEPT = 1000
"""Passages, some 50 MB of words. Questions of a conversation read the same ones again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage.

    Attributes:
        start: Its first code point in the document's text.
        end: One past its last code point.
        text: The sentence.
        words: Its words in order, stop words included; their offsets are into ``text``.
        names: For each of the words whether it is part of a name.
        content: (index, term) of the words that are no stop words.
        rows: For each of these its row in the table of ``bot.answering.vectors``.
        phrases: By the index of their first word the phrases that stand for a relation.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    names: tuple[bool, ...]
    content: tuple[tuple[int, str], ...]
    rows: tuple[int, ...]
    phrases: Mapping[int, str] = field(hash=False)


class Lines:
    """Reads the sentences of passages and keeps those read last. Safe to be used by several threads at once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._kept: OrderedDict[tuple[str, int], tuple[Line, ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, hit: Hit) -> tuple[Line, ...]:
        """The sentences of a passage, in order."""
        key = hit.passage.document, hit.passage.start
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        text = hit.document.text
        read = tuple(read_line(text[start:end], start, end, self._names) for start, end in hit.sentences())
        with self._lock:
            self._kept[key] = read
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return read


def read_line(text: str, start: int, end: int, names: Names) -> Line:
    """Reads one sentence.

    Args:
        text: The sentence.
        start: Its first code point in its document's text.
        end: One past its last.
        names: Which words are names.
    """
    read = tuple(words(text))
    named = tuple(word.term is not None and names.has(word.text) for word in read)
    content = tuple((at, word.term) for at, word in enumerate(read) if word.term is not None)
    rows = tuple(row(read[at].text) for at, _ in content)
    return Line(start, end, text, read, named, content, rows, phrases(read))
