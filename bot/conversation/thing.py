"""What "it" and plural "they" mean: a thing that a question spoke of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.pronoun import Person, pointers
from bot.question.question import Question
from bot.question.request import is_past
from index.words import Word

_ARTICLE = re.compile(r"\b(?:the|an?|this|that|these|those|which|how many)\s+$", re.IGNORECASE)
_DOES = re.compile(r"\b(?:do|does|did|will|would|can|could|should|must)\s+(?:the|an?)\s+$", re.IGNORECASE)
_IT = re.compile(r"\b(?P<one>it|itself|(?P<its>its))\b|\b(?P<many>they|them|(?P<their>their))\b", re.IGNORECASE)
_DEED = re.compile(
    r"\b(?:do|does|did|done|about|for|happen(?:ed)?|admit|deny|confirm|know|say|think|believe|prove|explain) it\b"
    r"|\bit (?:take|took|happen(?:ed)?)\b",
    re.IGNORECASE,
)
"""Where "it" is what was done, not what it was done to."""
_LONGEST = 4
"""Words: "the old diamond field"."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a question speaks of: "the talks".

    Attributes:
        text: Its words, with "the".
        many: Whether it is more than one.
    """

    text: str
    many: bool


def things_in(question: Question) -> tuple[Thing, ...]:
    """What a question speaks of with an article before it, in order."""
    found: list[Thing] = []
    for at, word in enumerate(question.words):
        if _ARTICLE.search(question.text, 0, word.start):
            run = _run(question.text, question.words[at:])
            if run:
                found.append(_thing(question.text[run[0].start : run[-1].end]))
    return tuple(found)


def with_thing(text: str, things: Sequence[Thing]) -> tuple[str, Thing | None]:
    """A question with what its "it" or "they" means in the place of that, and what that is; None where nothing is.

    "They" beside a "he" is nobody in particular: "where did they take him?".
    """
    found = _IT.search(text)
    is_of_somebody = any(one.person is not Person.THEY for one in pointers(text))
    if found is None or _DEED.search(text) or (found["many"] and is_of_somebody):
        return text, None
    meant = next((one for one in things if one.many is (found["many"] is not None)), None)
    if meant is None:
        return text, None
    owned = found["its"] or found["their"]
    return text[: found.start()] + meant.text + ("’s" if owned else "") + text[found.end() :], meant


def _run(text: str, words: Sequence[Word]) -> list[Word]:
    """The words that stand side by side from the first on, without the verb that the question ends with."""
    run = [words[0]]
    for word in words[1:_LONGEST]:
        if not text[run[-1].end : word.start].isspace() or is_past(word.text.casefold()):
            break
        run.append(word)
    return run[:-1] if len(run) > 1 and _DOES.search(text, 0, run[0].start) else run


def _thing(words: str) -> Thing:
    return Thing(f"the {words}", words.endswith("s") and not words.endswith("ss"))
