"""Whether a sentence that lacks a name speaks of its bearer all the same."""

import re

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from bot.answering.evidence.overlap import Matches
from index.actors.mention import Kind

NAMES = ("in_focus", "spoken_of", "prominent", "unnamed", "another")
_SPEAKS = re.compile(
    r"\b(?:he|she|him|his|her|hers|they|them|their|it|its|himself|herself|itself|themselves)\b"
    r"|^\W*(?:the|this|that|these|those) [a-z]",
    re.IGNORECASE,
)


def focus(asking: Asking, line: Line, found: Matches, implied: frozenset[str]) -> tuple[float, ...]:
    """The figures of NAMES, each from 0 to 1.

    Of the question's names that the sentence neither has nor means by its first word, each by what it counts for: how
    near they are to being spoken of there; the same if it has a word that may stand for them; how much the document is
    about them; how many were not named before. At last, whether it has none of them, but names another person.
    """
    total = sum(asking.idf[term] for term in asking.names if term in asking.idf)
    missing = asking.names - found.all - implied
    if not total or not missing:
        return (0.0,) * len(NAMES)
    near = {term: max(line.focus.get(one, 0.0) for one in asking.spellings(term)) for term in missing}
    about = {term: max(line.prominence.get(one, 0.0) for one in asking.spellings(term)) for term in missing}
    weights = {term: asking.idf.get(term, 0.0) / total for term in missing}
    in_focus = sum(weights[term] * near[term] for term in missing)
    return (
        in_focus,
        in_focus if _SPEAKS.search(line.text) else 0.0,
        sum(weights[term] * about[term] for term in missing),
        sum(weights[term] for term in missing if not near[term]),
        float(not asking.names & (found.all | implied) and any(kind is Kind.PERSON for kind in line.kinds)),
    )
