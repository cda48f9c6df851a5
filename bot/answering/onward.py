"""Going on from what was answered last: what is not told again, and what stands next to it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.evidence import Candidate, is_heading
from bot.answering.weighed import Weighed
from bot.conversation import Carried, Order

NEXT = 3.0
"""Logits for the sentence right behind the one that was told, where what came next is asked, or right before it, where
what came before."""
STALE = 2.0
"""Logits against the sentence that led the last answer, where another thing is asked about what that question asked: it
has all that is taken over, and what is asked now it was not shown for. On the developed conversations of
``benchmarks.conversations`` .702 lead with a right sentence, .693 without it; of the others .567 and .533."""
_FADING = 0.6
"""What the next sentence has of that, and so on."""


def untold(weighed: Sequence[Weighed], carried: Carried) -> list[Weighed]:
    """The sentences that may be shown: not what was told already, where others are asked for or what came next."""
    told = carried.told if carried.others else carried.lead if carried.order is not None else ""
    return [one for one in weighed if one.candidate.text not in told]


def continuity(candidates: Sequence[Candidate], carried: Carried) -> NDArray[np.float64]:
    """What speaks for each sentence and against it by what was answered last, in logits."""
    return _nextness(candidates, carried) + _staleness(candidates, carried)


def _nextness(candidates: Sequence[Candidate], carried: Carried) -> NDArray[np.float64]:
    """What speaks for each sentence by its place beside the one that led the last answer, in logits."""
    found = np.zeros(len(candidates))
    order = sorted(range(len(candidates)), key=lambda at: (candidates[at].hit.document.id, candidates[at].line.start))
    if carried.order is Order.BEFORE:
        order.reverse()
    lead = next((place for place, at in enumerate(order) if candidates[at].text == carried.lead), None)
    if carried.order is None or lead is None:
        return found
    worth = NEXT
    for at, after in zip(order[lead:], order[lead + 1 :], strict=False):
        if not _adjoin(candidates[at], candidates[after]):
            break
        if not is_heading(candidates[after].text):
            found[after] = worth
            worth *= _FADING
    return found


def _staleness(candidates: Sequence[Candidate], carried: Carried) -> NDArray[np.float64]:
    """What speaks against each sentence as it answered the last question, in logits: 0 or less."""
    leans = bool(carried.lead and carried.typed and carried.terms) and not carried.actors and not carried.put
    return np.array([-STALE if leans and one.text == carried.lead else 0.0 for one in candidates])


def _adjoin(one: Candidate, other: Candidate) -> bool:
    """Whether nothing stands between two sentences."""
    first, second = sorted((one.line, other.line), key=lambda line: line.start)
    document = one.hit.document
    return document.id == other.hit.document.id and not document.text[first.end : second.start].strip()
