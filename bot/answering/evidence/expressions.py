"""Expressions of the kind a question asks for: dates, numbers, names, places, causes ..."""

import re
from collections.abc import Mapping, Set

from bot.answering.evidence.lands import LANDS
from bot.answering.evidence.line import Line
from bot.question.asked import Asked
from bot.question.names import MONTHS_AND_DAYS
from index.actors.mention import Kind
from index.words import STOP_WORDS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:1[0-9]|20)\d\d"
_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|hundreds?|thousands?|millions?|billions?|dozens?|several)"
)
_UNIT = r"(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))s?"

_MONTH_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? {_YEAR}\b)?"
)
_BARE_YEAR = re.compile(rf"(?:(?P<before>[^\W\d_]+)[ -])?\b{_YEAR}s?\b")
_RELATIVE_DATE = re.compile(
    rf"\b{_COUNT} {_UNIT} (?:later|earlier|before|after|ago)\b|\b(?:yesterday|today|tomorrow|nowadays)\b"
    rf"|\b(?:last|next|that|this|the same|the following|the previous) (?:{_UNIT}|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"\b{_COUNT}[- ]{_UNIT}\b|\b(?:since|until|till)\b|\bfrom \S+ (?:to|until) |\b(?:decades|years|months|weeks)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"[$€£¥]\s?\d[\d,.]*|\b{_COUNT}(?:[- ](?:percent|per cent|%|dollars|euros|pounds|people|men|women))?",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|in order to|so that|so as to|as a result|in response to"
    r"|in retaliation|therefore|reason|purpose|aimed at|intended to|wanted to|sought to|for fear|out of"
    r"|as (?:he|she|they)|caused)\b"
    # An infinitive with its object tells a purpose ("to treat him"); without one, "to" may as well point to a place.
    r"|\bto [a-z]{3,} (?:the|an?|his|her|him|them|their|its|it|this|that|these|those|any|all|more|[A-Z]\w+)\b",
)
_AGENT = re.compile(
    r"\b\w+(?:ed|en|wn|un|id|ld|nt|pt|lt|ght|ade) by (?:(?:an?|the|some|several|two|three|four|his|her|their|its) )?"
    r"(?P<who>[a-z][a-z-]{2,})\b",
)
"""By whom something was done, where that is told by a noun: "planted by monks"."""
_MEANS = re.compile(r"\b(?:by|through|via|using|with|means of)\b", re.IGNORECASE)
_BEFORE_YEARS = frozenset(
    "since until till during before after around early late mid circa spring summer autumn winter fall".split()
)
_BEFORE_A_YEAR = _BEFORE_YEARS | frozenset("in of by from to and year".split())
_PLACE_LEAD = re.compile(
    r"\b(?:in|at|near|from|to|outside|inside|across|around|of|between|toward|towards|on)(?: the)?$"
)

_QUOTED = re.compile(r"[“\"‘][^”\"’]{2,60}[”\"’]")

_PATTERNS = {
    Asked.DURATION: _DURATION,
    Asked.QUANTITY: _QUANTITY,
    Asked.WHY: _CAUSE,
    Asked.HOW: _MEANS,
}
RELATIVE = 0.5
"""What "two months later" counts for beside "March 2007": it answers only together with another sentence."""
NO_LAND = 0.2
"""What a name counts for where a country or state is asked for and it is none."""
UNLED = 0.7
"""What a place counts for where no preposition leads to it."""
UNFIT = 0.2
"""What a name of another kind than is asked for counts for."""
UNKNOWN = 0.4
"""What a name counts for of which it is not known what it names."""
FITTING: Mapping[Asked, Mapping[Kind | None, float]] = {
    Asked.WHO: {Kind.PERSON: 1.0, None: UNKNOWN},
    Asked.ALIAS: {Kind.PERSON: 1.0, None: UNKNOWN},
    Asked.BODY: {Kind.ORGANISATION: 1.0, None: UNKNOWN},
}
"""What a name counts for by what it names. Of 419 answers to "who" .74 are persons, .08 organisations and .02 places;
of other sentences .36, .31 and .27 have such. Of 443 to "where" .87 are places, which .40 of other sentences have."""


