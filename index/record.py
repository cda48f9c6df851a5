"""What is known about a document: its record."""

from dataclasses import dataclass
from typing import Final

WITHHELD: Final = "withheld"
"""The collection of the documents whose record is there and cannot be used. Nobody knows what it would say, so only who
may see every collection sees them; no grant names it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document's record; every field may be unknown.

    Attributes:
        title: The headline or name of the document.
        publisher: Who published it.
        author: Who wrote it.
        date: Publication date, ISO 8601, as precise as is known: ``2019``, ``2019-05`` or ``2019-05-07``.
        url: An http(s) address of the document.
        archive_url: An http(s) address of an archived copy.
        language: A BCP 47 tag such as ``en``.
        collection: The collection it belongs to.
        reliability: NATO Admiralty grade, ``A1`` to ``F6``.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None
    collection: str | None = None
    reliability: str | None = None
