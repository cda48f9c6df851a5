"""Whether a date is one to come or one that was, by the verb or the word of planning that stands nearest to it."""

from collections.abc import Iterable
from typing import Literal

from index.dates.tokens import Tokens

Tense = Literal["will", "ahead", "back"]
"""To come, seen from the writing ("will") or from whatever is told ("would", "planned"); or over."""

BESIDE = 5
"""Within how many words before "by" a verb tells that it is over; a convention."""
BEFORE = 15
AFTER = 6
"""Within how many words of the sentence before an expression a verb is looked for; behind it, where none is before.
From 6 to 16 before and 2 to 8 behind, value F1 is .874 (developed-on half of MEANTIME); of the made-up sentences three
fewer are right with 2 behind."""
_PLANNED = frozenset(
    "scheduled due set slated planned expected supposed going bound ready likely about plan plans planning expect"
    " expects intend intends intended hope hopes hoped threaten threatens threatened vow vows vowed agree agrees agreed"
    " promise promises promised pledge pledges pledged prepare prepares prepared preparing want wants wanted".split()
)
"""What makes "to", "for" or "by" speak of days to come."""
_WILL = frozenset("will shall ll wo".split())
_AHEAD = frozenset(
    "would may might could can should until till scheduled planned due slated expects plans planning upcoming"
    " deadline deadlines hopes anticipates anticipating await awaits awaiting"
    " begins starts opens resumes expires ends closes meets convenes returns reopens kicks".split()
)
"""What speaks of days to come by itself; verbs of the timetable do in the present tense."""
_COMING = _PLANNED | {"to", "for", "by"}
_EXPECTED = frozenset("expected scheduled planned slated due".split())
"""What is to come though no verb says so: elections expected in May."""
_EXPECTING = frozenset("i he she we they had have has not is are was were be been".split())
_NOW = frozenset("is are has have".split())
_PUT_OFF = frozenset(
    "adjourned postponed deferred delayed rescheduled scheduled put set moved planned extended adjourn postpone".split()
)
_BE = frozenset("is are was were be been being".split())
_PASSIVE = frozenset((*_BE, "get", "gets", "getting", "to", "not", "well"))
PAST = frozenset(
    "was were had did said told took went came became began broke brought built bought caught chose cut drew drove fell"
    " felt flew fought found gave got grew held hit kept knew laid led left lost made met paid put ran rose sank saw"
    " sent sold shot spoke spent stood stole struck swore taught thought threw tore understood won wrote".split()
)
"""Verbs in the past tense that do not end in -ed."""
_OWNERS = frozenset("his her its our their".split())
_SAID = frozenset("said told announced reported added stated confirmed".split())
_NO_VERBS = frozenset("need indeed united hundred speed seed breed feed proceed exceed succeed sacred".split())


def tense(tokens: Tokens, start: int, end: int) -> Tense | None:
    """What the words around an expression, given by its tokens, say of it; None where they say nothing."""
    if tokens.word(start - 1) == "by":
        return "back" if _is_done(tokens, start - 1) else "ahead"
    if tokens.is_a(start - 1, "ON", "AT", "IN") and tokens.word(start - 2) in ("is", "are"):
        return "will"  # The next march is on Saturday.
    if tokens.word(start - 2) in ("starting", "beginning", "effective") or tokens.word(start - 1) == "starting":
        return "ahead"
    if tokens.word(end) in ("onward", "onwards") and tokens.is_a(start - 1, "FROM"):
        return "ahead"
    if is_put_off(tokens, start):
        return "ahead"
    planned = tokens.word(start - 2) in _EXPECTED and tokens.is_a(start - 1, "IN", "ON", "AT")
    if planned and tokens.word(start - 3) not in _EXPECTING:
        return "ahead"
    before = _nearest(tokens, range(start - 1, max(-1, start - 1 - BEFORE), -1))
    # "It ends on 11 May, he said": what is said behind a date is not what is dated.
    after = _nearest(tokens, (at for at in range(end, end + AFTER) if tokens.word(at) not in _SAID))
    if tokens.is_a(start - 1, "IN", "ON") and tokens.word(start - 2) in ("which", "who", "when"):
        return after or before
    if tokens.word(end) in _PLANNED and tokens.word(end).endswith("ed"):
        return "back"  # The court on Wednesday agreed to decide.
    as_early = tokens.word(start - 1) == "as" and tokens.word(start - 2) in ("early", "soon")
    bound = as_early or tokens.word(start - 1) == "before"
    return before or ("ahead" if as_early else None) or after or ("ahead" if bound else None)


