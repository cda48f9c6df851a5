"""/watch add, /watch list, /watch remove."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.choices import choices
from bot.discord.commands.lookups import actors
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.discord.panel import how_often
from bot.discord.place import Place
from bot.discord.presses.stop import stopped
from bot.footnote import Footnote
from bot.languages import Language
from bot.message import phrases
from bot.state.watches import Wanted, Watch

_NAME = 100
_QUERY = 200
_MOST = 20
"""Watches in a room; with more, nobody reads what they tell."""

watch = app_commands.Group(
    name="watch",
    description="Be told here when documents come that name somebody or match a query",
    allowed_contexts=app_commands.AppCommandContext(guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True),
)


@watch.command(name="add", description="Be told here when documents come that name an actor or match a query")
@app_commands.describe(
    query='Words that all have to be there; "exact words" and the rest as in /search', actor="A name, in any spelling"
)
async def add(
    interaction: discord.Interaction[Host],
    query: app_commands.Range[str, 1, _QUERY] | None = None,
    actor: app_commands.Range[str, 1, _NAME] | None = None,
) -> None:
    """Looks out for something from now on."""
    place, watches = Place.of(interaction), interaction.client.state.watches

    async def compose(_: Footnote, language: Language) -> Look:
        # An actor is kept as typed and found anew at each look: the name in full may come from a document that is no
        # longer to be seen here.
        text = " ".join((query or actor or "").split())
        if (query is None) is (actor is None) or not text or place.guild is None:
            return looks.said(language.say("Say either a query or an actor."))
        if len(await watches.here(place.room)) >= _MOST:
            return looks.said(
                language.say("{most} are looked out for here already, which is as many as there can be.", most=_MOST)
            )
        kind = Wanted.QUERY if actor is None else Wanted.ACTOR
        asked = Watch(place.guild, place.channel, place.room, interaction.user.id, kind, text)
        if not await watches.add(asked):
            return looks.said(language.say("“{text}” is looked out for here already.", text=text))
        digest = interaction.client.state.servers.server(place.guild).digest
        return looks.said(
            language.say(
                "When documents come with “{text}”, it is told here, at most {often}.",
                text=text,
                often=how_often(digest, language),
            )
        )

    await interaction.client.reply(interaction, compose, Manner.OPENLY)


@watch.command(name="list", description="List what is looked out for here")
async def listed(interaction: discord.Interaction[Host]) -> None:
    """Lists the watches of a room."""
    place = Place.of(interaction)

    async def compose(_: Footnote, language: Language) -> Look:
        here = await interaction.client.state.watches.here(place.room)
        if not here:
            return looks.notice(language.say("Nothing is looked out for here. {/watch add} begins."))
        watched = [f"{phrases.in_marks(one.text, language)} ({language.say(one.kind)})" for one in here]
        return looks.said(language.say("Looked out for here: {watches}", watches=language.separated(watched)))

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


@watch.command(name="remove", description="No longer be told here")
@app_commands.describe(watch="What is looked out for")
async def remove(interaction: discord.Interaction[Host], watch: app_commands.Range[str, 1, _QUERY]) -> None:
    """Ends a watch, for who began it and for moderators."""
    place = Place.of(interaction)

    async def compose(_: Footnote, language: Language) -> Look:
        here = await interaction.client.state.watches.here(place.room)
        found = next((one for one in here if watch in (str(one.id), one.text)), None)
        if found is None:
            return looks.said(language.say("“{text}” is not looked out for here.", text=watch))
        return await stopped(interaction, found.id, language)

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY)


add.autocomplete("actor")(actors)


@remove.autocomplete("watch")
async def here(interaction: discord.Interaction[Host], typed: str) -> list[app_commands.Choice[str]]:
    """The watches of the room."""
    if await interaction.client.suggesting(interaction) is None:
        return []
    found = await interaction.client.state.watches.here(Place.of(interaction).room)
    return choices((str(one.id), one.text) for one in found if typed.casefold() in one.text.casefold())
