"""What the sources say of a claim."""

from dataclasses import replace

from bot.answering.claim import Checked, Otherwise
from bot.discord.look import Look, Tone
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.languages import Language
from bot.message import phrases
from index.sources import Sources

_CLAIM = 300


def checked(found: Checked, sources: Sources, language: Language) -> Look:
    """The quotes that speak of a claim; those marked that say otherwise, and in what."""
    against = sum(stand.otherwise is not None for stand in found.stands)
    heading = language.plural(
        len(sources.passage_counts()), "Checked against {n} document", "Checked against {n} documents"
    )
    lead = [f"**{heading}**", f"> {fitted(' '.join(found.claim.split()), _CLAIM)}", phrases.standing(found, language)]
    if found.spoken:
        lead.append(f"-# {language.say(phrases.MARKED)}")
    heads = ["" if stand.otherwise is None else _otherwise(stand.otherwise, language) for stand in found.stands]
    look = quotes("\n".join(lead), [stand.citation for stand in found.stands], None, sources, language, heads=heads)
    tone = Tone.REFUSED if not found.spoken else Tone.UNSURE if against else None
    return replace(look, tone=tone)


def _otherwise(difference: Otherwise, language: Language) -> str:
    return f"**{language.say('Says otherwise ({difference}):', difference=language.say(difference))}** "