def expressions(asked: Asked, line: Line, head: str | None = None) -> list[tuple[int, int, float]]:
    """Where a sentence has something of the kind asked for: (start, end, strength from 0 to 1) in the sentence.

    Args:
        asked: The kind.
        line: The sentence.
        head: The term of the noun that "which" or "what" asks for.
    """
    sentence = line.text
    if asked is Asked.WHEN:
        relative = [(found.start(), found.end(), RELATIVE) for found in _RELATIVE_DATE.finditer(sentence)]
        return _dates(sentence) + relative
    if asked in FITTING:
        fitting = [(start, end, FITTING[asked].get(kind, UNFIT)) for start, end, kind in _named(line)]
        return [*fitting, *((found.start("who"), found.end("who"), UNKNOWN) for found in _AGENT.finditer(sentence))]
    if asked is Asked.WHERE and head in LANDS:
        named = {word.start: word.term for word, name in zip(line.words, line.names, strict=True) if name}
        return [
            (start, end, 1.0 if _has(named, start, end, LANDS[head]) else NO_LAND) for start, end, _ in _named(line)
        ]
    if asked is Asked.WHERE:
        return [(start, end, _as_place(kind, sentence[:start])) for start, end, kind in _named(line)]
    if asked in (Asked.WHAT, Asked.LIST):
        quoted = [(found.start(), found.end(), 1.0) for found in _QUOTED.finditer(sentence)]
        return quoted + [(start, end, 1.0) for start, end, _ in _named(line)]
    pattern = _PATTERNS.get(asked)
    found = [] if pattern is None else [(one.start(), one.end(), 1.0) for one in pattern.finditer(sentence)]
    return [one for one in found if not _in_date(one, sentence)] if asked is Asked.QUANTITY else found


def _in_date(span: tuple[int, int, float], sentence: str) -> bool:
    """Whether a number is a year or the day of a month, which counts nothing."""
    years = (one for one in _BARE_YEAR.finditer(sentence) if (one["before"] or "").casefold() in _BEFORE_A_YEAR)
    return any(one.start() <= span[0] and span[1] <= one.end() for one in (*years, *_MONTH_DATE.finditer(sentence)))


def _has(named: Mapping[int, str | None], start: int, end: int, lands: Set[str]) -> bool:
    return any(start <= at < end and term in lands for at, term in named.items())


def _as_place(kind: Kind | None, lead: str) -> float:
    led = _PLACE_LEAD.search(lead.rstrip()) is not None
    if kind is Kind.PLACE:
        return 1.0 if led else UNLED
    return UNKNOWN if kind is None and led else UNFIT


def _named(line: Line) -> list[tuple[int, int, Kind | None]]:
    """The names with what they name, words of one kind that stand side by side as one."""
    found: list[tuple[int, int, Kind | None]] = []
    last = -2
    for at, (word, is_name, kind) in enumerate(zip(line.words, line.names, line.kinds, strict=True)):
        if not is_name and kind is None:
            continue
        if at == last + 1 and kind is found[-1][2]:
            found[-1] = (found[-1][0], word.end, kind)
        else:
            found.append((word.start, word.end, kind))
        last = at
    return found


def _dates(sentence: str) -> list[tuple[int, int, float]]:
    dates = [(found.start(), found.end(), 1.0) for found in _MONTH_DATE.finditer(sentence)]
    for found in _BARE_YEAR.finditer(sentence):
        before = found["before"] or ""
        # A number after a capitalised word is that name's own: Unit 2800, Route 1984; unless the word is "In" and such.
        if not before[:1].isupper() or before.casefold() in STOP_WORDS | MONTHS_AND_DAYS | _BEFORE_YEARS:
            dates.append((found.start(), found.end(), 1.0))
    return dates
