"""What a conversation is about."""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from bot.question.asked import Asked
from bot.question.names import Names
from bot.question.question import Question
from index.actors.mention import Kind
from index.actors.places import DEMONYMS
from index.sentences import sentence_spans
from index.words import terms, words

Kinds = Callable[[str], Set[Kind]]
"""Gives what a name may stand for; nothing where that is not known."""
_WHO = (Asked.WHO, Asked.BODY, Asked.ALIAS)
_BESIDE = 40
"""Code points between two names of one man: ", whose real name is ", "the Qods Force officer is"."""
_POINTS = re.compile(
    r"\b(?P<of>his|their|her(?! (?:in|on|at|to|for|from|with|by|and|when|after|before)\b)(?= \w))\b"
    r"|\b(?:he|him|she|her|they|them)\b",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"(?:\b(?:the|an?|his|her|their|its|this|that)|['’]s|s['’])\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Focus:
    """What a conversation is about after a turn.

    Attributes:
        actors: Whom "he" or "they" may mean, likeliest first.
        terms: The terms of the last question with what that took over.
        question: The last question, as it was meant.
        told: The sentence that answered it best; empty where none did.
        text: The last question in words that stand by themselves, for people.
    """

    actors: tuple[str, ...]
    terms: tuple[str, ...]
    question: Question
    told: str
    text: str


def named(question: Question, answer: str, carried: Set[str], names: Names) -> tuple[str, ...]:
    """The actors that a turn brings up, likeliest first: of who was asked for, whom the answer names.

    Args:
        question: What was asked.
        answer: What was answered.
        carried: Terms that the question took over: they are no news in the answer.
        names: Tells names.
    """
    own = names.of(question.text, question.words)
    if question.asked not in _WHO or not answer:
        return own
    asked = {*question.terms, *carried}
    if not (question.identity and own):
        return (*_news(lead(answer), asked, names), *own)
    # "Who is X" is about X; a full name close to his in the answer is what he is called as well.
    told = _news(answer, asked, names)
    return (*own, *(one for one in told if " " in one and _is_close(one, own[:1], answer)))


def meant(pronoun: str, actors: Iterable[str], kinds: Kinds) -> list[str]:
    """Those whom a pronoun may mean: "he" is no country, and "they" are none that is known for one.

    Args:
        pronoun: As asked.
        actors: Whom the conversation named.
        kinds: What they may be.
    """
    they = pronoun.casefold().startswith("the")
    return [one for one in actors if not (of := kinds(one)) or Kind.PERSON in of or (they and Kind.ORGANISATION in of)]


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


def standing(text: str, actors: Sequence[str]) -> str:
    """A question with whom its first pronoun means in its place."""
    if not actors:
        return text
    return _POINTS.sub(lambda found: f"{actors[0]}’s" if found["of"] else actors[0], text, count=1)


def _news(answer: str, asked: Set[str], names: Names) -> tuple[str, ...]:
    """The names in an answer that were not in its question, in order; full names before others."""
    found = [
        one for one in names.of(answer, [word for word in words(answer) if word.term]) if not asked & {*terms(one)}
    ]
    full = [one for one in found if " " in one or "-" in one]
    return tuple(dict.fromkeys(full or [one for one in found if one not in DEMONYMS]))


def _is_close(name: str, own: Sequence[str], answer: str) -> bool:
    """Whether a name stands next to another in an answer: "Abdul Reza Shahlai, alias Hajj Yusif"."""
    either = "|".join((re.escape(name), *map(re.escape, own)))
    found = list(re.finditer(either, answer))
    between = (answer[one.end() : other.start()] for one, other in pairwise(found) if one[0] != other[0])
    return any(len(words) <= _BESIDE and ". " not in words for words in between)
