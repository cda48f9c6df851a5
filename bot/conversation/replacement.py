"""A question asked again with something else in the place of one of its words: "and Basra?", "no, the brother"."""

import re
from collections.abc import Sequence
from datetime import date

from bot.conversation.cast import Cast, Named
from index.dates import find

_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|other|next|previous|former"
    r"|latter)\b",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?:the )?(?P<ordinal>{_ORDINAL.pattern})(?: ones?)?", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:the|an?) [\w’'-]+", re.IGNORECASE)
_BARE = re.compile(
    r"(?!(?:the|an?|his|her|their|its|all|both|me|you|us|now|here|today|yesterday|tomorrow)\b)[a-z-]{3,}(?: [a-z-]+)?"
)
_AUXILIARY = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|more|of)"
_COUNTED = re.compile(
    rf"\b(?:how (?:many|much)|which) (?!{_AUXILIARY}\b)(?P<noun>[a-z-]{{3,}})(?= (?!of\b))", re.IGNORECASE
)
_LAST = re.compile(r"\b(?:per|for|of|in|on|with|by|from|to|about|each|every) (?P<noun>[a-z-]{3,})\W*$")
_OWNER = re.compile(r"(?:\b(?:his|her|their|its)|[\w-]+['’]s) (?P<owned>[\w’'-]+)", re.IGNORECASE)


def replaced(question: str, other: str, put: str, cast: Cast, kept: Sequence[str], today: date | None) -> str:
    """A question with other words in the place of what they can take the place of, else behind it.

    A time takes the place of a time, an ordinal that of an ordinal, what is somebody's that of something else of his,
    a bare noun that of what is counted, a name that of a name of its kind, and who has no name that of a name.

    Args:
        question: The question as it was meant.
        other: The other words.
        put: What took the place of something else before.
        cast: Tells names.
        kept: Names of those whom it called he or she: what is new takes their place last.
        today: The day that "last year" is seen from, where that is known.
    """
    span = (
        time_in(question, other, today)
        or _ordinal(question, other)
        or _owned(question, other)
        or _put(question, put, today)
        or _noun(question, other, cast)
        or _name(cast.places(question), cast.places(other), kept)
        or _thing(question, other)
    )
    if span is None:
        return f"{question.rstrip(' ?!.')} {other}"
    start, end = span
    one = _ONE.fullmatch(other)
    if one is not None:
        other = one["ordinal"]
    before = question[:start]
    first, _, rest = other.partition(" ")
    if rest and before.casefold().split()[-1:] == [first.casefold()]:
        other = rest
    return before + other + question[end:]


def time_in(question: str, other: str, today: date | None) -> tuple[int, int] | None:
    """Where the first time of a question stands, where other words have one as well."""
    written = None if today is None else today.isoformat()
    if not any(one.kind == "date" for one in find(other, written=written)):
        return None
    return next(((one.start, one.end) for one in find(question, written=written) if one.kind == "date"), None)


def _ordinal(question: str, other: str) -> tuple[int, int] | None:
    found = _ORDINAL.search(question)
    return None if found is None or _ONE.fullmatch(other) is None else found.span()


def _owned(question: str, other: str) -> tuple[int, int] | None:
    found = _OWNER.search(question)
    return None if found is None or _OWNER.match(other) is None else found.span()


def _put(question: str, put: str, today: date | None) -> tuple[int, int] | None:
    """Where what was put into a question stands: "and his brother?", "and Renn?" is not about Renn's brother."""
    start = question.find(put) if put and time_in(put, put, today) is None else -1
    return None if start < 0 else (start, start + len(put))


def _thing(question: str, other: str) -> tuple[int, int] | None:
    """The last noun with an article, where the other words begin with one as well."""
    found = list(_NOUN.finditer(question))
    return found[-1].span() if found and _NOUN.match(other) else None


def _noun(question: str, other: str, cast: Cast) -> tuple[int, int] | None:
    """The noun that is counted or chosen from, else the last one, where other words are a bare noun: "and cars?"."""
    if _BARE.fullmatch(other) is None or cast.places(other):
        return None
    found = _COUNTED.search(question) or _LAST.search(question)
    return None if found is None else found.span("noun")


def _name(named: Sequence[Named], others: Sequence[Named], kept: Sequence[str]) -> tuple[int, int] | None:
    """The first name that may be of the kind of one of the others; one that was said before one that was meant."""
    named = sorted(named, key=lambda one: one.referent.name in kept)
    kinds = frozenset().union(*(one.referent.kinds for one in others))
    fitting = [one for one in named if not kinds or not one.referent.kinds or kinds & one.referent.kinds]
    return next(((one.start, one.end) for one in fitting or named), None)
