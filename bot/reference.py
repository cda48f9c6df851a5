"""A quote's place in short, as a button carries it: it outlives the process, and notices when the document changes."""

import re
import zlib
from dataclasses import dataclass
from typing import Self

from bot.footnote import Context, Footnote
from index.citation import Citation, MisquotedError, cite
from index.document import Document
from index.sources import Sources


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a quote stands.

    Attributes:
        document: The document's id.
        start: First code point of the quote in the document's text.
        end: One past its last code point.
        check: Eight hexadecimal digits that change when the quote does.
    """

    document: str
    start: int
    end: int
    check: str

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """The reference to a citation's quote."""
        return cls(citation.document, citation.start, citation.end, _checksum(citation.quote))

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """The reference that a custom id carries."""
        return cls(match["document"], int(match["start"]), int(match["end"]), match["check"])

    def __str__(self) -> str:
        return f"{self.document}:{self.start}:{self.end}:{self.check}"

    def find(self, footnote: Footnote) -> Context:
        """The quote in its context.

        Raises:
            LookupError: The document is not among these sources.
            MisquotedError: It has the quote no longer at this place.
        """
        document, citation = self.cited(footnote.sources)
        return footnote.quote_in_context(document, citation.start, citation.end)

    def cited(self, sources: Sources) -> tuple[Document, Citation]:
        """The document, and the quote in it.

        Raises:
            LookupError: The document is not among these sources.
            MisquotedError: It has the quote no longer at this place.
        """
        document = sources.document(self.document)
        if document is None:
            raise LookupError(self.document)
        citation = cite(document, self.start, self.end)
        if _checksum(citation.quote) != self.check:
            raise MisquotedError(f"{self.document} has changed")
        return document, citation


def _checksum(quote: str) -> str:
    return f"{zlib.crc32(quote.encode('utf-8', 'surrogatepass')):08x}"
