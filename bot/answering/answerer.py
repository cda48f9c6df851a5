"""From a question to an answer, by the weighed evidence of single sentences."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.answering.agreement import contradicting, copies
from bot.answering.answer import Answer, Interpretation, Sentence
from bot.answering.antecedent import antecedent
from bot.answering.certainty import certainty, is_of_another, says_of_it
from bot.answering.choice import SUPPORT, Chosen, choose, distinct
from bot.answering.claim import Checked, Claim, Stand, bare
from bot.answering.continuity import continuity
from bot.answering.emphasis import answering, bold
from bot.answering.evidence import Asking, Candidate, leans
from bot.answering.onward import nextness, untold
from bot.answering.passages import PASSAGES, Reader
from bot.answering.relations import is_known
from bot.answering.setting import setting_of
from bot.answering.weighed import Weighed, ranked
from bot.answering.weights import Weights, fitted_weights
from bot.conversation import Carried, Follower, Turn, fresh, shown, turns
from bot.question.limits import beside, event_in, limits_in
from bot.question.question import LIGHT, Question, read_question
from bot.question.repair import repaired
from index.actors.common import is_common
from index.actors.registry import Actors
from index.citation import Citation, cite, verify
from index.query import Query, parse
from index.reranking.reranker import DEPTH
from index.search import Results, Searcher

STANDS = 4
"""How many sentences are shown that speak of a claim."""
DATING = 8
"""How many passages are read for the date of an event that a question dates by: it is told where the event is."""
CLOSEST = 3
"""How many of the nearest passages are shown where the sources do not answer."""


class Answerer:
    """Answers questions from the sources. Deterministic; safe to be used by several threads at once."""

    def __init__(
        self,
        searcher: Searcher,
        weights: Weights | None = None,
        *,
        actors: Callable[[], Actors | None] = lambda: None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Takes what it answers from.

        Args:
            searcher: The sources.
            weights: What the evidence counts for; None takes those that Footnote ships.
            actors: Gives who is named in the sources, None where that is not known; called when first needed.
            today: Gives the day that "last year" is seen from.
        """
        self.searcher = searcher
        self._reader = Reader(searcher, actors)
        self._weights = weights or fitted_weights()
        self._actors = actors
        self._today = today

    def ask(
        self, text: str, *, always: bool = False, within: Query | None = None, history: Sequence[str] = ()
    ) -> Answer:
        """Answers a question.

        Args:
            text: The question.
            always: Show the best sentences even where the sources hardly answer.
            within: A query whose conditions hold of every passage that is read; None reads all.
            history: The earlier turns, oldest first: question, answer, question, answer ...
        """
        begin = time.perf_counter()
        read = self._read(text)
        question, carried = self._follower(self._today()).follow(read, self._told(turns(history), within))
        question = self._timed(question, within, carried)
        asking, weighed, setting = self._weighed(question, within, carried)
        otherwise = contradicting(asking, weighed)
        chosen = choose(weighed, otherwise)
        lacking = frozenset(term for term in asking.idf if term not in self.searcher.ranking)
        confidence = self._weights.probability(certainty(asking, weighed, chosen, lacking, setting)) if weighed else 0.0
        sure = bool(weighed) and confidence >= self._weights.threshold(setting)
        given = sure and says_of_it(asking, chosen) and not is_of_another(asking, chosen[0].candidate)
        answered = bool(weighed) and (always or given)
        shown = chosen if answered else []
        citations = _cited(shown)
        missing = [word for word in question.words if word.term not in LIGHT]
        unknown = self.searcher.unknown(missing)
        return Answer(
            asked=text,
            question=question,
            answered=answered,
            confidence=confidence,
            sentences=tuple(self._sentences(asking, shown, citations)),
            citations=citations,
            closest=() if answered else _closest(weighed),
            disagreements=_disagreements(shown),
            same_text=_cited([Chosen(one, 0.0, "copy") for one in copies(shown[0].candidate, weighed)])
            if shown
            else (),
            did_you_mean=self._meant(unknown),
            unknown=tuple(unknown),
            interpreted=self._interpretation(question, carried, None if read.text == text else read.text),
            carried=carried,
            milliseconds=(time.perf_counter() - begin) * 1000,
            candidates=tuple(weighed),
        )

    def check(self, text: str) -> Checked:
        """What the sources say of a claim, and whether they speak of it at all."""
        given = self.ask(bare(text))
        asking, weighed, _ = self._weighed(given.question, None, Carried())
        claim = Claim(asking, self._today())
        near = [one for one in weighed if one.score >= weighed[0].score - SUPPORT]
        stands = {one.candidate: claim.otherwise(one.candidate) for one in near}
        against = [Chosen(one.candidate, one.score, "disagrees") for one in near if stands[one.candidate] is not None]
        others = [Chosen(one.candidate, one.score, "support") for one in near if stands[one.candidate] is None]
        about = [one for one in others if claim.is_about(one.candidate)]
        spoken = bool(against or (about and given.answered))
        shown = distinct([*against, *about])[:STANDS] if spoken else distinct(others)[:CLOSEST]
        cited = zip(_cited(shown), shown, strict=True)
        return Checked(text, spoken, tuple(Stand(citation, stands[one.candidate]) for citation, one in cited))

    def search(self, text: str, k: int, history: Sequence[str] = ()) -> Results:
        """The k best passages for a query; what a follow-up takes over is searched as well, what was shown comes later.

        Args:
            text: The query, in the query language.
            k: How many at most.
            history: The earlier turns.
        """
        told = turns(history)
        if not told:
            return self.searcher.search(text, k)
        meant, carried = self._follower(None).follow(read_question(text), told)
        if carried.follows is None:
            found = self.searcher.search(text, max(k, DEPTH))
        else:
            query = parse(text)
            terms = tuple(dict.fromkeys((*query.terms, *carried.looked_for(meant))))
            found = Results(query, terms, tuple(self.searcher.rank(terms, max(k, DEPTH), query, text)), query.notes)
        hits = fresh(found.hits, shown(self.searcher, told), leaning=carried.follows is not None)
        return replace(found, hits=tuple(hits[:k]))

    def _follower(self, today: date | None) -> Follower:
        return Follower(self.searcher, self._reader.cast, today)

    def _read(self, text: str) -> Question:
        """The question without slips."""
        question = read_question(text, self._today())
        missing = [word for word in question.words if word.term and word.term not in self.searcher.ranking]
        unknown = [word for word in missing if word.term and not is_known(word.term)]
        meant = repaired(text, unknown, partial(self.searcher.near_spellings, common=True))
        return question if meant is None else read_question(meant, self._today())

    def _meant(self, unknown: Sequence[str]) -> tuple[str, ...]:
        """Names that unknown words may have been meant as; an everyday word is meant as it is."""
        names = (word for word in unknown if not is_common(word))
        return tuple(near for word in names for near in self.searcher.near_spellings(word))

    def _timed(self, question: Question, within: Query | None, carried: Carried) -> Question:
        """The question with the time it asks about, where it dates by an event that the sources date."""
        event = event_in(question.text)
        if event is None or question.limits:
            return question
        named = (*self._reader.names.of(question.text, question.words), *carried.actors)
        if event.of_somebody and not named:
            return question
        about = f"{named[0]}'s {event.plain}" if event.of_somebody else event.words
        asking, weighed, _ = self._weighed(read_question(f"When was {about}?"), within, Carried(), DATING)
        found = answering(asking, weighed[0].candidate) if weighed else None
        if found is None:
            return question
        when = limits_in(weighed[0].candidate.line.text[found.start : found.end], self._today())
        return question.limited(beside(event, when))

    def _told(self, given: Sequence[Turn], within: Query | None) -> list[Turn]:
        """Turns with their answers, which are looked up where they were not kept or not given."""
        told: list[Turn] = []
        for turn in given:
            told.append(turn if turn.answer else Turn(turn.question, self._lead(turn.question, told, within)))
        return told

    def _lead(self, text: str, earlier: Sequence[Turn], within: Query | None) -> str:
        """The sentence that answers a question best, however well."""
        question, carried = self._follower(self._today()).follow(self._read(text), earlier)
        _, weighed, _ = self._weighed(question, within, carried)
        return weighed[0].candidate.line.text if weighed else ""

    def _weighed(
        self, question: Question, within: Query | None, carried: Carried, most: int = PASSAGES
    ) -> tuple[Asking, list[Weighed], tuple[float, ...]]:
        asking, read = self._reader.read(question, within, carried, most=most)
        setting = setting_of(read, len(self.searcher.sources.passages))
        if not read:
            return asking, [], setting
        onward = nextness(read, carried) + continuity(read, carried, self._reader.persons)
        weighed = ranked(read, self._weights.scores(read, setting) + onward)
        return asking, untold(weighed, carried), setting

    def _sentences(self, asking: Asking, shown: Sequence[Chosen], citations: Sequence[Citation]) -> list[Sentence]:
        return [
            Sentence(
                citation.quote, citation.number, bold(asking, one.candidate), self._about(one, shown), one.shown_for
            )
            for one, citation in zip(shown, citations, strict=True)
        ]

    def _about(self, one: Chosen, shown: Sequence[Chosen]) -> str | None:
        """Whom a sentence speaks of that begins with a pronoun, unless the one before it is shown too."""
        document, line = one.candidate.hit.document, one.candidate.line
        if not leans(line.text) or any(_is_just_before(other.candidate, one.candidate) for other in shown):
            return None
        actors = self._actors()
        return None if actors is None else antecedent(document, line.start, actors)

    def _interpretation(self, question: Question, carried: Carried, read_as: str | None) -> Interpretation:
        named = self._reader.names.of(question.text, question.words)
        since, until = question.limits.since, question.limits.until
        return Interpretation(
            actors=named,
            since=None if since is None else since.isoformat(),
            until=None if until is None else until.isoformat(),
            follows=carried.follows,
            read_as=read_as,
        )


