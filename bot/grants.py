"""Which collections a server may see, as the operator's settings say."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from index.document import SHARED
from index.record import WITHHELD

EVERYTHING = "*"
DEFAULT = "default"

_TAKES = (
    'JSON such as {"default": ["shared"], "1234567890": ["shared", "harbour"]}: a list of collections for each '
    'server\'s id and for "default"'
)

_RESERVED = (
    f'no "{WITHHELD}": that is the collection of documents whose record cannot be used, which only "{EVERYTHING}" shows'
)

Collections = frozenset[str] | None
"""Collections by name; None for all that there are and ever will be."""


@dataclass(frozen=True, slots=True)
class Grants:
    """Who may see which collections.

    Attributes:
        default: What servers that are not named may see, and people in DMs or with Footnote in their own account.
        guilds: What the named servers may see, by their ids.
    """

    default: Collections = None
    guilds: Mapping[int, Collections] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Self:
        """The grants that a setting names: JSON with a list of collections for each server's id and for "default".

        Raises:
            ValueError: It is something else; the message says what the setting takes.
        """
        try:
            named = json.loads(text)
        except ValueError:
            raise ValueError(_TAKES) from None
        if not isinstance(named, dict) or not all(map(_fits, named.items())):
            raise ValueError(_TAKES)
        if any(WITHHELD in names for names in named.values()):
            raise ValueError(_RESERVED)
        guilds = {int(key): _collections(names) for key, names in named.items() if key != DEFAULT}
        return cls(_collections(named.get(DEFAULT, [SHARED])), guilds)

    def of(self, guild: int | None) -> Collections:
        """What a server may see; None stands for a DM or a person's own account."""
        return self.default if guild is None else self.guilds.get(guild, self.default)

    def named(self) -> frozenset[str]:
        """Every collection that is named."""
        return frozenset(name for one in (self.default, *self.guilds.values()) for name in one or ())


def narrowed(granted: Collections, chosen: Collections) -> Collections:
    """What is left of what is granted where less is chosen; a choice never adds to it."""
    if granted is None or chosen is None:
        return granted if chosen is None else chosen
    return granted & chosen


def _collections(names: list[str]) -> Collections:
    return None if EVERYTHING in names else frozenset(names)


def _fits(entry: tuple[str, Any]) -> bool:
    key, names = entry
    is_key = key == DEFAULT or (key.isascii() and key.isdigit())
    return is_key and isinstance(names, list) and all(isinstance(name, str) for name in names)
