"""Web pages: trafilatura finds the article; where it finds none, all of the page's text is kept.

Only ever imported in the worker's process: trafilatura takes long to load, and hostile pages can harm its parser.
"""

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from index.frontmatter import of_values
from index.readers.draft import Block, Draft
from index.readers.encoding import decode, line
from index.readers.tags import strip
from index.record import Record

# Pages name their encoding within their first kilobyte, in ASCII.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_CELL_BREAK = " | "
# Guessing dates from any number on the page yields those of copyright notices and teasers.
_DATES = {"extensive_search": False, "original_date": True}

MAX_CELL_WORDS = 40
"""Words of a table's cell from which the table is there for the page's layout, and its cells hold paragraphs."""

MIN_ARTICLE = 250
"""Characters: where trafilatura finds fewer it hands out the page's text in one piece, menus and all."""

# Elements that begin a line of their own in a browser.
_SETS_APART = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)
# Those of trafilatura's own tree.
_SETS_APART_IN_ARTICLE = frozenset({"p", "lb", "head", "list", "item", "quote", "table", "row"})
_UNSEEN = frozenset("head script style template noscript iframe object svg math select button textarea".split())
_AROUND = frozenset({"nav", "footer", "aside"})

# Stands for a line break in preformatted text, which trafilatura does not tell from quotations; no page may use it.
_KEPT_BREAK = "\ue00a"


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
    for element in tree.iter("pre"):
        for inner in element.iter():
            inner.text = inner.text and inner.text.replace("\n", _KEPT_BREAK)
            if inner is not element:
                inner.tail = inner.tail and inner.tail.replace("\n", _KEPT_BREAK)
    language = tree.get("lang") or tree.get("xml:lang")
    values = {"language": language or "", "title": tree.findtext(".//title") or ""}
    blocks: tuple[Block, ...] = ()
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
        blocks = tuple(_article_blocks(page.body, page.title))
    if sum(len(block.text) for block in blocks) < MIN_ARTICLE or len(blocks) == 1:
        whole = tuple(_page_blocks(tree))
        found_texts = {text for block in blocks for text in block.text.split(_CELL_BREAK)}
        if not blocks or not found_texts <= {block.text for block in whole}:
            blocks = whole
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


def _article_blocks(body: etree._Element, title: str | None) -> Iterator[Block]:
    """The blocks of trafilatura's tree: p, head, list of items, table of rows of cells, quote, code."""
    elements = list(body)
    for place, element in enumerate(elements):
        if element.tag == "table":
            for row in element.iter("row"):
                yield from _row_blocks(row)
            continue
        texts = list(_lines(element, _SETS_APART_IN_ARTICLE))
        if element.tag == "head" and texts == [title]:
            continue
        # Nothing stands below a last heading: what did was no part of the article.
        last = place + 1 == len(elements)
        marked = element.tag in ("list", "quote", "code") or (element.tag == "head" and not last)
        yield from (Block(text, marked) for text in texts)


def _row_blocks(row: etree._Element) -> Iterator[Block]:
    cells = [list(_lines(cell, _SETS_APART_IN_ARTICLE)) for cell in row.iter("cell")]
    texts = [" ".join(cell) for cell in cells if cell]
    if any(len(text.split()) > MAX_CELL_WORDS for text in texts):
        yield from (Block(text) for cell in cells for text in cell)
    elif texts:
        yield Block(_CELL_BREAK.join(texts), marked=True)


def _page_blocks(tree: HtmlElement) -> list[Block]:
    texts = list(_lines(tree, _SETS_APART, _UNSEEN | _AROUND)) or _lines(tree, _SETS_APART, _UNSEEN)
    return [Block(text) for text in texts]


def _lines(root: etree._Element, breaks: frozenset[str], unseen_in: frozenset[str] = frozenset()) -> Iterator[str]:
    """The element's text, cut where named elements begin and end; without recursion, since trees may be deep."""
    gathered: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag
        if name in breaks:
            yield from _unbroken("".join(gathered))
            gathered = []
        if name in unseen_in:
            unseen += 1 if event == "start" else -1
        run = element.text if event == "start" else element.tail if element is not root else None
        if run and not unseen:
            gathered.append(run)
    yield from _unbroken("".join(gathered))


def _unbroken(text: str) -> Iterator[str]:
    return filter(None, map(line, text.split(_KEPT_BREAK)))
