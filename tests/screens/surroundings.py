"""What a message needs from around it to be shown: names behind mentions, files behind addresses, the time."""

import base64
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

ATTACHMENT = "attachment://"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a message.

    Attributes:
        users: Display names by id.
        roles: Role names by id.
        channels: Channel names by id.
        files: Contents by address; ``attachment://NAME`` names a file of the message itself.
        now: When the message is looked at, for "3 days ago".
    """

    users: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def embedded(self, address: str) -> str | None:
        """The file at an address as a data URI, so that the page needs nothing from elsewhere; None for one elsewhere.

        Raises:
            KeyError: The message names an attachment that it does not have; Discord refuses such a message.
        """
        if address.startswith(ATTACHMENT):
            content = self.files[address]
        else:
            known = self.files.get(address)
            if known is None:
                return None
            content = known
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(content).decode()}"
