"""What a conversation is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.cast import Cast, Named, Referent
from bot.conversation.thing import Thing
from bot.question.asked import Asked
from bot.question.names import Names
from bot.question.question import Question
from index.actors.mention import Kind
from index.sentences import sentence_spans
from index.words import terms

_WHO = (Asked.WHO, Asked.BODY, Asked.ALIAS)
_OBJECT = re.compile(r"\bwhom\b|\bwho (?:did|do|does|had|has|have|will|would)\b", re.IGNORECASE)
_AND = re.compile(r"(?:,|,? and|,? &)? ")
_OWNS = re.compile(r"['’]s?\b|(?<=s)['’](?!\w)")
_DETERMINER = re.compile(r"(?:\b(?:the|an?|his|her|their|its|this|that)|['’]s|s['’])\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Focus:
    """What a conversation is about after a turn.

    Attributes:
        cast: Whom "he" or "they" may mean, likeliest first.
        terms: The terms of the last question with what that took over.
        question: The last question, as it was meant.
        text: The last question, or one before it, in words that stand by themselves, for people.
        put: What was put in the place of something else in it.
        told: The sentence that answered it best; empty where none did.
        kept: Those whom its pronouns meant.
        those: Whom "they" means.
        things: What "it" may mean, likeliest first.
    """

    cast: tuple[Referent, ...]
    terms: tuple[str, ...]
    question: Question
    text: str
    put: str
    told: str
    kept: tuple[Referent, ...]
    those: tuple[Referent, ...]
    things: tuple[Thing, ...]


def brought(question: Question, told: str, cast: Cast, meant: Sequence[Referent]) -> tuple[Referent, ...]:
    """Whom a turn brings up, likeliest first: of who was asked for, whom the answer names.

    Args:
        question: What was asked, as it was meant.
        told: The sentence that led the answer. Whom the others name is no more likely than who was spoken of before.
        cast: Tells names.
        meant: Those whom its pronouns meant.
    """
    places = cast.places(question.text)
    own = [*meant, *(one.referent for one in places)]
    news = [one for one in _told_of(told, cast) if one not in own]
    return (*news, *own) if _is_asked_for(question, places) else (*own, *news)


def _told_of(told: str, cast: Cast) -> list[Referent]:
    """Those whom a sentence names, in order; of "Renn's brother, Emil Voss" Renn comes last."""
    owners = {one.referent for one in cast.places(told, quoted=True) if _OWNS.match(told, one.end) is not None}
    return sorted(cast.of(told, quoted=True), key=lambda one: one in owners)


def those(question: Question, answer: str, cast: Cast) -> tuple[Referent, ...]:
    """Whom "they" means after a turn: two of whom it tells together, else a body that it asked about or for."""
    places = cast.places(question.text)
    own = tuple(dict.fromkeys(one.referent for one in places))
    persons = tuple(one for one in own if _is_person(one))
    if len(persons) > 1:
        return persons
    told = _joined(lead(answer), cast)
    bodies = (*cast.of(lead(answer), quoted=True)[:1], *own) if _is_asked_for(question, places) else own
    return told or tuple(one for one in bodies if one.is_many)[:1]


def _joined(told: str, cast: Cast) -> tuple[Referent, ...]:
    """The persons of the first "A and B" in a sentence."""
    run: list[Named] = []
    for one in cast.places(told, quoted=True):
        joins = bool(run) and _AND.fullmatch(told, run[-1].end, one.start) is not None
        if len(run) > 1 and not joins:
            break
        run = [*(run if joins else ()), one] if _is_person(one.referent) else []
    return tuple(dict.fromkeys(one.referent for one in run)) if len(run) > 1 else ()


def things(question: Question, names: Names) -> frozenset[str]:
    """The terms of what a question speaks of, not of what is asked about that: "the vacation", not "paid"."""
    found: set[str] = set()
    end = -1
    for word in question.words:
        goes_on = end >= 0 and question.text[end : word.start].isspace()
        is_thing = goes_on or names.has(word.text) or _DETERMINER.search(question.text, 0, word.start) is not None
        end = word.end if is_thing else -1
        if is_thing and word.term is not None:
            found.add(word.term)
    return frozenset(found)


def lead(answer: str) -> str:
    """The first sentence of an answer: it answers best."""
    return next((answer[start:end] for start, end in sentence_spans(answer, 0, len(answer))), "")


def _is_asked_for(question: Question, own: Sequence[Named]) -> bool:
    """Whether who does something is asked for: who is answered to "who freed her?" is "he" from then on."""
    named = {term for one in own for term in terms(question.text[one.start : one.end])}
    is_about = question.identity and any(one.referent.is_somebody for one in own) and named >= {*question.terms}
    return question.asked in _WHO and not is_about and _OBJECT.search(question.text) is None


def _is_person(one: Referent) -> bool:
    return one.kinds == {Kind.PERSON}
