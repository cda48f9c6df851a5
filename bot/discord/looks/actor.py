"""An actor's file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.discord import buttons
from bot.discord.buttons import Shows
from bot.discord.look import Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.languages import Language, phrase
from bot.message import phrases
from bot.message.dossier import Dossier
from index.actors.actor import Actor
from index.sources import Sources

_NAME = 120
_LINE = 350
_NAMES = 8
_TIES = 8
_OPEN = 5
_LONGEST = 400


def actor(of: Dossier, sources: Sources, language: Language) -> Look:
    """An actor's names, time and ties, what the sources say of him, and what they leave open."""
    one = of.actor
    about = [language.say(one.kind), phrases.mentions(one.mentions, language)]
    if of.first is not None and of.last is not None:
        about.append(
            language.say("told of from {first} to {last}", first=language.iso(of.first), last=language.iso(of.last))
        )
    lines = [f"**{fitted(one.name, _NAME)}**\n-# {' · '.join(about)}"]
    if one.note is not None:
        lines.append(f"{fitted(one.note, _LINE)} ({language.say('from actors.toml')})")
    others = [(name.name, language.number(name.mentions)) for name in one.names if name.name != one.name]
    ties = [(tie.other.name, phrases.tie(*tie.strength, language)) for tie in of.connections]
    lists = (
        (phrase("Also: {names}"), _qualified(others[:_NAMES], language)),
        (phrase("Named with: {names}"), _qualified(ties[:_TIES], language)),
        (phrase("Similar names, kept apart: {names}"), [language.isolated(other.name) for other in of.near]),
        (phrase("It is not said who is meant in: {names}"), [quote.passage for quote in of.open[:_OPEN]]),
    )
    lines += [_line(what, listed, language) for what, listed in lists if listed]
    numbered = [replace(quote, number=number) for number, quote in enumerate(of.quotes, 1)]
    look = quotes("\n".join(lines), numbered, None, sources, language, longest=_LONGEST)
    return replace(look, rows=(buttons.about(one.name, language),))


def unknown_actor(name: str, near: Sequence[Actor], shows: Shows, language: Language) -> Look:
    """That nobody goes by a name, and who may be meant: a button for each, which shows of them what was asked for."""
    return replace(
        said(phrases.unknown_actor(name, near, language)),
        rows=(buttons.meant_actors(phrases.names_of(near), shows),),
    )


def _qualified(named: Iterable[tuple[str, str]], language: Language) -> list[str]:
    return [f"{language.isolated(name)} ({what})" for name, what in named]


def _line(what: str, listed: Sequence[str], language: Language) -> str:
    text = language.separated(listed)
    return language.say(what, names=fitted(text, _LINE))
