"""The one place where everything is made that is made of one document alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from index.annotations import ANNOTATORS, Row, annotate
from index.document import Document
from index.passages import SIZE, Passage, Size, passages
from index.words import surfaces


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with all that is made of it alone, so that it is made once and in any process.

    To add something that is found in the text, add an annotation (``index/annotations.py``). To add something that the
    index itself looks up for each passage, add a field here and a column in ``index/store/shelf.py``.

    Attributes:
        document: The document.
        passages: What it is cut into, in order.
        title: The words of its title as they stand there, stop words included.
        words: Likewise those of each passage.
        annotations: What is marked in it, by the names of the kinds.
    """

    document: Document
    passages: tuple[Passage, ...]
    title: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    annotations: Mapping[str, list[Row]]

    @classmethod
    def of(cls, document: Document, size: Size = SIZE, annotators: Mapping[str, str] = ANNOTATORS) -> Self:
        """Makes all of it.

        Args:
            document: The document.
            size: How long its passages are.
            annotators: What marks it: as in ``index.annotations``.
        """
        cut = tuple(passages(document, size))
        return cls(
            document=document,
            passages=cut,
            title=tuple(surfaces(document.record.title or "")),
            words=tuple(tuple(surfaces(passage.text)) for passage in cut),
            annotations={name: annotate(name, document, annotators) for name in annotators},
        )
