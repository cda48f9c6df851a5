"""Documents on a shelf: a row each, with everything that was read and made of it."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from index.annotations import ANNOTATORS, Row
from index.document import Document, Paragraph
from index.engine import DamagedError
from index.furniture.outline import LINE
from index.passages import Passage
from index.prepared import Prepared
from index.query import Span
from index.record import Record
from index.store.lexicon import Lexicon
from index.store.table import Array, Column, Table

PASSAGE: Final = np.dtype(
    [(name, "<i4") for name in ("paragraph", "piece", "start", "end", "title", "words")]
    + [(name, "<i8") for name in ("first", "last")]
)
"""A passage: the number of the paragraph it begins in and which piece of that it is, both 1-based; its place in the
document's text in code points; how many words of the title go before its own, and how many its own are; its place in
the document's text in bytes of UTF-8."""

KINDS: Final[Mapping[str, np.dtype[Any]]] = {
    "id": np.dtype("u1"),
    "origin": np.dtype("u1"),
    "known": np.dtype("u1"),
    "title": np.dtype("u1"),
    "collection": np.dtype("u1"),
    "days": np.dtype("<i4"),
    "text": np.dtype("u1"),
    "paragraphs": np.dtype("<i4"),
    "passages": PASSAGE,
    "words": np.dtype("<u4"),
    "draft": np.dtype("u1"),
    "outline": LINE,
    "banners": np.dtype("<i4"),
    "sums": np.dtype("<u4"),
    **{f"marks {name}": np.dtype("u1") for name in ANNOTATORS},
}
"""The columns.

``id``: the document's. ``origin``: what it was read from (``index.reading.origin``). ``known``: file, record and
problem, JSON. ``title``: of the record, empty where it has none. ``collection``: its name. ``days``: the first and the
last day that the document may be of, as ordinals; none where its date is not known. ``text``: UTF-8. ``paragraphs``:
start, end and page of each, 0 for no page. ``passages``: as ``PASSAGE``. ``words``: the numbers in the lexicon of the
words of the title and of each passage. ``draft``: the document as read, compressed JSON; ``outline`` and ``banners``:
see ``index/furniture``. ``sums``: of the columns in ``SUMMED``, in their order. ``marks``: the annotations of each
kind, JSON. A shelf has besides ``lengths``: how many terms each passage has, those of the title included.
"""

SUMMED: Final = ("known", "text", "draft", *(f"marks {name}" for name in ANNOTATORS))
"""The columns whose CRC-32 is compared when a row of theirs is first looked at rather than when a file is opened."""

Cells = dict[str, Array]
"""A row: an array for each column."""