def is_present(tokens: Tokens, start: int) -> bool:
    """Whether a clause tells of what is or has been, before an expression that begins at a token."""
    for at in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        if tokens.is_a(at, "STOP", "BREAK", "DOT") or _is_past(tokens, at):
            return False
        if tokens.word(at) in _NOW:
            return True
    return False


def is_put_off(tokens: Tokens, start: int) -> bool:
    """Whether an expression is what something was put off or planned to: adjourned to the following January."""
    if tokens.word(start - 1) not in ("to", "until", "till", "for"):
        return False
    for at in range(start - 2, max(-1, start - 2 - BESIDE), -1):
        if tokens.is_a(at, "STOP", "BREAK", "DOT", "COMMA"):
            return False
        if tokens.word(at) in _PUT_OFF:
            return True
    return False


def _is_done(tokens: Tokens, by: int) -> bool:
    """Whether what is told of a limit is over: all were paid by Friday, not those who were told to pay by Friday."""
    for at in range(by - 1, max(-1, by - 1 - BESIDE), -1):
        if tokens.is_a(at, "STOP", "BREAK", "DOT", "COMMA") or tokens.word(at) in ("to", "would", "will", "must"):
            return False
        if tokens.word(at) in ("was", "were", "had"):
            return True
    return False


def is_over(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words right beside an expression say that it is over: was signed on 2 June; he came on 2 June."""
    for beside in (range(start - 1, max(-1, start - 1 - BESIDE), -1), range(end, end + BESIDE)):
        for at in beside:
            if tokens.is_a(at, "STOP", "BREAK", "DOT"):
                break
            if tokens.word(at) in ("was", "were", "had", "did"):
                return True
    return tokens.is_a(start - 1, "ON") and _is_past(tokens, start - 2)


def _nearest(tokens: Tokens, places: Iterable[int]) -> Tense | None:
    for at in places:
        if tokens.is_a(at, "STOP", "BREAK", "DOT"):
            return None
        if (found := _of(tokens, at)) is not None:
            return found
        if _is_regular(tokens, at) and tokens.word(at - 1) in ("is", "are"):
            # "Is moved" speaks of neither, "is expected" of days to come.
            return "will" if tokens.word(at) in _PLANNED else None
    return None


def _of(tokens: Tokens, at: int) -> Tense | None:
    word, after = tokens.word(at), tokens.word(at + 1)
    if _is_agreed(tokens, at) or (word == "plans" and _is_past(tokens, at - 1)):
        return "back"
    if (word in _WILL and not tokens.is_capital(at)) or (word in ("is", "are") and after in _COMING):
        return "will"
    if word in _PLANNED and tokens.word(at - 1) in ("is", "are"):
        return "will"
    if (
        (word in _AHEAD and after != "have" and not tokens.is_capital(at))
        or (word == "ahead" and after == "of")
        or (word in _BE and after in _PLANNED)
    ):
        return "ahead"
    if word == "effect" and (
        tokens.word(at - 1) in ("take", "takes") or tokens.word(at - 2) in ("go", "goes", "comes")
    ):
        return "ahead"
    if (word in _PLANNED and after in ("to", "for", "by")) or (word in _BE and after == "to"):
        return "ahead"
    if word == "to" and after == "be" and _is_to_be_done(tokens, at):
        return "ahead"
    return "back" if _is_past(tokens, at) else None


def _is_to_be_done(tokens: Tokens, to: int) -> bool:
    """Whether something is to be done: a meeting to be held; not found to be dead, nor stepped up to be crowned."""
    done = _is_regular(tokens, to + 2) or tokens.word(to + 2) in PAST
    return done and not any(_is_past(tokens, at) for at in (to - 1, to - 2))


def _is_agreed(tokens: Tokens, at: int) -> bool:
    """Whether something was agreed to, a settlement or a deal; to do something is what is to come."""
    if tokens.word(at) != "agreed" or tokens.word(at + 1) != "to":
        return False
    return tokens.is_a(at + 2, "AN", "THE", "THIS", "THAT") or tokens.word(at + 2) in _OWNERS


def _is_past(tokens: Tokens, at: int) -> bool:
    """Whether a word is a verb in the past tense; "is held" and "to be held" are not."""
    word, before = tokens.word(at), tokens.word(at - 1)
    if word in PAST:
        return before not in ("be", "is", "are", "to", "being")
    # "A beloved tradition" tells of no time.
    return _is_regular(tokens, at) and before not in _PASSIVE and not tokens.is_a(at - 1, "AN", "THE", "OF")


def _is_regular(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS and not tokens.is_capital(at)
