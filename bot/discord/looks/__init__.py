"""How answers, results and all else that Footnote says look on Discord: text and quotes, within Discord's limits."""

from bot.discord.looks.answer import answer
from bot.discord.looks.citations import citations
from bot.discord.looks.context import context
from bot.discord.looks.guide import guide, welcome
from bot.discord.looks.insights import insights
from bot.discord.looks.plain import notice, said
from bot.discord.looks.results import results
from bot.discord.looks.sources import source, sources

__all__ = [
    "answer",
    "citations",
    "context",
    "guide",
    "insights",
    "notice",
    "results",
    "said",
    "source",
    "sources",
    "welcome",
]
