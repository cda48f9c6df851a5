"""A citation to paste elsewhere: as text, as Markdown, as a BibTeX entry."""

import re
from collections.abc import Callable

from bot.languages import ENGLISH, Language
from bot.message.links import quote_link
from bot.message.phrases import in_marks, place
from index.citation import Citation
from index.record import Record

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_BIBTEX_ESCAPES = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~]")


def text(citation: Citation, record: Record, language: Language = ENGLISH) -> str:
    """The quote and its source in plain text."""
    return f"{in_marks(citation.quote, language)} {_source(citation, record, language)}"


def markdown(citation: Citation, record: Record, language: Language = ENGLISH) -> str:
    """The quote as a block quote, its source below with a link to the very words."""
    link = quote_link(citation)
    source = _MARKDOWN_SPECIAL.sub(r"\\\g<0>", _source(citation, record, language))
    quote = _MARKDOWN_SPECIAL.sub(r"\\\g<0>", citation.quote)
    return f"> {quote}\n>\n> — {source if link is None else f'[{source}](<{link}>)'}"


def bibtex(citation: Citation, record: Record, language: Language = ENGLISH) -> str:
    """A ``@misc`` entry that carries the quote in its note."""
    year, _, rest = (record.date or "").partition("-")
    fields = {
        "title": record.title,
        "author": record.author,
        "publisher": record.publisher,
        "year": year or None,
        "month": rest.partition("-")[0] or None,
        "url": record.url,
        "note": f"{place(citation, language)}: {in_marks(citation.quote, language)}",
    }
    body = ",\n".join(f"  {name} = {{{_escaped(value)}}}" for name, value in fields.items() if value)
    return f"@misc{{{citation.document}-p{citation.paragraph},\n{body}\n}}"


STYLES: dict[str, Callable[[Citation, Record, Language], str]] = {"markdown": markdown, "bibtex": bibtex, "text": text}


def _source(citation: Citation, record: Record, language: Language) -> str:
    parts = (record.author, citation.title, citation.publisher, citation.date, place(citation, language), citation.url)
    return ", ".join(part for part in parts if part)


def _escaped(value: str) -> str:
    return _BIBTEX_SPECIAL.sub(lambda found: _BIBTEX_ESCAPES.get(found[0], f"\\{found[0]}"), value)
