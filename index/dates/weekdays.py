"""Rules for days of the week: on Monday, last Friday, this past Sunday, the Saturday before."""

import re

from index.dates.lexicon import WEEKDAYS
from index.dates.monthless import Weekday
from index.dates.pattern import Reading, rule
from index.dates.standing import TOLD_WORDS, stands_alone, weekday_stands
from index.dates.tokens import Tokens

_Match = re.Match[str]
_STEPS = {
    **dict.fromkeys(("last", "past", "previous", "preceding", "prior", "before"), -1),
    **dict.fromkeys(("next", "coming", "upcoming", "following", "ensuing", "subsequent", "after"), 1),
}
"""Where a word leads from the anchor; any other is of the same week."""


def _weekday(tokens: Tokens, match: _Match) -> Reading | None:
    at = match.start("weekday")
    if not weekday_stands(tokens, at) or (tokens.is_a(at - 1, "AN") and stands_alone(tokens, match.end())):
        return None  # On a Monday, whichever.
    if tokens.is_a(match.start(), "THE") and not stands_alone(tokens, match.end()):
        return None
    return Reading(match.start(), match.end(), Weekday(WEEKDAYS[tokens.word(at)]), deictic=True)


def _which(tokens: Tokens, match: _Match) -> Reading | None:
    """Last Friday, this past Sunday, the following Monday."""
    which, at = tokens.word(match.start("which")), match.start("weekday")
    if len(tokens.word(at)) == 3 and not tokens.is_capital(at):
        return None
    told = which in TOLD_WORDS
    meaning = Weekday(WEEKDAYS[tokens.word(at)], _STEPS.get(which, 0), told)
    return Reading(match.start(), match.end(), meaning, deictic=not told)


def _beside(tokens: Tokens, match: _Match) -> Reading | None:
    """The Saturday before, the Tuesday after."""
    if not stands_alone(tokens, match.end()):
        return None
    step = _STEPS[tokens.word(match.start("side"))]
    return Reading(match.start(), match.end(), Weekday(WEEKDAYS[tokens.word(match.start("weekday"))], step, told=True))


def _next(tokens: Tokens, match: _Match) -> Reading | None:
    """On Monday next, Friday last; not "on Monday next to the door"."""
    step = _STEPS[tokens.word(match.end() - 1)]
    if not stands_alone(tokens, match.end()) or tokens.is_a(match.end(), "TO", "OF"):
        return None
    meaning = Weekday(WEEKDAYS[tokens.word(match.start("weekday"))], step)
    return Reading(match.start(), match.end(), meaning, deictic=True)


RULES = [
    rule("(?P<which>LAST|NEXT|THIS|COMING|THIS? PAST|THIS (?:COMING|UPCOMING)) (?P<weekday>WEEKDAY)", _which),
    rule("(?:THE|THAT)? (?P<which>FOLLOWING|PREVIOUS|SAME|THAT|COMING|UPCOMING) (?P<weekday>WEEKDAY)", _which),
    rule("THE? (?P<weekday>WEEKDAY)", _weekday),
    rule("(?P<weekday>WEEKDAY) (?:NEXT|LAST)", _next),
    rule("THE (?P<weekday>WEEKDAY) (?P<side>BEFORE|AFTER)", _beside),
]
