"""Expressions of the kind a question asks for: dates, numbers, names, places, causes ..."""

import re

from bot.names import MONTHS_AND_DAYS, is_name
from bot.question import Asked
from index.sources import Sources
from index.words import STOP_WORDS, Word

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
_MEANS = re.compile(r"\b(?:by|through|via|using|with|means of)\b", re.IGNORECASE)
_BEFORE_YEARS = frozenset(
    "since until till during before after around early late mid circa spring summer autumn winter fall".split()
)
_PLACE_LEAD = re.compile(
    r"\b(?:in|at|near|from|to|outside|inside|across|around|of|between|toward|towards|on)(?: the)?$"
)

_PATTERNS = {
    Asked.DURATION: _DURATION,
    Asked.QUANTITY: _QUANTITY,
    Asked.WHY: _CAUSE,
    Asked.HOW: _MEANS,
}
RELATIVE = 0.5
"""What "two months later" counts for beside "March 2007": it answers only together with another sentence."""


def expressions(asked: Asked, sentence: str, words: list[Word], sources: Sources) -> list[tuple[int, int, float]]:
    """Where a sentence has something of the kind asked for: (start, end, strength from 0 to 1) in the sentence."""
    if asked is Asked.WHEN:
        relative = [(found.start(), found.end(), RELATIVE) for found in _RELATIVE_DATE.finditer(sentence)]
        return _dates(sentence) + relative
    if asked in (Asked.WHO, Asked.ALIAS):
        return [(word.start, word.end, 1.0) for word in words if is_name(word, sources)]
    if asked is Asked.WHERE:
        named = [word for word in words if is_name(word, sources)]
        return [(word.start, word.end, 1.0) for word in named if _PLACE_LEAD.search(sentence[: word.start].rstrip())]
    pattern = _PATTERNS.get(asked)
    return [] if pattern is None else [(found.start(), found.end(), 1.0) for found in pattern.finditer(sentence)]


def _dates(sentence: str) -> list[tuple[int, int, float]]:
    dates = [(found.start(), found.end(), 1.0) for found in _MONTH_DATE.finditer(sentence)]
    for found in _BARE_YEAR.finditer(sentence):
        before = found["before"] or ""
        # A number after a capitalised word is that name's own: Unit 2800, Route 1984; unless the word is "In" and such.
        if not before[:1].isupper() or before.casefold() in STOP_WORDS | MONTHS_AND_DAYS | _BEFORE_YEARS:
            dates.append((found.start(), found.end(), 1.0))
    return dates
