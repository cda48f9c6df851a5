"""What there is to say of a query, so that whoever says it can say it in another language."""

from collections.abc import Mapping, Sequence
from typing import Final, Self


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


FARTHEST: Final = 999
"""Words; beyond any passage, so more would mean nothing."""

NEVER: Final = Note("Nothing can be found: “to:” lies before “from:”.")
DASH: Final = Note("The “-” stands before a space, so it excludes nothing; write -word.")
LONE_OR: Final = Note("The “OR” does not stand between two words, so it is left out.")

TOO_COMMON: Final = {
    "excluded": "“{words}” stands nearly everywhere and cannot be excluded, so it is searched as a plain word.",
    "near": "“{words}” stands nearly everywhere and tells nothing by being near, so it is searched as a plain word.",
    "actor": "“{words}” stands nearly everywhere and names no actor, so it is searched as a plain word.",
    "or": "“{words}” stands nearly everywhere and cannot be an alternative, so it is searched as a plain word.",
}
"""What is said of a word that is in most passages, by what was asked of it."""


def too_common(asked: str, words: str) -> Note:
    """That words are in most passages, and so cannot do what was asked of them: a key of TOO_COMMON."""
    return Note(TOO_COMMON[asked], words=words)


def unpaired(word: str | None) -> Note:
    """That a quotation mark has no partner, before a word or at the end."""
    if word is None:
        return Note("The quotation mark at the end has no partner, so it is left out.")
    return Note("The quotation mark before “{word}” has no partner, so it is left out.", word=word)


def empty(text: str) -> Note:
    """That quotation marks enclose no word."""
    return Note("Between the quotation marks (“{text}”) stands no word to look for.", text=text)


def nearness(given: str) -> Note:
    """What a nearness takes."""
    return Note(
        "The nearness “~{nearness}” needs two words in quotation marks before it and a number from 1 to {farthest} "
        'behind it, as in "raid Karbala"~10; it is searched as plain words.',
        nearness=given,
        farthest=FARTHEST,
    )


def unknown_field(name: str, known: Sequence[str]) -> Note:
    """That there is no such field, and which there are."""
    return Note(
        "There is no field “{name}:”, so it is searched as plain words; the fields are {fields}.",
        name=name,
        fields=", ".join(known),
    )


def no_nearness(name: str, given: str) -> Note:
    """That a field's value takes no nearness."""
    return Note("The field “{name}:” takes no “~{nearness}”; it is searched as plain words.", name=name, nearness=given)


def no_value(name: str) -> Note:
    """That a field has no value."""
    return Note(
        "The field “{name}:” has no value, so it is searched as a plain word; its value stands right behind the colon.",
        name=name,
    )


def no_date(name: str, value: str) -> Note:
    """That a value is none of a field that takes a date."""
    return Note(
        "“{value}” is no date that “{name}:” takes, so it is searched as plain words; write it like 2004, 2004-06 or "
        "2004-06-05.",
        value=value,
        name=name,
    )


def star(text: str) -> Note:
    """That a star stands where it means nothing."""
    return Note("The “*” in “{text}” is left out: it has a meaning only at the end of a word, as in milit*.", text=text)
