"""What there is to say of a query, so that whoever says it can say it in another language."""

from collections.abc import Mapping
from typing import Self


class Note(str):
    """A sentence in English that knows what it is made of.

    Attributes:
        text: The sentence with ``{gaps}``.
        parts: What stands in the gaps.
    """

    __slots__ = ("parts", "text")
    text: str
    parts: Mapping[str, str | int]

    def __new__(cls, text: str, /, **parts: str | int) -> Self:
        """Fills the gaps; numbers are grouped by thousands."""
        written = {name: f"{part:,}" if isinstance(part, int) else part for name, part in parts.items()}
        made = super().__new__(cls, text.format(**written))
        made.text, made.parts = text, parts
        return made
