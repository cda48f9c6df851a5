"""A document as indexed: the text that every offset refers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from index.readers.draft import Block
from index.record import Record

PARAGRAPH_BREAK = "\n\n"

SHARED = "shared"
"""The collection of the documents that name none and stand in no folder below the corpus."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's place in its document's text.

    Attributes:
        number: 1-based.
        start: First code point of it in the document's text.
        end: One past its last code point.
        page: Page number, 1-based, for paged formats.
    """

    number: int
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source, cleaned of page furniture.

    Attributes:
        id: A slug, unique in the corpus.
        file: The file's path below the corpus folder, with ``/``.
        record: What is known about it.
        text: Its paragraphs, a blank line between two of them; what offsets refer to.
        paragraphs: Their places in ``text``, in order.
        problem: One sentence for people on what could not be read or was ignored, else None.
    """

    id: str
    file: str
    record: Record
    text: str
    paragraphs: tuple[Paragraph, ...]
    problem: str | None = None

    @classmethod
    def of_blocks(cls, id: str, file: str, record: Record, blocks: Iterable[Block], problem: str | None) -> Self:
        """A document made of the blocks that are worth keeping, in reading order."""
        paragraphs: list[Paragraph] = []
        texts: list[str] = []
        start = 0
        for number, block in enumerate(blocks, 1):
            end = start + len(block.text)
            paragraphs.append(Paragraph(number, start, end, block.page))
            texts.append(block.text)
            start = end + len(PARAGRAPH_BREAK)
        return cls(id, file, record, PARAGRAPH_BREAK.join(texts), tuple(paragraphs), problem)

    @property
    def collection(self) -> str:
        """The collection it belongs to."""
        return self.record.collection or SHARED

    @property
    def title(self) -> str:
        """What to call it: its title, or its file's name where it has none."""
        return self.record.title or self.file.rpartition("/")[2]
