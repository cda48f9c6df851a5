"""What a conversation has shown already, and what has not been shown before it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.turns import Turn
from index.search import Hit, Searcher
from index.words import terms

KNOWN = 0.2
"""Share of the best hit's score that a passage loses by having been shown: whoever asks something new mostly looks for
what he has not read yet. nDCG@10 of questions of the seen half of inscit_dev that stand by themselves is .774 without,
.784 with .05, .790 with .1 and .798 with .2."""
LEANING = 0.1
"""The same where the question leans on those before, so may well be about what was shown: .778 without, .784 with .05,
.795 with .1 and .779 with .2."""


def shown(searcher: Searcher, history: Sequence[Turn]) -> frozenset[str]:
    """The ids of the passages that were shown: for each answer the one that has most of its words.

    Args:
        searcher: Finds them.
        history: The earlier turns.
    """
    hits = [hit for turn in history for hit in searcher.rank(tuple(dict.fromkeys(terms(turn.answer))), 1)]
    return frozenset(hit.passage.id for hit in hits)


def fresh(hits: Sequence[Hit], known: frozenset[str], *, leaning: bool) -> list[Hit]:
    """Hits best first, where those known already count for less; no score falls below 0.

    Args:
        hits: Best first.
        known: The ids of the passages that are.
        leaning: Whether the question takes something over from those before.
    """
    loss = (LEANING if leaning else KNOWN) * hits[0].score if hits else 0.0
    weighed = [replace(one, score=max(0.0, one.score - loss)) if one.passage.id in known else one for one in hits]
    return sorted(weighed, key=lambda one: -one.score)
