"""An immutable part of the index: the postings of some passages, coded for adding up fast.

A term that many passages have is a *dense row*: one byte for each passage. Any other is a list of postings, cut into
*runs*, one for each block of 65,536 passages in which the term occurs, so that two bytes name a passage and the sums of
a block (128 KiB) stay in a core's cache. Codes are those of ``impacts``, made with the average length at the time the
segment was made; ``slack`` says how far they must be raised when the average has changed since.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from index.engine import impacts
from index.engine.coding import BLOCK_BITS, Coder, chunks
from index.engine.formula import Floats, Lengths, norms
from index.engine.postings import Postings
from index.engine.vocabulary import Vocabulary

DENSE_SHARE = 1 / 8
"""A term in more than this share of the passages is a dense row. A posting takes four bytes, so a row is the smaller
one from a quarter on; but a row can be added sixteen passages at a time and looked up in one step."""

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Passages numbered from 0, and terms numbered from 0, the most frequent first.

    Attributes:
        average: The average length in words that the codes were made with.
        vocabulary: The terms.
        holders: How many passages have each term; uint32, shape (terms,).
        lengths: Words of each passage; uint32, shape (passages,).
        rows: The codes of the first terms, 0 where a passage lacks the term; uint8, shape (rows, passages).
        row_best: The greatest code of each row in each block; uint8, shape (rows, blocks).
        term_runs: Where the runs of each further term start; uint32, shape (terms - rows + 1,).
        run_block: The block of each run; uint16, shape (runs,).
        run_start: Where each run's postings start; uint32, shape (runs + 1,).
        run_best: The greatest code of each run; uint16, shape (runs,).
        places: A posting's passage within its block; uint16, shape (postings,).
        codes: A posting's code; uint16, shape (postings,).
        odd_keys: Term << 32 | passage of the word counts that codes do not give back, ascending; int64.
        odd_counts: Those word counts; uint32.
        source: The name of the file that holds it, None before it was saved.
    """

    average: float
    vocabulary: Vocabulary
    holders: npt.NDArray[np.uint32]
    lengths: Lengths
    rows: npt.NDArray[np.uint8]
    row_best: npt.NDArray[np.uint8]
    term_runs: npt.NDArray[np.uint32]
    run_block: npt.NDArray[np.uint16]
    run_start: npt.NDArray[np.uint32]
    run_best: npt.NDArray[np.uint16]
    places: npt.NDArray[np.uint16]
    codes: npt.NDArray[np.uint16]
    odd_keys: npt.NDArray[np.int64]
    odd_counts: npt.NDArray[np.uint32]
    source: str | None = None

    @classmethod
    def of(cls, postings: Postings, average: float, dense_share: float, compiled: ModuleType | None) -> Self:
        """Codes postings.

        Args:
            postings: Of the segment's passages.
            average: The average length, in words, of all the passages the segment will stand among.
            dense_share: See ``DENSE_SHARE``.
            compiled: The kernels, None to do without; the result is the same.
        """
        holders = np.diff(postings.starts).astype(np.uint32)
        dense = int(np.count_nonzero(holders > dense_share * len(postings.lengths)))
        coder = Coder(postings, norms(postings.lengths, average or 1.0), dense, compiled)
        with ThreadPoolExecutor(1) as aside:
            vocabulary = aside.submit(Vocabulary.laid_out, postings.terms, compiled)
            coded = coder.rows() | coder.runs()
        odd = coder.all_odd()
        return cls(
            average=average or 1.0,
            vocabulary=vocabulary.result(),
            holders=holders,
            lengths=postings.lengths,
            odd_keys=odd.keys,
            odd_counts=odd.counts,
            rows=coded["rows"],
            row_best=coded["row_best"],
            term_runs=coded["term_runs"],
            run_block=coded["run_block"],
            run_start=coded["run_start"],
            run_best=coded["run_best"],
            places=coded["places"],
            codes=coded["codes"],
        )

    @classmethod
    def from_columns(cls, columns: Mapping[str, Array], average: float, source: str) -> Self:
        """The segment whose ``columns`` these are, from the file of this name."""
        own = {name: column for name, column in columns.items() if not name.startswith("vocabulary_")}
        of_terms = {name[len("vocabulary_") :]: columns[name] for name in columns if name not in own}
        return cls(average=average, vocabulary=Vocabulary(**of_terms), source=source, **own)

    def columns(self) -> dict[str, Array]:
        """All arrays by name."""
        of_terms = {
            f"vocabulary_{name}": getattr(self.vocabulary, name) for name in ("text", "ends", "hashes", "numbers")
        }
        own = {
            name: getattr(self, name) for name in Segment.__slots__ if name not in ("average", "vocabulary", "source")
        }
        return of_terms | own

    def __len__(self) -> int:
        return len(self.lengths)

    def passages(self, term: int) -> tuple[npt.NDArray[np.int64], Array]:
        """The passages that have a term, ascending, and their codes; both shape (holders,)."""
        dense = len(self.rows)
        if term < dense:
            held = np.flatnonzero(self.rows[term])
            return held, self.rows[term][held]
        return self._listed(*self.term_runs[term - dense : term - dense + 2].tolist())

    def frequencies(self, terms: Array | int, passages: Array, codes: Array, steps: int) -> Floats:
        """The word counts behind codes; shape (postings,).

        Args:
            terms: Of each posting, or of all.
            passages: Of each posting; terms and passages together ascend.
            codes: Of each posting.
            steps: Those of the codes.
        """
        found = impacts.recover(codes, norms(self.lengths[passages], self.average), steps)
        if len(self.odd_keys) and len(passages):
            keys = np.asarray(terms, np.int64) << 32 | passages
            first, last = np.searchsorted(self.odd_keys, [keys[0], keys[-1] + 1])
            odd = self.odd_keys[first:last]
            at = np.searchsorted(keys, odd)
            hit = keys[at] == odd
            found[at[hit]] = self.odd_counts[first:last][hit]
        return found

    def term_frequencies(self, term: int, passages: Array, codes: Array) -> Floats:
        """As ``frequencies``, of one term."""
        steps = impacts.COARSE if term < len(self.rows) else impacts.FINE
        return self.frequencies(term, passages, codes, steps)

    def postings(self) -> Iterator[tuple[Array, npt.NDArray[np.int64], Floats]]:
        """All postings, some at a time: their terms, which ascend, passages, which ascend for each term, and counts."""
        dense = len(self.rows)
        for term in range(dense):
            held, codes = self.passages(term)
            yield np.full(len(held), term), held, self.frequencies(term, held, codes, impacts.COARSE)
        for first, last in chunks(self.run_start, 0):
            held, codes = self._listed(first, last)
            runs = np.arange(first, last)
            terms = dense + np.searchsorted(self.term_runs, runs, side="right") - 1
            bounds: npt.NDArray[np.int64] = self.run_start[first : last + 1].astype(np.int64)
            each = np.repeat(terms, bounds[1:] - bounds[:-1])
            yield each, held, self.frequencies(each, held, codes, impacts.FINE)

    def holders_among(self, chosen: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint32]:
        """How many of the chosen passages have each term; shape (terms,).

        Takes one pass over the postings, since no list of each passage's terms is kept: 1 s for a million passages.
        """
        in_rows = [np.count_nonzero(row[chosen]) for row in self.rows]
        in_runs = np.zeros(len(self.run_block), np.uint32)
        for first, last in chunks(self.run_start, 0):
            held, _ = self._listed(first, last)
            begun = self.run_start[first:last].astype(np.int64)
            in_runs[first:last] = np.add.reduceat(chosen[held], begun - begun[0], dtype=np.uint32)
        in_lists = np.add.reduceat(in_runs, self.term_runs[:-1], dtype=np.uint32) if len(in_runs) else in_runs
        return np.concatenate([np.array(in_rows, np.uint32), in_lists])

    def _listed(self, first: int, last: int) -> tuple[npt.NDArray[np.int64], Array]:
        """The passages and codes of a range of runs."""
        bounds = self.run_start[first : last + 1].astype(np.int64)
        held = np.repeat(self.run_block[first:last].astype(np.int64) << BLOCK_BITS, np.diff(bounds))
        held |= self.places[bounds[0] : bounds[-1]]
        return held, self.codes[bounds[0] : bounds[-1]]
