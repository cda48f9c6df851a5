"""What commands and buttons ask of the client that they run in."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from enum import Enum, auto
from typing import Any

import discord

from bot.discord.asking import Asking
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.library import Library
from bot.state import State

Compose = Callable[[Footnote], Awaitable[Look]]
"""Makes a reply from the sources that may be seen where it is going to."""


def blocking(make: Callable[[Footnote], Look]) -> Compose:
    """A reply that is made in a thread of its own, so that the gateway's heartbeat goes on."""

    async def compose(footnote: Footnote) -> Look:
        return await asyncio.to_thread(make, footnote)

    return compose


def plain(look: Look) -> Compose:
    """A reply that takes no making."""

    async def compose(_: Footnote) -> Look:
        return look

    return compose


class Manner(Enum):
    """How a reply to an interaction appears."""

    OPENLY = auto()
    PRIVATELY = auto()
    IN_PLACE = auto()
    """In place of the message that the pressed button stands below."""


class Host(discord.AutoShardedClient, ABC):
    """A client that answers from the sources.

    Attributes:
        state: What must last.
        library: The sources, for each place as far as they may be seen there.
        asking: Answers what is asked.
    """

    state: State
    library: Library
    asking: Asking

    @abstractmethod
    async def footnote_for(self, place: Place) -> Footnote:
        """The Footnote that has what may be seen in a place, and nothing else."""

    @abstractmethod
    def linked(self, look: Look, place: Place) -> Look:
        """The same with links to the source reader, for who may see the place that it goes to."""

    @abstractmethod
    def granted(self, guild: int) -> frozenset[str]:
        """The collections that a server may see."""

    @abstractmethod
    async def suggesting(self, interaction: discord.Interaction[Any]) -> Footnote | None:
        """What completions of what is being typed may come from; None where the person may not ask."""

    @abstractmethod
    async def reply(
        self,
        interaction: discord.Interaction[Any],
        compose: Compose,
        manner: Manner = Manner.OPENLY,
        *,
        free: bool = False,
    ) -> None:
        """Replies to a command, a button or a modal.

        Args:
            interaction: What was done.
            compose: Makes the reply.
            manner: How it appears.
            free: Whether it is for everybody everywhere and costs nothing: not an answer from the sources.
        """

    @abstractmethod
    async def open(self, interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
        """Opens a form."""

    @abstractmethod
    async def remove(self, interaction: discord.Interaction[Any]) -> None:
        """Deletes the message that the pressed button stands below."""

    @abstractmethod
    def manner(self, interaction: discord.Interaction[Any], *, private: bool | None) -> Manner:
        """How an answer to a command appears: as is wished, else as the server has it."""

    @abstractmethod
    def accepts(self, id: int) -> bool:
        """Whether to handle the event of this id: it is new, and the bot is not stopping."""
