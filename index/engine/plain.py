"""Scoring with numpy alone: every passage that has a term of the query is scored, exactly."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.engine.formula import Floats, norms, parts
from index.engine.live import Live
from index.engine.question import Question
from index.ranking import Mask, Ranked


def top(lives: Sequence[Live], question: Question, average: float, k: int, within: Mask | None) -> list[Ranked]:
    """The k best passages of all segments that have a term of the question, the best first."""
    total = np.zeros(sum(live.count for live in lives))
    for which, live in enumerate(lives):
        found = scores(live, which, question, average)
        total[live.positions[live.remaining]] = found[live.remaining]
    if within is not None:
        total[~within] = 0.0
    return [Ranked(at, float(total[at])) for at in best(total, k).tolist()]


def unranked(within: Mask, ranked: Sequence[Ranked], most: int) -> list[Ranked]:
    """The first admitted passages that have no term of the query, to follow all that have one."""
    left = within.copy()
    left[[one.position for one in ranked]] = False
    return [Ranked(at, 0.0) for at in np.flatnonzero(left)[:most].tolist()]


def scores(live: Live, which: int, question: Question, average: float) -> Floats:
    """The score of each passage of a segment, those no longer in the corpus included; shape (passages,).

    Args:
        live: The segment.
        which: Its place among the segments that the question was asked of.
        question: What is asked.
        average: The average length, in words, of all passages of all segments.
    """
    segment = live.segment
    added = []
    for idf, numbers in zip(question.idfs, question.numbers, strict=True):
        if (number := numbers[which]) < 0:
            added.append((np.zeros(0, np.int64), np.zeros(0)))
            continue
        held, codes = segment.passages(number)
        added.append((held, _weighed(live, number, held, codes, idf, average)))
    total = np.zeros(len(segment))
    for index in question.order:
        held, weighed = added[index]
        total[held] += weighed
    return total


def scores_at(live: Live, which: int, question: Question, average: float, places: npt.NDArray[np.int64]) -> Floats:
    """As ``scores``, for some passages only, given by their numbers in the segment; shape (places,)."""
    segment = live.segment
    added = []
    for idf, numbers in zip(question.idfs, question.numbers, strict=True):
        weighed = np.zeros(len(places))
        if (number := numbers[which]) >= 0:
            held, codes = segment.passages(number)
            at = np.minimum(np.searchsorted(held, places), len(held) - 1)
            has = held[at] == places
            chosen = np.unique(at[has])
            found = _weighed(live, number, held[chosen], codes[chosen], idf, average)
            weighed[has] = found[np.searchsorted(chosen, at[has])]
        added.append(weighed)
    total = np.zeros(len(places))
    for index in question.order:
        total += added[index]
    return total


def best(scores: Floats, k: int) -> npt.NDArray[np.int64]:
    """Where the k greatest scores above 0 are, the greatest first, the lower place among equals."""
    places = np.flatnonzero(scores > 0)
    if k < len(places):
        # Partitioning, of 100,000 scores of which most are equal, took 70 ms; this takes 2.
        places = places[scores[places] >= np.sort(scores[places])[-k]]
    return places[np.argsort(-scores[places], kind="stable")][:k]


def _weighed(
    live: Live, number: int, held: npt.NDArray[np.int64], codes: npt.NDArray[np.integer], idf: float, average: float
) -> Floats:
    segment = live.segment
    return idf * parts(segment.term_frequencies(number, held, codes), norms(segment.lengths[held], average))
