"""What kind of thing a question asks for, told by its question words wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.irregular import BASES
from index.words import STOP_WORDS


class Asked(StrEnum):
    """The kind of thing that is asked for. The narrower kinds stand before the wider: the first that fits decides."""

    DURATION = "how long"
    WHEN = "when"
    WHY = "why"
    QUANTITY = "how many"
    WHERE = "where"
    SAME = "whether it is the same"
    ALIAS = "under which other name"
    BODY = "which body"
    WHO = "who"
    LIST = "which ones"
    HOW = "how"
    WHETHER = "whether"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Request:
    """What a question asks for.

    Attributes:
        asked: The kind.
        head: The noun that a "which" or "what" asks for ("which militia"), as typed; None without one.
        clause: Span of the sentence that asks.
        frame: Spans of the words that say nothing but the kind, so are not searched.
    """

    asked: Asked
    head: str | None
    clause: tuple[int, int]
    frame: tuple[tuple[int, int], ...]


# Frames say nothing but the kind, so their words are not searched.
_FRAMES = {
    Asked.DURATION: r"\bhow long\b(?! ago)",
    Asked.WHEN: r"\bwhen\b|\bhow long ago\b"
    r"|\b(?:what|which)(?: was the| is the)?(?: exact)? (?:year|date|day|month|time)\b",
    Asked.WHY: r"\bwhy\b|\bhow come\b|\bwhat\b(?=.{1,60}(?<!stand)(?<!stands) for\W*$)"
    r"|\b(?:what|which)(?: was the| is the| were the)? (?:reasons?|purpose|motive)\b",
    Asked.QUANTITY: r"\bhow (?:many|much|old|far|tall|large|big|often|few|high|deep|fast|heavy)\b",
    Asked.WHERE: r"\bwhere(?:['’]?s)?\b",
    Asked.ALIAS: r"\b(?:real|true|full|actual|birth|other) (?:name|identity)\b|\b(?:really|actually)\b",
    Asked.WHO: r"\bwho(?:m|se|s|['’]s)?\b",
    Asked.LIST: r"^\W*(?:list|name|enumerate)\b(?: (?:all|both|the))*",
    Asked.HOW: r"\bhow\b",
}
# Hints are words of the matter as well.
_HINTS = {
    Asked.WHEN: r"\bbirthday\b|\bdate of\b",
    Asked.WHY: r"\bwhat (?:caused|led to)\b",
    Asked.QUANTITY: r"\b(?:price|cost|amount)\b",
    Asked.WHERE: r"\b(?:birthplace|whereabouts)\b",
    Asked.SAME: r"^\W*(?:is|are|was|were|isn['’]?t)\b.*\b(?:same|identical|aka|a\.k\.a\.|alias|really|also known)\b",
    Asked.WHETHER: r"^\W*(?:and |so |but )?(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should"
    r"|isn['’]?t|wasn['’]?t|didn['’]?t|doesn['’]?t)\b",
}
_NOUNS = {
    Asked.WHEN: "year date day month decade century season weekday",
    Asked.QUANTITY: "number percentage percent percentile sum share rate population age distance amount price cost"
    " score speed temperature length height size fraction proportion total salary fee frequency magnitude",
    Asked.WHERE: "city country nation town place village state province region location capital island continent county"
    " river lake sea ocean mountain district area territory street road airport port venue destination",
    Asked.BODY: "group organisation organization company party team body agency unit firm automaker brand retailer"
    " airline chain bank university college school network platform manufacturer giant militia army force league club"
    " church institution institute newspaper publisher studio department ministry court union corporation carmaker"
    " automobile maker service website app museum alliance federation movement regiment faction",
    Asked.WHO: "man woman person people leader commander official president minister senator politician actor actress"
    " singer artist author writer musician player star athlete golfer quarterback coach founder billionaire celebrity"
    " king queen prince princess monarch pope governor mayor candidate ceo executive scientist mathematician"
    " physicist engineer inventor explorer philosopher general officer judge lawyer rapper comedian director poet"
    " composer dynast emperor ruler duke archbishop bishop researcher theorist family historian",
    Asked.WHY: "reason purpose motive cause",
    Asked.DURATION: "duration timespan",
}
_KIND_OF_NOUN = {noun: asked for asked, nouns in _NOUNS.items() for noun in nouns.split()}
_PLURAL_LIST = re.compile(
    r"\b(?:what|which) (?:\w+ ){0,2}?(?:are|were)\b|\bwhat (?:two|three|four|other)\b", re.IGNORECASE
)
_FRAME_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _FRAMES.items()}
_HINT_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _HINTS.items()}
_WHICH = re.compile(
    r"\b(?:which|what)(?P<of> of the(?: following)?)?(?: \w+['’]s)?(?P<words>(?:[ -][\w’'-]+){1,5})", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_ASKING = re.compile(r"\b(?:wh(?:o|om|ose|en|ere|y|at|ich)|how)\b", re.IGNORECASE)
_MANY = re.compile(r"\bhow (?:many|much)\s+(?P<noun>[\w’'-]+)", re.IGNORECASE)
_NAMED = re.compile(
    r"\bwhat(?:['’]?s| is| was| are| were) (?:the |an? )(?:\w+ ){0,2}?(?P<noun>\w+) (?:of|for|in|that|which|who)\b",
    re.IGNORECASE,
)
_AUXILIARY = frozenset(
    "is are was were did do does has have had can could will would should may might must be been being".split()
)
_CLAUSE_START = re.compile(
    r"(?:^|[.!?:;,]\s+|\band |\bso |\bbut )(?:(?:in|on|at|by|for|from|with|to|of|under|about|through) )?$",
    re.IGNORECASE,
)
_NARROW = frozenset({Asked.WHEN, Asked.WHERE, Asked.HOW, Asked.WHO})
"""Whose words are conjunctions and relatives as well, where they begin no clause."""


def requested(text: str) -> Request:
    """What a question asks for."""
    head = _head(text)
    asked = max(_signs(text, head), key=lambda sign: sign[0], default=(0.0, Asked.WHAT))[1]
    frame = _FRAME_SIGNS.get(asked)
    return Request(asked, head, _clause(text), tuple(found.span() for found in frame.finditer(text)) if frame else ())


def _signs(text: str, head: str | None) -> Iterator[tuple[float, Asked]]:
    """The kinds that fit, with how much speaks for each; the narrower first, which decides among equals."""
    of_head = None if head is None or _MANY.search(text) else _kind_of(head)
    for asked in Asked:
        if asked is of_head:
            yield 3.0, asked
        hint = _HINT_SIGNS.get(asked)
        if hint is not None and hint.search(text):
            yield (1.5 if asked is Asked.WHETHER else 3.0 if asked is Asked.SAME else 2.0), asked
        sign = _FRAME_SIGNS.get(asked)
        for found in sign.finditer(text) if sign is not None else ():
            yield _strength(asked, text, found), asked


def _strength(asked: Asked, text: str, found: re.Match[str]) -> float:
    """A question word at the head of a clause asks; inside one it may join: "the day when", "the man who"."""
    if asked is Asked.ALIAS:
        return 3.5
    if _CLAUSE_START.search(text[: found.start()]):
        return 3.0
    if text[found.end() :].strip(" ?!.") == "":
        return 2.8
    return 1.0 if asked in _NARROW else 2.2


def _kind_of(head: str) -> Asked | None:
    folded = head.casefold()
    for form in (folded, folded.removesuffix("s"), folded.removesuffix("es"), folded.removesuffix("ies") + "y"):
        if form in _KIND_OF_NOUN:
            return _KIND_OF_NOUN[form]
    return None


def _head(text: str) -> str | None:
    """The noun after the last "which" or "what"."""
    head = None
    for found in _WHICH.finditer(text):
        run: list[str] = []
        for word in found["words"].split():
            folded = word.casefold()
            if folded in _AUXILIARY or folded in STOP_WORDS or (run and is_past(folded)):
                break
            run.append(re.sub(r"['’]s$", "", word))
            if word != run[-1] or _kind_of(word) is not None:
                break
        if run:
            head = run[-1].rpartition("-")[2] or run[-1]
    if head is not None:
        return head
    named = filter(None, (sign.search(text) for sign in (_MANY, _NAMED)))
    nouns = (found["noun"] for found in named)
    return next((noun for noun in nouns if noun.casefold() not in STOP_WORDS | _AUXILIARY | {"name"}), None)


def _clause(text: str) -> tuple[int, int]:
    """The last sentence with a question word, else everything."""
    begin = 0
    found = (0, len(text))
    for end in [*(one.end() for one in _SENTENCE_END.finditer(text)), len(text)]:
        if _ASKING.search(text, begin, end):
            found = (begin, end)
        begin = end
    return found


def is_past(word: str) -> bool:
    """Whether a word, in small letters, may be the past of a verb."""
    return word in BASES or (word.endswith("ed") and len(word) > 4)
