"""Footnote's own words."""

from bot.discord.limits import TEXT
from bot.discord.look import Look
from bot.discord.text import fitted


def said(text: str) -> Look:
    """A sentence of Footnote's own, in which names and what people typed do nothing."""
    return Look((fitted(text, TEXT),))


def notice(text: str) -> Look:
    """A sentence of Footnote's own that names channels or times in Discord's notation, and nothing people typed."""
    return Look((text,))
