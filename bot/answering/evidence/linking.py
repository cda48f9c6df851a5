"""Whether the words that belong together in the question belong together in a sentence."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from bot.answering.evidence.overlap import Matches

NAMES = ("in_order", "turned", "linked", "unlinked", "displaced", "of_other", "rival_between")
_REACH = 4.0
"""Words. Over this distance what two words of the question have to do with each other falls to 1/e."""
_OF = frozenset({"of", "of the", "of a", "of an", "of his", "of her", "of their", "of its", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Link:
    """Two words of the question, one after the other.

    Attributes:
        first: The term of one.
        second: The term of the other.
        weight: The mean of what they count for.
        side: Whether they stand side by side: "mathematical abstraction".
        of: Whether one is of the other: "seal of Warsaw".
    """

    first: str
    second: str
    weight: float
    side: bool
    of: bool


def links(asking: Asking) -> tuple[Link, ...]:
    """The links of a question, in order."""
    question = asking.question
    told = [word for word in question.words if word.term in asking.idf]
    found = []
    for one, other in pairwise(told):
        if one.term is None or other.term is None or one.term == other.term:
            continue
        between = question.text[one.end : other.start].casefold().strip()
        weight = (asking.idf[one.term] + asking.idf[other.term]) / 2
        found.append(Link(one.term, other.term, weight, between in ("", "-"), between in _OF))
    return tuple(found)


def linking(asking: Asking, asked: Sequence[Link], line: Line, found: Matches) -> tuple[float, ...]:
    """The figures of NAMES, each from 0 to 1."""
    total = sum(link.weight for link in asked)
    if not total or not found.places:
        return (0.0,) * len(NAMES)
    places: dict[str, list[int]] = {}
    for at, term in found.places:
        places.setdefault(term, []).append(at)
    sums = [0.0] * len(NAMES)
    for link in asked:
        for at, figure in enumerate(_of_link(asking, link, line, places)):
            sums[at] += figure * link.weight
    return tuple(one / total for one in sums)


def _of_link(asking: Asking, link: Link, line: Line, places: Mapping[str, Sequence[int]]) -> tuple[float, ...]:
    ones, others = places.get(link.first, ()), places.get(link.second, ())
    after = min((b - a for a in ones for b in others if b > a), default=0)
    before = min((a - b for a in ones for b in others if a > b), default=0)
    in_order = math.exp((1 - after) / _REACH) if after else 0.0
    turned = math.exp((1 - before) / _REACH) if before else 0.0
    linked = unlinked = displaced = of_other = between = 0.0
    if link.side:
        linked = float(after == 1)
        unlinked = float(bool(ones) and bool(others) and after != 1)
        displaced = float(bool(others) and after != 1 and all(_has_other_before(asking, line, at) for at in others))
    if link.of:
        of_other = float(bool(ones) and not 0 < after <= 3 and any(_is_of_other(asking, line, at) for at in ones))
    if ones and others:
        gap, low, high = min((abs(a - b), min(a, b), max(a, b)) for a in ones for b in others)
        between = float(gap > 1 and any(_is_rival(asking, line, at) for at in range(low + 1, high)))
    return in_order, turned, linked, unlinked, displaced, of_other, between


def _has_other_before(asking: Asking, line: Line, at: int) -> bool:
    """Whether right before a word another stands that the question has not: "scientific abstraction"."""
    if not at:
        return False
    word = line.words[at - 1]
    return word.term is not None and word.term not in asking.idf and line.words[at].start - word.end <= 1


def _is_of_other(asking: Asking, line: Line, at: int) -> bool:
    """Whether behind a word "of" leads to a word that the question has not."""
    if at + 2 >= len(line.words) or line.words[at + 1].text.casefold() != "of":
        return False
    following = next((word for word in line.words[at + 2 : at + 5] if word.term is not None), None)
    return following is not None and following.term not in asking.idf


def _is_rival(asking: Asking, line: Line, at: int) -> bool:
    """Whether a word is a name or a number that the question has not."""
    word = line.words[at]
    return word.term is not None and word.term not in asking.idf and (line.names[at] or word.text[0].isdigit())
