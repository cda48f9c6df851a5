"""Suggestions while an option is being typed."""

from collections.abc import Iterable

from discord import app_commands

from bot.discord.limits import CHOICE_NAME, CHOICE_VALUE, CHOICES
from bot.discord.text import cut
from bot.languages import Language
from bot.message import phrases
from index.actors.actor import Actor
from index.document import Document


def choices(named: Iterable[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    """Suggestions from values and what to show for them; a value that is too long to be sent back is left out."""
    fitting = [(value, name) for value, name in named if 0 < len(value) <= CHOICE_VALUE and name.strip()]
    return [app_commands.Choice(name=cut(name.strip(), CHOICE_NAME), value=value) for value, name in fitting[:CHOICES]]


def of_documents(documents: Iterable[Document]) -> list[app_commands.Choice[str]]:
    """Documents by their titles."""
    return choices((document.id, document.title) for document in documents)


def of_actors(actors: Iterable[Actor], language: Language) -> list[app_commands.Choice[str]]:
    """Actors by their names."""
    return choices((actor.name, f"{actor.name} ({_about(actor, language)})") for actor in actors)


def _about(actor: Actor, language: Language) -> str:
    return language.separated([language.say(actor.kind), phrases.mentions(actor.mentions, language)])
