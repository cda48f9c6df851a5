"""An actor's file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.discord import buttons
from bot.discord.look import Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import quotes
from bot.discord.text import escape, fitted
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


def actor(of: Dossier, sources: Sources) -> Look:
    """An actor's names, time and ties, what the sources say of him, and what they leave open."""
    one = of.actor
    about = [str(one.kind), phrases.count(one.mentions, "mention")]
    if of.first is not None:
        about.append(f"told of from {of.first} to {of.last}")
    lines = [f"**{fitted(one.name, _NAME)}**\n-# {' · '.join(about)}"]
    if one.note is not None:
        lines.append(f"{fitted(one.note, _LINE)} (from actors.toml)")
    lines += _line("Also", [f"{name.name} ({name.mentions})" for name in one.names if name.name != one.name][:_NAMES])
    lines += _line("Named with", [f"{tie.other.name} ({phrases.tie(*tie.strength)})" for tie in of.connections[:_TIES]])
    lines += _line("Similar names, kept apart", [other.name for other in of.near])
    lines += _line("It is not said who is meant in", [quote.passage for quote in of.open[:_OPEN]])
    numbered = [replace(quote, number=number) for number, quote in enumerate(of.quotes, 1)]
    look = quotes("\n".join(lines), numbered, None, sources, longest=_LONGEST)
    return replace(look, rows=(buttons.about(one.name),))


def unknown_actor(name: str, near: Sequence[Actor]) -> Look:
    """That nobody goes by a name, and who may be meant."""
    return said(phrases.unknown_actor(name, near))


def _line(what: str, listed: Iterable[str]) -> list[str]:
    text = ", ".join(listed)
    return [f"{escape(what)}: {fitted(text, _LINE)}"] if text else []
