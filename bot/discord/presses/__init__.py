"""What pressing a button, choosing from a menu and sending a form does: one kind a file.

Presses are known by the pattern of their custom id alone, so they work for as long as the message stands, whichever
process sent it. Each is checked against what may be seen where it is pressed, now.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.discord import buttons
from bot.discord.host import Host
from bot.discord.presses.attempt import attempt
from bot.discord.presses.context import context
from bot.discord.presses.copy import copy
from bot.discord.presses.delete import delete
from bot.discord.presses.follow import ask, follow
from bot.discord.presses.instead import instead
from bot.discord.presses.listing import listing
from bot.discord.presses.lookup import lookup
from bot.discord.presses.more import more, page
from bot.discord.presses.setting import setting
from bot.discord.presses.share import share
from bot.discord.presses.stop import stop
from bot.discord.presses.verdict import verdict

Handler = Callable[[discord.Interaction[Host], re.Match[str]], Awaitable[None]]

PRESSES: dict[str, Handler] = {
    buttons.CONTEXT: context,
    buttons.MORE: more,
    buttons.PAGE: page,
    buttons.FOLLOW: follow,
    buttons.COPY: copy,
    buttons.SHARE: share,
    buttons.VERDICT: verdict,
    buttons.TRY: attempt,
    buttons.SETTING: setting,
    buttons.LOOKUP: lookup,
    buttons.INSTEAD: instead,
    buttons.SOURCES: listing,
    buttons.COLLECTION: listing,
    buttons.STOP: stop,
    buttons.DELETE: delete,
}
"""What each button does, by the pattern of its custom id."""

FORMS: dict[str, Handler] = {buttons.FOLLOW: ask}
"""What sending each form does, likewise."""


async def handle(interaction: discord.Interaction[Host], table: dict[str, Handler]) -> None:
    """Does what the first fitting entry of a table says; nothing for a custom id that no release of ours had."""
    sent: dict[str, Any] = {**(interaction.data or {})}
    custom_id = str(sent.get("custom_id", ""))
    for pattern, handler in table.items():
        if (match := re.fullmatch(pattern, custom_id)) is not None:
            await handler(interaction, match)
            return
