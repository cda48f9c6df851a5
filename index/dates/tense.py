"""Whether a date is one to come or one that was, by the verb or the word of planning that stands nearest to it."""

from collections.abc import Iterable
from typing import Literal

from index.dates.tokens import Tokens

Tense = Literal["ahead", "back"]

BEFORE = 8
AFTER = 6
"""Within how many words of the sentence before an expression a verb is looked for; behind it, where none is before."""
_PLANNED = frozenset(
    "scheduled due set slated planned expected supposed going bound ready likely about plan plans planning expect"
    " expects intend intends intended hope hopes hoped threaten threatens threatened vow vows vowed agree agrees agreed"
    " promise promises promised pledge pledges pledged prepare prepares prepared preparing want wants wanted".split()
)
"""What makes "to", "for" or "by" speak of days to come."""
_AHEAD = frozenset(
    "will shall ll would wo until till scheduled due slated expects plans planning upcoming deadline deadlines hopes"
    " begins starts opens resumes expires ends meets convenes returns reopens".split()
)
"""What speaks of days to come by itself; verbs of the timetable do in the present tense."""
_BE = frozenset("is are was were be been being".split())
_PASSIVE = frozenset((*_BE, "get", "gets", "getting", "to", "not", "well"))
_PAST = frozenset(
    "was were had did said told took went came became began broke brought built bought caught chose cut drew drove fell"
    " felt flew fought found gave got grew held hit kept knew laid led left lost made met paid put ran rose sank saw"
    " sent sold shot spoke spent stood stole struck swore taught thought threw tore understood won wrote".split()
)
_NO_VERBS = frozenset("need indeed united hundred speed seed breed feed proceed exceed succeed sacred".split())


def tense(tokens: Tokens, start: int, end: int) -> Tense | None:
    """What the words around an expression, given by its tokens, say of it; None where they say nothing."""
    if tokens.word(start - 1) == "by":
        return "ahead"
    before = _nearest(tokens, range(start - 1, max(-1, start - 1 - BEFORE), -1))
    return before or _nearest(tokens, range(end, end + AFTER))


def _nearest(tokens: Tokens, places: Iterable[int]) -> Tense | None:
    for at in places:
        if tokens.is_a(at, "STOP", "BREAK", "DOT"):
            return None
        if (found := _of(tokens, at)) is not None:
            return found
    return None


def _of(tokens: Tokens, at: int) -> Tense | None:
    word, after = tokens.word(at), tokens.word(at + 1)
    if word in _AHEAD or (word == "ahead" and after == "of") or (word in _BE and after in _PLANNED):
        return "ahead"
    if (word in _PLANNED or word in _BE) and after in ("to", "for", "by"):
        return "ahead"
    return "back" if _is_past(tokens, at) else None


def _is_past(tokens: Tokens, at: int) -> bool:
    """Whether a word is a verb in the past tense; "is held" and "to be held" are not."""
    word, before = tokens.word(at), tokens.word(at - 1)
    if word in _PAST:
        return before not in ("be", "is", "are", "to", "being")
    regular = word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS and not tokens.is_capital(at)
    # "A beloved tradition" tells of no time.
    return regular and before not in _PASSIVE and not tokens.is_a(at - 1, "AN", "THE", "OF")
