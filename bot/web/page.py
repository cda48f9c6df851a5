"""A page of the source reader: a sheet with its quote marked, and what is known about the document."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import zip_longest
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.answering.evidence.shape import is_heading
from bot.languages import Language
from bot.message import phrases
from bot.message.bibliography import STYLES
from bot.message.links import quote_link
from bot.web.grade import in_words
from bot.web.links import QUOTE
from bot.web.sheet import Piece, Sheet
from bot.web.words import gone_words, page_words, style_word
from index.citation import Citation

POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The content security policy of what loads nothing, sends nothing and stands in no frame."""

LONGEST_CITED: Final = 2_000
"""Code points of a quote that is offered to be cited: three times over, it must not make the page long."""
_HEADING: Final = 120
"""Code points of a heading; a few words that are longer are an address or the like."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph.

    Attributes:
        text: As it stands in the source.
        marked: Whether it is of the quote.
    """

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as shown, or a piece of one.

    Attributes:
        number: The paragraph's; None where it goes on from the piece before.
        written: It in the digits of the page's own words.
        page: What is said of the page of the document that begins with it; None where none does.
        heading: Whether it looks like one.
        runs: What it reads, in order.
    """

    number: int | None
    written: str
    page: str | None
    heading: bool
    runs: tuple[Run, ...]


class Pages:
    """Makes pages.

    Attributes:
        policy: The content security policy that they need: their style, and nothing else.
    """

    def __init__(self) -> None:
        environment = Environment(
            loader=PackageLoader("bot.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style = files("bot.web").joinpath("reader.css").read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        environment.globals |= {"style": Markup(style), "quote_id": QUOTE}  # noqa: S704  # our own file
        self.policy = f"{POLICY}; style-src 'sha256-{digest}'"
        self._page = environment.get_template("page.html")
        self._gone = environment.get_template("gone.html")

    def gone(self, language: Language) -> str:
        """The page for a link that leads nowhere, whatever the reason."""
        return self._gone.render(language=language, words=gone_words(language))

    def page(
        self, sheet: Sheet, citation: Citation, permit: str, until: date, left_out: int, language: Language
    ) -> str:
        """A page.

        Args:
            sheet: What it shows.
            citation: The quote that is marked, as far as it stands there.
            permit: The last segment of the page's own address, which the links to other sheets have too.
            until: The last day that they hold.
            left_out: How many of the document's lines are not in its text.
            language: What the page's own words are in.
        """
        document, record = sheet.document, sheet.document.record
        lines = _lines(sheet, citation, language)
        cited = STYLES if len(citation.quote) <= LONGEST_CITED else {}
        return self._page.render(
            language=language,
            words=page_words(sheet, until, left_out, language),
            document=document,
            record=record,
            day=record.date and language.iso(record.date),
            grade=in_words(record.reliability, language),
            footnote=phrases.footnote(citation, language),
            place=phrases.place(citation, language),
            original=quote_link(citation),
            host=_host(record.url),
            styles=[(style_word(style, language), write(citation, record, language)) for style, write in cited.items()],
            lines=lines,
            marked=any(run.marked for line in lines for run in line.runs),
            before=sheet.before,
            after=sheet.after,
            permit=permit,
        )


def _lines(sheet: Sheet, citation: Citation, language: Language) -> list[Line]:
    return [
        Line(
            number=piece.paragraph.number if piece.start == piece.paragraph.start else None,
            written=language.digits(str(piece.paragraph.number)),
            page=_page(before, piece, language),
            heading=_is_heading(sheet.document.text, before, piece, after),
            runs=tuple(_runs(sheet.document.text, piece, citation)),
        )
        for before, piece, after in zip_longest((None, *sheet.pieces[:-1]), sheet.pieces, sheet.pieces[1:])
    ]


def _runs(text: str, piece: Piece, citation: Citation) -> Iterator[Run]:
    begin = min(max(citation.start, piece.start), piece.end)
    end = max(min(citation.end, piece.end), begin)
    for start, stop, marked in ((piece.start, begin, False), (begin, end, True), (end, piece.end, False)):
        if start < stop:
            yield Run(text[start:stop], marked)


def _page(before: Piece | None, piece: Piece, language: Language) -> str | None:
    number = piece.paragraph.page
    if number is None or (before is not None and before.paragraph.page == number):
        return None
    return language.say("Page {number}", number=number)


def _is_heading(text: str, before: Piece | None, piece: Piece, after: Piece | None) -> bool:
    """Whether a paragraph looks like the heading of the one after it; of short lines in a row, none does."""
    beside = (one is not None and is_heading(text[one.start : one.end]) for one in (before, after))
    short = piece.end - piece.start <= _HEADING and is_heading(text[piece.start : piece.end])
    return short and after is not None and not any(beside)


def _host(address: str | None) -> str | None:
    return None if address is None else urlsplit(address).hostname
