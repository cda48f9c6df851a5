"""What kind of thing a question asks for, told by its question words wherever they stand, and by its nouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.question.asked import Asked
from bot.question.nouns import kind_of
from index.irregular import BASES
from index.words import STOP_WORDS


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


_TIMES = r"(?:seconds|minutes|hours|days|nights|weeks|months|years|decades)"
_EXTENT = r"(?:bridge|tunnel|road|wall|fence|river|coast|border|rope|cable|pipe|line|ship|boat|train|trench|table)"
# Frames say nothing but the kind, so their words are not searched.
_FRAMES = {
    Asked.DURATION: rf"\bhow long\b(?! ago)(?! (?:is|was|are|were) (?:\w+ ){{0,3}}{_EXTENT}s?(?: in\b|\W*$))"
    rf"|\bhow (?:many|much)(?= (?:more )?{_TIMES}\b(?! (?:ago|later|before|after|earlier)))|\bhow much(?= time\b)",
    Asked.WHEN: r"\bwhen\b|\bhow long ago\b"
    r"|\b(?:what|which)(?: was the| is the)?(?: exact)? (?:year|date|day|month|time)\b",
    Asked.WHY: r"\bwhy\b|\bhow come\b|\bwhat for\b|\bwhat (?:did|do|does|is|was|are|were|had|has)\b(?=.{1,60}"
    r"(?<!stand)(?<!stands) for\W*$)|\b(?:what|which)(?: was the| is the| were the)? (?:reasons?|purpose|motive)\b"
    r"|\b(?:on what|for what|for which) (?:grounds?|reasons?)\b",
    Asked.QUANTITY: r"\bhow (?:many|much|old|far|tall|large|big|often|few|high|deep|fast|heavy|wide|long|strong)\b",
    Asked.WHERE: r"\bwhere(?:['’]?s)?\b",
    Asked.ALIAS: r"\b(?:real|true|full|actual|birth|other|code|second) (?:name|identity)\b|\b(?:really|actually)\b",
    Asked.WHO: r"\bwho(?:m|se|s|['’]s)?\b",
    Asked.LIST: r"^\W*(?:list|name|enumerate)\b(?! of\b|\W*$)(?: (?:all|both|the))*"
    r"|\bgive me\b(?= (?:all |both )?the names\b)",
    Asked.HOW: r"\bhow\b|\b(?:in what way|by what means)\b",
}
_DID = r"(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)"
# Hints are words of the matter as well.
_HINTS = {
    Asked.WHEN: r"\bbirthday\b|\bdate of\b",
    Asked.WHY: r"\bwhat (?:caused|led to|made|drove|prompted)\b",
    Asked.QUANTITY: r"\b(?:price|cost|amount)\b",
    Asked.WHERE: r"\b(?:birthplace|whereabouts)\b",
    Asked.SAME: r"^\W*(?:is|are|was|were|isn['’]?t)\b.*\b(?:same|identical|aka|a\.k\.a\.|alias|really|also known)\b",
    Asked.ALIAS: r"\b(?:nickname|nom de guerre|pseudonym|codename|call ?sign)\b|\balias of\b"
    r"|\bwhat (?:is|was|are|were) (?:he|she|they)\b.* (?:called|known as|nicknamed)\W*$",
    Asked.WHO: r"\bwhich (?:one )?of them\b",
    Asked.LIST: r"\bnames of\b|\bwhat (?:are|were) the (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    Asked.WHAT: r"(?:^\W*(?:\w+ ){0,2}|[.!?:;,]\s+)(?:what|which)\b",
    Asked.WHETHER: rf"^\W*(?:and |so |but )?(?:{_DID}|(?:is|was|did|does)n['’]?t)\b"
    rf"|^\s+(?:if|whether)\b|,\s*{_DID}(?:n['’]?t)? (?:he|she|it|they)\W*$|\bor not\W*$",
}
_SURE = {Asked.WHAT: 1.2, Asked.WHETHER: 1.5, Asked.SAME: 3.0, Asked.ALIAS: 2.9}
_HINT = 2.0
_FRAME_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _FRAMES.items()}
_HINT_SIGNS = {asked: re.compile(pattern, re.IGNORECASE) for asked, pattern in _HINTS.items()}
_WHICH = re.compile(
    r"\b(?:which|what)(?P<of> of the(?: following)?)?(?: \w+['’]s)?(?P<words>(?:[ -][\w’'-]+){1,5})", re.IGNORECASE
)
_YES_OR_NO = re.compile(rf"\W*{_DID}\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_ASKING = re.compile(r"\b(?:wh(?:o|om|ose|en|ere|y|at|ich)|how)\b", re.IGNORECASE)
_MANY = re.compile(r"\bhow (?:many|much)\s+(?P<noun>[\w’'-]+)", re.IGNORECASE)
_OWNER = r"(?:the |an? |his |her |their |its |[\w-]+['’]s )"
_NAMED = re.compile(
    rf"\bwhat(?:['’]?s| is| was| are| were) {_OWNER}(?:\w+ ){{0,2}}?(?P<noun>\w+) (?:of|for|in|that|which|who)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(rf"\bwhat(?:['’]?s| is| was| are| were) {_OWNER}?(?:\w+ )?(?P<noun>\w+)\W*$", re.IGNORECASE)
"""What is asked for by its noun at the end: "what was his salary". A body or a person there is who is asked about."""
_TOLD = frozenset({Asked.QUANTITY, Asked.WHEN, Asked.WHERE, Asked.WHY, Asked.DURATION, Asked.ALIAS})
_NOUN_OF = re.compile(r"^\W*(?:the )?(?P<noun>\w+) (?:of|for)\b|^\W*(?P<first>year)\b", re.IGNORECASE)
_NOUN_LAST = re.compile(r"\b(?P<noun>\w+)\W*$")
_NAME_OF = re.compile(
    rf"\bname of {_OWNER}?(?P<noun>[\w-]+)|\b(?P<bearer>\w+?)(?:['’]?s|s['’])? name\W*$", re.IGNORECASE
)
_AUXILIARY = frozenset(
    "is are was were be did do does has have had can could will would should may might must be been being".split()
)
_CLAUSE_START = re.compile(
    r"(?:^\s*|[.!?:;,]\s+|\band |\bso |\bbut )"
    r"(?:(?:in|on|at|by|for|from|with|to|of|under|about|through|since|until) )?$",
    re.IGNORECASE,
)
_NARROW = frozenset({Asked.WHEN, Asked.WHERE, Asked.HOW, Asked.WHO})
"""Whose words are conjunctions and relatives as well, where they begin no clause."""


def requested(text: str) -> Request:
    """What a question asks for."""
    head = _head(text)
    asked = max(_signs(text, head), key=lambda sign: sign[:2], default=(0.0, 0, Asked.WHAT))[2]
    frame = _FRAME_SIGNS.get(asked)
    return Request(asked, head, _clause(text), tuple(found.span() for found in frame.finditer(text)) if frame else ())


def is_past(word: str) -> bool:
    """Whether a word, in small letters, may be the past of a verb."""
    return word in BASES or (word.endswith("ed") and len(word) > 4)


def _signs(text: str, head: str | None) -> Iterator[tuple[float, int, Asked]]:
    """The kinds that fit, with how much speaks for each, less of those that are asked later: "who came, and when".

    The narrower kinds come first, which decides among equals.
    """
    of_head = None if head is None or _MANY.search(text) else kind_of(head)
    of_noun = _of_noun(text)
    for asked in Asked:
        if asked is of_head:
            yield 3.0, 0, asked
        if asked is of_noun:
            yield 2.5, 0, asked
        hint = _HINT_SIGNS.get(asked)
        if hint is not None and hint.search(text):
            yield _SURE.get(asked, _HINT), 0, asked
        sign = _FRAME_SIGNS.get(asked)
        for found in sign.finditer(text) if sign is not None else ():
            yield _strength(asked, text, found), -found.start(), asked


def _strength(asked: Asked, text: str, found: re.Match[str]) -> float:
    """A question word at the head of a clause asks; inside one it may join: "the day when", "the man who"."""
    if asked is Asked.ALIAS:
        return 1.0 if _YES_OR_NO.match(text) else 3.5
    if _CLAUSE_START.search(text[: found.start()]):
        return 3.0
    if text[found.end() :].strip(" ?!.") == "":
        return 2.8
    return 1.0 if asked in _NARROW else 2.2


def _of_noun(text: str) -> Asked | None:
    """What is asked for by a noun alone: "captain's age", "founder of the mill", "what was his salary", "its name?"."""
    value = _VALUE.search(text)
    kind = None if value is None else kind_of(value["noun"])
    if kind in _TOLD:
        return kind
    named = _NAME_OF.search(text)
    if named is not None and not _YES_OR_NO.match(text):
        return kind_of(named["noun"] or named["bearer"])
    if _ASKING.search(text) or any(word in _AUXILIARY for word in text.casefold().split()):
        return None
    first, last = _NOUN_OF.match(text), _NOUN_LAST.search(text)
    noun = (first and (first["noun"] or first["first"])) or (last and last["noun"])
    kind = kind_of(noun) if noun else None
    return kind if first is not None or kind in _TOLD else None


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
            if word != run[-1] or kind_of(word) is not None:
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
