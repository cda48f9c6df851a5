"""Questions that the sources do answer, for people who do not know yet what to ask."""

from collections.abc import Iterator

from bot.footnote import Footnote
from index.actors.mention import Kind
from index.actors.said import SaidError

_TRIED = 8
"""Actors asked about. An answer takes some ten milliseconds, in a large corpus a hundred."""


def examples(footnote: Footnote, count: int, longest: int) -> list[str]:
    """Up to so many questions of at most so many characters, about whom the sources name most, the surest first."""
    sure = [(footnote.ask(question), question) for question in _questions(footnote) if len(question) <= longest]
    answered = [(given.confidence, question) for given, question in sure if given.answered]
    return [question for _, question in sorted(answered, key=lambda one: -one[0])[:count]]


def _questions(footnote: Footnote) -> Iterator[str]:
    try:
        actors = footnote.actors.all
    except SaidError:
        return
    named = [actor for actor in actors if actor.mentions > 1 and actor.kind is not Kind.PLACE]
    for actor in named[:_TRIED]:
        yield f"{'Who' if actor.kind is Kind.PERSON else 'What'} is {actor.name}?"
