"""Where something may be seen, and what, as the operator and those who run the servers have it now."""

from dataclasses import dataclass

from bot.grants import Collections, Grants, narrowed
from bot.state.servers import Servers


@dataclass(frozen=True, slots=True)
class Scope:
    """What decides what may be seen.

    Attributes:
        guild: The server whose grants and settings hold; None in a DM, and where only the person has it installed.
        channel: The channel whose settings hold.
        private: Whether only somebody who might ask there is told, and not everybody there.
    """

    guild: int | None
    channel: int
    private: bool = False


def visible(scope: Scope, grants: Grants, servers: Servers) -> Collections:
    """The collections that may be seen in a scope."""
    granted = grants.of(scope.guild)
    if scope.guild is None:
        return granted
    return narrowed(granted, servers.channel(scope.channel, scope.guild).collections)


def is_open(scope: Scope, servers: Servers) -> bool:
    """Whether who is told in a scope may read on.

    They may where Footnote answers; where only some roles may ask, only those who were told in private.
    """
    if scope.guild is None:
        return True
    server = servers.server(scope.guild)
    return server.answers_in(scope.channel) and (scope.private or not server.roles)
