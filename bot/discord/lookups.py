"""What the look-ups show: an actor's file, a timeline, a network."""

from bot.discord import looks
from bot.discord.buttons import Shows
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language
from bot.message.dossier import dossier
from bot.question.conditions import NO_DATE
from bot.question.question import QuestionError
from index.actors.actor import Actor
from index.events import Period
from index.query.dates import Span


def actor_file(footnote: Footnote, name: str, language: Language) -> Look:
    """The file of the actor who goes by a name."""
    found = footnote.actors.find(name)
    if found is None:
        return looks.unknown_actor(name, footnote.actors.near(name), Shows.FILE, language)
    return looks.actor(dossier(found, footnote.actors, footnote.sources), footnote.sources, language)


def timeline(
    footnote: Footnote, name: str | None, language: Language, since: str | None = None, until: str | None = None
) -> Look:
    """The timeline of the actor who goes by a name, or of all sources.

    Raises:
        QuestionError: A date is none, or the later one comes first.
    """
    found = footnote.chronicler.events(name, _period(since, until))
    if name is not None and found.actor is None:
        return looks.unknown_actor(name, found.near, Shows.TIMELINE, language)
    return looks.timeline(found, footnote.sources, language)


def network(footnote: Footnote, name: str | None, language: Language) -> Look:
    """The network around the actor who goes by a name, or of all sources."""
    found = footnote.weaver.network(name)
    if name is not None and found.actor is None:
        return looks.unknown_actor(name, found.near, Shows.NETWORK, language)
    return looks.network(found, footnote.sources, language)


def _period(since: str | None, until: str | None) -> Period:
    first, last = (None if text is None else Span.of(text.strip()) for text in (since, until))
    for text, span in ((since, first), (until, last)):
        if text is not None and span is None:
            raise QuestionError(NO_DATE, text=text)
    if first is not None and last is not None and first.first > last.last:
        raise QuestionError("The date to begin with is after the date to end with.")
    return Period(None if first is None else first.first, None if last is None else last.last)


def named(footnote: Footnote, typed: str, count: int) -> list[Actor]:
    """Actors one of whose names begins so, then those whose names are near; for nothing typed the foremost."""
    actors = footnote.actors
    if not typed.strip():
        return list(actors.all[:count])
    found = {actor.id: actor for actor in (*actors.starting(typed, count), *actors.near(typed))}
    return list(found.values())[:count]
