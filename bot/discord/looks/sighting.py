"""What new documents say to something that is looked out for."""

from collections.abc import Sequence

from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.languages import Language
from bot.message import phrases
from index.citation import Citation
from index.sources import Sources

_TEXT = 200
_LONGEST = 320


def sighting(text: str, found: Sequence[Citation], sources: Sources, language: Language) -> Look:
    """The new passages, the first few as quotes and all in a file."""
    came = language.plural(
        len({one.document for one in found}),
        "{passages} in {n} new document",
        "{passages} in {n} new documents",
        passages=phrases.passages(len(found), language),
    )
    lead = f"**{language.say('New on {what}', what=fitted(text, _TEXT))}**\n-# {came}"
    return quotes(lead, found, None, sources, language, longest=_LONGEST)
