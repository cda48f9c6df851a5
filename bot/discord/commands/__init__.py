"""The slash commands, one a file."""

from typing import Any

from discord import app_commands

from bot.discord.commands.ask import ask
from bot.discord.commands.cite import cite, passage
from bot.discord.commands.help import help
from bot.discord.commands.insights import insights
from bot.discord.commands.lookups import actor, network, timeline
from bot.discord.commands.privacy import forget_me, privacy
from bot.discord.commands.search import search
from bot.discord.commands.settings import settings
from bot.discord.commands.sources import source, sources
from bot.discord.commands.watch import watch

COMMANDS: tuple[app_commands.Command[Any, ..., None] | app_commands.Group, ...] = (
    *(ask, search, cite, passage, source, sources, actor, timeline, network, watch),
    *(settings, insights, help, privacy, forget_me),
)
"""What is registered with Discord."""
