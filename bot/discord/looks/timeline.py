"""A timeline: a picture, the foremost events, and all of them in a file."""

from dataclasses import replace

from bot.discord.look import Drawn, Look
from bot.discord.looks.plain import said
from bot.discord.looks.quotes import MOST, quotes
from bot.discord.text import fitted
from bot.languages import Language
from bot.message import phrases
from bot.message.events import Event, Events
from bot.message.illustration import timeline_picture
from bot.message.when import in_words
from index.sources import Sources

_NAME = 120
_HEAD = 120
_LONGEST = 320


def timeline(found: Events, sources: Sources, language: Language) -> Look:
    """What happened when; in words that is what most documents tell."""
    if not found.events:
        return said(phrases.no_events(found, language))
    shown = found.foremost(MOST)
    name = language.say("Timeline") if found.actor is None else found.actor.name
    count = language.plural(len(found.events), "{n} event", "{n} events")
    lead = f"**{fitted(name, _NAME)}**\n-# {count}"
    citations = [replace(event.lead.citation, number=number) for number, event in enumerate(shown, 1)]
    heads = [f"**{fitted(_when(event, language), _HEAD)}** " for event in shown]
    left = phrases.in_the_file(len(shown), count, language) if len(shown) < len(found.events) else None
    look = quotes(lead, citations, left, sources, language, longest=_LONGEST, heads=heads)
    picture = timeline_picture(found, language)
    parts = (look.parts[0], Drawn("timeline.png", picture.png, picture.alt), *look.parts[1:])
    return replace(look, parts=parts, attachment=("timeline.txt", _listed(found, language)) if left else None)


def _when(event: Event, language: Language) -> str:
    when = in_words(event.lead.when, event.lead.begin, event.lead.until, language)
    remark = phrases.remark(replace(event, disputed=()), language)
    if event.disputed:
        others = {in_words(one.when, one.begin, one.until, language) for one in event.disputed}
        remark = phrases.otherwise_dated(sorted(others), language)
    return f"{when} ({remark})" if remark else when


def _listed(found: Events, language: Language) -> str:
    return "\n\n".join(_entry(event, language) for event in found.events)


def _entry(event: Event, language: Language) -> str:
    tellings = (event.lead, *event.further, *event.disputed)
    return "\n".join([_when(event, language), *(phrases.told(one.citation, language) for one in tellings)])
