"""Blocks that stand in several documents which are not copies of one another.

The one thing about a document that depends on the others. It is told from their outlines alone, by operations on whole
arrays, so that it can be told anew whenever a document comes or goes.
"""

import numpy as np
from numpy.typing import NDArray

from index.furniture.copies import families
from index.furniture.line import Prose
from index.furniture.outline import MAX_BANNER_WORDS, Outline
from index.furniture.sign import ENOUGH

MIN_BANNER_DOCUMENTS = 3
"""Documents that a block stands in to be furniture: two may quote one another."""

MAX_BANNER_SHARE = 0.8
"""Share of a document's prose, in words, that may be furniture. Where more of it stands in others, as in excerpts that
overlap or reports made from a template, the recurring sentences are the matter."""

SHORT_WORDS = 4
"""Words. Longer lines that recur word for word are no headings."""

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]


def banners(lines: Outline, sizes: Ints) -> tuple[Ints, Ints]:
    """The blocks of web pages to leave out because they stand in several documents which are not copies of one another.

    The court's name on three indictments, or a phrase of the law in them, stays: they are no web pages.

    Args:
        lines: The outlines of all documents, one after another.
        sizes: How many blocks each document has.

    Returns:
        The places of such blocks in their documents, ascending, one document's after another's; and how many each
        document has.
    """
    documents = len(sizes)
    owner = np.repeat(np.arange(documents), sizes)
    pages = np.bincount(owner, lines["sign"], minlength=documents) >= ENOUGH
    if not pages.any():
        return np.empty(0, np.int64), np.zeros(documents, np.int64)
    family = families(lines, owner, documents)
    dropped = np.zeros(len(lines), np.bool_)
    # Sentences go first: without them it shows which pages are lists, where words recur because they are the matter.
    for short in (False, True):
        left = np.flatnonzero(~dropped)
        page = _Pages(lines[left], owner[left], documents)
        dropped[left[page.sparing(page.recurring(family, short=short) & pages[owner[left]])]] = True
    gone = np.flatnonzero(dropped)
    starts = np.cumsum(sizes) - sizes
    return gone - starts[owner[gone]], np.bincount(owner[gone], minlength=documents)


class _Pages:
    """All documents' blocks as far as they are left."""

    def __init__(self, lines: Outline, owner: Ints, documents: int) -> None:
        self._lines = lines
        self._owner = owner
        self._documents = documents
        _, self._number = np.unique(lines["key"], return_inverse=True)
        anchors = np.flatnonzero((lines["prose"] == Prose.PARAGRAPH) | lines["marked"])
        self._start, self._end = np.full(documents, len(lines)), np.zeros(documents, np.int64)
        np.minimum.at(self._start, owner[anchors], anchors)
        np.maximum.at(self._end, owner[anchors], anchors + 1)

    def recurring(self, family: Ints, *, short: bool) -> Flags:
        """For each block whether it is furniture because it recurs.

        Args:
            family: Of each document.
            short: Whether to look at short blocks or at longer ones.
        """
        lines, owner = self._lines, self._owner
        counted = ~lines["marked"] & (lines["words"] <= MAX_BANNER_WORDS) & self._in_prose
        at = np.flatnonzero(counted & ((lines["words"] <= SHORT_WORDS) == short))
        number, keys = self._number[at], int(self._number.max(initial=-1)) + 1
        standing = np.unique(number * self._documents + family[owner[at]]) // max(self._documents, 1)
        recurs = np.bincount(standing, minlength=keys) >= MIN_BANNER_DOCUMENTS
        if short:
            outside = (at < self._start[owner[at]]) | (at >= self._end[owner[at]])
            # Speakers' names, short answers and section headings recur too, but within the text.
            recurs &= 2 * np.bincount(number[outside], minlength=keys) >= np.bincount(number, minlength=keys)
        recurs[self._number[lines["tells"]]] = False
        furniture: Flags = recurs[self._number] & ~lines["marked"] & self._in_prose
        return furniture

    def sparing(self, banners: Flags) -> Flags:
        """As given, but for documents that are little but these, which have none to spare."""
        words = np.where(self._lines["prose"] > Prose.NONE, self._lines["words"], 0).astype(np.float64)
        whole = np.bincount(self._owner, words, minlength=self._documents)
        rest = np.bincount(self._owner, np.where(banners, 0, words), minlength=self._documents)
        return banners & (rest >= (1 - MAX_BANNER_SHARE) * whole)[self._owner]

    @property
    def _in_prose(self) -> Flags:
        """For each block whether its document has any prose; one that has none is a list."""
        return (self._start < self._end)[self._owner]
