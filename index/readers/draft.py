"""What a reader hands on: a file's blocks and its record, before page furniture is told from prose."""

from dataclasses import dataclass

from index.record import Record


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that the file sets apart: a paragraph, a heading, a list item, a caption, a menu word.

    Attributes:
        text: One line, without line breaks at the ends or inside, never empty.
        marked: Whether the format itself says that this is content (a Markdown heading, a list item, a table row),
            so that it is kept however little it reads like prose.
        page: Page number, 1-based, for paged formats.
    """

    text: str
    marked: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One file as read.

    Attributes:
        record: What its front matter, its sidecar and the file itself say about it.
        blocks: Its blocks in reading order.
        problem: One sentence for people on what could not be read or was ignored, else None.
    """

    record: Record
    blocks: tuple[Block, ...]
    problem: str | None = None
