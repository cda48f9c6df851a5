"""Blocks that stand in several documents which are not copies of one another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.furniture.day import written_date
from index.furniture.line import Line, key_value, spells_acronym
from index.furniture.page import Page

MAX_BANNER_WORDS = 60
"""Words of a block that may be furniture because it recurs: cookie notices and appeals to subscribe have 10 to 50;
a longer passage that recurs is a statement that several documents quote."""

MIN_BANNER_DOCUMENTS = 3
"""Documents that a block stands in to be furniture: two may quote one another."""

COPY_SHARE = 0.8
"""Share of the smaller document's prose, in words, that makes two documents copies of one another."""

PARTIAL_COPY_SHARE = 0.6
"""The same where they share at least ``PARTIAL_COPY_BLOCKS`` paragraphs: a copy that was cut or added to. Banners
rarely come in threes, and less rarely with so little of a page's own between them."""

PARTIAL_COPY_BLOCKS = 3


def without_banners(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without the short blocks that stand in several of them which are not copies of one another."""
    family = _families(pages)
    # Sentences go first: without them it shows which pages are lists, where words recur because they are the matter.
    for short in (False, True):
        banners = _banners(pages, family, short=short)
        pages = [page.without(banners) for page in pages]
    return pages


@dataclass(slots=True)
class _Spread:
    """Where a block recurs.

    Attributes:
        families: Of the documents that it stands in.
        times: How often it stands anywhere.
        outside: How often before the first or after the last prose.
    """

    families: set[int] = field(default_factory=set)
    times: int = 0
    outside: int = 0


def _banners(pages: Sequence[Page], family: Sequence[int], *, short: bool) -> frozenset[str]:
    spreads: defaultdict[str, _Spread] = defaultdict(_Spread)
    for page, number in zip(pages, family, strict=True):
        if page.has_prose:
            for place, line in enumerate(page.lines):
                if not line.block.marked and (line.words <= SHORT_WORDS) is short and line.words <= MAX_BANNER_WORDS:
                    spread = spreads[line.key]
                    spread.families.add(number)
                    spread.times += 1
                    spread.outside += not page.start <= place < page.end
    recurring = {
        key
        for key, spread in spreads.items()
        # Speakers' names, short answers and section headings recur too, but within the text.
        if len(spread.families) >= MIN_BANNER_DOCUMENTS and (not short or 2 * spread.outside >= spread.times)
    }
    lines = {line.key: line for page in pages for line in page.lines if line.key in recurring}
    return frozenset(key for key, line in lines.items() if not _tells(line))


# Longer lines that recur word for word are no headings.
SHORT_WORDS = 4


def _tells(line: Line) -> bool:
    """Whether a line says something of its own document even where others have the same."""
    return bool(key_value(line) or written_date(line.text) or spells_acronym(line.text))


def _families(pages: Sequence[Page]) -> list[int]:
    """For each page the number of one that it is, directly or by way of others, a copy of."""
    family = list(range(len(pages)))

    def root(number: int) -> int:
        while family[number] != number:
            family[number] = family[family[number]]
            number = family[number]
        return number

    weights = [page.weights() for page in pages]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, weight in enumerate(weights):
        for key in weight:
            found[key].append(number)
    compared: set[tuple[int, int]] = set()
    for with_it in found.values():
        # Comparing each with the first and with the one before it is enough to link copies, which share many blocks.
        for place in range(1, len(with_it)):
            for pair in ((with_it[0], with_it[place]), (with_it[place - 1], with_it[place])):
                if pair not in compared:
                    compared.add(pair)
                    if root(pair[0]) != root(pair[1]) and _are_copies(weights[pair[0]], weights[pair[1]]):
                        family[root(pair[1])] = root(pair[0])
    return [root(number) for number in range(len(pages))]


def _are_copies(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    common = one.keys() & other.keys()
    share = sum(one[key] for key in common) / max(1, min(sum(one.values()), sum(other.values())))
    return share >= COPY_SHARE or (share >= PARTIAL_COPY_SHARE and len(common) >= PARTIAL_COPY_BLOCKS)
