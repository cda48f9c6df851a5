"""Whether a sentence says who or what somebody is."""

import re

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from bot.question.asked import Asked
from index.words import STOP_WORDS

NAMES = ("identity", "alias", "subject", "defines", "attributive", "expands")
_AFTER_NAME = re.compile(
    r"[’'”\")]*(?:\s*\([^)]*\))?(?:,[’'”\"]*\s*(?:an?|the|who|whose|one of|also|then|formerly|nicknamed|known)\b"
    r"|\s+(?:is|was|are|were|became|remains?)\s+(?:an?|the|one|among|\w+(?: \w+)? of)\b"
    r"|\s+(?:serves? as|served as|acted as|refers to|stands for|headed|led|commanded)\b)"
    r"|[’'”\")]*\s+[–—]\s"
)
_BEFORE_NAME = re.compile(
    r"\b(?:known (?:to \S+ )?(?:\w+ )?(?:as|by)|alias|a\.?k\.?a\.?|nicknamed|called|named|dubbed|nom de guerre"
    r"|pseudonym|identified (?:\w+ )?as|real name(?: is| was)?|who is|is|was)\W*$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?)|[’']s|\b[A-Z]\w+)(?: [\w-]+){0,2} (?P<noun>[a-z-]{4,}(?<!ed)(?<!ing)),? $"
)
_NO_NOUNS = STOP_WORDS | frozenset(
    "beside besides between against toward towards without within among around despite during through after before"
    " alongside near behind beyond across along like unlike versus until since below above beneath except that when"
    " where while because though although whom whose which".split()
)
_ALIAS = re.compile(
    r"\b(?:known (?:to \S+ )?(?:\w+ )?(?:as|by)|real name|true name|alias|a\.k\.a\.|aka|nom de guerre|pseudonym)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(r"[’'”\")]*(?:\s*\([^)]*\))?\s+(?:is|was|are|were|means|refers to)\s+(?:an?|the|one)\b")
_NEAR = 40
"""Code points between a name and the words that say it is another's."""
_ATTRIBUTIVE = re.compile(
    r"['’]s\b|\s+(?:\w+ )?(?:officer|official|chief|leader|commander|member|contact|operative|fighter|head|spokes\w+"
    r"|support|troops|figure|agent|source|employee|executive|president|director|player|fan|user|student)s?\b"
)
_OWNS = re.compile(r"['’]s$")
_EXPANDED = re.compile(r"[^\W\d_a-z]\w*(?:[\s-]+[\w’'-]+){0,8}\s*\([\"“'‘]?$")
"""What stands before a short form in brackets: International Committee of the Red Cross (ICRC)."""
_EXPANSION = re.compile(r"[\"”'’]?\s*\([^\W\d_a-z]\w*(?:[\s-]+[\w’'-]+)+\)")
_SHORT_FORM = re.compile(r"(?=.*[^\W\d_a-z].*[^\W\d_a-z])\w{2,8}")
"""Two capitals or more: ICRC, PhD."""
_OPENING = 3
"""Words before which a sentence's subject stands."""
_LONGEST_SUBJECT = 2
"""Content words. "What is" and more of them that are not names asks for something else than what they are."""


def identity(asking: Asking, line: Line) -> tuple[float, ...]:
    """The figures of NAMES.

    That is, in turn: it says who the named one is; gives another name; begins with it; defines it; speaks of somebody
    or something that belongs to it; says what a short form stands for. All but ``subject`` are 0 where who or what
    something is, is not asked.
    """
    subject = set(asking.idf)
    mentions = [(at, word) for at, word in enumerate(line.words) if word.term in subject]
    begins = bool(mentions) and mentions[0][0] < _OPENING
    if not (asking.question.identity or asking.question.asked is Asked.SAME) or not subject:
        return 0.0, 0.0, float(begins), 0.0, 0.0, 0.0
    expands = float(any(_expands(line.text, word.start, word.end) for _, word in mentions))
    if (subject != asking.names and len(subject) > _LONGEST_SUBJECT) or {word.term for _, word in mentions} != subject:
        return 0.0, 0.0, float(begins), 0.0, 0.0, expands
    lead, end = line.text[: mentions[0][1].start], mentions[-1][1].end
    says = _BEFORE_NAME.search(lead) is not None or _is_apposed(lead) or _AFTER_NAME.match(line.text, end) is not None
    other = any(
        cue.end() >= mentions[0][1].start - _NEAR and cue.start() <= end + _NEAR for cue in _ALIAS.finditer(line.text)
    )
    defines = begins and _COPULA.match(line.text, end) is not None
    attributive = _OWNS.search(line.text, 0, end) is not None or _ATTRIBUTIVE.match(line.text, end) is not None
    other = other and not attributive
    return float(says and not attributive), float(other), float(begins), float(defines), float(attributive), expands


def _expands(text: str, start: int, end: int) -> bool:
    """Whether a short form stands in brackets behind what it stands for, or before it."""
    if _SHORT_FORM.fullmatch(text[start:end]) is None:
        return False
    return _EXPANDED.search(text[:start]) is not None or _EXPANSION.match(text, end) is not None


def _is_apposed(lead: str) -> bool:
    """Whether a name stands right behind what its bearer is: "the Iraqi cleric", "Qods Force chief"."""
    found = _APPOSED.search(lead)
    return found is not None and found["noun"] not in _NO_NOUNS
