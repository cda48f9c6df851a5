"""Links that open a source at the very words."""

from urllib.parse import quote

from index.citation import Citation

_WHOLE = 60
"""Code points. A longer quote is named by its first and last words, as the text fragment specification advises."""
_WORDS = 4


def quote_link(citation: Citation) -> str | None:
    """The source's address with a text fragment for the quote, or None where no address is known.

    Browsers scroll to the words and mark them (https://wicg.github.io/scroll-to-text-fragment/); others just open it.
    """
    if citation.url is None or not leads_to_words(citation):
        return citation.url
    words = citation.quote.split()
    if len(citation.quote) <= _WHOLE or len(words) < 2 * _WORDS:
        directive = _encoded(citation.quote)
    else:
        directive = f"{_encoded(' '.join(words[:_WORDS]))},{_encoded(' '.join(words[-_WORDS:]))}"
    return f"{citation.url}#:~:text={directive}"


def leads_to_words(citation: Citation) -> bool:
    """Whether the source has an address that leads to its very words; one with a fragment leads where that says."""
    return citation.url is not None and "#" not in citation.url


def _encoded(text: str) -> str:
    """Percent-encoded, the comma and the hyphen too, which have a meaning in a text directive."""
    return quote(text, safe="").replace("-", "%2D")
