"""Brings an index up to the corpus as it stands: reads what is new, makes what is affected, keeps the rest.

The result is what making everything anew gives, whatever came and went before: a document is made of its file, of the
id that this has or had, and of what others show to be furniture in it, everything is counted in sums, and documents
stand in the order of their files.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.crew import Crew, processors
from index.folder import SourceFile
from index.furniture import banners
from index.furniture.outline import LINE
from index.joining import NEW, joined
from index.progress import Progress
from index.readers.formats import CONFINED
from index.reading import Order, Reading, make, origin, read_file
from index.recipe import Recipe
from index.sources import Sources
from index.store.assembly import Assembly
from index.store.keeping import Keeper
from index.store.lexicon import Lexicon
from index.store.saving import Saved
from index.store.table import Column, Ints

_ALONE = 3_000_000
"""Bytes of plain text up to which one process reads alone: starting others takes as long as that, half a second."""

_CONFINED_WEIGHT = 20
"""Times as long as a plain text of its size a web page takes to be read."""

_LEAST_WORDS = 100_000
"""Words of a lexicon that may be of documents that are gone before everything is made anew without them, if they are
the greater part of it."""


@dataclass(frozen=True, slots=True)
class Work:
    """What was done to bring an index up to the corpus.

    Attributes:
        read: How many files were read that have a text.
        empty: How many were looked at that have none, or cannot be read.
        made: How many documents were made without being read, because of others or of another release.
        kept: How many documents were kept as they were.
        gone: How many documents are no more, or not as they were.
    """

    read: int
    empty: int
    made: int
    kept: int
    gone: int


def refreshed(
    before: Saved | None,
    files: Sequence[SourceFile],
    recipe: Recipe,
    *,
    keeper: Keeper,
    progress: Progress,
    processes: int | None = None,
) -> tuple[Sources, Work]:
    """The sources as the files now stand.

    Args:
        before: The index as it was.
        files: The files of the corpus, in order.
        recipe: Of this release.
        keeper: Takes what is made, so that it need not stay in memory.
        progress: Shows how far the work is.
        processes: How many to read with; None takes as many as there are processors where that is worth it.

    Raises:
        DamagedError: Something of the index before is not as it was written.
    """
    old = _Known.of(before, recipe)
    places = old.places(files)
    unread = np.flatnonzero(places < 0).tolist()
    with Crew(processes or _processes([files[at] for at in unread])) as crew:
        reading = progress(crew.done(read_file, [files[at] for at in unread]), len(unread), "Reading")
        readings = dict(zip(unread, reading, strict=True))
        left_out = _banners(*old.outlined(places, list(readings.values())))
        kept = old.keeps(places, files, left_out)
        orders = [
            Order(
                file.id,
                file.file,
                origin(file),
                old.reading(places[at], readings.get(at)),
                tuple(left_out[at].tolist()),
            )
            for at, file in ((at, files[at]) for at in np.flatnonzero(~kept).tolist())
        ]
        assembly = Assembly(old.sources.lexicon if kept.any() else Lexicon(), keeper)
        for words, cells in progress(crew.done(make, orders), len(orders), "Preparing"):
            assembly.add(words, cells)
    sources = joined(old.sources, np.where(kept, places, NEW), *assembly.finished(), keeper)
    return sources, _work(old.sources, sources, places, kept)


class _Known:
    """The index as it was, as far as this release can use it."""

    def __init__(self, sources: Sources, *, made: bool) -> None:
        self.sources = sources
        self._made = made

    @classmethod
    def of(cls, before: Saved | None, recipe: Recipe) -> "_Known":
        """What of it can be used: nothing where files would be read otherwise, drafts where only the rest would."""
        if before is None or before.recipe.reading != recipe.reading:
            return cls(Sources.of([]), made=False)
        gone = int(np.count_nonzero(before.sources.census.words == 0))
        crowded = gone > _LEAST_WORDS and 2 * gone > len(before.sources.lexicon.words)
        return cls(before.sources, made=before.recipe == recipe and not crowded)

    def places(self, files: Sequence[SourceFile]) -> Ints:
        """Where among the documents the one is that was read from each file as it stands; ``NEW`` for none."""
        at = {origin: at for at, origin in enumerate(self.sources.origins)}
        return np.fromiter((at.get(origin(file), NEW) for file in files), np.int64, len(files))

    def outlined(self, places: Ints, read: Sequence[Reading]) -> tuple[Column, list[str]]:
        """The outline and the collection of each document that is to be, those read now among them in their order."""
        outlines = Column.joined([self.sources.column("outline"), Column.of([one.outline for one in read], LINE)])
        of, now = self.sources.collection_of, iter(read)
        collections = [of[at] if at >= 0 else next(now).collection for at in places.tolist()]
        return outlines.taken(self._with_new(places)), collections

    def keeps(self, places: Ints, files: Sequence[SourceFile], banners: Column) -> NDArray[np.bool_]:
        """For each document that is to be whether it can stay as it was."""
        if not self._made:
            return np.zeros(len(places), np.bool_)
        ids, none = self.sources.ids, Column.of([np.empty(0, np.int32)] * int((places < 0).sum()), np.dtype("<i4"))
        before = Column.joined([self.sources.column("banners"), none]).taken(self._with_new(places))
        named = [at >= 0 and ids[at] == file.id for at, file in zip(places.tolist(), files, strict=True)]
        kept: NDArray[np.bool_] = np.array(named, np.bool_) & before.alike(banners)
        return kept

    def reading(self, place: int, read: Reading | None) -> Reading:
        """A document as read, now or before."""
        if read is not None:
            return read
        shelf, row = self.sources.home(place)
        draft, outline = shelf.cell("draft", row).tobytes(), shelf.cell("outline", row)
        return Reading(draft, outline, self.sources.collection_of[place])

    def _with_new(self, places: Ints) -> Ints:
        """The places, new documents behind all old ones."""
        found = places.copy()
        found[places < 0] = len(self.sources.rows) + np.arange(int((places < 0).sum()))
        return found


def _banners(outlines: Column, collections: Sequence[str]) -> Column:
    """The places of the blocks of each document that are furniture, as the other documents of its collection show.

    Those of other collections do not count: who may see one collection is not to learn what stands in another.
    """
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, collection in enumerate(collections):
        members[collection].append(at)
    found = [np.empty(0, np.int64)]
    counts = np.zeros(len(collections), np.int64)
    for own in members.values():
        part = outlines.taken(np.array(own))
        places, counts[own] = banners(part.values, part.sizes)
        found.append(places)
    order = np.array([at for own in members.values() for at in own], np.int64)
    grouped = Column(np.concatenate(found), np.cumsum(counts[order]))
    return grouped.taken(np.argsort(order))


def _work(old: Sources, now: Sources, places: Ints, kept: NDArray[np.bool_]) -> Work:
    new = places < 0
    empty = int(np.count_nonzero(new & (now.layout.counts == 0)))
    return Work(
        read=int(np.count_nonzero(new)) - empty,
        empty=empty,
        made=int(np.count_nonzero(~kept & ~new)),
        kept=int(np.count_nonzero(kept)),
        gone=len(old.rows) - int(np.count_nonzero(kept)),
    )


def _processes(unread: Sequence[SourceFile]) -> int:
    weight = sum(_weight(file) for file in unread)
    return processors() if weight > _ALONE else 1


def _weight(file: SourceFile) -> int:
    try:
        size = file.path.stat().st_size if file.readable else 0
    except OSError:
        return 0
    return size * (_CONFINED_WEIGHT if file.path.suffix.lower() in CONFINED else 1)
