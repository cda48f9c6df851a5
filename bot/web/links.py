"""Links to the source reader."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.permit import LASTS, Permit, Permits
from bot.reference import Reference
from bot.scope import Scope
from index.citation import Citation

READ: Final = "read"
"""Where the reader is, below its base address."""
QUOTE: Final = "quote"
"""The fragment at which a page has its quote."""


@dataclass(frozen=True, slots=True)
class ReaderLinks:
    """Makes links.

    Attributes:
        base: The address that the reader is reached at, without a slash at its end.
        permits: What seals them.
    """

    base: str
    permits: Permits

    def link(self, citation: Citation, scope: Scope) -> str:
        """A link to a quote, given in a scope today."""
        until = datetime.now(UTC).date() + LASTS
        permit = self.permits.sealed(Permit(Reference.of(citation), scope, until))
        return f"{self.base}/{READ}/{permit}#{QUOTE}"
