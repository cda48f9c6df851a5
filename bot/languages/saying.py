"""Sentences that are not said yet, so that whoever says them chooses the language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Part = str | int
"""What stands in a sentence's gap; numbers are written as the language writes them."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence.

    Attributes:
        text: In English, with ``{gaps}``.
        parts: What stands in the gaps.
    """

    text: str
    parts: Mapping[str, Part] = field(default_factory=lambda: MappingProxyType({}))


def phrase(text: str) -> str:
    """The text as it is: marks for the catalogues what is translated where it is said, not where it stands."""
    return text
