"""/actor, /timeline, /network."""

import asyncio

import discord
from discord import app_commands

from bot.discord import lookups
from bot.discord.choices import of_actors
from bot.discord.commands.reach import everywhere
from bot.discord.host import Compose, Host, blocking
from bot.discord.limits import CHOICES

_NAME = 100
_DATE = 10
_NAMED = "A name, in any spelling"


@everywhere
@app_commands.command(name="actor", description="Show the file on a person, an organisation or a place")
@app_commands.describe(name=_NAMED)
async def actor(interaction: discord.Interaction[Host], name: app_commands.Range[str, 1, _NAME]) -> None:
    """Shows an actor's file."""
    await _show(interaction, blocking(lambda footnote, language: lookups.actor_file(footnote, name, language)))


@everywhere
@app_commands.command(name="timeline", description="Show what happened when, each event with a quote")
@app_commands.describe(
    actor="Only events whose sentence names this actor",
    since="Only what was then or later: 2004, 2004-06 or 2004-06-14",
    until="Only what was then or earlier",
)
@app_commands.rename(since="from", until="to")
async def timeline(
    interaction: discord.Interaction[Host],
    actor: app_commands.Range[str, 1, _NAME] | None = None,
    since: app_commands.Range[str, 1, _DATE] | None = None,
    until: app_commands.Range[str, 1, _DATE] | None = None,
) -> None:
    """Shows a timeline."""
    await _show(
        interaction, blocking(lambda footnote, language: lookups.timeline(footnote, actor, language, since, until))
    )


@everywhere
@app_commands.command(name="network", description="Show who is named with whom, each tie with a quote")
@app_commands.describe(name=f"Whose network; {_NAMED.lower()}")
async def network(
    interaction: discord.Interaction[Host], name: app_commands.Range[str, 1, _NAME] | None = None
) -> None:
    """Shows a network."""
    await _show(interaction, blocking(lambda footnote, language: lookups.network(footnote, name, language)))


@actor.autocomplete("name")
@network.autocomplete("name")
@timeline.autocomplete("actor")
async def actors(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """Actors one of whose names begins with what is typed, then those whose names are near it."""
    footnote = await interaction.client.suggesting(interaction)
    if footnote is None:
        return []
    found = await asyncio.to_thread(lookups.named, footnote, typed, CHOICES)
    return of_actors(found, interaction.client.language(interaction))


async def _show(interaction: discord.Interaction[Host], compose: Compose) -> None:
    client = interaction.client
    await client.reply(interaction, compose, client.manner(interaction, private=None))
