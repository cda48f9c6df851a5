"""What commands and buttons ask of the client that they run in."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum, auto
from typing import Any

import discord

from bot.discord import looks
from bot.discord.asking import Asking
from bot.discord.linking import Linking
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language
from bot.library import Library
from bot.state import State

Compose = Callable[[Footnote, Language], Awaitable[Look]]
"""Makes a reply from the sources that may be seen where it is going to, in the language that it is read in."""


def blocking(make: Callable[[Footnote, Language], Look]) -> Compose:
    """A reply that is made in a thread of its own, so that the gateway's heartbeat goes on."""

    async def compose(footnote: Footnote, language: Language) -> Look:
        return await asyncio.to_thread(make, footnote, language)

    return compose


def plain(text: str) -> Compose:
    """A sentence of Footnote's own, given in English, that takes no making."""

    async def compose(_: Footnote, language: Language) -> Look:
        return looks.said(language.say(text))

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
        linking: Puts links to the source reader into messages.
        languages: Those that it speaks, by their codes.
    """

    state: State
    library: Library
    asking: Asking
    linking: Linking
    languages: Mapping[str, Language]

    @abstractmethod
    async def footnote_for(self, place: Place) -> Footnote:
        """The Footnote that has what may be seen in a place, and nothing else."""

    @abstractmethod
    def language(self, interaction: discord.Interaction[Any], *, openly: bool = False) -> Language:
        """What a reply to something that somebody did is in; to be read by all where it is to be open."""

    @abstractmethod
    def server_language(self, guild: int) -> Language:
        """What is said on a server of Footnote's own accord is in."""

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
