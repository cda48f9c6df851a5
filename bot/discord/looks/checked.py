"""What the sources say of a claim."""

from dataclasses import replace

from bot.answering.claim import Checked
from bot.discord.look import Look, Tone
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.message import phrases
from index.sources import Sources

_CLAIM = 300


def checked(found: Checked, sources: Sources) -> Look:
    """The quotes that speak of a claim; those marked that say otherwise, and in what."""
    against = sum(stand.otherwise is not None for stand in found.stands)
    heading = f"Checked against {phrases.count(len(sources.passage_counts()), 'document')}"
    lead = [f"**{heading}**", f"> {fitted(' '.join(found.claim.split()), _CLAIM)}", phrases.standing(found)]
    if found.spoken:
        lead.append(f"-# {phrases.MARKED}")
    heads = ["" if stand.otherwise is None else f"**Says otherwise ({stand.otherwise}):** " for stand in found.stands]
    look = quotes("\n".join(lead), [stand.citation for stand in found.stands], None, sources, heads=heads)
    tone = Tone.REFUSED if not found.spoken else Tone.UNSURE if against else None
    return replace(look, tone=tone)
