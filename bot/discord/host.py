"""What commands and buttons ask of the client that they run in."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

import discord

from bot.discord.layout import Look
from bot.footnote import Footnote

Compose = Callable[[], Look]
"""Makes a reply; it may block, and is run in a thread of its own."""


class Host(discord.AutoShardedClient, ABC):
    """A client that answers from a Footnote.

    Attributes:
        footnote: What it answers from.
    """

    footnote: Footnote

    @abstractmethod
    async def reply(self, interaction: discord.Interaction[Any], compose: Compose, *, private: bool = False) -> None:
        """Replies to a command or a button, to nobody else if private."""

    @abstractmethod
    def accepts(self, id: int) -> bool:
        """Whether to handle the event of this id: it is new, and the bot is not stopping."""
