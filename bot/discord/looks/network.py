"""A network of actors: a picture, the strongest ties with a quote each, and all of them in a file."""

from dataclasses import replace

from bot.discord.look import Drawn, Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import MOST, quotes
from bot.discord.text import fitted
from bot.message import phrases
from bot.message.illustration import network_picture
from bot.message.network import CitedTie, Network
from index.sources import Sources

_NAME = 120
_HEAD = 160
_LONGEST = 320
_PASSAGES = 10


def network(found: Network, sources: Sources) -> Look:
    """Who is named with whom; the strongest ties in words."""
    if not found.ties:
        return said(phrases.no_ties(found))
    shown = found.ties[:MOST]
    name = "Who is named with whom" if found.actor is None else f"Who is named with {found.actor.name}"
    count = phrases.count(len(found.ties), "tie")
    about = [phrases.count(len(found.actors), "actor"), count, phrases.actors_left_out(found)]
    lead = f"**{fitted(name, _NAME)}**\n-# {' · '.join(filter(None, about))}"
    citations = [replace(tie.citation, number=number) for number, tie in enumerate(shown, 1)]
    heads = [f"**{fitted(_who(tie), _HEAD)}** " for tie in shown]
    left = f"{len(shown)} of {count}; all are in the file" if len(shown) < len(found.ties) else None
    look = quotes(lead, citations, left, sources, longest=_LONGEST, heads=heads)
    picture = network_picture(found)
    parts = (look.parts[0], Drawn("network.png", picture.png, picture.alt), *look.parts[1:])
    return replace(look, parts=parts, attachment=("network.txt", _listed(found)) if left else None)


def _who(tie: CitedTie) -> str:
    return f"{tie.one.name} – {tie.other.name} ({phrases.tie(tie.told, len(tie.passages))})"


def _listed(found: Network) -> str:
    return "\n\n".join(
        f"{_who(tie)}\n“{tie.citation.quote}”\n{phrases.footnote(tie.citation)}\nNamed together in: "
        + ", ".join(tie.passages[:_PASSAGES])
        for tie in found.ties
    )
