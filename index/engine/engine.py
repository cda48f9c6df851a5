"""The engine: builds, searches, extends and keeps an index of passages given as lists of terms."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import Self, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from index.engine import generation, plain, saving
from index.engine.compiled import WORTH, kernels
from index.engine.fast import Fast
from index.engine.formula import Floats, idf
from index.engine.live import GONE, Live, Positions
from index.engine.merging import settled
from index.engine.postings import Postings, invert
from index.engine.question import look_up, read
from index.engine.saving import Part
from index.engine.segment import DENSE_SHARE, Segment
from index.engine.texts import read as read_texts
from index.ranking import Mask, Ranked
from index.words import terms

Passage = TypeVar("Passage")
Places: TypeAlias = Sequence[int] | npt.NDArray[np.int64]


class Engine:
    """A ranking of passages by BM25, equal to ``index.ranking.Okapi`` over the same passages to the last bit.

    It never changes: ``extend``, ``remove`` and ``view`` give a new engine, which shares with the old one what they
    have in common. Safe to be used by several threads at once.
    """

    def __init__(self, lives: Sequence[Live], worth: int = WORTH, dense_share: float = DENSE_SHARE) -> None:
        """An engine of segments; others call ``build`` or ``open``.

        Args:
            lives: The segments.
            worth: From how many passages on the compiled kernels are used, be it to search or to index these.
            dense_share: See ``segment.DENSE_SHARE``; for segments to come.
        """
        self._lives = tuple(lives)
        self._worth = worth
        self._dense_share = dense_share
        self._count = sum(live.count for live in self._lives)
        words = sum(live.words for live in self._lives)
        self._average = words / self._count if words else 0.0

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]], *, worth: int = WORTH, dense_share: float = DENSE_SHARE) -> Self:
        """Indexes passages, each given by its terms, repeated as often as they occur."""
        return cls([], worth, dense_share).extend(passages)

    @classmethod
    def build_texts(cls, texts: Iterable[str], *, worth: int = WORTH, dense_share: float = DENSE_SHARE) -> Self:
        """Indexes passages, each given by its text; see ``extend_texts``."""
        return cls([], worth, dense_share).extend_texts(texts)

    @classmethod
    def open(cls, folder: Path, *, worth: int = WORTH) -> Self:
        """Opens a saved engine. Its arrays are mapped, and shared among processes.

        Raises:
            FileNotFoundError: There is none.
            DamagedError: It is cut off, of another version, or altered; ``verify`` says up to what size an altered byte
                is noticed.
            OSError: It may not be read.
        """
        return generation.current(folder, lambda _, record: cls.read(folder, record["engine"], worth=worth))

    @classmethod
    def read(cls, folder: Path, parts: Sequence[Part], *, worth: int = WORTH) -> Self:
        """Opens what ``write`` wrote; raises as ``open``, and FileNotFoundError for a file that is missing."""
        return cls(saving.open_(folder, parts), worth)

    def save(self, folder: Path) -> None:
        """Makes this engine what the folder keeps, in one step; writes only what is not there yet.

        Raises:
            OSError: The folder cannot be written, or the disk is full. What was saved before is left as it was.
        """
        with generation.writing(folder):
            parts = self.write(folder)
            generation.commit(folder, {"engine": parts}, saving.files(parts))

    def write(self, folder: Path) -> list[Part]:
        """Writes this engine's files into a folder, for a generation that keeps more than an engine.

        To be called within ``generation.writing``; ``saving.files`` names the files for ``generation.commit``.

        Raises:
            OSError: The folder cannot be written, or the disk is full.
        """
        return saving.write(folder, self._lives)

    def mapped(self, folder: Path) -> Self:
        """This engine with what of it is in memory written into a folder and mapped from there.

        To be called within ``generation.writing``, and followed by ``write``.

        Raises:
            OSError: The folder cannot be written, or the disk is full.
        """
        return self._with([saving.mapped(folder, live) for live in self._lives])

    @staticmethod
    def verify(folder: Path) -> None:
        """Reads a saved engine through: also what ``open`` leaves out of large files (``saving.CHECKED_WHOLE``).

        Raises:
            FileNotFoundError: There is none.
            DamagedError: A byte was altered.
        """
        generation.current(folder, lambda _, record: saving.open_(folder, record["engine"], thorough=True))

    def extend(self, passages: Iterable[Sequence[str]], at: Places | None = None) -> Self:
        """This engine with more passages.

        Args:
            passages: The terms of each.
            at: The position in the new corpus of each, ascending; the passages that were there before fill the
                positions in between. None puts the new ones behind all others.

        Raises:
            ValueError: ``at`` does not give each passage a position of its own, ascending, in the new corpus.
        """
        steps = iter(passages)
        head, compiled = self._begun(steps)
        return self._extended(invert(chain(head, steps), compiled), at, compiled)

    def extend_texts(self, texts: Iterable[str], at: Places | None = None) -> Self:
        """As ``extend``, by the ``index.words.terms`` of texts; on all cores where the kernels are used."""
        steps = iter(texts)
        head, compiled = self._begun(steps)
        if compiled is None:
            return self._extended(invert(map(terms, chain(head, steps)), None), at, None)
        return self._extended(read_texts(chain(head, steps), compiled), at, compiled)

    def remove(self, positions: Places, passages: Iterable[Sequence[str]]) -> Self:
        """This engine without some passages; those behind them move up, as in a list.

        As ``view``, but it costs no more than adding these passages did.

        Args:
            positions: Where they are, each given once.
            passages: The terms of each, as they were given when it was added.

        Raises:
            IndexError: A position is not in the corpus.
        """
        gone = self._checked(positions)
        lost: list[Counter[str]] = [Counter() for _ in self._lives]
        for owner, passage in zip(self._homes[0][gone].tolist(), passages, strict=True):
            lost[owner].update(set(passage))
        kept = np.ones(self._count, np.bool_)
        kept[gone] = False
        return self._kept(kept, lost)

    def view(self, kept: Mask) -> Self:
        """An engine over some of the passages, in which nothing of the others shows: no count, no idf, no term.

        Costs one pass over the postings (``Segment.holders_among``) and holds four bytes for each passage and each term
        of the whole; its searches cost as much as the whole's at most.

        Args:
            kept: For each passage whether it is in the view.

        Raises:
            ValueError: The mask is of another length than the corpus.
        """
        self._check_mask(kept)
        return self._kept(kept, [None] * len(self._lives))

    def __len__(self) -> int:
        return self._count

    def __contains__(self, term: str) -> bool:
        return look_up(term, self._lives)[1] > 0

    def idf(self, term: str) -> float:
        """The term's inverse document frequency, in nats; for a term of no passage, that of a term in half of one.

        0 in a corpus without any term.
        """
        return idf(self._count, look_up(term, self._lives)[1]) if self._average else 0.0

    def top(self, query: Sequence[str], k: int, within: Mask | None = None) -> list[Ranked]:
        """The k best passages, best first; among equal scores the earlier passage first.

        Args:
            query: Terms; one that is repeated counts as often.
            k: How many at most.
            within: For each passage whether it is to be ranked, even if it has no term of the query; None ranks those
                that have one.

        Raises:
            ValueError: The mask is of another length than the corpus.
        """
        if within is not None:
            self._check_mask(within)
        if k <= 0:
            return []
        ranked = self._ranked(query, k, within) if query and self._average else []
        return ranked if within is None else ranked + plain.unranked(within, ranked, k - len(ranked))

    def scores(self, query: Sequence[str], positions: Places) -> Floats:
        """The scores of some passages, 0 for one that lacks every term; shape (positions,).

        Raises:
            IndexError: A position is not in the corpus.
        """
        wanted = self._checked(positions)
        found = np.zeros(len(wanted))
        question = read(query, self._lives, self._count) if self._average else None
        if question is None:
            return found
        owners, places = self._homes
        for which, live in enumerate(self._lives):
            own = np.flatnonzero(owners[wanted] == which)
            if len(own):
                found[own] = plain.scores_at(live, which, question, self._average, places[wanted[own]])
        return found

    def holders(self, term: str) -> npt.NDArray[np.int32]:
        """The positions of the passages that have a term, ascending."""
        numbers, _ = look_up(term, self._lives)
        held = [
            live.positions[live.segment.passages(number)[0]]
            for live, number in zip(self._lives, numbers, strict=True)
            if number >= 0
        ]
        found = np.concatenate([np.empty(0, np.int32), *held])
        return np.sort(found[found >= 0])

    @cached_property
    def _homes(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """For each position its segment, and the passage's number there."""
        owners, places = np.zeros(self._count, np.int32), np.zeros(self._count, np.int64)
        for which, live in enumerate(self._lives):
            remaining = np.flatnonzero(live.remaining)
            owners[live.positions[remaining]], places[live.positions[remaining]] = which, remaining
        return owners, places

    @cached_property
    def _fast(self) -> Fast | None:
        compiled = self._kernels(self._count)
        return None if compiled is None else Fast(compiled, self._lives, self._count, self._average)

    def _begun(self, steps: Iterator[Passage]) -> tuple[list[Passage], ModuleType | None]:
        """The first of what is to be added, and the kernels if there are passages enough to be worth it."""
        head = list(islice(steps, self._worth))
        return head, self._kernels(len(head))

    def _kernels(self, passages: int) -> ModuleType | None:
        """The kernels, if there are any and so many passages are worth them."""
        return kernels() if passages >= self._worth else None

    def _extended(self, postings: Postings, at: Places | None, compiled: ModuleType | None) -> Self:
        added, total = len(postings.lengths), self._count + len(postings.lengths)
        new: Positions = np.arange(self._count, total, dtype=np.int32) if at is None else np.array(at, np.int32)
        if len(new) != added or (added and (new[0] < 0 or new[-1] >= total or (np.diff(new) <= 0).any())):
            raise ValueError(f"these are no positions of {added} passages among {total}: {new[:9].tolist()} ...")
        if not added:
            return self
        words = sum(live.words for live in self._lives) + int(postings.lengths.sum(dtype=np.int64))
        segment = Segment.of(postings, words / total, self._dense_share, compiled)
        to = np.delete(np.arange(total, dtype=np.int32), new)
        old = self._lives if at is None else [live.moved(to) for live in self._lives]
        return self._with(settled([*old, Live.of(segment, new)], self._dense_share, self._kernels))

    def _with(self, lives: Sequence[Live]) -> Self:
        return type(self)(lives, self._worth, self._dense_share)

    def _kept(self, kept: Mask, lost: Sequence[Mapping[str, int] | None]) -> Self:
        to = np.where(kept, np.cumsum(kept) - 1, GONE).astype(np.int32)
        moved = (live.moved(to, own) for live, own in zip(self._lives, lost, strict=True))
        return self._with([live for live in moved if live.count])

    def _checked(self, positions: Places) -> npt.NDArray[np.int64]:
        wanted = np.array(positions, np.int64).reshape(-1)
        if len(wanted) and (wanted.min() < 0 or wanted.max() >= self._count):
            raise IndexError(f"no such passage among {self._count}: {wanted.min()} to {wanted.max()} were asked for")
        return wanted

    def _check_mask(self, mask: Mask) -> None:
        if len(mask) != self._count:
            raise ValueError(f"a mask of {len(mask)} for {self._count} passages")

    def _ranked(self, query: Sequence[str], k: int, within: Mask | None) -> list[Ranked]:
        """The best passages that have a term of the query."""
        if self._fast is not None and (found := self._fast.top(query, k, within)) is not None:
            return found
        question = read(query, self._lives, self._count)
        return plain.top(self._lives, question, self._average, k, within) if question else []
