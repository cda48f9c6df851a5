"""How much of the question a sentence has in words that are used like the question's."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from bot.answering.evidence.overlap import Matches
from bot.answering.vectors import UNKNOWN, row, vectors

NAMES = (
    "alike", "alike_cover", "topic", "alike_head", "alike_least", "alike_relation", "alike_before", "alike_after",
    "alike_squared", "kin_of_head",
)  # fmt: skip
_UNLIKE = 0.25
"""Cosine up to which two words have nothing to do with each other. With .15 and .35 the same is reached."""
_FREQUENT = 1000.0
"""Rank of a word that counts for half in what a sentence is about: the most frequent stand in sentences on anything."""

Floats = NDArray[np.float64]


def likeness(asking: Asking, read: Sequence[tuple[Sequence[Line], Sequence[Matches]]]) -> Floats:
    """The figures of NAMES, each from 0 to 1, one row for each sentence of some passages in turn.

    A term of the question that a sentence has counts 1, another as much as the likest word of the sentence is used
    like it; a name or number counts only where it stands.

    Args:
        asking: The question.
        read: For each passage its sentences, and the matches of each.
    """
    lines = [line for passage, _ in read for line in passage]
    matched = [own for _, some in read for own in some]
    says = _Said.of(lines, asking.idf.keys())
    asks = _asked(asking)
    alike, told = _alike(asking, asks, says, matched)
    whole = np.maximum(alike, told)
    idf = np.array([asking.idf[term] for term in asking.idf])
    relations = np.array([term not in asking.names and term not in asking.numbers for term in asking.idf], bool)
    weighed = idf * relations
    cover = idf @ whole / asking.total
    before, after = _beside(read, idf / asking.total, alike, whole)
    return np.column_stack(
        (
            idf @ np.where(told, 0, alike) / asking.total,
            cover,
            _topic(asks, says, asking),
            whole[list(asking.idf).index(asking.question.head)] if asking.question.head in asking.idf else cover * 0,
            whole[relations].min(axis=0, initial=1.0),
            weighed @ whole / weighed.sum() if weighed.any() else cover * 0 + 1,
            before,
            after,
            cover**2,
            _kin_of_head(asking, says),
        )
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """The content words of sentences, one after another; a sentence without any has one that is UNKNOWN.

    Attributes:
        rows: The row of each in the table of vectors.
        vectors: The vector of each.
        others: Whether each is none of the question's.
        starts: The index of each sentence's first.
    """

    rows: NDArray[np.intp]
    vectors: NDArray[np.float32]
    others: NDArray[np.bool_]
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, lines: Sequence[Line], asked: Set[str]) -> "_Said":
        rows = [line.rows or (UNKNOWN,) for line in lines]
        others = [term not in asked for line in lines for _, term in line.content or ((0, ""),)]
        starts = np.cumsum([0, *map(len, rows[:-1])])
        joined = np.array([one for own in rows for one in own], np.intp)
        return cls(joined, vectors(joined), np.array(others, bool), starts)


def _asked(asking: Asking) -> Mapping[str, int]:
    """The row of each term of the question."""
    return {term: _row(asking, term) for term in asking.idf}


def _row(asking: Asking, term: str) -> int:
    """The row of the word that a term stands in the question as; of the term itself where it was taken over."""
    return row(next((word.text for word in asking.question.words if word.term == term), term))


def _alike(
    asking: Asking, asks: Mapping[str, int], says: _Said, matched: Sequence[Matches]
) -> tuple[Floats, NDArray[np.bool_]]:
    """How like each term the likest word of each sentence is, and whether it has the term; both (terms, sentences)."""
    asked = vectors(np.array([asks[term] for term in asking.idf], np.intp).reshape(-1))
    cosines = np.maximum.reduceat(asked @ says.vectors.T, says.starts, axis=1)
    rigid = np.array([term in asking.names or term in asking.numbers for term in asking.idf], bool)
    alike = np.where(rigid[:, None], 0.0, np.clip((cosines - _UNLIKE) / (1 - _UNLIKE), 0, 1))
    told = np.array([[term in own.all for own in matched] for term in asking.idf], bool).reshape(alike.shape)
    return alike, told


def _beside(
    read: Sequence[tuple[Sequence[Line], Sequence[Matches]]], share: Floats, alike: Floats, whole: Floats
) -> tuple[Floats, Floats]:
    """What the sentences before and after each add in words that are used alike, within their passage."""
    before, after = np.zeros(alike.shape[1]), np.zeros(alike.shape[1])
    ends = np.cumsum([0, *(len(passage) for passage, _ in read)])
    for start, end in pairwise(ends):
        own, there = whole[:, start:end], alike[:, start:end]
        before[start + 1 : end] = share @ np.maximum(0, there[:, :-1] - own[:, 1:])
        after[start : max(start, end - 1)] = share @ np.maximum(0, there[:, 1:] - own[:, :-1])
    return before, after


def _topic(asks: Mapping[str, int], says: _Said, asking: Asking) -> Floats:
    """The cosine of what the question's words and what a sentence's are about as a whole, names apart."""
    told = [term for term in asks if term not in asking.names and term not in asking.numbers]
    asked = vectors(np.array([asks[term] for term in told], np.intp).reshape(-1))
    of_question = np.array([asking.idf[term] for term in told]) @ asked
    rare = np.where(says.rows == UNKNOWN, 0, says.rows / (says.rows + _FREQUENT))
    of_sentence = np.add.reduceat(says.vectors * rare[:, None], says.starts, axis=0)
    lengths = np.linalg.norm(of_sentence, axis=1) * np.linalg.norm(of_question)
    cosines: Floats = np.maximum(0, of_sentence @ of_question) / np.maximum(lengths, 1e-9)
    return cosines


def _kin_of_head(asking: Asking, says: _Said) -> Floats:
    """How like to the noun asked for ("which colour") a word is that the question has not ("red")."""
    head = asking.question.head
    if head is None:
        return np.zeros(len(says.starts))
    cosines = says.vectors @ vectors(np.array([_row(asking, head)], np.intp))[0]
    return np.clip(np.maximum.reduceat(np.where(says.others, cosines, 0), says.starts), 0, 1)
