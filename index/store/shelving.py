"""Keeps shelves few and full: what is gone is left out in the end, and small shelves are put together."""

from collections.abc import Sequence

import numpy as np

from index.store.shelf import Shelf
from index.store.table import Ints, Table

RATIO = 4
"""A shelf is at least so many times as large as the next, or they are put together, up to ``LARGEST``: so there are
few, and a document is copied but a few times while the corpus grows."""

LARGEST = 64 << 20
"""Bytes from which on a shelf is left as it is; what is put together is in memory meanwhile."""

_WORN = 0.5
"""Share of a shelf's rows from which on they are left out, if they are of documents that are gone."""


def settled(shelves: Sequence[Shelf], rows: Ints) -> tuple[list[Shelf], Ints]:
    """The shelves with those put together that should be, and the rows as they stand there.

    Args:
        shelves: In order.
        rows: The rows that are needed, counted through all shelves.
    """
    ends = np.cumsum([len(shelf) for shelf in shelves])
    home = np.searchsorted(ends, rows, side="right")
    needed = [np.sort(rows[home == at]) - (ends[at] - len(shelf)) for at, shelf in enumerate(shelves)]
    groups: list[list[int]] = []
    for at, own in enumerate(needed):
        if len(own):
            groups.append([at])
        while len(groups) > 1 and _are_joined(shelves, groups):
            groups[-2:] = [groups[-2] + groups[-1]]
    to = np.full(int(ends[-1]) if len(ends) else 0, -1)
    kept: list[Shelf] = []
    total = 0
    for group in groups:
        whole = len(group) == 1 and len(needed[group[0]]) >= _WORN * len(shelves[group[0]])
        stay = [np.arange(len(shelves[at])) if whole else needed[at] for at in group]
        kept.append(shelves[group[0]] if whole else _together([shelves[at] for at in group], stay))
        for at, own in zip(group, stay, strict=True):
            to[own + (ends[at] - len(shelves[at]))] = total + np.arange(len(own))
            total += len(own)
    return kept, to[rows]


def _are_joined(shelves: Sequence[Shelf], groups: Sequence[Sequence[int]]) -> bool:
    left, right = (sum(shelves[at].size for at in group) for group in groups[-2:])
    return left < RATIO * right and left + right <= LARGEST


def _together(shelves: Sequence[Shelf], rows: Sequence[Ints]) -> Shelf:
    return Shelf(Table.joined([shelf.table.taken(own) for shelf, own in zip(shelves, rows, strict=True)]))
