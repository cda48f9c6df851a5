"""What of a document tells which of its blocks are furniture: a few figures a block instead of its words."""

from hashlib import blake2b
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.furniture.day import written_date
from index.furniture.line import Line, Prose, key_value, measured, spells_acronym
from index.furniture.sign import weight_of
from index.readers.draft import Draft

LINE: Final = np.dtype(
    [("key", "<u8"), ("words", "<u4"), ("prose", "u1"), ("marked", "?"), ("tells", "?"), ("sign", "u1")]
)
"""A block: a hash of what makes it the same as another, its words, its ``Prose``, whether the format itself says that
it is content, whether it says something of its own document even where others have the same, and how sure a sign of a
web page it is."""

Outline: TypeAlias = NDArray[np.void]
"""The blocks of a document in reading order, as ``LINE``."""

MAX_BANNER_WORDS = 60
"""Words of a block that may be furniture because it recurs: cookie notices and appeals to subscribe have 10 to 50;
a longer passage that recurs is a statement that several documents quote."""

_KEY_SIZE = 8


def outline(draft: Draft) -> Outline:
    """The outline of a document as read."""
    return np.array([_row(measured(block)) for block in draft.blocks], LINE)


def _row(line: Line) -> tuple[int, int, Prose, bool, bool, int]:
    digest = blake2b(line.key.encode("utf-8", "surrogatepass"), digest_size=_KEY_SIZE).digest()
    # Of a longer one nobody asks.
    tells = line.words <= MAX_BANNER_WORDS and _tells(line)
    return int.from_bytes(digest, "little"), line.words, line.prose, line.block.marked, tells, weight_of(line)


def _tells(line: Line) -> bool:
    return bool(key_value(line) or written_date(line.text) or spells_acronym(line.text))
