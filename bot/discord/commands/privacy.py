"""/privacy, /forget-me."""

import discord
from discord import app_commands

from bot.discord import looks
from bot.discord.commands.reach import everywhere
from bot.discord.host import Host, Manner, plain
from bot.discord.look import Look
from bot.footnote import Footnote

PRIVACY = """**What Footnote keeps**
For 30 days: each question or query with your account's id, the server's and the channel's, whether it was answered, \
and whether you found an answer helpful. The buttons below answers and follow-ups need this. After 30 days nothing of \
it is shown or used, and within a day more it is deleted.
Until it is changed: the settings of a server and of its channels, and what is looked out for with /watch, with the id \
of who asked for it.
**What it does not keep**
Answers, messages that are not for it, and names. It sends nothing to anybody but Discord, and asks no other service.
**Who sees it**
Moderators see with /insights which questions were not answered, without a name. The operator of this bot can read its \
files.
/forget-me deletes what is kept of you, at once."""


@everywhere
@app_commands.command(name="privacy", description="What Footnote keeps, for how long, and who sees it")
async def privacy(interaction: discord.Interaction[Host]) -> None:
    """Says what is kept."""
    await interaction.client.reply(interaction, plain(looks.notice(PRIVACY)), Manner.PRIVATELY, free=True)


@everywhere
@app_commands.command(name="forget-me", description="Delete what Footnote keeps of you, everywhere and at once")
async def forget_me(interaction: discord.Interaction[Host]) -> None:
    """Deletes what is kept of a person."""

    async def compose(_: Footnote) -> Look:
        state = interaction.client.state
        entries = await state.inquiries.forget(interaction.user.id) + await state.watches.disown(interaction.user.id)
        if not entries:
            return looks.said("Nothing is kept of you.")
        listed = "1 entry that was" if entries == 1 else f"{entries:,} entries that were"
        return looks.said(
            f"Deleted: {listed} kept of you. Your answers stay where they are; Delete below them removes them."
        )

    await interaction.client.reply(interaction, compose, Manner.PRIVATELY, free=True)
