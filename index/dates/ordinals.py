"""Rules for days known by their number in a month: on the 19th, the 3rd of next month, Monday the 4th."""

import re

from index.dates.calendar import Grain
from index.dates.monthless import DayOf
from index.dates.pattern import Reading, rule
from index.dates.reckoned import Unit
from index.dates.standing import STEPS, TOLD_WORDS, stands_alone
from index.dates.tokens import Tokens
from index.dates.values import number

_Match = re.Match[str]
_WRITTEN = frozenset("letter letters message mail email note statement report memo order decree telegram".split())
"""What is known by the day of the month it was written: your letter of the 3rd."""
_LEADS = frozenset("by since for".split())
_PRONOUNS = frozenset("i he she it we they you his her its our their my your".split())


def _day(tokens: Tokens, match: _Match) -> Reading | None:
    """On the 19th, the night of the 4th; not the 19th hole."""
    if not _is_led(tokens, match.start()) or not _ends(tokens, match.start(), match.end()):
        return None
    return Reading(match.start(), match.end(), DayOf(number(tokens.words[match.start("day")])))


def _is_led(tokens: Tokens, at: int) -> bool:
    """Whether what stands before a place leads a day in."""
    if tokens.is_a(at - 1, "ON", "TO", "FROM", "BETWEEN", "BEFORE", "AFTER", "THAN") or tokens.word(at - 1) in _LEADS:
        return True
    if tokens.is_a(at - 1, "OF"):
        return tokens.word(at - 2) in _WRITTEN or tokens.is_a(at - 2, "DAYPART", "NIGHT")
    return tokens.is_a(at - 1, "AND", "OR") and tokens.is_a(at - 2, "DAYTH")


def _ends(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing follows that the number might be of."""
    if tokens.is_a(end, "DASH"):
        return False
    paired = tokens.is_a(start - 1, "BETWEEN") or tokens.is_a(end, "OR")
    clause = tokens.is_a(end, "AN", "THE", "THIS", "THAT") or tokens.word(end) in _PRONOUNS
    return paired or clause or stands_alone(tokens, end)


def _of_month(tokens: Tokens, match: _Match) -> Reading | None:
    """The 3rd of next month."""
    which = tokens.word(match.start("which"))
    if tokens.word(match.end() - 1) != "month":
        return None
    told = which in TOLD_WORDS
    month = Unit(Grain.MONTH, STEPS.get(which, 1), told)
    day = DayOf(number(tokens.words[match.start("day")]), month)
    return Reading(match.start(), match.end(), day, deictic=not told)


def _of_week(tokens: Tokens, match: _Match) -> Reading | None:
    """Monday the 4th."""
    if not _ends(tokens, match.start(), match.end()):
        return None
    return Reading(match.start(), match.end(), DayOf(number(tokens.words[match.end() - 1])))


RULES = [
    rule("THE (?P<day>DAYTH)", _day),
    rule("THE (?P<day>DAYTH) OF (?P<which>THIS|LAST|NEXT|THAT) UNITONE", _of_month),
    rule("WEEKDAY THE DAYTH", _of_week),
]
