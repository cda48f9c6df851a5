"""What is sent, before it is made into Discord's components."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from bot.discord.limits import ROW
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
        button: Shows it in its context.
    """

    text: str
    button: Button


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: each of its texts as Discord is to show it.

    Attributes:
        mark: What stands before its title: the number of its quote, and a space; empty where it has none.
        title: The document's.
        about: What stands between title and place: what else there is to say of the document, and the commas.
        place: Where in the document the quote stands.
        citation: What it is to.
        link: Where its title leads; None where it leads nowhere.
        place_link: Likewise where its place leads.
    """

    mark: str
    title: str
    about: str
    place: str
    citation: Citation
    link: str | None = None
    place_link: str | None = None

    def __str__(self) -> str:
        return f"-# {self.mark}{_link(self.title, self.link)}{self.about}{_link(self.place, self.place_link)}"


def _link(text: str, address: str | None) -> str:
    return text if address is None else f"[{text}]({address})"


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes, one a line.

    Attributes:
        notes: In the order of their quotes, at least one.
    """

    notes: tuple[Note, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.notes))


class Chosen(Enum):
    """What is chosen from a menu."""

    WORDS = "words"
    CHANNELS = "channels"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu that any number can be chosen from, none included, or just one.

    Attributes:
        id: The custom id that a choice comes back with.
        hint: What it reads while nothing is chosen.
        kind: What it offers: words, or what the server has of channels or roles.
        chosen: What is chosen: words, or ids.
        words: The words offered, at most 25, each with what it reads.
        one: Whether one has to be chosen, and no more.
    """

    id: str
    hint: str
    kind: Chosen
    chosen: frozenset[str] | frozenset[int]
    words: tuple[tuple[str, str], ...] = ()
    one: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture.

    Attributes:
        name: Of its file.
        png: The file.
        alt: What it shows, for who cannot see it; at most 1,024 characters.
    """

    name: str
    png: bytes
    alt: str


class Rule(Enum):
    """A line across, between parts."""

    LINE = "line"


class Tone(Enum):
    """How sure an answer is, as the colour at its edge: red, green and blue of a byte each."""

    LIKELY = 0x3BA55D
    UNSURE = 0xE0A030
    REFUSED = 0xB5525C


Part = str | Quoted | Notes | Rule | Menu | Drawn | tuple[Button, ...]
"""A part of a message; a tuple of buttons is a row of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is sent.

    Attributes:
        parts: In reading order.
        rows: The buttons below, at most five in a row.
        attachment: Name and text of a file, for what fits no message.
        tone: How sure it is; None for what is no answer.
    """

    parts: tuple[Part, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    attachment: tuple[str, str] | None = None
    tone: Tone | None = None

    def with_button(self, button: Button) -> Self:
        """The same with one more button, in the last row if there is room."""
        *rows, last = self.rows or ((),)
        below = ((*last, button),) if len(last) < ROW else (last, (button,))
        return replace(self, rows=(*rows, *below))

    @property
    def text(self) -> str:
        """All there is to read."""
        shown = (part for part in self.parts if isinstance(part, str | Quoted | Notes))
        return "\n".join(part.text if isinstance(part, Quoted) else str(part) for part in shown)

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Name and content of each file that goes with it."""
        drawn = tuple((part.name, part.png) for part in self.parts if isinstance(part, Drawn))
        return drawn if self.attachment is None else (*drawn, (self.attachment[0], self.attachment[1].encode()))
