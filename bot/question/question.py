"""Reading a question: what kind of thing is asked for, and by which words."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.languages import ENGLISH, Saying
from bot.question.asked import Asked
from bot.question.courtesy import courtesy
from bot.question.limits import OPEN, Limits, limits_in
from bot.question.request import requested
from bot.question.slips import spelt
from index.search import content_words
from index.words import INTERROGATIVES, Word, fold, term

LONGEST = 1000
"""Code points. A longer question is a document; no question of the evaluation sets has more than 500."""


class QuestionError(ValueError):
    """A question that cannot be one.

    Attributes:
        saying: One sentence on it for people; the error's own message is that sentence in English.
    """

    def __init__(self, text: str, /, **parts: str | int) -> None:
        self.saying = Saying(text, parts)
        super().__init__(ENGLISH.tell(self.saying))


_EMPTY = re.compile(
    r"\b(?:happen(?:s|ed|ing)?|occur(?:s|red)?|t(?:ook|ake|akes|aken) place|exactly|tell me(?: about)?|do you know"
    r"|anything|something|else|please|(?:earlier |later )?this (?:week|month|year)|recently|according to"
    r"|stands? for|meant by)\b",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"\b(?:lol|pls|plz|btw|thx|thanks|thank you|hey|hello|ok|okay|tho|huh|i mean|i think|again|wat|wot)\b"
    r"|\bright(?=\W*\?)",
    re.IGNORECASE,
)
"""What people add in a chat, and how they spell "what"."""
LIGHT = frozenset(
    one
    for word in "get make take go come give put let keep much many lot bit thing stuff way guy say tell".split()
    if (one := term(word)) is not None
)
"""Terms of words that may say anything: that the sources lack them says nothing of what they tell."""
_IDENTITY = re.compile(
    r"^\W*(?:and |so |but )?(?:who|what)(?:['’]?s| is| was| are| were)\b|\bstands? for\b|\bmeant by\b|=\s*\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    Attributes:
        text: As asked, its question words as they are spelt.
        asked: The kind of thing asked for.
        identity: Whether it may ask who or what something is ("who is ..."), if it names nothing but that something.
        words: The words that are searched, in order.
        head: The term of the noun that "which", "what" or "how many" asks for; None without one.
        limits: The time asked about.
        clause: The terms of the sentence that asks, where others lead up to it.
    """

    text: str
    asked: Asked
    identity: bool
    words: tuple[Word, ...]
    head: str | None = None
    clause: frozenset[str] = frozenset()
    limits: Limits = OPEN

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of its words, in order."""
        return tuple(word.term for word in self.words if word.term is not None)

    def limited(self, limits: Limits) -> "Question":
        """The same question about a time."""
        return replace(self, limits=limits)


def check_length(text: str) -> str:
    """The question without white space around it.

    Raises:
        QuestionError: It is empty, or longer than LONGEST.
    """
    stripped = text.strip()
    if not stripped:
        raise QuestionError("The question is empty.")
    if len(stripped) > LONGEST:
        raise QuestionError(
            "The question has {length} characters; at most {longest} are read.", length=len(stripped), longest=LONGEST
        )
    return stripped


def read_question(text: str, today: date | None = None) -> Question:
    """Reads a question, with or without question words and question mark.

    Args:
        text: As asked.
        today: The day that "last year" is seen from; None reads no times.
    """
    text = spelt(text)
    begin = courtesy(text)
    asking = " " * begin + text[begin:]
    request = requested(asking)
    empty = [
        (0, begin),
        *request.frame,
        *(found.span() for sign in (_EMPTY, _CHATTER) for found in sign.finditer(text)),
    ]
    content = [
        word
        for word in content_words(text)
        if fold(word.text) not in INTERROGATIVES and not any(start <= word.start < end for start, end in empty)
    ]
    identity = request.asked is Asked.ALIAS or (
        request.asked in (Asked.WHO, Asked.WHAT) and _IDENTITY.search(asking) is not None
    )
    start, end = request.clause
    clause = frozenset(word.term for word in content if word.term is not None and start <= word.start < end)
    limits = OPEN if today is None else limits_in(text, today)
    head = request.head and term(request.head)
    return Question(text, request.asked, identity, tuple(content), head, clause, limits)
