"""Searching with the compiled kernels."""

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from index.engine.live import Live
from index.engine.question import Question
from index.ranking import Mask, Ranked

_ALL: Mask = np.zeros(0, np.bool_)


class Fast:
    """Segments as the kernels take them. Safe to be used by several threads at once."""

    def __init__(self, compiled: Any, lives: Sequence[Live], average: float) -> None:
        """Lays segments out.

        Args:
            compiled: The kernels.
            lives: The segments, at least one.
            average: The average length, in words, of all passages of all segments.
        """
        self._compiled = compiled
        self._local = threading.local()
        read = ({**live.segment.columns(), "positions": live.positions} for live in lives)
        # The kernels are handed addresses, so the arrays are held here.
        self._held = [[np.ascontiguousarray(one[name]) for name in compiled.Columns._fields] for one in read]
        self._segments = np.stack([compiled.addresses(columns) for columns in self._held])
        self._averages = np.array([average, *(live.segment.average for live in lives)])

    def takes(self, question: Question, k: int) -> bool:
        """Whether the kernels can answer this."""
        return bool(k <= self._compiled.MOST and len(question.idfs) <= self._compiled.MOST_TERMS)

    def top(self, question: Question, k: int, within: Mask | None) -> list[Ranked]:
        """The k best passages that have a term of the question, the best first."""
        space, addresses = self._space()
        numbers = [own for segment in zip(*question.numbers, strict=True) for own in segment]
        self._compiled.top(
            self._segments,
            self._averages,
            addresses,
            k,
            np.array(question.order),
            np.array(numbers),
            np.array(question.idfs + question.hefts),
            # Of another kind of array the kernels would be compiled anew.
            _ALL if within is None else np.require(within, np.bool_, ["C", "W"]),
        )
        held = space.held[0]
        return list(map(Ranked, space.positions[:held].tolist(), space.scores[:held].tolist()))

    def _space(self) -> tuple[Any, npt.NDArray[np.int64]]:
        """This thread's work space, and where it lies."""
        try:
            found: tuple[Any, npt.NDArray[np.int64]] = self._local.space
        except AttributeError:
            space = self._compiled.space()
            found = self._local.space = space, self._compiled.addresses(space)
        return found
