"""Joining segments, so that there are never many and a passage is copied only a few times."""

from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

import numpy as np
import numpy.typing as npt

from index.engine.live import Live
from index.engine.postings import Batch, gather
from index.engine.segment import Segment
from index.engine.strings import Strings

RATIO = 4
"""A segment is at least this many times as large as the one behind it, or they are joined: so there are no more than
the logarithm of the corpus to this base, and a passage is copied no more than that often while the corpus grows."""


def settled(lives: Sequence[Live], dense_share: float, kernels: Callable[[int], ModuleType | None]) -> list[Live]:
    """The segments with those joined that are too much alike in size.

    Args:
        lives: The segments.
        dense_share: See ``segment.DENSE_SHARE``.
        kernels: Gives the kernels that so many passages are worth, None to do without.
    """
    kept = list(lives)
    while len(kept) > 1 and kept[-2].count < RATIO * kept[-1].count:
        joined = 2
        # Joining three at once is cheaper than joining two and the result again.
        while len(kept) > joined and kept[-joined - 1].count < RATIO * sum(live.count for live in kept[-joined:]):
            joined += 1
        passages = sum(live.count for live in kept[-joined:])
        kept[-joined:] = [merge(kept[-joined:], dense_share, kernels(passages))]
    return kept


def merge(lives: Sequence[Live], dense_share: float, compiled: ModuleType | None) -> Live:
    """One segment of what remains of several."""
    known: dict[str, int] = {}
    numbers = [
        np.array([known.setdefault(term, len(known)) for term in live.segment.vocabulary], np.uint32) for live in lives
    ]
    firsts = np.cumsum([0, *(live.count for live in lives)]).tolist()
    batches = [
        batch
        for live, own, first in zip(lives, numbers, firsts, strict=False)
        for batch in _remaining(live, own, first)
    ]
    lengths = np.concatenate([live.segment.lengths[live.remaining] for live in lives])
    postings = gather(Strings.of(known), batches, lengths, compiled)
    words = sum(live.words for live in lives)
    segment = Segment.of(postings, words / len(lengths) if len(lengths) else 0.0, dense_share, compiled)
    return Live.of(segment, np.concatenate([live.positions[live.remaining] for live in lives]))


def _remaining(live: Live, numbers: npt.NDArray[np.uint32], first: int) -> Iterator[Batch]:
    """The postings of a segment's remaining passages, which begin at ``first``, by the new numbers of its terms."""
    places = (np.cumsum(live.remaining) - 1).astype(np.uint32)
    for terms, held, counts in live.segment.postings():
        stays = live.remaining[held]
        yield Batch(first, numbers[terms[stays]], places[held[stays]], counts[stays].astype(np.uint32))
