"""/privacy, /forget-me."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner
from bot.discord.look import Look
from bot.footnote import Footnote
from bot.languages import Language, phrase

PRIVACY = (
    (
        phrase("What Footnote keeps"),
        phrase(
            "For 30 days: each question or query with your account's id, the server's and the channel's, whether it "
            "was answered, and whether you found an answer helpful. The buttons below answers and follow-ups need "
            "this. After 30 days nothing of it is shown or used, and within a day more it is deleted."
        ),
        phrase(
            "Until it is changed: the settings of a server and of its channels, and what is looked out for with "
            "{/watch add}, with the id of who asked for it."
        ),
    ),
    (
        phrase("What it does not keep"),
        phrase(
            "Answers, messages that are not for it, and names. It sends nothing to anybody but Discord, and asks no "
            "other service."
        ),
    ),
    (
        phrase("Who sees it"),
        phrase(
            "Moderators see with {/insights} which questions were not answered, without a name. The operator of this "
            "bot can read its files."
        ),
        phrase("{/forget-me} deletes what is kept of you, at once."),
    ),
)


@everywhere
@app_commands.command(name="privacy", description="What Footnote keeps, for how long, and who sees it")
async def privacy(interaction: discord.Interaction[Host]) -> None:
    """Says what is kept."""

    async def compose(_: Footnote, language: Language) -> Look:
        chapters = [(language.say(heading), *map(language.say, points)) for heading, *points in PRIVACY]
        return looks.notice("\n".join(f"**{heading}**\n" + "\n".join(points) for heading, *points in chapters))

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)


@everywhere
@app_commands.command(name="forget-me", description="Delete what Footnote keeps of you, everywhere and at once")
async def forget_me(interaction: discord.Interaction[Host]) -> None:
    """Deletes what is kept of a person."""

    async def compose(_: Footnote, language: Language) -> Look:
        state = interaction.client.state
        entries = await state.inquiries.forget(interaction.user.id) + await state.watches.disown(interaction.user.id)
        if not entries:
            return looks.said(language.say("Nothing is kept of you."))
        deleted = language.plural(
            entries,
            "Deleted: {n} entry that was kept of you.",
            "Deleted: {n} entries that were kept of you.",
        )
        stay = language.say("Your answers stay where they are; Delete below them removes them.")
        return looks.said(f"{deleted} {stay}")

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)
