"""What new documents say to something that is looked out for."""

from collections.abc import Sequence

from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.message import phrases
from index.citation import Citation
from index.sources import Sources

_TEXT = 200
_LONGEST = 320


def sighting(text: str, found: Sequence[Citation], sources: Sources) -> Look:
    """The new passages, the first few as quotes and all in a file."""
    documents = phrases.count(len({one.document for one in found}), "new document")
    passages = phrases.count(len(found), "passage")
    lead = f"**New on {fitted(text, _TEXT)}**\n-# {passages} in {documents}"
    return quotes(lead, found, None, sources, longest=_LONGEST)
