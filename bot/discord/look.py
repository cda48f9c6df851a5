"""What is sent, before it is made into Discord's components."""

from dataclasses import dataclass
from enum import Enum

from index.citation import Citation


@dataclass(frozen=True, slots=True)
class Button:
    """A button.

    Attributes:
        label: What it reads.
        id: The custom id that a press of it comes back with.
    """

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text that quotes a source. Below those that follow one another is a row of buttons that show each in its context.

    Attributes:
        text: As Discord is to show it.
        citation: The quote.
    """

    text: str
    citation: Citation


class Rule(Enum):
    """A line across, between parts."""

    LINE = "line"


@dataclass(frozen=True, slots=True)
class Look:
    """What is sent.

    Attributes:
        parts: In reading order.
        rows: The buttons below, at most five in a row.
        attachment: Name and text of a file, for what fits no message.
    """

    parts: tuple[str | Quoted | Rule, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    attachment: tuple[str, str] | None = None

    @property
    def text(self) -> str:
        """All there is to read."""
        texts = (part.text if isinstance(part, Quoted) else part for part in self.parts if not isinstance(part, Rule))
        return "\n".join(texts)
