"""A query as the segments understand it."""

from collections.abc import Sequence
from typing import NamedTuple

from index.engine.formula import idf
from index.engine.live import Live
from index.engine.vocabulary import key


class Asked(NamedTuple):
    """A term of a query that some passage has.

    Attributes:
        heft: What it weighs: its idf, as often as the query has it.
        idf: In nats, over all segments.
        numbers: Its number in each segment, -1 where the segment lacks it.
        term: The term.
    """

    heft: float
    idf: float
    numbers: tuple[int, ...]
    term: str


class Question(NamedTuple):
    """A query's known terms.

    Attributes:
        terms: Each once, the one that weighs most first.
        order: Which of ``terms`` each word of the query is, in the query's order: scores are summed in this order.
    """

    terms: list[Asked]
    order: list[int]


def read(query: Sequence[str], lives: Sequence[Live], count: int) -> Question | None:
    """Looks a query's terms up; None if no passage has any of them.

    Args:
        query: The terms.
        lives: The segments.
        count: How many passages these have.
    """
    asked = []
    for term in dict.fromkeys(query):
        numbers, holders = look_up(term, lives)
        if holders:
            rarity = idf(count, holders)
            asked.append(Asked(rarity * query.count(term), rarity, numbers, term))
    if not asked:
        return None
    asked.sort(reverse=True)
    at = {one.term: index for index, one in enumerate(asked)}
    return Question(asked, [at[term] for term in query if term in at])


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
