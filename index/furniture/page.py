"""A document as lines, with its prose in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.furniture.line import Line, Prose

MAX_BANNER_SHARE = 0.8
"""Share of a document's prose, in words, that may be furniture. Where more of it stands in others, as in excerpts that
overlap or reports made from a template, the recurring sentences are the matter."""


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

    def without(self, keys: frozenset[str]) -> "Page":
        """The page without some lines. A page that is no prose but a list, or little but these, has none to spare."""
        if not self.has_prose or keys.isdisjoint(line.key for line in self.lines):
            return self
        rest = Page.of(line for line in self.lines if line.block.marked or line.key not in keys)
        return rest if rest.prose_words() >= (1 - MAX_BANNER_SHARE) * self.prose_words() else self

    def prose_words(self) -> int:
        """How many words its prose has."""
        return sum(line.words for line in self.lines if line.prose)

    def weights(self) -> dict[str, int]:
        """Words of each block by which it is compared with other documents: its prose, or all where it has none."""
        prose = {line.key: line.words for line in self.lines if line.prose is Prose.PARAGRAPH}
        return prose or {line.key: line.words for line in self.lines}
