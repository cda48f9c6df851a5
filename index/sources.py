"""The sources as indexed: documents, their passages and the terms of each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from index.annotations import Row, annotate
from index.document import Document
from index.passages import SIZE, Passage, Size, passages
from index.progress import Progress, unseen
from index.words import fold, words


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that can be searched and quoted.

    Attributes:
        documents: In the order of their files; those that could not be read are among them, with their problem.
        passages: Of all documents, in order.
        terms: The terms of each passage, in order; of a document's first passage also those of its title.
        surfaces: Each word of the texts, folded, to its commonest spelling there; for "did you mean".
    """

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    terms: tuple[tuple[str, ...], ...]
    surfaces: dict[str, str]
    _documents: dict[str, Document] = field(init=False, repr=False, compare=False)
    _positions: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_documents", {document.id: document for document in self.documents})
        object.__setattr__(self, "_positions", {passage.id: at for at, passage in enumerate(self.passages)})

    @classmethod
    def of(cls, documents: Iterable[Document], size: Size = SIZE, progress: Progress = unseen) -> Self:
        """Cuts documents into passages and passages into terms."""
        everything = tuple(documents)
        cut = [one for document in progress(everything, len(everything), "Cutting") for one in passages(document, size)]
        titles = {document.id: words(document.record.title or "") for document in everything}
        terms: list[tuple[str, ...]] = []
        spellings: dict[str, Counter[str]] = {}
        for passage in progress(cut, len(cut), "Indexing"):
            # A title-word finds the document where it begins, and does not make each of its passages match.
            read = titles.pop(passage.document, []) + words(passage.text)
            terms.append(tuple(word.term for word in read if word.term is not None))
            for word in read:
                spellings.setdefault(fold(word.text), Counter())[word.text] += 1
        surfaces = {folded: counted.most_common(1)[0][0] for folded, counted in spellings.items()}
        return cls(everything, tuple(cut), tuple(terms), surfaces)

    def document(self, id: str) -> Document | None:
        """The document of this id, None where there is none."""
        return self._documents.get(id)

    def annotation(self, name: str, document: str) -> list[Row]:
        """The marks of one kind of ``index.annotations.ANNOTATORS`` in a document, in the order they were found.

        Raises:
            KeyError: There is no such kind, or no such document.
        """
        return annotate(name, self._documents[document])

    def position(self, passage: str) -> int | None:
        """Where in ``passages`` the passage of this id is, None where there is none."""
        return self._positions.get(passage)

    def passage_counts(self) -> Counter[str]:
        """How many passages each document has, by document id."""
        return Counter(passage.document for passage in self.passages)

    def spelling(self, word: str) -> str | None:
        """How the sources mostly spell a word, None for one they lack; "Sadiqs" is Sadiq's, typed in haste."""
        folded = fold(word)
        return self.surfaces.get(folded) or self.surfaces.get(folded.removesuffix("s"))
