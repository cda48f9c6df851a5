"""Coding postings, as a segment keeps them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from index.engine import impacts
from index.engine.formula import Floats
from index.engine.postings import Postings, unpacked

BLOCK_BITS = 16
BLOCK = 1 << BLOCK_BITS
"""Passages of a block: what two bytes can name."""

_CHUNK = 1 << 21
"""Postings coded at a time, so that what is in between (some 60 bytes each without the kernels) stays small."""

_THREADS = 2
"""Threads that code postings, each of which takes some 130 MB meanwhile without the kernels."""

Array = npt.NDArray[Any]


class Odd(NamedTuple):
    """Word counts that their codes do not give back.

    Attributes:
        keys: Term << 32 | passage of each, ascending; int64.
        counts: uint32.
    """

    keys: npt.NDArray[np.int64]
    counts: npt.NDArray[np.uint32]


class Runs(NamedTuple):
    """The runs of some terms; see ``Segment``.

    Attributes:
        of: How many each term has; int64, shape (terms,).
        begun: Where the postings of each begin; int64.
        blocks: The block of each; uint16.
        best: The greatest code of each; uint16.
    """

    of: Array
    begun: Array
    blocks: Array
    best: Array


@dataclass(frozen=True, slots=True)
class Coder:
    """Codes the postings of a segment to be.

    Attributes:
        postings: These.
        norms: What each passage's length adds to the denominator; see ``formula.norms``.
        dense: How many of the first terms become rows.
        compiled: The kernels, None to do without; the result is the same.
        odd: What was found of these until now.
    """

    postings: Postings
    norms: Floats
    dense: int
    compiled: ModuleType | None
    odd: list[Odd] = field(default_factory=list, init=False)

    def rows(self) -> dict[str, Array]:
        """The postings of the dense terms, by the names that ``Segment`` has for them."""
        count = len(self.postings.lengths)
        rows = np.zeros((self.dense, count), np.uint8)
        with ThreadPoolExecutor(_THREADS) as coders:
            self.odd.extend(coders.map(self._row, range(self.dense), rows))
        if not self.dense:
            return {"rows": rows, "row_best": np.zeros((0, -(-count // BLOCK)), np.uint8)}
        return {"rows": rows, "row_best": np.maximum.reduceat(rows, np.arange(0, count, BLOCK), axis=1)}

    def runs(self) -> dict[str, Array]:
        """The postings of all further terms, likewise."""
        first = self.postings.starts[self.dense]
        places, codes = np.empty((2, len(self.postings.packed) - first), np.uint16)
        with ThreadPoolExecutor(_THREADS) as coders:
            parts = list(chunks(self.postings.starts, self.dense))
            done = list(coders.map(lambda part: self._runs(part, places, codes), parts))
        self.odd.extend(odd for _, odd in done)
        begun = [
            part.begun + (self.postings.starts[at] - first) for (part, _), (at, _) in zip(done, parts, strict=True)
        ]
        end = np.array([len(codes)])
        return {
            "term_runs": _offsets(
                np.cumsum(_joined([np.zeros(1, np.int64), *(part.of for part, _ in done)], np.int64))
            ),
            "run_block": _joined([part.blocks for part, _ in done], np.uint16),
            "run_start": _offsets(_joined([*begun, end], np.int64)),
            "run_best": _joined([part.best for part, _ in done], np.uint16),
            "places": places,
            "codes": codes,
        }

    def all_odd(self) -> Odd:
        """All word counts, of rows and runs, that their codes do not give back."""
        return Odd(
            _joined([one.keys for one in self.odd], np.int64), _joined([one.counts for one in self.odd], np.uint32)
        )

    def _row(self, term: int, row: npt.NDArray[np.uint8]) -> Odd:
        packed = self.postings.of(term, term + 1)
        odd = np.empty(len(packed), np.int64)
        code = code_row if self.compiled is None else self.compiled.code_row
        return self._noted(packed, odd[: code(packed, self.postings.shift, self.norms, row, odd)], np.array(term))

    def _runs(self, part: tuple[int, int], places: Array, codes: Array) -> tuple[Runs, Odd]:
        """Codes the postings of a range of terms; ``places`` and ``codes`` are those of all."""
        first, last = part
        packed, shift = self.postings.of(first, last), self.postings.shift
        begin = int(self.postings.starts[first] - self.postings.starts[self.dense])
        own = slice(begin, begin + len(packed))
        starts = self.postings.starts[first : last + 1] - self.postings.starts[first]
        begun, odd = np.empty((2, len(packed)), np.int64)
        blocks, best = np.empty((2, len(packed)), np.uint16)
        coded = Runs(np.empty(last - first, np.int64), begun, blocks, best)
        code = code_runs if self.compiled is None else self.compiled.code_runs
        runs, found = code(packed, shift, starts, self.norms, places[own], codes[own], coded, odd)
        terms = first + np.searchsorted(starts, odd[:found], side="right") - 1
        kept = Runs(coded.of, begun[:runs].copy(), blocks[:runs].copy(), best[:runs].copy())
        return kept, self._noted(packed, odd[:found], terms)

    def _noted(self, packed: Array, odd: Array, terms: Array) -> Odd:
        passages, counts = unpacked(packed[odd], self.postings.shift)
        return Odd(terms.astype(np.int64) << 32 | passages, counts.astype(np.uint32))


def code_row(packed: Array, shift: int, norms: Floats, row: Array, odd: Array) -> int:
    """Codes a dense row.

    Args:
        packed: The postings of its term; see ``Postings``.
        shift: See there.
        norms: Of all passages.
        row: Gets the codes.
        odd: Gets which postings have a word count that their code does not give back, with room for all; int64.

    Returns:
        How many are odd.
    """
    passages, counts = unpacked(packed, shift)
    codes = impacts.quantise(counts, norms[passages], impacts.COARSE)
    row[passages] = codes
    return _odd(counts, codes, norms[passages], impacts.COARSE, odd)


def code_runs(
    packed: Array,
    shift: int,
    starts: Array,
    norms: Floats,
    places: Array,
    codes: Array,
    runs: Runs,
    odd: Array,
) -> tuple[int, int]:
    """Codes the postings of some terms.

    Args:
        packed: The postings; see ``Postings``.
        shift: See there.
        starts: Where those of each term start; int64, shape (terms + 1,).
        norms: Of all passages.
        places: Gets what ``Segment`` has.
        codes: Likewise.
        runs: Gets these, with room for all.
        odd: As in ``code_row``.

    Returns:
        How many runs there are, and how many odd postings.
    """
    passages, counts = unpacked(packed, shift)
    found = impacts.quantise(counts, norms[passages], impacts.FINE)
    places[:], codes[:] = passages & (BLOCK - 1), found
    new = np.ones(len(packed), np.bool_)
    new[1:] = np.diff(passages >> BLOCK_BITS) != 0
    new[starts[:-1]] = True
    where = np.flatnonzero(new)
    runs.begun[: len(where)], runs.blocks[: len(where)] = where, passages[where] >> BLOCK_BITS
    runs.best[: len(where)] = np.maximum.reduceat(found, where)
    runs.of[:] = np.diff(np.searchsorted(where, starts))
    return len(where), _odd(counts, found, norms[passages], impacts.FINE, odd)


def chunks(starts: Array, first: int) -> Iterator[tuple[int, int]]:
    """Ranges of terms or runs, given by where their postings start, with some ``_CHUNK`` postings each."""
    last_one = len(starts) - 1
    while first < last_one:
        last = max(first + 1, int(np.searchsorted(starts, int(starts[first]) + _CHUNK, side="right")) - 1)
        yield first, min(last, last_one)
        first = last


def _odd(counts: Floats, codes: Array, norms: Floats, steps: int, odd: Array) -> int:
    wrong = np.flatnonzero(impacts.recover(codes, norms, steps) != counts)
    odd[: len(wrong)] = wrong
    return len(wrong)


def _offsets(offsets: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32]:
    """Ascending offsets in four bytes each."""
    if offsets[-1] >= 1 << 32:
        raise ValueError(f"{offsets[-1]:,} postings are more than a segment holds")
    return offsets.astype(np.uint32)


def _joined(arrays: Sequence[Array], kind: npt.DTypeLike) -> Array:
    return np.concatenate([np.zeros(0, kind), *arrays])
