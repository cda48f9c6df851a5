"""From a query to ranked passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.citation import Citation, cite
from index.document import Document
from index.passages import Passage
from index.ranking import Ranking
from index.sentences import sentence_spans
from index.sources import Sources
from index.spelling import near_spellings
from index.words import INTERROGATIVES, Word, fold, terms, words


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches a query.

    Attributes:
        passage: The passage.
        document: The document it stands in.
        score: BM25, above 0.
    """

    passage: Passage
    document: Document
    score: float

    def sentences(self) -> list[tuple[int, int]]:
        """The spans of its sentences in the document's text, in order."""
        text, passage = self.document.text, self.passage
        return [
            span
            for paragraph in self.document.paragraphs
            if paragraph.start < passage.end and paragraph.end > passage.start
            for span in sentence_spans(text, max(paragraph.start, passage.start), min(paragraph.end, passage.end))
        ]


def content_words(text: str) -> list[Word]:
    """The words of a query or question that are searched: no stop words, and interrogatives only if nothing else."""
    indexed = [word for word in words(text) if word.term is not None]
    return [word for word in indexed if fold(word.text) not in INTERROGATIVES] or indexed


class Searcher:
    """Finds passages in the sources. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.ranking = Ranking(sources.terms)

    def search(self, query: str, k: int) -> list[Hit]:
        """The k passages that match best, best first; none that has no word of the query."""
        return self.rank([word.term for word in content_words(query) if word.term is not None], k)

    def rank(self, query: Sequence[str], k: int) -> list[Hit]:
        """As ``search``, for a query that has been taken apart into terms."""
        hits = []
        for ranked in self.ranking.top(query, k):
            passage = self.sources.passages[ranked.position]
            document = self.sources.document(passage.document)
            if document is None:
                raise LookupError(f"passage {passage.id} belongs to no document")
            hits.append(Hit(passage, document, ranked.score))
        return hits

    def unknown(self, asked: Sequence[Word]) -> list[str]:
        """Those of the words that occur nowhere in the sources, as typed, each once."""
        missing = {word.term: word.text for word in reversed(asked) if word.term and word.term not in self.ranking}
        return list(reversed(missing.values()))

    def near_spellings(self, word: str) -> list[str]:
        """Words of the sources that a word may have been meant as, nearest first."""
        return near_spellings(word, self.sources.surfaces)

    def cite(self, hit: Hit, query: str, number: int) -> Citation:
        """Cites the sentence of a hit that has the most of the query, weighed by rarity; the first among equals."""
        asked = {word.term for word in content_words(query) if word.term is not None}

        def covered(span: tuple[int, int]) -> float:
            return sum(self.ranking.idf(one) for one in asked.intersection(terms(hit.document.text[slice(*span)])))

        start, end = max(hit.sentences(), key=covered)
        return cite(hit.document, start, end, number=number, score=hit.score)
