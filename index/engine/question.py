"""A query as the segments understand it."""

from collections.abc import Sequence
from typing import NamedTuple

from index.engine.formula import idf
from index.engine.live import Live
from index.engine.vocabulary import key


class Question(NamedTuple):
    """A query's terms that some passage has, each once, the one that weighs most first.

    Attributes:
        hefts: What each weighs: its idf, as often as the query has it; shape (terms,).
        idfs: Of each, in nats, over all segments; shape (terms,).
        numbers: Of each, in each segment, -1 where the segment lacks it; shape (terms, segments).
        order: Which of the terms each word of the query is, in the query's order: scores are summed in this order.
    """

    hefts: tuple[float, ...]
    idfs: tuple[float, ...]
    numbers: tuple[tuple[int, ...], ...]
    order: list[int]


def read(query: Sequence[str], lives: Sequence[Live], count: int) -> Question | None:
    """Looks a query's terms up; None if no passage has any of them.

    Args:
        query: The terms.
        lives: The segments.
        count: How many passages these have.
    """
    known = []
    for term in dict.fromkeys(query):
        numbers, holders = look_up(term, lives)
        if holders:
            rarity = idf(count, holders)
            known.append((rarity * query.count(term), rarity, numbers, term))
    if not known:
        return None
    known.sort(reverse=True)
    hefts, idfs, numbers_of, terms = zip(*known, strict=True)
    at = {term: index for index, term in enumerate(terms)}
    return Question(hefts, idfs, numbers_of, [at[term] for term in query if term in at])


def look_up(term: str, lives: Sequence[Live]) -> tuple[tuple[int, ...], int]:
    """A term's number in each segment, -1 where it lacks it, and how many passages have the term."""
    raw, hashed = key(term)
    numbers, holders = [], 0
    for live in lives:
        number = live.segment.vocabulary.number(raw, hashed)
        numbers.append(number)
        if number >= 0:
            holders += live.holder_counts[number]
    return tuple(numbers), holders
