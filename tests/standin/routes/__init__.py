"""The routes of the REST API, one module for each kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import accounts, commands, guilds, interactions, messages

if TYPE_CHECKING:
    from ..rest import Route


def all_routes() -> list[Route]:
    """In the order of matching: a literal path segment comes before a parameter."""
    return [*accounts.ROUTES, *commands.ROUTES, *guilds.ROUTES, *messages.ROUTES, *interactions.ROUTES]
