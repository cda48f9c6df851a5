"""Coding postings; the same as ``index.engine.coding`` does with numpy, operation by operation."""

import numpy as np

from index.engine.coding import BLOCK, BLOCK_BITS, Runs
from index.engine.formula import CEILING, K1
from index.engine.impacts import COARSE, FINE
from index.engine.kernels.compiling import Array, Whole, lean


@lean
def _code(frequency: float, norm: float, steps: int) -> Whole:
    """The code of one part; see ``index.engine.impacts.quantise``."""
    code = np.int64(np.ceil(frequency * (K1 + 1) / (frequency + norm) * (steps / CEILING)))
    return np.int64(min(max(code, np.int64(1)), np.int64(steps)))


@lean
def _recovered(code: Whole, norm: float, steps: int) -> float:
    """The frequency behind a code; see ``index.engine.impacts.recover``."""
    part = (float(code) - 0.5) * (CEILING / steps)
    return max(float(np.rint(norm * part / (CEILING - part))), 1.0)


@lean
def _unpacked(posting: np.unsignedinteger, shift: int) -> tuple[Whole, float]:
    """The passage, and how often the term stands there."""
    passage = np.uint64(posting) >> np.uint64(shift)
    return np.int64(passage), float(np.uint64(posting) - (passage << np.uint64(shift)))


@lean
def code_row(packed: Array, shift: int, norms: Array, row: Array, odd: Array) -> int:
    """As ``index.engine.coding.code_row``."""
    found = 0
    for at in range(len(packed)):
        passage, frequency = _unpacked(packed[at], shift)
        code = _code(frequency, norms[passage], COARSE)
        row[passage] = code
        if _recovered(code, norms[passage], COARSE) != frequency:
            odd[found] = at
            found += 1
    return found


@lean
def code_runs(
    packed: Array,
    shift: int,
    starts: Array,
    norms: Array,
    places: Array,
    codes: Array,
    runs: Runs,
    odd: Array,
) -> tuple[int, int]:
    """As ``index.engine.coding.code_runs``."""
    used, found = 0, 0
    for term in range(len(starts) - 1):
        before, block, top = used, np.int64(-1), np.int64(0)
        for at in range(starts[term], starts[term + 1]):
            passage, frequency = _unpacked(packed[at], shift)
            code = _code(frequency, norms[passage], FINE)
            if passage >> BLOCK_BITS != block:
                block, top = np.int64(passage >> BLOCK_BITS), np.int64(0)
                runs.begun[used], runs.blocks[used] = at, block
                used += 1
            if code > top:
                top = runs.best[used - 1] = np.int64(code)
            places[at], codes[at] = passage & (BLOCK - 1), code
            if _recovered(code, norms[passage], FINE) != frequency:
                odd[found] = at
                found += 1
        runs.of[term] = used - before
    return used, found
