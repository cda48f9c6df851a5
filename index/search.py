"""From a query to ranked passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.actors.registry import Actors
from index.citation import Citation, cite
from index.document import Document
from index.filtering import Filtering
from index.passages import Passage
from index.query import Note, Query, parse
from index.ranking import Ranked
from index.reranking import Reranker
from index.reranking.reranker import DEPTH
from index.sentences import sentence_spans
from index.sources import Sources
from index.spelling import Spelling
from index.words import INTERROGATIVES, Word, fold, terms, words


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches a query.

    Attributes:
        passage: The passage.
        document: The document it stands in.
        score: BM25, or the weighed evidence where the hits were ordered anew; comparable within one result only.
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


@dataclass(frozen=True, slots=True)
class Results:
    """What a search finds.

    Attributes:
        query: The query as understood.
        terms: What the hits are ranked by.
        hits: Best first.
        notes: Sentences for the reader on what was not understood or had to be left out.
    """

    query: Query
    terms: tuple[str, ...]
    hits: tuple[Hit, ...]
    notes: tuple[Note, ...]


def content_words(text: str) -> list[Word]:
    """The words of a query or question that are searched: no stop words, and interrogatives only if nothing else."""
    indexed = [word for word in words(text) if word.term is not None]
    return [word for word in indexed if fold(word.text) not in INTERROGATIVES] or indexed


class Searcher:
    """Finds passages in the sources. Safe to be used by several threads at once."""

    def __init__(self, sources: Sources, actors: Callable[[], Actors] | None = None) -> None:
        """Takes the sources.

        Args:
            sources: The sources.
            actors: Gives who is named in them, asked for where a query has ``actor:``; raises SaidError where that
                cannot be known. Without it a name finds nothing but itself.
        """
        self.sources = sources
        self.ranking = sources.engine
        self._filtering = Filtering(sources, actors)
        shapes = [(leaf.written, leaf.heard) for leaf in sources.lexicon.leaves]
        self._spelling = Spelling(sources.surfaces, sources.frequency, shapes)
        self._reranker = Reranker(sources)

    def search(self, text: str, k: int) -> Results:
        """The k passages that a query in the query language admits, best first; without words to rank by, in order."""
        query = parse(text)
        if not query.conditions:
            ranked = self._reranked(query.terms, query, self.ranking.top(query.terms, max(k, DEPTH)))[:k]
            return Results(query, query.terms, tuple(map(self._hit, ranked)), query.notes)
        admitted = self._filtering.admit(query)
        found = self.ranking.top(admitted.terms, max(k, DEPTH), admitted.mask)
        ranked = self._reranked(admitted.terms, query, found)[:k]
        return Results(query, admitted.terms, tuple(map(self._hit, ranked)), (*query.notes, *admitted.notes))

    def _reranked(self, terms: Sequence[str], query: Query, ranked: Sequence[Ranked]) -> list[Ranked]:
        return self._reranker.rerank(terms, " ".join(query.words), ranked)

    def rank(self, query: Sequence[str], k: int, within: Query | None = None, text: str | None = None) -> list[Hit]:
        """The k best passages that have one of some terms, of those that the conditions of a query admit.

        Args:
            query: Terms.
            k: How many at most.
            within: The query whose conditions hold of each; None admits all.
            text: The query as typed, by which the best hits are ordered anew; None leaves them in BM25's order.
        """
        depth = k if text is None else max(k, DEPTH)
        if within is None or not within.conditions:
            ranked = self.ranking.top(query, depth)
        else:
            admitted = self.ranking.top(query, depth, self._filtering.admit(within).mask)
            ranked = [one for one in admitted if one.score > 0]
        if text is not None:
            ranked = self._reranker.rerank(query, text, ranked)
        return list(map(self._hit, ranked[:k]))

    def others(self, hits: Sequence[Hit], within: Query | None = None) -> list[Hit]:
        """The passages that the conditions of a query admit and that are none of some hits, in order, with score 0."""
        taken = {hit.passage.id for hit in hits}
        mask = None if within is None or not within.conditions else self._filtering.admit(within).mask
        passages = self.sources.passages
        left = (at for at in range(len(passages)) if (mask is None or mask[at]) and passages[at].id not in taken)
        return [self._hit(Ranked(at, 0.0)) for at in left]

    def around(self, passage: str, within: Query | None = None) -> list[Hit]:
        """A passage and its neighbours in the same document, of those that a query admits, in order, with score 0.

        Args:
            passage: Its id; nothing is found for one that there is not.
            within: The query whose conditions hold of each; None admits all.
        """
        at = self.sources.position(passage)
        if at is None:
            return []
        mask = None if within is None or not within.conditions else self._filtering.admit(within).mask
        near = range(max(0, at - 1), min(len(self.sources.passages), at + 2))
        hits = [self._hit(Ranked(one, 0.0)) for one in near if mask is None or mask[one]]
        return [hit for hit in hits if hit.document.id == self.sources.passages[at].document]

    def admitted(self, query: Query) -> int:
        """How many passages the conditions of a query admit."""
        return int(self._filtering.admit(query).mask.sum())

    def _hit(self, ranked: Ranked) -> Hit:
        return Hit(self.sources.passages[ranked.position], self.sources.document_of(ranked.position), ranked.score)

    def unknown(self, asked: Sequence[Word]) -> list[str]:
        """Those of the words that occur nowhere in the sources, as typed, each once."""
        missing = {word.term: word.text for word in reversed(asked) if word.term and word.term not in self.ranking}
        return list(reversed(missing.values()))

    def near_spellings(self, word: str, *, common: bool = False) -> list[str]:
        """Names of the sources that a word may have been meant as, nearest first; a common word too if asked."""
        return self._spelling.near(word, common=common)

    def cite(self, hit: Hit, results: Results, number: int) -> Citation:
        """Cites the sentence of a hit that has the most of the query: its phrases first, then its rarest words."""
        asked = set(results.terms)

        def covered(span: tuple[int, int]) -> tuple[int, float]:
            sentence = hit.document.text[slice(*span)]
            words_in_it = sum(self.ranking.idf(one) for one in asked.intersection(terms(sentence)))
            return self._filtering.matched(results.query, sentence), words_in_it

        start, end = max(hit.sentences(), key=covered)
        return cite(hit.document, start, end, number=number, score=hit.score)
