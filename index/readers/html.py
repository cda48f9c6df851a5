"""Web pages: trafilatura finds the article; where it finds none, all of the page's text is kept.

Only ever imported in the worker's process: trafilatura takes long to load, and hostile pages can harm its parser.
"""

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]
from trafilatura.settings import Document

from index.frontmatter import of_values
from index.readers.draft import Block, Draft
from index.readers.encoding import decode, line
from index.record import Record

# Pages name their encoding within their first kilobyte, in ASCII.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_CELL_BREAK = " | "
# Guessing dates from any number on the page yields those of copyright notices and teasers.
_DATES = {"extensive_search": False, "original_date": True}

# Elements that begin a line of their own in a browser.
_SETS_APART = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)
# Those of trafilatura's own tree.
_SETS_APART_IN_ARTICLE = frozenset({"p", "lb", "head", "list", "item", "quote", "table", "row"})
_UNSEEN = frozenset("head script style template noscript iframe object svg math select button textarea".split())


def read(content: bytes) -> Draft:
    """The blocks of a page's article and what the page says about itself.

    Raises:
        NotTextError: The bytes are no text.
    """
    declared = _CHARSET.search(content, 0, _DECLARED_WITHIN)
    text = decode(content, declared[1].decode("ascii") if declared else None)
    tree = _tree(text)
    if tree is None:
        return Draft(Record(), ())
    page = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    language = tree.get("lang") or tree.get("xml:lang")
    if not isinstance(page, Document):
        title = tree.findtext(".//title")
        record, _ = of_values({"title": title or "", "language": language or ""})
        return Draft(record, tuple(_page_blocks(tree)))
    record, _ = of_values(
        {
            "title": page.title or "",
            "publisher": page.sitename or "",
            "author": page.author or "",
            "date": page.date or "",
            "url": page.url or "",
            "language": page.language or language or "",
        }
    )
    return Draft(record, tuple(_article_blocks(page.body, record.title)))


def _tree(text: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _article_blocks(body: etree._Element, title: str | None) -> Iterator[Block]:
    """The blocks of trafilatura's tree: p, head, list of items, table of rows of cells, quote, code."""
    elements = list(body)
    for place, element in enumerate(elements):
        # Nothing stands below a last heading: what did was no part of the article.
        heading = element.tag == "head"
        if heading and line("".join(element.itertext())) == title:
            continue
        marked = element.tag in ("list", "table", "quote", "code") or (heading and place + 1 < len(elements))
        for text in _texts(element):
            yield Block(text, marked)


def _texts(element: etree._Element) -> Iterator[str]:
    if element.tag == "table":
        for row in element.iter("row"):
            cells = (line(" ".join(cell.itertext())) for cell in row.iter("cell"))
            if text := _CELL_BREAK.join(filter(None, cells)):
                yield text
        return
    if element.tag in ("quote", "code"):
        yield from filter(None, map(line, "".join(element.itertext()).split("\n")))
        return
    yield from _lines(element, _SETS_APART_IN_ARTICLE)


def _page_blocks(tree: HtmlElement) -> Iterator[Block]:
    for text in _lines(tree, _SETS_APART, _UNSEEN):
        yield Block(text)


def _lines(root: etree._Element, breaks: frozenset[str], unseen_in: frozenset[str] = frozenset()) -> Iterator[str]:
    """The element's text, cut where named elements begin and end; without recursion, since trees may be deep."""
    gathered: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag
        if name in breaks:
            if text := line(" ".join("".join(gathered).split("\n"))):
                yield text
            gathered = []
        if name in unseen_in:
            unseen += 1 if event == "start" else -1
        run = element.text if event == "start" else element.tail if element is not root else None
        if run and not unseen:
            gathered.append(run)
    if text := line("".join(gathered)):
        yield text
