"""Web pages: trafilatura finds where the article is; where it finds none, all of the page's text is kept.

Only ever imported in the worker's process: trafilatura takes long to load, and hostile pages can harm its parser.
"""

import re
from collections.abc import Iterator, Sequence

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from index.frontmatter import of_values
from index.readers.article import article
from index.readers.draft import Block, Draft
from index.readers.encoding import decode, line
from index.readers.hidden import without_unread
from index.readers.piece import KEPT_BREAK, Piece, lines, pieces
from index.readers.tags import strip
from index.record import Record

# Pages name their encoding within their first kilobyte, in ASCII.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096

# Guessing dates from any number on the page yields those of copyright notices and teasers.
_DATES = {"extensive_search": False, "original_date": True}

# Those of trafilatura's own tree, and of pages that it hands on as they are.
_SETS_APART = frozenset("p lb head list item quote table row cell div h1 h2 h3 h4 h5 h6 ul ol li tr td th br".split())


def read(content: bytes) -> Draft:
    """The blocks of a page's article and what the page says about itself.

    Raises:
        NotTextError: The bytes are no text.
    """
    declared = _CHARSET.search(content, 0, _DECLARED_WITHIN)
    text = decode(content, declared[1].decode("ascii") if declared else None)
    # Without huge_tree a page is cut off where its tags are nested 256 deep, which forgotten end tags come to.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return Draft(Record(), ())
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        return Draft(Record(), tuple(Block(clean) for row in strip(text).split("\n") if (clean := line(row))))
    without_unread(tree)
    for element in tree.iter("pre"):
        for inner in element.iter():
            inner.text = inner.text and inner.text.replace("\n", KEPT_BREAK)
            if inner is not element:
                inner.tail = inner.tail and inner.tail.replace("\n", KEPT_BREAK)
    language = tree.get("lang") or tree.get("xml:lang")
    values = {"language": language or "", "title": tree.findtext(".//title") or ""}
    kept: list[str] = []
    page = _page(tree)
    if page is not None:
        found = {
            "title": page.title,
            "publisher": page.sitename,
            "author": page.author,
            "date": page.date,
            "url": page.url,
        }
        values |= {name: value for name, value in found.items() if value}
        kept = list(lines(page.body, _SETS_APART))
    blocks = tuple(_blocks(article(list(pieces(tree)), kept), values["title"]))
    # What a page says of itself badly is not worth a word: nobody but its maker can mend it.
    record, _ = of_values(values)
    return Draft(record, blocks)


def _page(tree: HtmlElement) -> Document | None:
    try:
        # Left to itself it drops lists and definitions between the paragraphs of many pages.
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
        )
    except RecursionError:
        return None
    return page if isinstance(page, Document) else None


def _blocks(found: Sequence[Piece], title: str) -> Iterator[Block]:
    for place, piece in enumerate(found):
        if piece.heading and piece.text == title and len(found) > 1:
            continue
        # Nothing stands below a last heading: what did was no part of the article.
        last = place + 1 == len(found)
        yield Block(piece.text, piece.marked and not (piece.heading and last))
