"""Tells what a page says from what merely stands around it: menus, captions, banners, source lines, teasers.

Nothing here knows a site or a file. What counts is where a block stands (before the first prose, within it, after the
last), how much it reads like prose, and whether it is repeated, within its document or across documents. Losing a
sentence of a source is worse than keeping a menu word, so whatever stands between two paragraphs of prose is kept.
"""

from collections.abc import Mapping

from index.furniture.banner import without_banners
from index.furniture.body import cleared
from index.furniture.line import measured
from index.furniture.page import Page
from index.readers.draft import Draft


def clear(drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    """The drafts without page furniture, their records completed from the lines that stand around the prose.

    Blocks are only left out, never changed, added or moved; marked blocks are always kept. Problems are passed on.

    Args:
        drafts: Keyed by file; compared with one another, so that all documents should come in one call.

    Returns:
        The drafts under the same keys, in the same order.
    """
    pages = [Page.of(map(measured, draft.blocks)) for draft in drafts.values()]
    kept = zip(drafts.items(), without_banners(pages), strict=True)
    return {file: cleared(draft, page) for (file, draft), page in kept}
