"""A timeline: a picture, the foremost events, and all of them in a file."""

from dataclasses import replace

from bot.discord.look import Drawn, Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import MOST, quotes
from bot.discord.text import fitted
from bot.message import phrases
from bot.message.events import Event, Events
from bot.message.illustration import timeline_picture
from bot.message.when import in_words
from index.sources import Sources

_NAME = 120
_HEAD = 120
_LONGEST = 320


def timeline(found: Events, sources: Sources) -> Look:
    """What happened when; in words that is what most documents tell."""
    if not found.events:
        return said(phrases.no_events(found))
    shown = found.foremost(MOST)
    name = "Timeline" if found.actor is None else found.actor.name
    count = phrases.count(len(found.events), "event")
    lead = f"**{fitted(name, _NAME)}**\n-# {count}"
    citations = [replace(event.lead.citation, number=number) for number, event in enumerate(shown, 1)]
    heads = [f"**{fitted(_when(event), _HEAD)}** " for event in shown]
    left = f"{len(shown)} of {count}; all are in the file" if len(shown) < len(found.events) else None
    look = quotes(lead, citations, left, sources, longest=_LONGEST, heads=heads)
    picture = timeline_picture(found)
    parts = (look.parts[0], Drawn("timeline.png", picture.png, picture.alt), *look.parts[1:])
    return replace(look, parts=parts, attachment=("timeline.txt", _listed(found)) if left else None)


def _when(event: Event) -> str:
    when = in_words(event.lead.when, event.lead.begin, event.lead.until)
    remark = phrases.remark(replace(event, disputed=()))
    if event.disputed:
        others = {in_words(one.when, one.begin, one.until) for one in event.disputed}
        remark = f"otherwise dated: {', '.join(sorted(others))}"
    return f"{when} ({remark})" if remark else when


def _listed(found: Events) -> str:
    entries = []
    for event in found.events:
        told = "\n".join(
            f"“{one.citation.quote}”\n{phrases.footnote(one.citation)}"
            for one in (event.lead, *event.further, *event.disputed)
        )
        entries.append(f"{_when(event)}\n{told}")
    return "\n\n".join(entries)
