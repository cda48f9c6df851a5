"""Coding postings, as a segment keeps them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from index.engine import impacts
from index.engine.formula import Floats
from index.engine.postings import Postings

BLOCK_BITS = 16
BLOCK = 1 << BLOCK_BITS
"""Passages of a block: what two bytes can name."""

_CHUNK = 1 << 21
"""Postings coded at a time, so that what is in between (some 60 bytes each) stays small."""

_THREADS = 2
"""Threads that code postings, each of which takes some 130 MB meanwhile."""

Array = npt.NDArray[Any]


def _note_odd(
    odd: list[tuple[Array, Array]],
    term: Array | int,
    passages: Array,
    counts: Floats,
    codes: Array,
    norms: Floats,
    steps: int,
) -> None:
    """Lists the word counts that their codes do not give back."""
    wrong = np.flatnonzero(impacts.recover(codes, norms, steps) != counts)
    if len(wrong):
        numbers = term[wrong] if isinstance(term, np.ndarray) else term
        odd.append((numbers << 32 | passages[wrong].astype(np.int64), counts[wrong].astype(np.uint32)))


def dense_rows(
    postings: Postings, dense: int, length_norms: Floats, odd: list[tuple[Array, Array]]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """The codes of the first terms as rows, and the greatest code of each row in each block; see ``Segment``."""
    count = len(postings.lengths)
    rows = np.zeros((dense, count), np.uint8)
    for term in range(dense):
        held = slice(postings.starts[term], postings.starts[term + 1])
        passages, counts = postings.passages[held], postings.frequencies[held].astype(np.float64)
        own = length_norms[passages]
        codes = impacts.quantise(counts, own, impacts.COARSE)
        rows[term, passages] = codes
        _note_odd(odd, term, passages, counts, codes, own, impacts.COARSE)
    if not dense:
        return rows, np.zeros((0, -(-count // BLOCK)), np.uint8)
    return rows, np.maximum.reduceat(rows, np.arange(0, count, BLOCK), axis=1)


class _Coded(NamedTuple):
    """Some terms' postings, coded; see ``Segment``."""

    places: Array
    codes: Array
    begun: Array
    blocks: Array
    terms: Array
    best: Array
    odd: list[tuple[Array, Array]]


def runs(postings: Postings, dense: int, length_norms: Floats, odd: list[tuple[Array, Array]]) -> dict[str, Array]:
    """The postings of all further terms, coded, by the names that ``Segment`` has for them."""
    with ThreadPoolExecutor(_THREADS) as coders:
        coded = list(coders.map(lambda part: _code(postings, part, length_norms), chunks(postings.starts, dense)))
    odd += [one for part in coded for one in part.odd]
    offsets = np.cumsum([0, *(len(part.codes) for part in coded)])
    terms = _joined([part.terms for part in coded], np.int64)
    begun = [part.begun + offset for part, offset in zip(coded, offsets.tolist(), strict=False)]
    runs_of = np.bincount(terms - dense, minlength=len(postings.terms) - dense)
    return {
        "term_runs": _offsets(_joined([np.zeros(1, np.int64), np.cumsum(runs_of)], np.int64)),
        "run_block": _joined([part.blocks for part in coded], np.uint16),
        "run_start": _offsets(_joined([*begun, offsets[-1:]], np.int64)),
        "run_best": _joined([part.best for part in coded], np.uint16),
        "places": _joined([part.places for part in coded], np.uint16),
        "codes": _joined([part.codes for part in coded], np.uint16),
    }


def _code(postings: Postings, part: tuple[int, int], length_norms: Floats) -> _Coded:
    """Codes the postings of a range of terms."""
    first, last = part
    held = slice(postings.starts[first], postings.starts[last])
    passages, counts = postings.passages[held], postings.frequencies[held].astype(np.float64)
    terms = np.repeat(np.arange(first, last), np.diff(postings.starts[first : last + 1]))
    own = length_norms[passages]
    odd: list[tuple[Array, Array]] = []
    codes = impacts.quantise(counts, own, impacts.FINE)
    _note_odd(odd, terms, passages, counts, codes, own, impacts.FINE)
    block = passages >> BLOCK_BITS
    new = np.ones(len(terms), np.bool_)
    new[1:] = (terms[1:] != terms[:-1]) | (block[1:] != block[:-1])
    begun = np.flatnonzero(new)
    return _Coded(
        places=(passages & (BLOCK - 1)).astype(np.uint16),
        codes=codes.astype(np.uint16),
        begun=begun,
        blocks=block[begun].astype(np.uint16),
        terms=terms[begun],
        best=np.maximum.reduceat(codes, begun).astype(np.uint16),
        odd=odd,
    )


def _offsets(offsets: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32]:
    """Ascending offsets in four bytes each."""
    if offsets[-1] >= 1 << 32:
        raise ValueError(f"{offsets[-1]:,} postings are more than a segment holds")
    return offsets.astype(np.uint32)


def _joined(arrays: Sequence[Array], kind: npt.DTypeLike) -> Array:
    return np.concatenate([np.zeros(0, kind), *arrays])


def chunks(starts: Array, first: int) -> Iterator[tuple[int, int]]:
    """Ranges of terms or runs, given by where their postings start, with some ``_CHUNK`` postings each."""
    last_one = len(starts) - 1
    while first < last_one:
        last = max(first + 1, int(np.searchsorted(starts, int(starts[first]) + _CHUNK, side="right")) - 1)
        yield first, min(last, last_one)
        first = last
