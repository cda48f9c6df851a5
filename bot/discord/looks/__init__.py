"""How answers, results and all else that Footnote says look on Discord: text and quotes, within Discord's limits."""

from bot.discord.looks.actor import actor, unknown_actor
from bot.discord.looks.answer import answer
from bot.discord.looks.checked import checked
from bot.discord.looks.citations import citations
from bot.discord.looks.context import context
from bot.discord.looks.guide import guide, welcome
from bot.discord.looks.insights import insights
from bot.discord.looks.listing import listing
from bot.discord.looks.network import network
from bot.discord.looks.plain import notice, said
from bot.discord.looks.results import results
from bot.discord.looks.source import source
from bot.discord.looks.timeline import timeline

__all__ = [
    "actor",
    "answer",
    "checked",
    "citations",
    "context",
    "guide",
    "insights",
    "listing",
    "network",
    "notice",
    "results",
    "said",
    "source",
    "timeline",
    "unknown_actor",
    "welcome",
]
