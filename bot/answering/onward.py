"""Going on from what was answered last: what is not told again, and what stands next to it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.continuity import runs
from bot.answering.evidence import Candidate, is_heading
from bot.answering.weighed import Weighed
from bot.conversation import Carried, Order

NEXT = 3.0
"""Logits for the sentence right behind the one that was told, where what came next is asked, or right before it, where
what came before."""
_FADING = 0.6
"""What the next sentence has of that, and so on."""


def untold(weighed: Sequence[Weighed], carried: Carried) -> list[Weighed]:
    """The sentences that may be shown: not what was told already, where others are asked for or what came next."""
    told = carried.told if carried.others else carried.lead if carried.order is not None else ""
    return [one for one in weighed if one.candidate.text not in told]


def nextness(candidates: Sequence[Candidate], carried: Carried) -> NDArray[np.float64]:
    """What speaks for each sentence by its place beside the one that led the last answer, in logits.

    0 unless it is asked what came next, or before.
    """
    found = np.zeros(len(candidates))
    if carried.order is None:
        return found
    for run in runs(candidates):
        if carried.order is Order.BEFORE:
            run.reverse()
        lead = next((place for place, at in enumerate(run) if candidates[at].text == carried.lead), len(run))
        after = [at for at in run[lead + 1 :] if not is_heading(candidates[at].text)]
        found[after] = NEXT * _FADING ** np.arange(len(after))
    return found
