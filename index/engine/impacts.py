"""Parts of scores in one or two bytes, rounded up, from which the word count can be had back.

A code is never below the true part, so a sum of codes is a bound on the score, and whatever a bound cannot rule out is
scored exactly. Word counts are not stored: a part depends on the count and on the passage's length alone, so the code
and the length give the count back. Where they do not (counts beyond some fifteen in one byte, passages a thousand times
longer than the average) the count goes to a list of exceptions.
"""

import numpy as np
import numpy.typing as npt

from index.engine.formula import CEILING, Floats, parts

FINE = 65535
"""Steps of a posting's code: two bytes."""

COARSE = 255
"""Steps of a code in a dense row: one byte, since rows are added up whole and their words weigh little."""


def quantise(frequencies: Floats, norms: Floats, steps: int) -> npt.NDArray[np.int64]:
    """Codes from 1 to ``steps``, such that ``code * CEILING / steps`` is no less than the part.

    Args:
        frequencies: How often the term stands in each passage, at least 1; shape (postings,).
        norms: ``formula.norms`` of those passages; same shape.
        steps: ``FINE`` or ``COARSE``.
    """
    return np.clip(np.ceil(parts(frequencies, norms) * (steps / CEILING)), 1, steps).astype(np.int64)


def recover(codes: npt.NDArray[np.integer], norms: Floats, steps: int) -> Floats:
    """The word counts behind the codes, as far as they can be had back; shape (postings,)."""
    part = (codes.astype(np.float64) - 0.5) * (CEILING / steps)
    return np.maximum(np.rint(norms * part / (CEILING - part)), 1.0)
