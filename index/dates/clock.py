"""Rules for times of day: 16:08 UTC, 5 p.m., noon."""

import re

from index.dates.composed import Clock
from index.dates.pattern import Reading, group_start, rule
from index.dates.tokens import Tokens

_Match = re.Match[str]
_LEADS = frozenset(
    "at by around about until till from before after since approximately to and it's kickoff noon".split()
)
_ZONES = {
    **dict.fromkeys(("utc", "gmt"), "Z"),
    **dict.fromkeys(("est", "et", "cdt"), "-05:00"),
    **dict.fromkeys(("cst", "mdt"), "-06:00"),
    **dict.fromkeys(("mst", "pdt"), "-07:00"),
    **dict.fromkeys(("bst", "cet"), "+01:00"),
    **dict.fromkeys(("cest", "eet"), "+02:00"),
    **dict.fromkeys(("msk", "eest"), "+03:00"),
    "edt": "-04:00",
    "pst": "-08:00",
    "ist": "+05:30",
    "jst": "+09:00",
    "aest": "+10:00",
}
"""Offsets of the usual meaning in English news; CST and IST are taken as America's and India's, ET as standard time."""


def _clock(tokens: Tokens, match: _Match) -> Reading | None:
    at = match.start("time")
    word = tokens.word(at)
    zone = group_start(match, "zone")
    if zone >= 0 and not tokens.words[zone].isupper():
        return None
    said = zone >= 0 or group_start(match, "half") >= 0 or word[-1].isalpha()
    if not said and tokens.word(at - 1) not in _LEADS:
        return None
    if tokens.is_a(at - 1, "SIGN"):
        return None
    digits = re.findall(r"\d\d", word) if word.isdecimal() and len(word) == 4 else re.findall(r"\d+", word)
    hour, minute, second = (int(one) for one in (*digits, 0, 0)[:3])
    if hour > 23 or minute > 59:
        return None
    half = (
        tokens.word(match.start("half"))[0]
        if group_start(match, "half") >= 0
        else word[-2]
        if word.endswith("m")
        else ""
    )
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    offset = _ZONES.get(tokens.word(zone), "") if zone >= 0 else "Z" if word.endswith("z") else ""
    return Reading(at, match.end(), Clock(f"{hour:02d}:{minute:02d}:{second:02d}{offset}"), "time")


def _military(tokens: Tokens, match: _Match) -> Reading | None:
    """1600 GMT, at 0900 hours."""
    return _clock(tokens, match) if re.fullmatch(r"\d{4}", tokens.words[match.start()], re.ASCII) else None


def _noon(tokens: Tokens, match: _Match) -> Reading | None:
    word = tokens.word(match.start())
    lead = tokens.word(match.start() - 1) in _LEADS
    return (
        Reading(match.start(), match.end(), Clock("00:00:00" if word == "midnight" else "12:00:00"), "time")
        if lead
        else None
    )


RULES = [
    rule("(?P<time>CLOCK|CLOCKAM) (?P<half>AM)? (?P<zone>ZONE)?", _clock),
    rule("(?P<time>DAYNUM) (?P<half>AM) (?P<zone>ZONE)?", _clock),
    rule("(?P<time>YEAR|NUMBER) (?P<zone>ZONE)", _military),
    rule("(?P<time>YEAR|NUMBER) HOURS", _military),
    rule("NOON", _noon),
]
