"""A sentence, read once for all that is asked of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answering.evidence.mentions import NOBODY, Mentions
from bot.answering.relations import phrases
from bot.answering.vectors import row
from bot.question.names import Names
from index.actors.mention import Kind
from index.annotations import Row
from index.recent import Recent
from index.search import Hit
from index.words import Word, words

_KEPT = 1000
"""Passages, some 50 MB of words. Questions of a conversation read the same ones again."""
_MENTIONS = 100_000
"""Names in documents, some 20 MB, of which it is kept what they name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage.

    Attributes:
        start: Its first code point in the document's text.
        end: One past its last code point.
        text: The sentence.
        words: Its words in order, stop words included; their offsets are into ``text``.
        names: For each of the words whether it is part of a name.
        kinds: For each of the words what it names, as part of whose name; None where that is not known.
        content: (index, term) of the words that are no stop words.
        rows: For each of these its row in the table of ``bot.answering.vectors``.
        phrases: By the index of their first word the phrases that stand for a relation.
        focus: By their terms, how near the names before it are to being spoken of; see ``Mentions.focus``.
        prominence: By their terms, how much its document is about the names in it; see ``Mentions``.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    names: tuple[bool, ...]
    kinds: tuple[Kind | None, ...]
    content: tuple[tuple[int, str], ...]
    rows: tuple[int, ...]
    phrases: Mapping[int, str] = field(hash=False)
    focus: Mapping[str, float] = field(hash=False)
    prominence: Mapping[str, float] = field(hash=False)


class Lines:
    """Reads the sentences of passages and keeps those read last. Safe to be used by several threads at once."""

    def __init__(self, names: Names, marks: Callable[[str], Sequence[Row]]) -> None:
        """Takes what is read with.

        Args:
            names: Which words are names.
            marks: Gives the marks of the actors that a document names, by its id.
        """
        self._names = names
        self._marks = marks
        self._mentions: Recent[Mentions] = Recent(_MENTIONS, lambda found: 1 + len(found.starts))
        self._kept: Recent[tuple[Line, ...]] = Recent(_KEPT, lambda _: 1)

    def of(self, hit: Hit) -> tuple[Line, ...]:
        """The sentences of a passage, in order."""
        return self._kept.get((hit.passage.document, hit.passage.start), lambda: self._read(hit))

    def _read(self, hit: Hit) -> tuple[Line, ...]:
        document = hit.document
        named = self._mentions.get(document.id, lambda: Mentions.of(self._marks(document.id), document.text))
        return tuple(
            read_line(document.text[start:end], start, end, self._names, named) for start, end in hit.sentences()
        )


def read_line(text: str, start: int, end: int, names: Names, named_in: Mentions = NOBODY) -> Line:
    """Reads one sentence.

    Args:
        text: The sentence.
        start: Its first code point in its document's text.
        end: One past its last.
        names: Which words are names.
        named_in: Who and what its document names, in order.
    """
    read = tuple(words(text))
    named = tuple(word.term is not None and names.has(word.text) for word in read)
    kinds = tuple(named_in.kind(start + word.start) for word in read)
    focus = named_in.focus(start)
    content = tuple((at, word.term) for at, word in enumerate(read) if word.term is not None)
    rows = tuple(row(read[at].text) for at, _ in content)
    return Line(start, end, text, read, named, kinds, content, rows, phrases(read), focus, named_in.prominence)