def cells(prepared: Prepared, origin: str, draft: bytes, outline: Array, banners: Array) -> tuple[list[str], Cells]:
    """A document as a row, but for the numbers of its words in a lexicon.

    Args:
        prepared: The document.
        origin: What it was read from.
        draft: It as read, compressed.
        outline: See ``index.furniture.outline``.
        banners: See ``index.furniture.banners``.

    Returns:
        Its words, each once; and the row, where the numbers in ``words`` are places in that list.
    """
    document = prepared.document
    numbers: dict[str, int] = {}
    read = chain(prepared.title if prepared.passages else (), chain.from_iterable(prepared.words))
    words = np.array([numbers.setdefault(word, len(numbers)) for word in read], "<u4")
    pages = ((one.start, one.end, one.page or 0) for one in document.paragraphs)
    row: Cells = {
        "id": _plain(document.id),
        "origin": _plain(origin),
        "known": _plain(_json([document.file, _record(document.record), document.problem])),
        "title": _plain(document.record.title or ""),
        "collection": _plain(document.collection),
        "days": _days(document.record.date),
        "text": _plain(document.text),
        "paragraphs": np.fromiter(chain.from_iterable(pages), "<i4"),
        "passages": _passages(prepared),
        "words": words,
        "draft": np.frombuffer(draft, np.uint8),
        "outline": outline,
        "banners": banners.astype("<i4"),
        **{f"marks {name}": _plain(_marks(prepared, name)) for name in ANNOTATORS},
    }
    row["sums"] = np.array([zlib.crc32(row[name].tobytes()) for name in SUMMED], "<u4")
    return list(numbers), row


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Documents in rows, in memory or in a file that is mapped.

    Attributes:
        table: The rows, with the columns of ``KINDS``.
        source: The name of the file that holds them, None before they were written.
    """

    table: Table
    source: str | None = None
    _sound: Mapping[str, NDArray[np.bool_]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sound", {name: np.zeros(len(self), np.bool_) for name in SUMMED})

    @classmethod
    def of(cls, rows: Sequence[Cells], lexicon: Lexicon) -> Self:
        """A shelf of rows whose words are numbered as in a lexicon."""
        table = Table.of(rows, KINDS)
        return cls(Table({**table.columns, "lengths": _lengths(table, lexicon)}))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array], source: str) -> Self:
        """The shelf whose table's ``arrays`` these are, from the file of this name."""
        # A file knows the size of a value only.
        typed = {name: array.view(KINDS[name]) if name in KINDS else array for name, array in arrays.items()}
        return cls(Table.from_arrays(typed), source)

    def __len__(self) -> int:
        return len(self.table)

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(array.nbytes for array in self.table.arrays().values())

    def column(self, name: str) -> Column:
        """A column, the sums of its rows not looked at."""
        return self.table.columns[name]

    def cell(self, name: str, row: int) -> Array:
        """What a row has in a column.

        Raises:
            DamagedError: It is not what was written there.
        """
        found = self.table.columns[name][row]
        if name in self._sound and not self._sound[name][row]:
            if zlib.crc32(found.tobytes()) != self.table.columns["sums"][row][SUMMED.index(name)]:
                raise DamagedError(f"“{name}” of {self.id(row)} is altered")
            self._sound[name][row] = True
        return found

    def stretch(self, row: int, begin: int, end: int) -> bytes:
        """A stretch of a document's text, by its place in the whole column, in UTF-8.

        Raises:
            DamagedError: The text is not what was written there.
        """
        if not self._sound["text"][row]:
            self.cell("text", row)
        return self.table.columns["text"].values.data[begin:end].tobytes()

    def strings(self, name: str) -> list[str]:
        """What all rows have in a column of UTF-8 that has no sums."""
        column = self.table.columns[name]
        raw, ends = column.values.tobytes(), column.ends.tolist()
        return [raw[begin:end].decode("utf-8", "surrogatepass") for begin, end in zip([0, *ends], ends, strict=False)]

    def id(self, row: int) -> str:
        """A document's id."""
        return _text(self.table.columns["id"][row])

    def origin(self, row: int) -> str:
        """What a document was read from."""
        return _text(self.table.columns["origin"][row])

    def described(self, row: int) -> Document:
        """A document without its text."""
        file, record, problem = json.loads(self.cell("known", row).tobytes())
        return Document(self.id(row), file, Record(**record), "", (), problem)

    def document(self, row: int) -> Document:
        """A document, its text decoded."""
        places = self.cell("paragraphs", row).reshape(-1, 3).tolist()
        paragraphs = tuple(Paragraph(at, start, end, page or None) for at, (start, end, page) in enumerate(places, 1))
        return replace(self.described(row), text=_text(self.cell("text", row)), paragraphs=paragraphs)

    def passage(self, row: int, number: int) -> Passage:
        """One passage of a document, 0-based; only its own text is decoded."""
        paragraph, piece, start, end, *_ = self.table.columns["passages"][row][number].tolist()
        id = self.id(row)
        name = f"{id}#p{paragraph}.{piece}" if piece > 1 else f"{id}#p{paragraph}"
        return Passage(name, id, paragraph, start, end, self.passage_text(row, number))

    def passage_text(self, row: int, number: int) -> str:
        """The text of one passage of a document, 0-based."""
        *_, first, last = self.table.columns["passages"][row][number].tolist()
        return _text(self.cell("text", row)[first:last])

    def marks(self, name: str, row: int) -> list[Row] | None:
        """The annotations of one kind, None where they were not made.

        Raises:
            KeyError: There is no such kind.
        """
        raw = self.cell(f"marks {name}", row).tobytes()
        rows: list[Row] | None = json.loads(raw) if raw else None
        return rows


def _lengths(table: Table, lexicon: Lexicon) -> Column:
    passages = table.columns["passages"]
    ends = np.cumsum(passages.values["title"].astype(np.int64) + passages.values["words"])
    indexed = np.cumsum(np.append(0, lexicon.term_of_word[table.columns["words"].values] >= 0))
    return Column(np.diff(indexed[ends], prepend=0).astype("<i4"), passages.ends)


def _passages(prepared: Prepared) -> Array:
    text, rows = prepared.document.text, []
    at = byte = 0
    title = len(prepared.title)
    for passage, words in zip(prepared.passages, prepared.words, strict=True):
        first = byte + len(_encoded(text[at : passage.start]))
        at, byte = passage.end, first + len(_encoded(passage.text))
        _, _, piece = passage.id.rpartition("#p")[2].partition(".")
        rows.append((passage.paragraph, int(piece or 1), passage.start, passage.end, title, len(words), first, byte))
        # A title's words find the document where it begins, and do not make each of its passages match.
        title = 0
    return np.array(rows, PASSAGE)


def _days(date: str | None) -> Array:
    span = Span.of(date or "")
    return np.array([] if span is None else [span.first.toordinal(), span.last.toordinal()], "<i4")


def _record(record: Record) -> dict[str, str]:
    return {name: value for name, value in asdict(record).items() if value is not None}


def _marks(prepared: Prepared, name: str) -> str:
    return _json(prepared.annotations[name]) if name in prepared.annotations else ""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(_encoded(text), np.uint8)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(raw: Array) -> str:
    return raw.tobytes().decode("utf-8", "surrogatepass")
