"""The actors of a document as its marks: where each is named, what it is, by which full name, in which sentence."""

from collections.abc import Iterable, Iterator

from index.actors.callings import Calling
from index.actors.finder import find
from index.actors.mention import Kind, Mention
from index.actors.prose import Prose
from index.annotations import Row
from index.document import Document

_KINDS = tuple(Kind)


def annotate(document: Document) -> list[Row]:
    """The mentions in a document, in order; a pure function of it.

    Each has its start, its end, its kind, the fullest name where it is another than the words, and its sentence; where
    something is said of a person's life, also his callings, a digit each, and the year of his birth.
    """
    return [_row(one) for one in Prose(document).place(find(document.text))]


def mentions(rows: Iterable[Row], text: str) -> Iterator[Mention]:
    """The mentions that ``annotate`` wrote of a document with this text."""
    for start, end, kind, name, sentence, *life in rows:
        words = text[int(start or 0) : int(end or 0)]
        number = None if sentence is None else int(sentence)
        told, year = life or ("", None)
        callings = frozenset(Calling(int(one)) for one in str(told))
        born = None if year is None else int(year)
        yield Mention(
            int(start or 0), int(end or 0), words, _KINDS[int(kind or 0)], str(name or words), number, callings, born
        )


def names(rows: Iterable[Row], text: str) -> Iterator[tuple[int, int, Kind, str]]:
    """Of each mention that ``annotate`` wrote of a document with this text its start, end, kind and fullest name."""
    for start, end, kind, name, *_ in rows:
        first, last = int(start or 0), int(end or 0)
        yield first, last, _KINDS[int(kind or 0)], str(name or text[first:last])


def _row(one: Mention) -> Row:
    told = "".join(str(calling.value) for calling in sorted(one.callings, key=lambda calling: calling.value))
    life: Row = [told, one.born] if told or one.born is not None else []
    return [one.start, one.end, _KINDS.index(one.kind), one.name if one.name != one.text else None, one.sentence, *life]
