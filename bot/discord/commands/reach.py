"""Where a command is offered."""

from typing import Any, TypeVar

from discord import app_commands

Offered = TypeVar("Offered", app_commands.Command[Any, ..., Any], app_commands.ContextMenu)


def everywhere(command: Offered) -> Offered:
    """Offers a command on servers and to people who have Footnote in their own account, there in every chat."""
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    command.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
    return command
