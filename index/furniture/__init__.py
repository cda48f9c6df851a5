"""Tells what a page says from what merely stands around it: menus, captions, banners, source lines, teasers.

Nothing here knows a site or a file. What counts is where a block stands (before the first prose, within it, after the
last), how much it reads like prose, and whether it is repeated, within its document or across documents. Losing a
sentence of a source is worse than keeping a menu word, so whatever stands between two paragraphs of prose is kept.

Only ``banners`` compares documents; it sees their outlines alone, and what it gives back is all that a document's text
takes from the others.
"""

from collections.abc import Sequence

from index.furniture.banner import banners
from index.furniture.body import cleared
from index.furniture.line import measured
from index.furniture.outline import Outline, outline
from index.furniture.page import Page
from index.readers.draft import Draft

__all__ = ["Outline", "banners", "clear", "outline"]


def clear(draft: Draft, banners: Sequence[int] = ()) -> Draft:
    """The draft without page furniture, its record completed from the lines that stand around the prose.

    Blocks are only left out, never changed, added or moved; marked blocks are always kept. Problems are passed on.

    Args:
        draft: A document as read.
        banners: The places of blocks that other documents show to be furniture.
    """
    left_out = frozenset(banners)
    kept = [block for place, block in enumerate(draft.blocks) if place not in left_out]
    return cleared(draft, Page.of(map(measured, kept)))
