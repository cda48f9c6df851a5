"""All that must last, in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.state.database import Database
from bot.state.inquiries import Inquiries
from bot.state.servers import Servers
from bot.state.watches import Watches


@dataclass(frozen=True, slots=True)
class State:
    """What must last.

    Attributes:
        servers: The settings of servers and channels.
        inquiries: What was asked, and what people thought of the answers.
        watches: What is looked out for.
    """

    servers: Servers
    inquiries: Inquiries
    watches: Watches

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Self]:
        """Opens what is kept in a folder.

        Raises:
            StateError: It is damaged, is from a newer release or of another program, or cannot be written.
        """
        async with Database.open(folder) as database:
            servers = Servers(database)
            await servers.read()
            yield cls(servers, Inquiries(database), Watches(database))
