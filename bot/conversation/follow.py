"""What a follow-up takes over from the turns before it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from bot.conversation.carried import Carried
from bot.conversation.cast import Cast, Referent
from bot.conversation.focus import Focus, brought, lead, things, those
from bot.conversation.lack import Lack, instead, is_thing, lacking
from bot.conversation.order import Onward, asks_for_more, asks_for_others, onward
from bot.conversation.pronoun import called, resolved
from bot.conversation.replacement import replaced, time_in
from bot.conversation.thing import Thing, things_in, with_thing
from bot.conversation.turns import Turn
from bot.question.asked import Asked
from bot.question.question import LONGEST, Question, read_question
from index.actors.mention import Kind
from index.search import Hit, Searcher
from index.words import terms, words

ACTOR = 0.8
"""What the name of the actor that a pronoun means counts for beside the question's own words: his own sentences call
him he as often."""
EVENT = 0.5
"""What the words of the last question count for beside this one's own, where it has some."""
TOLD = 0.3
"""Likewise the words of the sentence that answered it, where this one has none: "when was that?"."""
_OF_DEEDS = frozenset({Asked.WHEN, Asked.WHY, Asked.HOW})
"""What is asked of something done: "when was it?" asks of the theft, not of the ship."""
_LIKEST = 3
"""Passages, of which the one that has all words of a sentence in so few is among the best for these."""
_CLEAR = 0.5
"""Share of all passages. A document that has more of them says nothing by its title."""


