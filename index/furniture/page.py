"""A document as lines, with its prose in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.furniture.line import Line, Prose


@dataclass(frozen=True, slots=True)
class Page:
    """A document's lines.

    Attributes:
        lines: In reading order.
        start: The first line that is a paragraph of prose or marked; the number of lines where there is none.
        end: One past the last.
    """

    lines: tuple[Line, ...]
    start: int
    end: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Page":
        """The page that has these lines."""
        lines = tuple(lines)
        anchors = [place for place, line in enumerate(lines) if line.prose is Prose.PARAGRAPH or line.block.marked]
        return cls(lines, anchors[0], anchors[-1] + 1) if anchors else cls(lines, len(lines), len(lines))

    @property
    def has_prose(self) -> bool:
        """Whether any line is a paragraph of prose, or marked."""
        return self.start < self.end
