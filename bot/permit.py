"""A permit to read a document at a place: what a link of the source reader carries, sealed so that nobody makes one."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from itsdangerous import BadData, URLSafeSerializer

from bot.reference import Reference
from bot.scope import Scope

LASTS: Final = timedelta(days=30)
"""As long as the buttons below an answer, and as long as it is kept who asked what: a link that is passed on, or found
in an old export, must not open a document for ever. Who still sees the answer gets a new one from "In context"."""


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to read a document, as long as it may be seen where the permit was given.

    Attributes:
        reference: The quote that it opens at.
        scope: Where it was given.
        until: The last day that it holds.
    """

    reference: Reference
    scope: Scope
    until: date


class Permits:
    """Seals permits, and opens what it has sealed."""

    def __init__(self, key: bytes) -> None:
        self._seal = URLSafeSerializer(
            key, salt="reader", signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
        )

    def sealed(self, permit: Permit) -> str:
        """A permit as letters, digits, ``-``, ``_`` and ``.``, with its HMAC-SHA-256."""
        quote, scope = permit.reference, permit.scope
        held = [quote.document, quote.start, quote.end, quote.check, scope.guild, scope.channel, int(scope.private)]
        return str(self._seal.dumps([*held, permit.until.toordinal()]))

    def opened(self, text: str) -> Permit | None:
        """The permit that was sealed as this text, None where none was. Whether it still holds is another question."""
        if not text.isascii():
            return None
        try:
            document, start, end, check, guild, channel, private, until = self._seal.loads(text)
        except BadData:
            return None
        scope = Scope(guild, channel, bool(private))
        return Permit(Reference(document, start, end, check), scope, date.fromordinal(until))