class Follower:
    """Understands questions by those before them. Safe to be used by several threads at once."""

    def __init__(self, searcher: Searcher, cast: Cast, today: date | None = None) -> None:
        """Takes what it goes by.

        Args:
            searcher: Finds the document that the last turn points to.
            cast: Tells whom the turns name.
            today: The day that "last year" is seen from; None reads no times.
        """
        self._searcher = searcher
        self._cast = cast
        self._today = today

    def follow(self, question: Question, history: Sequence[Turn]) -> tuple[Question, Carried]:
        """A question as it is meant after others, and what is taken over.

        Args:
            question: As read by itself.
            history: The earlier turns, oldest first.
        """
        focus: Focus | None = None
        for turn in history:
            asked = read_question(turn.question, self._today)
            if asked.words or lacking(asked, self._cast.names) is not Lack.NOTHING:
                focus = self._after(asked, turn, focus)
        if focus is None:
            return question, Carried()
        understood, carried = self._meant(question, focus)
        if carried.follows is None:
            return understood, carried
        others = asks_for_others(question.text) and not {*question.terms} - {*focus.terms}
        more = asks_for_more(question.text)
        shown = self._shown(focus.told)
        told = " ".join(turn.answer for turn in (history if more else history[-1:]))
        carried = replace(carried, others=others or more, lead=focus.told, told=told, shown=shown)
        if carried.order is not None or lacking(question, self._cast.names) is Lack.REST:
            return understood, carried
        return understood, replace(carried, typed=question.terms, topic=self._topic(history[-1]))

    def _after(self, asked: Question, turn: Turn, before: Focus | None) -> Focus:
        """What a conversation is about once a turn was added."""
        question, carried = (asked, Carried()) if before is None else self._meant(asked, before)
        older = () if before is None else before.cast
        meant = called(asked.text, [one for one in older if one.name in carried.actors])
        # Who was spoken of in two questions still is, whoever else is named.
        still = () if before is None else tuple(one for one in meant if one in before.kept)
        news = brought(question, lead(turn.answer), self._cast, meant)
        kept = (term for term, weight in carried.terms.items() if weight >= EVENT)
        return Focus(
            cast=tuple(dict.fromkeys((*still, *news, *older, *self._cast.of(turn.answer, quoted=True)))),
            terms=tuple(dict.fromkeys((*question.terms, *kept))),
            question=question,
            text=before.text if before is not None and self._leans(carried, before) else question.text,
            put=carried.put,
            told=lead(turn.answer),
            kept=meant,
            those=those(question, turn.answer, self._cast),
            things=things_in(question) or (() if before is None or carried.follows is None else before.things),
        )

    def _leans(self, carried: Carried, before: Focus) -> bool:
        """Whether a question says little without the one before it, which says more."""
        return carried.follows == before.text and bool(self._read(before.text).words)

    def _meant(self, question: Question, focus: Focus) -> tuple[Question, Carried]:
        """The question as meant, and what it takes over from what the conversation is about."""
        if asks_for_more(question.text):
            return self._more(replace(question, asked=Asked.WHAT), focus)
        lack = lacking(question, self._cast.names)
        if lack is Lack.NOTHING:
            return question, Carried()
        text, thing = with_thing(question.text, focus.things)
        text, actors = resolved(text, focus.cast, focus.those)
        other = instead(text) if lack is Lack.REST else ""
        on = None if other and time_in(focus.question.text, other, self._today) else onward(text)
        if on is not None and focus.told and self._is_bare(on, actors):
            return self._onward(on, actors, focus)
        if other:
            return self._instead(other, focus)
        is_deed = thing is None or question.asked in _OF_DEEDS
        if not question.words and not actors and is_deed:
            return self._again(question, focus)
        return self._about(text, actors, thing, focus)

    def _again(self, question: Question, focus: Focus) -> tuple[Question, Carried]:
        """The last question, but for the kind of thing that is asked for: "why?"."""
        understood = replace(focus.question, asked=question.asked, identity=False)
        weights = dict.fromkeys(terms(focus.told), TOLD) | dict.fromkeys(focus.terms, 1.0)
        return understood, self._carried(_beside(weights, understood), focus)

    def _more(self, question: Question, focus: Focus) -> tuple[Question, Carried]:
        """What else there is of whom the last question meant or named; without such, of all that it asked."""
        named = [*focus.kept, *(one.referent for one in self._cast.places(focus.question.text))]
        meant = next((one for one in named if one.kinds == {Kind.PERSON}), None)
        if meant is None:
            return self._again(question, focus)
        carried = self._carried(_called([meant]), focus, meant.name)
        return replace(self._read(meant.spoken), asked=question.asked), replace(carried, actors=(meant.name,))

    def _about(
        self, text: str, actors: Sequence[Referent], thing: Thing | None, focus: Focus
    ) -> tuple[Question, Carried]:
        """A question with whom and what it means in the place of its pronouns; else beside the last question."""
        understood = self._read(text)
        if not actors and thing is None:
            return understood, self._carried(_event(understood, focus, self._cast), focus)
        rest = {} if thing is None else _beside(dict.fromkeys(focus.terms, TOLD), understood)
        said = (*(one.name for one in actors), *(() if thing is None else (thing.text,)))
        carried = self._carried(rest | _called(actors), focus, " / ".join(said))
        return understood, replace(carried, actors=tuple(one.name for one in actors))

    def _instead(self, other: str, focus: Focus) -> tuple[Question, Carried]:
        """The last question about something else."""
        kept = [one.name for one in focus.kept]
        text = replaced(focus.question.text, other, focus.put, self._cast, kept, self._today)
        if len(text) > LONGEST:
            text = other
        understood = self._read(text)
        asked = {*focus.question.terms, *understood.terms}
        carried = self._carried({one: EVENT for one in focus.terms if one not in asked}, focus, text)
        return understood, replace(carried, put=other)

    def _is_bare(self, on: Onward, actors: Sequence[Referent]) -> bool:
        """Whether nothing is asked but what came next, or what somebody did then."""
        return _called(actors).keys() >= {*self._read(on.matter).terms}

    def _onward(self, on: Onward, actors: Sequence[Referent], focus: Focus) -> tuple[Question, Carried]:
        """What came next, or before."""
        understood = self._read(on.rest)
        weights = _beside(dict.fromkeys((*terms(focus.told), *focus.terms), TOLD), understood)
        return understood, replace(self._carried(weights | _called(actors), focus), order=on.order)

    def _read(self, text: str) -> Question:
        return read_question(text, self._today)

    def _carried(self, weights: Mapping[str, float], focus: Focus, follows: str | None = None) -> Carried:
        named = self._cast.names.terms_in(words(focus.question.text))
        return Carried(
            weights, named.intersection(weights), follows=shorten(follows or focus.text, LONGEST, placeholder=" …")
        )

    def _shown(self, told: str) -> str:
        """The id of the passage that a sentence stands in; empty where none has it."""
        hits = self._searcher.rank(terms(told), _LIKEST) if told else []
        stands = (hit.passage for hit in hits if told in hit.document.text[hit.passage.start : hit.passage.end])
        return next((passage.id for passage in stands), "")

    def _topic(self, turn: Turn) -> tuple[str, ...]:
        hits: list[Hit] = self._searcher.rank((*read_question(turn.question).terms, *terms(turn.answer)), 1)
        if not hits:
            return ()
        document = hits[0].document
        count = self._searcher.sources.passage_counts()[document.id]
        if count > _CLEAR * len(self._searcher.sources.passages):
            return ()
        return tuple(dict.fromkeys(terms(document.record.title or "")))


def _called(actors: Iterable[Referent]) -> dict[str, float]:
    return {term: ACTOR for one in actors for term in terms(one.spoken)}


def _event(question: Question, focus: Focus, cast: Cast) -> dict[str, float]:
    """What the words of the last question count for.

    "It" is what the last question spoke of, "that" is all that it asked: after "who paid for the trip?", "how long was
    it?" is about the trip, "why was that?" about the paying.
    """
    weights = dict.fromkeys(focus.terms, 1.0 if len(question.terms) <= 1 else EVENT)
    spoken_of = things(focus.question, cast.names)
    if is_thing(question.text) and spoken_of:
        weights |= dict.fromkeys(set(focus.question.terms) - spoken_of, TOLD)
    return _beside(weights, question)


def _beside(weights: Mapping[str, float], question: Question) -> dict[str, float]:
    own = set(question.terms)
    return {term: weight for term, weight in weights.items() if term not in own}
