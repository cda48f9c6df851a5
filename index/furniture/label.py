"""Lines about the document: who published it, who wrote it, when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.furniture.day import labelled_date
from index.furniture.line import HEADLINE_LENGTH, Line, Prose, is_said, key_value
from index.record import Record

_SEPARATOR = r"\s*(?:[:：|»›>]|\s[–—-](?=\s))\s*"
_PUBLISHER = re.compile(
    r"(?:original\s+)?(?:sources?|via|publisher|published\s+by|(?P<person>from)|fuente|publicado\s+por|fonte|quelle"
    r"|herausgeber|éditeur|editor(?:ial)?|bron|źródło|kaynak|источник|المصدر|منبع|来源|來源|出典)"
    + _SEPARATOR
    + r"(.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:by\s+|(?:(?:written|reported)\s+by|by|author|autor|autora|auteur|autore|автор|بقلم|نویسنده|作者)"
    + _SEPARATOR
    + r"|(?:por|von|par)\s+|بقلم\s+)(.+)",
    re.IGNORECASE,
)
HEADER = re.compile(
    r"(?:to|cc|bcc|from|subject|re|ref|attn|an|von|betreff|para|de|asunto|à|objet)\s*[:：]", re.IGNORECASE
)
_NAME_END = re.compile(r"\s*(?:[,|•·(]|\s[–—-]\s)")
_PARTICLES = frozenset("and y und et e de da do di du del della van von der den bin ibn al el la le of".split())
_MAX_NAME_WORDS = 8
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a line about the document says.

    Attributes:
        record: Its one value.
        stays: Whether the line is worth reading besides.
    """

    record: Record
    stays: bool = False


def said_by(line: Line, among_headers: bool) -> Said | None:
    """What a line says about its document, else None.

    Args:
        line: It stands outside the prose.
        among_headers: Whether a neighbour is a line of a letter's or a memo's header.
    """
    text = line.text
    if line.prose is Prose.PARAGRAPH or len(text) > HEADLINE_LENGTH:
        return None
    if (found := _PUBLISHER.fullmatch(text)) and not (found["person"] and among_headers):
        return _publisher(found[found.lastindex or 0])
    # Where a paragraph was broken its last line may begin with the word that bylines begin with.
    breaks_off = text[0].islower() and is_said(line)
    if not breaks_off and (found := _AUTHOR.fullmatch(text)) and (name := _name(found[1])):
        return Said(Record(author=name), stays=among_headers)
    if day := labelled_date(text):
        return Said(Record(date=day), stays=True)
    return None


def _publisher(value: str) -> Said | None:
    if _ADDRESS.fullmatch(value):
        return Said(Record(url=value))
    value = value.strip(" .,;|»")
    return Said(Record(publisher=value)) if value and len(value.split()) <= _MAX_NAME_WORDS else None


def _name(value: str) -> str | None:
    """The person's name that a byline begins with, else None."""
    name = _NAME_END.split(value, maxsplit=1)[0].strip(" .;:")
    words = name.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS or any(map(str.isdigit, name)) or words[0] in _PARTICLES:
        return None
    return name if all(word[0].isalpha() and (not word[0].islower() or word in _PARTICLES) for word in words) else None


def is_among_headers(lines: Sequence[Line], place: int) -> bool:
    """Whether a neighbour of the line belongs to the header of a letter or a memo."""
    return any(
        HEADER.match(other.text) or (key_value(other) is not None and not said_by(other, among_headers=True))
        for other in neighbours(lines, place)
    )


def neighbours(lines: Sequence[Line], place: int) -> list[Line]:
    """The lines before and after one."""
    return [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
