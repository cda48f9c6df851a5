"""Rules for times of day: 16:08 UTC, 5 p.m., noon."""

import re

from index.dates.composed import Clock
from index.dates.pattern import Reading, group_start, rule
from index.dates.tokens import Tokens
from index.dates.values import number

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
    if not _stands(tokens, match):
        return None
    time = _time(tokens.word(at), _half(tokens, match))
    if time is None:
        return None
    offset, end = _offset(tokens, match)
    return Reading(at, end, Clock(time + offset), "time")


def _stands(tokens: Tokens, match: _Match) -> bool:
    """Whether it is a time: with a zone or a half of the day, or after a word such as "at"."""
    at, zone, region = match.start("time"), group_start(match, "zone"), group_start(match, "region") >= 0
    word = tokens.word(at)
    if tokens.is_a(at - 1, "SIGN") or (tokens.is_a(at, "DECIMAL") and not re.fullmatch(r"\d\d?\.[0-5]\d", word)):
        return False
    timed = tokens.word(match.end() - 1) == "time" or group_start(match, "half") >= 0
    if (region and not timed) or (zone >= 0 and not tokens.words[zone].isupper()):
        return False
    said = zone >= 0 or region or group_start(match, "half") >= 0 or word[-1].isalpha()
    return said or tokens.word(at - 1) in _LEADS


def _half(tokens: Tokens, match: _Match) -> str:
    """The letter a or p; nothing where the hours are of 24."""
    if group_start(match, "half") >= 0:
        return tokens.word(match.start("half"))[0]
    word = tokens.word(match.start("time"))
    return word[-2] if word.endswith("m") else ""


def _time(word: str, half: str) -> str | None:
    digits = re.findall(r"\d\d" if word.isdecimal() and len(word) == 4 else r"\d+", word)
    hour, minute, second = (int(one) for one in (*digits, 0, 0)[:3])
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}:{second:02d}"


def _offset(tokens: Tokens, match: _Match) -> tuple[str, int]:
    """What is written for the zone, and where the expression ends: after UTC+2 or (GMT +2), before "UTC - 3 dead"."""
    zone, shift = group_start(match, "zone"), group_start(match, "shift")
    if zone < 0:
        return "Z" if tokens.word(match.start("time")).endswith("z") else "", match.end()
    offset = _ZONES.get(tokens.word(zone), "")
    if shift < 0:
        return offset, match.end()
    sign, hours = tokens.words[shift], number(tokens.words[shift + 1])
    bracketed = group_start(match, "close") >= 0
    joined = bracketed or (tokens.glued(shift) and tokens.glued(shift + 1))
    if offset != "Z" or sign not in "+-−–" or hours > 14 or not joined:
        return offset, match.end() if bracketed else shift
    return f"{'+' if sign == '+' else '-'}{hours:02d}:00", match.end()


def _in_the(tokens: Tokens, match: _Match) -> Reading | None:
    """3:15 in the afternoon, at nine in the morning."""
    half = "a" if tokens.word(match.end() - 1) in ("morning", "dawn") else "p"
    hour, at = tokens.words[match.start()], match.start()
    if tokens.is_a(at, "NUMBERWORD", "DAYNUM") and tokens.word(at - 1) not in _LEADS:
        return None
    time = _time(str(number(hour)) if hour.isalpha() else hour, half)
    return None if time is None else Reading(at, match.end(), Clock(time), "time")


def _unpointed(tokens: Tokens, match: _Match) -> Reading | None:
    """1600 GMT."""
    return _clock(tokens, match) if re.fullmatch(r"\d{4}", tokens.words[match.start()], re.ASCII) else None


def _noon(tokens: Tokens, match: _Match) -> Reading | None:
    word = tokens.word(match.start())
    zone = group_start(match, "zone")
    offset = _ZONES.get(tokens.word(zone), "") if zone >= 0 and tokens.words[zone].isupper() else ""
    dated = tokens.is_a(match.end() + tokens.is_a(match.end(), "ON"), "WEEKDAY", "TODAY", "YESTERDAY", "TOMORROW")
    if (zone >= 0 and not offset) or not (dated or tokens.word(match.start() - 1) in _LEADS):
        return None
    time = "00:00:00" if word == "midnight" else "12:00:00"
    return Reading(match.start(), match.end(), Clock(time + offset), "time")


_BRACKETED = "OPEN (?P<zone>ZONE) (?P<shift>(?:MARK|DASH) DAYNUM)? (?P<close>CLOSE)"
RULES = [
    rule("(?P<time>CLOCK|CLOCKAM) (?P<half>AM)? (?:(?P<zone>ZONE) (?P<shift>(?:MARK|DASH) DAYNUM)?)?", _clock),
    rule("(?P<time>DAYNUM|DECIMAL) (?P<half>AM) (?P<zone>ZONE)?", _clock),
    rule(f"(?P<time>CLOCK|CLOCKAM) (?P<half>AM)? {_BRACKETED}", _clock),
    rule(f"(?P<time>DAYNUM|DECIMAL) (?P<half>AM) {_BRACKETED}", _clock),
    rule("(?P<time>CLOCK|CLOCKAM|DAYNUM|DECIMAL) (?P<half>AM)? (?P<region>REGION) OTHER? TIME", _clock),
    rule("(?P<time>CLOCK|DAYNUM|DECIMAL) (?P<half>AM) (?P<region>REGION)", _clock),
    rule("(?P<time>YEAR|NUMBER) (?P<zone>ZONE)", _unpointed),
    rule("(?:CLOCK|DAYNUM|NUMBERWORD) IN THE DAYPART", _in_the),
    rule("NOON (?P<zone>ZONE)?", _noon),
    rule("NOON", _noon),
    rule("NOON REGION TIME", _noon),
]