def _is_just_before(one: Candidate, other: Candidate) -> bool:
    """Whether a sentence stands right before another, in the same document."""
    document = one.hit.document
    return (
        document.id == other.hit.document.id
        and one.line.end <= other.line.start
        and not document.text[one.line.end : other.line.start].strip()
    )


def _disagreements(shown: Sequence[Chosen]) -> tuple[tuple[int, ...], ...]:
    others = [number for number, one in enumerate(shown, start=1) if one.shown_for == "disagrees"]
    return ((1, *others),) if others else ()


def _closest(weighed: Sequence[Weighed]) -> tuple[Citation, ...]:
    """The best sentence of each of the best passages that have a word of the question."""
    best: dict[str, Chosen] = {}
    for one in (one for one in weighed if one.candidate.hit.score > 0):
        best.setdefault(one.candidate.hit.passage.id, Chosen(one.candidate, one.score, "nearest"))
    return _cited(list(best.values())[:CLOSEST])


def _cited(chosen: Sequence[Chosen]) -> tuple[Citation, ...]:
    """A citation for each sentence, checked against its source."""
    citations = []
    for number, one in enumerate(chosen, start=1):
        document, line = one.candidate.hit.document, one.candidate.line
        citation = cite(document, line.start, line.end, number=number, score=one.score)
        verify(citation, document)
        citations.append(citation)
    return tuple(citations)
