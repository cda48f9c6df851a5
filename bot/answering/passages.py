"""The passages that are read for an answer."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.answering.evidence import Asking, Candidate, Line, Lines, candidates
from bot.answering.evidence.aliases import aliases
from bot.answering.evidence.timing import timely
from bot.answering.relations import is_known
from bot.conversation import Carried, Cast, Persons
from bot.conversation.persons import Spoken
from bot.question.names import Names
from bot.question.question import Question
from index.actors.mention import Kind
from index.actors.registry import Actors
from index.query import Query
from index.reranking.reranker import DEPTH
from index.search import Hit, Searcher
from index.words import terms

_NOTHING = Carried()
PASSAGES = 25
SENTENCES = 60
"""At most so many of the best passages, of so many sentences together, are read. Of rtqa_2022_24's answers .86 are
reached with 12 passages and .90 with 25; long passages have theirs among the first."""
NAMING = 8
"""Passages that are read beside those, where it is known whom a pronoun means: of the developed conversations of
``benchmarks.conversations`` on eight texts in one .678 lead with a right sentence, .668 without these."""
WHOLE = 40
WHOLE_SENTENCES = 100
"""Of so few passages all are read, also those that have no word of the question, of so many sentences together: of what
was asked of single texts in other words .144 of the answers were not among what else is read."""


class Reader:
    """Reads the best passages for a question. Safe to be used by several threads at once."""

    def __init__(self, searcher: Searcher, actors: Callable[[], Actors | None] = lambda: None) -> None:
        """Takes what is read.

        Args:
            searcher: The sources.
            actors: Gives who is named in them, None where that is not known.
        """
        self.searcher = searcher
        self._actors = actors
        self.names = Names(searcher.sources)
        self.cast = Cast(self.names, searcher.sources, actors)
        self.persons = Persons(self.cast, actors)
        self._lines = Lines(self.names, partial(searcher.sources.annotation, "actors"))

    def read(
        self,
        question: Question,
        within: Query | None = None,
        carried: Carried = _NOTHING,
        *,
        most: int = PASSAGES,
    ) -> tuple[Asking, list[Candidate]]:
        """What is asked, and the sentences that may answer it with their evidence.

        Args:
            question: The question.
            within: A query whose conditions hold of every passage that is read; None reads all.
            carried: What is taken over from earlier turns.
            most: How many of the best passages are read, and how many at most of what was written as news of it.
        """
        actors = self._actors()
        named = [] if actors is None else actors.named_in(question.text)
        other = aliases(question.text, named, self.names)
        things = {
            term
            for one in named
            if one.actor.kind is not Kind.PERSON
            for term in terms(question.text[one.start : one.end])
        }
        asking = Asking.of(question, self.searcher.ranking, self.names, carried, other, things)
        persons = {one.actor.name for one in named if one.actor.kind is Kind.PERSON}.union(carried.actors)
        hits = self.searcher.rank(carried.looked_for(question), DEPTH, within, question.text)
        if len(self.searcher.sources.passages) > WHOLE:
            read = self._first(_picked(asking, hits, most), SENTENCES)
            further = (*self.searcher.around(carried.shown, within), *self._naming(question, carried, within))
            read = [*read, *self._unread(further, hits, read)]
            return asking, candidates(asking, read, persons, self._spoken)
        others = self.searcher.others(hits, within) if hits or any(is_known(term) for term in asking.idf) else []
        return asking, candidates(asking, self._first([*hits, *others], WHOLE_SENTENCES), persons, self._spoken)

    def _spoken(self, hit: Hit, lines: Sequence[Line]) -> Sequence[tuple[Spoken, ...]]:
        """Whom the sentences of a passage speak of."""
        return self.persons.of(hit.document, [(line.start, line.end) for line in lines])

    def _naming(self, question: Question, carried: Carried, within: Query | None) -> list[Hit]:
        """The best passages that have the name of whom a pronoun means, where others were looked for by a title."""
        if not carried.actors or not carried.topic:
            return []
        return self.searcher.rank((*question.terms, *carried.terms), NAMING, within, question.text)

    def _unread(
        self, further: Sequence[Hit], hits: Sequence[Hit], read: Sequence[tuple[Hit, Sequence[Line]]]
    ) -> Iterator[tuple[Hit, tuple[Line, ...]]]:
        """Further passages, each once and but those that are read already, as they were hit."""
        found = {hit.passage.id: hit for hit in hits}
        taken = {hit.passage.id for hit, _ in read}
        for id, hit in {one.passage.id: one for one in further}.items():
            if id not in taken:
                yield found.get(id, hit), self._lines.of(hit)

    def _first(self, hits: Sequence[Hit], most: int) -> list[tuple[Hit, tuple[Line, ...]]]:
        taken: list[tuple[Hit, tuple[Line, ...]]] = []
        sentences = 0
        for hit in hits:
            lines = self._lines.of(hit)
            sentences += len(lines)
            if taken and sentences > most:
                break
            taken.append((hit, lines))
        return taken


def _picked(asking: Asking, hits: Sequence[Hit], most: int) -> list[Hit]:
    """The best passages and, where news is asked for, as many of the others as were written then."""
    first, others = hits[:most], hits[most:]
    then = [hit for hit in others if timely(asking, hit.document) == 1] if asking.question.limits.news else []
    return [*first, *then[:most]]
