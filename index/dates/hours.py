"""Rules for hours told by a bare number or in words: tomorrow at 9, half past one, five o'clock."""

import re
from collections.abc import Iterator

from index.dates.composed import Clock
from index.dates.pattern import Reading, rule
from index.dates.standing import begins, counts, stands_alone
from index.dates.tokens import Tokens
from index.dates.values import number

_Match = re.Match[str]
_HOURS = range(1, 13)
_LEADS = frozenset("at by until till before after around about since from".split())
_MEASURED = frozenset(
    "share shares stock stocks index points point price prices priced rate rates yield odds level levels percent"
    " dollars cents euros pounds barrel temperature degrees valued trading traded aged age born birthday boy girl child"
    " ranked stood stands score scored game games goal goals match tied".split()
)
"""Words of a sentence in which a bare number after "at" is a price, a level or an age."""
_SENTENCE = 40
"""Words of a sentence that are looked at."""


def _bare(tokens: Tokens, match: _Match) -> Reading | None:
    """Tomorrow at 9, at 10.20 on Monday, on 3 May it was shut at 6; not at 9 percent, nor at 10 Downing Street."""
    at, end = match.span()
    hour, _, minute = tokens.words[at].partition(".")
    lead = tokens.word(at - 1)
    joined = tokens.is_a(end, "DASH", "SLASH", "DOT", "COMMA", "SIGN") and tokens.glued(end + 1) and tokens.glued(end)
    if lead not in _LEADS or number(hour) not in _HOURS or counts(tokens, end) or joined or not _ends(tokens, end):
        return None
    if minute and not re.fullmatch("[0-5][0-9]", minute):
        return None
    if any(tokens.word(place) in _MEASURED for place in _back(tokens, at - 1)):
        return None
    if not (_is_beside_day(tokens, at - 1, end) or (lead == "at" and _is_in_day(tokens, at - 1))):
        return None
    return Reading(at, end, Clock(f"{number(hour):02d}:{minute or '00'}:00", half_said=False), "time")


def _ends(tokens: Tokens, end: int) -> bool:
    """Whether nothing follows that a number would count or name: at 9 the pilot, at 9 on Monday; not at 9 sites."""
    if tokens.word(end) == ":":
        return False
    return stands_alone(tokens, end) or tokens.is_a(end, "THE", "THIS", "THAT", "WEEKDAY", "TODAY", "TOMORROW")


def _is_beside_day(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a day or a part of one stands right before or after."""
    day = "WEEKDAY", "TODAY", "YESTERDAY", "TOMORROW", "DAYPART", "NIGHT"
    last = start - 1 - tokens.is_a(start - 1, "COMMA")
    dated = tokens.is_a(last, "DAYNUM", "DAYTH", "MONTH") and _is_month_near(tokens, last)
    after = end + tokens.is_a(end, "ON", "THIS", "THAT")
    return dated or tokens.is_a(last, *day) or tokens.is_a(after, *day)


def _is_month_near(tokens: Tokens, at: int) -> bool:
    return tokens.is_a(at - 1, "MONTH", "DAYNUM", "DAYTH", "OF")


def _is_in_day(tokens: Tokens, at: int) -> bool:
    """Whether the sentence has said a day or a time before, or begins here, "At 9 the", after one that has."""
    if any(_is_day(tokens, place) for place in _back(tokens, at)):
        return True
    if not begins(tokens, at) or not tokens.is_a(at + 2, "THE") or at < 1:
        return False
    before = list(_back(tokens, at - 1))
    measured = any(tokens.word(place) in _MEASURED for place in before)
    return not measured and any(_is_day(tokens, place) for place in before)


def _is_day(tokens: Tokens, at: int) -> bool:
    if tokens.is_a(at, "MONTH"):
        return tokens.is_a(at - 1, "DAYNUM", "DAYTH") or tokens.is_a(at + 1, "DAYNUM", "DAYTH")
    return tokens.is_a(at, "WEEKDAY", "TODAY", "YESTERDAY", "TOMORROW", "CLOCK", "CLOCKAM", "AM", "NOON")


def _back(tokens: Tokens, at: int) -> Iterator[int]:
    """The places before one, back to the begin of its sentence."""
    for place in range(at - 1, max(-1, at - 1 - _SENTENCE), -1):
        if tokens.is_a(place, "DOT", "STOP", "BREAK"):
            return
        yield place


def _past(tokens: Tokens, match: _Match) -> Reading | None:
    """Half past one, a quarter to six, ten past nine."""
    side, at = match.start("side"), match.end() - 1
    hour, said = number(tokens.words[at]), tokens.word(side - 1)
    minutes = {"half": 30, "quarter": 15}.get(said) or number(said)
    back = tokens.word(side) == "to"
    fits = hour in _HOURS and 0 < minutes < 60 and not (back and minutes == 30)
    start = match.start("minutes")
    if not fits or tokens.word(side) not in ("past", "to") or tokens.word(start - 1) not in _LEADS:
        return None
    total = (60 * hour + (-minutes if back else minutes)) % (12 * 60)
    return Reading(start, match.end(), Clock(f"{total // 60:02d}:{total % 60:02d}:00", half_said=False), "time")


def _oclock(tokens: Tokens, match: _Match) -> Reading | None:
    """5 o'clock."""
    hour = number(tokens.words[match.start()])
    if tokens.word(match.end() - 1) != "clock" or not 0 < hour < 24:
        return None
    return Reading(match.start(), match.end(), Clock(f"{hour:02d}:00:00", half_said=False), "time")


RULES = [
    rule("DAYNUM|NUMBERWORD|DECIMAL", _bare),
    rule("(?P<minutes>HALF|AN? QUARTERWORD) (?P<side>PAST|TO) (?:DAYNUM|NUMBERWORD)", _past),
    rule("(?P<minutes>NUMBERWORD) (?P<side>PAST) NUMBERWORD", _past),
    rule("(?:DAYNUM|NUMBERWORD) OCLOCK APOSTROPHE OTHER", _oclock),
]
