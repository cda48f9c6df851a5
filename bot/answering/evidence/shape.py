"""What a sentence's place and form say, whatever is asked."""

import math
import re

from bot.answering.evidence.line import Line
from index.search import Hit

NAMES = (
    "rank", "top", "reciprocal", "opens", "closes", "opens_document", "place", "stranded", "whole", "short", "length",
    "question", "quoted",
)  # fmt: skip
_STRANDED = re.compile(
    r"\W*(?:he|she|it|they|his|her|their|its|this|these|those|that|both|instead|however|meanwhile|there|then|such"
    r"|another|\w+ \w+ (?:later|earlier|before|after)|the (?:same|next|following|latter|former|other|pair|two)"
    r"|(?:during|after|before|following|since|until|in|at|on|by|from|for|with|of|despite) (?:this|that|these|those)"
    r"|(?:during|after|before|in|at|on|by|from) the (?:same|next|following))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[.!?…؟。][’”»\"')\]]*$")
_SHORT = 6
"""Words. Fewer hardly make a statement."""


def leans(sentence: str) -> bool:
    """Whether a sentence leans on the one before it: it begins with "he", "during that visit", "two years later"."""
    return _STRANDED.match(sentence) is not None


def is_heading(sentence: str) -> bool:
    """Whether it is a few words that do not end as a sentence does."""
    return _WHOLE.search(sentence) is None and len(sentence.split()) <= _SHORT


def shape(hit: Hit, line: Line, at: int, count: int, place: int, best: float) -> tuple[float, ...]:
    """The figures of NAMES, each from 0 to 1.

    Args:
        hit: The passage.
        line: The sentence.
        at: Its index in the passage.
        count: How many sentences the passage has.
        place: The passage's place among the hits, from 0.
        best: The best passage's score.
    """
    length = len(line.words)
    return (
        hit.score / best if best > 0 else 0.0,
        float(place == 0),
        1 / (1 + place),
        float(at == 0),
        float(at == count - 1),
        float(at == 0 and hit.passage.start == 0),
        at / max(1, count - 1) if count > 1 else 0.0,
        float(leans(line.text)),
        float(_WHOLE.search(line.text) is not None),
        float(length < _SHORT),
        min(1.0, math.log2(max(2, length)) / 7),
        float(line.text.rstrip("”’\"' ").endswith("?")),
        float(line.text[:1] in "“\"‘'"),
    )
