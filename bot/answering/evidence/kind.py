"""Whether a sentence has something of the kind that is asked for, and where."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.expressions import expressions
from bot.answering.evidence.line import Line
from bot.answering.evidence.overlap import Matches
from bot.question.asked import Asked

_GROUPS = {
    Asked.WHEN: "when", Asked.WHERE: "where", Asked.WHO: "who", Asked.ALIAS: "who", Asked.BODY: "body",
    Asked.QUANTITY: "number", Asked.DURATION: "length", Asked.WHY: "why", Asked.HOW: "how", Asked.WHAT: "what",
    Asked.LIST: "what",
}  # fmt: skip
GROUPS = tuple(dict.fromkeys(_GROUPS.values()))
NAMES = (
    *(f"{figure}_{group}" for group in GROUPS for figure in ("has", "lacks", "close", "near")),
    "of_head", "sure", "fresh", "fresh_names", "other_names", "any_number",
)  # fmt: skip
_REACH = 8.0
"""Words. Over this distance the closeness of an expression of the asked kind to a matched word falls to 1/e."""


_HEAD_REACH = 3.0
"""Words. The same for the noun asked for: "four soldiers", "the airline Avio"."""


def kind(asking: Asking, line: Line, found: Matches) -> tuple[float, ...]:
    """The figures of NAMES, each from 0 to 1; those of the kinds not asked for are 0."""
    group = _GROUPS.get(asking.question.asked)
    has, close, near, of_head = (0.0, 0.0, 0.0, 0.0) if group is None else _measured(asking, line, found)
    measured = [
        figure
        for one in GROUPS
        for figure in ((has, float(has == 0), close, near) if one == group else (0.0, 0.0, 0.0, 0.0))
    ]
    fresh = [at for at, term in line.content if term not in asking.idf]
    fresh_names = sum(line.names[at] for at in fresh)
    return (
        *measured,
        of_head,
        has * _all_but_head(asking, found),
        min(1.0, len(fresh) / 12),
        min(1.0, fresh_names / 4),
        float(fresh_names > 0),
        float(any(line.words[at].text[0].isdigit() for at in fresh)),
    )


@dataclass(frozen=True, slots=True)
class Sought:
    """An expression of the kind that is asked for.

    Attributes:
        start: Its first code point in the sentence.
        end: One past its last code point.
        strength: How surely it is one.
        close: How close it stands to the nearest word of the question, 1 beside it, falling to 0.
        near: How close to all of them, each as its rarity counts.
        of_head: How close to the noun asked for.
    """

    start: int
    end: int
    strength: float
    close: float
    near: float
    of_head: float


def sought(asking: Asking, line: Line, found: Matches) -> Iterator[Sought]:
    """The expressions of the kind asked for that are not the question's own words, in order of kinds."""
    head = asking.question.head
    matched = {at for at, _ in found.places}
    for start, end, strength in expressions(asking.question.asked, line, head):
        inside = [at for at, word in enumerate(line.words) if start <= word.start < end]
        if not inside or all(at in matched and line.words[at].term in asking.idf for at in inside):
            continue
        gaps: dict[str, int] = {}
        for at, term in found.places:
            gap = inside[0] - at if at < inside[0] else max(0, at - inside[-1])
            gaps[term] = min(gaps.get(term, gap), gap)
        weighed = sum(asking.idf[term] * math.exp(-gap / _REACH) for term, gap in gaps.items())
        yield Sought(
            start,
            end,
            strength,
            strength * math.exp(-min(gaps.values()) / _REACH) if gaps else 0.0,
            strength * weighed / asking.total,
            strength * math.exp(-gaps[head] / _HEAD_REACH) if head in gaps else 0.0,
        )


def _measured(asking: Asking, line: Line, found: Matches) -> tuple[float, float, float, float]:
    """Presence of an expression of the kind asked for, its closeness to a word of the question, to all, to the noun."""
    has = close = near = of_head = 0.0
    for one in sought(asking, line, found):
        has, close = max(has, one.strength), max(close, one.close)
        near, of_head = max(near, one.near), max(of_head, one.of_head)
    return has, close, near, of_head


def _all_but_head(asking: Asking, found: Matches) -> float:
    """The sentence's share of what the question says beside the noun it asks for, squared."""
    rest = {term: idf for term, idf in asking.idf.items() if term != asking.question.head}
    return (sum(idf for term, idf in rest.items() if term in found.all) / (sum(rest.values()) or 1.0)) ** 2
