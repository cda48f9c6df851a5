"""A finished picture."""

from dataclasses import dataclass

from bot.languages import ENGLISH, Language

LONGEST_ALT = 1024
"""Code points of an attachment's description on Discord."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words.

    Attributes:
        png: The file.
        alt: What it shows, for who cannot see it; no longer than Discord takes.
    """

    png: bytes
    alt: str


def described(sentences: list[str], language: Language = ENGLISH) -> str:
    """As many of the sentences as an alternative text holds, and a word on those it does not."""
    said = ""
    for at, sentence in enumerate(sentences):
        more = " " + language.say("And {n} more.", n=len(sentences) - at)
        if len(said) + len(sentence) + len(more) >= LONGEST_ALT:
            return f"{said}{more}".strip()
        said = f"{said} {sentence}".strip()
    return said
