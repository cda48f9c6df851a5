"""Brings an index up to the corpus as it stands: reads what is new, makes what is affected, keeps the rest.

The result is what making everything anew gives, whatever came and went before: a document is made of its file, of the
id that this has or had, and of what others show to be furniture in it, everything is counted in sums, and documents
stand in the order of their files.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.crew import Crew, processors
from index.folder import SourceFile
from index.furniture import Outline, banners
from index.progress import Progress
from index.readers.formats import CONFINED
from index.reading import Order, Reading, make, origin, read_file
from index.recipe import Recipe
from index.sources import Sources
from index.store.assembly import Assembly, Keep
from index.store.lexicon import Lexicon
from index.store.saving import Saved
from index.store.shelving import settled
from index.store.table import Ints

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
    keep: Keep,
    progress: Progress,
    processes: int | None = None,
) -> tuple[Sources, Work]:
    """The sources as the files now stand.

    Args:
        before: The index as it was.
        files: The files of the corpus, in order.
        recipe: Of this release.
        keep: What is done with each shelf once it is full, so that it need not stay in memory.
        progress: Shows how far the work is.
        processes: How many to read with; None takes as many as there are processors where that is worth it.

    Raises:
        DamagedError: Something of the index before is not as it was written.
    """
    old = _Known.of(before, recipe)
    known = [old.place(file) for file in files]
    unread = [file for file, at in zip(files, known, strict=True) if at is None]
    with Crew(processes or _processes(unread)) as crew:
        read = iter(progress(crew.done(read_file, unread), len(unread), "Reading"))
        readings = [next(read) if at is None else at for at in known]
        left_out = _banners([old.outlined(one) for one in readings])
        orders = {
            number: Order(file.id, file.file, origin(file), old.reading(reading), tuple(places.tolist()))
            for number, (file, reading, places) in enumerate(zip(files, readings, left_out, strict=True))
            if not old.keeps(reading, file.id, places)
        }
        kept = {number: at for number, at in enumerate(known) if at is not None and number not in orders}
        assembly = Assembly(old.sources.lexicon if kept else Lexicon(), keep)
        made = crew.done(make, list(orders.values()))
        for words, cells in progress(made, len(orders), "Preparing"):
            assembly.add(words, cells)
    sources = _joined(old.sources, kept, list(orders), assembly)
    passages = np.bincount(sources.layout.owner, minlength=len(files))
    empty = sum(at is None and not count for at, count in zip(known, passages.tolist(), strict=True))
    work = Work(
        read=len(unread) - empty,
        empty=empty,
        made=len(orders) - len(unread),
        kept=len(kept),
        gone=len(old.sources.rows) - len(kept),
    )
    return sources, work


class _Known:
    """The index as it was, as far as this release can use it."""

    def __init__(self, sources: Sources, *, made: bool) -> None:
        self.sources = sources
        self._made = made
        self._places = {origin: at for at, origin in enumerate(sources.origins)}
        self._outlines = sources.cells("outline")
        self._banners = sources.cells("banners")

    @classmethod
    def of(cls, before: Saved | None, recipe: Recipe) -> "_Known":
        """What of it can be used: nothing where files would be read otherwise, drafts where only the rest would."""
        if before is None or before.recipe.reading != recipe.reading:
            return cls(Sources.of([]), made=False)
        gone = int(np.count_nonzero(before.sources.census.words == 0))
        crowded = gone > _LEAST_WORDS and 2 * gone > len(before.sources.lexicon.words)
        return cls(before.sources, made=before.recipe == recipe and not crowded)

    def place(self, file: SourceFile) -> int | None:
        """Where among the documents the one is that was read from this file as it stands; None where there is none."""
        return self._places.get(origin(file))

    def reading(self, one: Reading | int) -> Reading:
        """A document as read, now or before."""
        if isinstance(one, Reading):
            return one
        shelf, row = self.sources.home(one)
        return Reading(shelf.cell("draft", row).tobytes(), *self.outlined(one))

    def outlined(self, one: Reading | int) -> tuple[Outline, str]:
        """The outline and the collection of a document that was read now or before."""
        if isinstance(one, Reading):
            return one.outline, one.collection
        return self._outlines[one], self.sources.collection_of[one]

    def keeps(self, one: Reading | int, id: str, banners: Ints) -> bool:
        """Whether a document can stay as it is."""
        if isinstance(one, Reading) or not self._made or self.sources.ids[one] != id:
            return False
        before = self._banners[one]
        return len(before) == len(banners) == 0 or np.array_equal(before, banners)


def _banners(outlined: Sequence[tuple[Outline, str]]) -> list[Ints]:
    """The places of the blocks of each document that are furniture, as the other documents of its collection show.

    Those of other collections do not count: who may see one collection is not to learn what stands in another.
    """
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, collection) in enumerate(outlined):
        members[collection].append(at)
    found = [np.empty(0, np.int64)] * len(outlined)
    for own in members.values():
        for at, places in zip(own, banners([outlined[one][0] for one in own]), strict=True):
            found[at] = places
    return found


def _processes(unread: Sequence[SourceFile]) -> int:
    weight = sum(_weight(file) for file in unread)
    return processors() if weight > _ALONE else 1


def _weight(file: SourceFile) -> int:
    try:
        size = file.path.stat().st_size if file.readable else 0
    except OSError:
        return 0
    return size * (_CONFINED_WEIGHT if file.path.suffix.lower() in CONFINED else 1)


def _joined(old: Sources, kept: Mapping[int, int], made: Sequence[int], assembly: Assembly) -> Sources:
    """The sources of what was kept and what was made.

    Args:
        old: The sources before.
        kept: The place of each document that was kept, to its place before.
        made: The places of the documents that were made.
        assembly: These documents.
    """
    shelves, lexicon = assembly.finished()
    if not kept:
        return Sources(shelves, np.arange(len(made)), lexicon)
    stay = np.fromiter(kept.values(), np.int64, len(kept))
    went = np.delete(np.arange(len(old.rows)), stay)
    before = sum(map(len, old.shelves))
    rows = np.empty(len(kept) + len(made), np.int64)
    rows[list(kept)], rows[list(made)] = old.rows[stay], before + np.arange(len(made))
    came = Sources(shelves, np.arange(len(made)), lexicon)
    lost = Sources(old.shelves, old.rows[went], lexicon)
    census = old.census.changed(lexicon, came.census, lost.census)
    gone = np.isin(old.layout.owner, went)
    whole = Sources(*settled([*old.shelves, *shelves], rows), lexicon, census=census)
    at = np.flatnonzero(np.isin(whole.layout.owner, list(made)))
    engine = old.engine.view(~gone) if gone.any() else old.engine
    engine = engine.extend(came.term_lists(np.arange(len(came.passages))), at.tolist())
    return Sources(whole.shelves, whole.rows, lexicon, census=census, engine=engine)
