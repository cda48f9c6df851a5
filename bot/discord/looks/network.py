"""A network of actors: a picture, the strongest ties with a quote each, and all of them in a file."""

from dataclasses import replace

from bot.discord.look import Drawn, Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import MOST, quotes
from bot.discord.text import fitted
from bot.languages import Language
from bot.message import phrases
from bot.message.illustration import network_picture
from bot.message.network import CitedTie, Network
from index.sources import Sources

_NAME = 120
_HEAD = 160
_LONGEST = 320
_PASSAGES = 10


def network(found: Network, sources: Sources, language: Language) -> Look:
    """Who is named with whom; the strongest ties in words."""
    if not found.ties:
        return said(phrases.no_ties(found, language))
    shown = found.ties[:MOST]
    count = language.plural(len(found.ties), "{n} tie", "{n} ties")
    actors = language.plural(len(found.actors), "{n} actor", "{n} actors")
    about = [actors, count, phrases.actors_left_out(found, language)]
    lead = f"**{fitted(phrases.network_of(found, language), _NAME)}**\n-# {' · '.join(filter(None, about))}"
    citations = [replace(tie.citation, number=number) for number, tie in enumerate(shown, 1)]
    heads = [f"**{fitted(_who(tie, language), _HEAD)}** " for tie in shown]
    left = phrases.in_the_file(len(shown), count, language) if len(shown) < len(found.ties) else None
    look = quotes(lead, citations, left, sources, language, longest=_LONGEST, heads=heads)
    picture = network_picture(found, language)
    parts = (look.parts[0], Drawn("network.png", picture.png, picture.alt), *look.parts[1:])
    return replace(look, parts=parts, attachment=("network.txt", _listed(found, language)) if left else None)


def _who(tie: CitedTie, language: Language) -> str:
    one, other = (language.isolated(actor.name) for actor in (tie.one, tie.other))
    return f"{one} – {other} ({phrases.tie(tie.told, len(tie.passages), language)})"


def _listed(found: Network, language: Language) -> str:
    return "\n\n".join(_entry(tie, language) for tie in found.ties)


def _entry(tie: CitedTie, language: Language) -> str:
    together = language.say("Named together in: {passages}", passages=", ".join(tie.passages[:_PASSAGES]))
    told = phrases.told(tie.citation, language)
    return f"{_who(tie, language)}\n{told}\n{together}"
