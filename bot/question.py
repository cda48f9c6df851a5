"""Reading a question: what kind of thing is asked for, and by which words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from index.search import content_words
from index.words import INTERROGATIVES, Word, fold

LONGEST = 1000
"""Code points. A longer question is a document; no question of the evaluation sets has more than 500."""


class QuestionError(ValueError):
    """A question that cannot be one; the message is one sentence for people."""


class Asked(StrEnum):
    """The kind of thing that is asked for. The narrower kinds stand before the wider: the first that fits decides."""

    DURATION = "how long"
    WHEN = "when"
    WHY = "why"
    QUANTITY = "how many"
    WHERE = "where"
    ALIAS = "under which other name"
    WHO = "who"
    HOW = "how"
    WHETHER = "whether"
    WHAT = "what"


# Frames say nothing but the kind, so their words are not searched. Hints are words of the matter as well.
_FRAMES = {
    Asked.DURATION: r"\bhow long\b(?! ago)",
    Asked.WHEN: r"\bwhen\b|\bhow long ago\b"
    r"|\b(?:what|which)(?: was the| is the)?(?: exact)? (?:year|date|day|month|time)\b",
    Asked.WHY: r"\bwhy\b|\bhow come\b|\b(?:what|which)(?: was the| is the| were the)? (?:reasons?|purpose|motive)\b",
    Asked.QUANTITY: r"\bhow (?:many|much|old|far|tall|large|big|often|few)\b",
    Asked.WHERE: r"\bwhere\b",
    Asked.ALIAS: r"\b(?:real|true|full|actual|birth|other) (?:name|identity)\b|\b(?:really|actually)\b",
    Asked.WHO: r"\bwho(?:m|se|s|['’]s)?\b",
    Asked.HOW: r"^\W*(?:and |so |but )?how\b",
}
_HINTS = {
    Asked.WHEN: r"\bbirthday\b|\bdate of\b|\b(?:what|which) (?:\w+ )?(?:year|century|decade)\b",
    Asked.WHY: r"\bwhat caused\b|\bwhat led to\b",
    Asked.QUANTITY: r"\b(?:price|cost|amount)\b"
    r"|\b(?:what|which) (?:\w+ )?(?:number|percentage|percent|sum|share|rate|population|age|distance)\b",
    Asked.WHERE: r"\b(?:birthplace|whereabouts)\b"
    r"|\b(?:what|which) (?:\w+ )?(?:city|country|town|place|village|state|province|region|location|capital)\b",
    Asked.WHO: r"\b(?:what|which) (?:\w+ )?(?:man|woman|person|people|leader|commander|official|group|organi[sz]ation"
    r"|company|party|team|body|agency|unit)\b",
    Asked.WHETHER: r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b",
}
_EMPTY = re.compile(
    r"\b(?:happen(?:s|ed|ing)?|occur(?:s|red)?|t(?:ook|ake|akes|aken) place|exactly|tell me(?: about)?|do you know"
    r"|anything|something|please|stands? for|meant by)\b",
    re.IGNORECASE,
)
_FRAME_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _FRAMES.items()}
_HINT_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _HINTS.items()}
_IDENTITY = re.compile(r"^\W*(?:and |so |but )?(?:who|what)(?:['’]?s| is| was| are| were)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    Attributes:
        text: As asked.
        asked: The kind of thing asked for.
        identity: Whether it may ask who or what something is ("who is ..."), if it names nothing but that something.
        words: The words that are searched, in order.
    """

    text: str
    asked: Asked
    identity: bool
    words: tuple[Word, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of its words, in order."""
        return tuple(word.term for word in self.words if word.term is not None)


def check_length(text: str) -> str:
    """The question without white space around it.

    Raises:
        QuestionError: It is empty, or longer than LONGEST.
    """
    stripped = text.strip()
    if not stripped:
        raise QuestionError("The question is empty.")
    if len(stripped) > LONGEST:
        raise QuestionError(f"The question has {len(stripped):,} characters; at most {LONGEST:,} are read.")
    return stripped


def read_question(text: str) -> Question:
    """Reads a question, with or without question words and question mark."""
    asked = next((asked for asked in Asked if _fits(asked, text)), Asked.WHAT)
    frame = _FRAME_SIGNS.get(asked)
    empty = [found.span() for sign in (frame, _EMPTY) if sign is not None for found in sign.finditer(text)]
    content = [
        word
        for word in content_words(text)
        if fold(word.text) not in INTERROGATIVES and not any(start <= word.start < end for start, end in empty)
    ]
    identity = asked is Asked.ALIAS or (asked in (Asked.WHO, Asked.WHAT) and _IDENTITY.match(text) is not None)
    return Question(text, asked, identity, tuple(content))


def _fits(asked: Asked, text: str) -> bool:
    return any(asked in signs and signs[asked].search(text) is not None for signs in (_FRAME_SIGNS, _HINT_SIGNS))
