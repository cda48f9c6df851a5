"""The commands as they come in: each invocation is handled once, and a failing one has a sentence."""

import logging

import discord
from discord import app_commands

from bot.discord.host import Host, Manner, plain
from bot.languages import phrase

log = logging.getLogger(__name__)

_UNKNOWN = phrase("This command cannot be run as it was sent. Try again in a minute.")


class Tree(app_commands.CommandTree[Host]):
    """The commands; each invocation is handled once."""

    async def interaction_check(self, interaction: discord.Interaction[Host], /) -> bool:
        """Whether to handle it: once, and not while stopping."""
        return self.client.accepts(interaction.id)

    async def on_error(self, interaction: discord.Interaction[Host], error: app_commands.AppCommandError, /) -> None:
        """Says so when a command cannot be run, such as one that Discord still shows from an older release."""
        log.error("a command failed", exc_info=error)
        if not interaction.response.is_done() and interaction.type is discord.InteractionType.application_command:
            await self.client.reply(interaction, plain(_UNKNOWN), Manner.PRIVATELY, free=True)
