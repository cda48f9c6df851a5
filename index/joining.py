"""Puts the documents that stay and those that were made anew together."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from index.engine import Engine
from index.sources import Sources
from index.store.keeping import Keeper
from index.store.lexicon import Lexicon
from index.store.shelf import Shelf
from index.store.shelving import settled
from index.store.table import Ints

NEW: Final = -1
"""The place before of a document that was not there, or not as it is."""


def joined(old: Sources, places: Ints, shelves: Sequence[Shelf], lexicon: Lexicon, keeper: Keeper) -> Sources:
    """The sources of what stays and what is new.

    What this costs beyond copying a few figures for each passage depends on what came and went, not on what stays.

    Args:
        old: The sources before.
        places: Where among the documents before each document was, ``NEW`` for one that is new.
        shelves: The new documents in their order.
        lexicon: That of ``old``, with the words of the new documents; of these alone where nothing stays.
        keeper: Takes what is put together.
    """
    came = Sources(shelves, np.arange(sum(map(len, shelves))), lexicon)
    new = places == NEW
    if new.all():
        return Sources(
            shelves, came.rows, keeper.lexicon(lexicon), census=came.census, engine=keeper.engine(came.engine)
        )
    went = np.setdiff1d(np.arange(len(old.rows)), places)
    lost = Sources(old.shelves if len(went) else (), old.rows[went], lexicon)
    census = old.census.changed(lexicon, came.census, lost.census)
    engine = _engine(old, places, went, came)
    rows = np.where(new, 0, old.rows[places])
    rows[new] = sum(map(len, old.shelves)) + came.rows
    stand, rows = settled([*old.shelves, *shelves], rows)
    stand = [keeper.shelf(shelf) for shelf in stand]
    return Sources(stand, rows, keeper.lexicon(lexicon), census=census, engine=keeper.engine(engine))


def _engine(old: Sources, places: Ints, went: Ints, came: Sources) -> Engine:
    engine, new = old.engine, places == NEW
    if len(went):
        gone = np.flatnonzero(np.isin(old.layout.owner, went))
        engine = engine.remove(gone, old.term_lists(gone))
    sizes = np.where(new, 0, old.layout.counts[places])
    sizes[new] = came.layout.counts
    return engine.extend(came.term_lists(np.arange(len(came.passages))), np.flatnonzero(np.repeat(new, sizes)))
