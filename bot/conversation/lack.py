"""What a question lacks to be understood by itself."""

import re
from enum import StrEnum

from bot.conversation.pronoun import pointers
from bot.question.names import Names
from bot.question.question import Question

_THING = re.compile(r"\b(?:it|its|itself)\b", re.IGNORECASE)
_DEICTIC = re.compile(
    r"\b(?:there|then|this|these|those|that)\W*$|\b(?:that|this|those|these) (?:happen|take|man|woman|group|event)"
    r"|\b(?:that|this|those|these) (?:time|place|day|night|evening|morning|week|month|year)\b"
    r"|\b(?:is|was|were|are|did|do|after|before|during|about|for|by|of|in|like) (?:that|this|those|these)\b"
    r"|\b(?:who(?:m)?|what|where|when) else\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"^\W*(?:(?:and|or|but|no|nope|not that|i mean|i meant|sorry|what about|how about)\b[\s,:]*)+(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ASKS = re.compile(
    r"\b(?:wh(?:o|om|ose|en|ere|y|at|ich)|how|did|do|does|is|are|was|were|has|have|had|can)\b", re.IGNORECASE
)
_FEW = 2
"""Content words. So few, and no name among them, lean on what was asked before: in inscit_dev nDCG@10 of questions with
a pronoun or so few words is .650 by themselves and .790 with the words that the last turn's document is titled with;
of the others .769, and less with anything taken over."""


class Lack(StrEnum):
    """What a question lacks."""

    NOTHING = "nothing"
    ACTOR = "actor"
    """Whom a pronoun points to."""
    EVENT = "event"
    """What the last question was about."""
    REST = "rest"
    """All but a word that takes another's place: "and Basra?", "no, the brother"."""


def lacking(question: Question, names: Names) -> Lack:
    """What a question that follows others lacks."""
    if instead(question.text) and question.words:
        return Lack.REST
    if next(pointers(question.text), None) is not None:
        return Lack.ACTOR
    if is_thing(question.text) or _DEICTIC.search(question.text):
        return Lack.EVENT
    if not question.words and not _ASKS.search(question.text):
        return Lack.NOTHING
    named = any(names.has(word.text) for word in question.words) or _dated(question)
    return Lack.EVENT if len(question.words) <= _FEW and not named else Lack.NOTHING


def instead(text: str) -> str:
    """The words that take the place of others: "Basra" of "and Basra?"; empty where there are none."""
    found = _INSTEAD.match(text)
    return "" if found is None or _ASKS.search(found["rest"]) else found["rest"].strip(" ?!.,")


def is_thing(text: str) -> bool:
    """Whether a question is about an "it"."""
    return _THING.search(text) is not None


def _dated(question: Question) -> bool:
    """Whether it asks by a question word about a time of its own: "what happened in 2005"."""
    timed = bool(question.limits) or any(word.text[0].isdigit() for word in question.words)
    return timed and _ASKS.search(question.text) is not None
