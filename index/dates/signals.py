"""Rules for dates and times as armed forces write them: 141530ZMAR19, 0430Z, 1800 local, 14MAR2019, 14 Mar 19."""

import re

from index.dates.composed import Clock
from index.dates.meaning import Exact, Meaning
from index.dates.monthless import DayOf
from index.dates.months import MONTHS
from index.dates.pattern import Reading, group_start, rule
from index.dates.standing import counts, stands_alone
from index.dates.tokens import Tokens
from index.dates.undated import InYear
from index.dates.values import number, year

_Match = re.Match[str]
_GROUP = re.compile(r"(\d\d)(\d\d)(\d\d)([A-Z])([A-Z]*)", re.ASCII | re.IGNORECASE)
_EAST, _WEST = "ABCDEFGHIKLM", "NOPQRSTUVWXY"
"""The letters of the zones one to twelve hours ahead of and behind UTC, which is Z; J is the local time (ACP 121), for
which L, eleven hours ahead by the book, is written more often."""
_LEADS = frozenset("at by around about until till from before after since between to and approximately".split())


def _offset(letter: str) -> str:
    """A zone's letter as ISO 8601 writes the zone; nothing for J."""
    if letter in "JL":
        return ""
    for sign, zones in (("+", _EAST), ("-", _WEST)):
        if letter in zones:
            return f"{sign}{zones.index(letter) + 1:02d}:00"
    return "Z" if letter == "Z" else ""


def _signal(tokens: Tokens, match: _Match) -> Reading | None:
    """A date-time group: 141530ZMAR19, 141530Z MAR 2019, 141530Z of the month that is told."""
    start, end = match.span()
    group = _GROUP.fullmatch(tokens.words[start])
    if group is None or not group[4].isupper():
        return None
    day, hour, minute, zone = int(group[1]), group[2], group[3], group[4]
    names = [group[5], *tokens.words[start + 1 : end]]
    month, years = (next((one for one in names if kind(one)), None) for kind in (str.isalpha, str.isdecimal))
    if years and not (month and len(years) in (2, 4)):
        end, years = end - 1, None
    on: Meaning = InYear(MONTHS[month.lower()], day) if month else DayOf(day)
    if isinstance(on, InYear) and years:
        on = Exact(on.within(year(years)))
    return Reading(start, end, Clock(f"{hour}:{minute}:00{_offset(zone)}", on), "time")


def _zulu(tokens: Tokens, match: _Match) -> Reading | None:
    """0430Z; at 0430L, where L or J is the local time."""
    word = tokens.words[match.start()]
    if not word.isupper() or not (word[-1] == "Z" or tokens.word(match.start() - 1) in _LEADS):
        return None
    return Reading(match.start(), match.end(), Clock(f"{word[:2]}:{word[2:4]}:00{_offset(word[-1])}"), "time")


def _hours(tokens: Tokens, match: _Match) -> Reading | None:
    """0430 hrs, 0540 hours, at 1800 local, at 0430; no count of hours begins with a nought."""
    at, word = match.start("time"), tokens.words[match.start("time")]
    said = group_start(match, "unit") >= 0
    if said and tokens.word(match.end() - 1) not in ("local", "hrs", "hours"):
        return None
    if not (word[0] == "0" or (said and tokens.word(at - 1) in _LEADS)):
        return None
    if not re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", word, re.ASCII) or tokens.is_a(match.end(), "ZONE"):
        return None  # With its zone, 0800 UTC is a rule of all times of day.
    return Reading(at, match.end(), Clock(f"{word[:2]}:{word[2:]}:00"), "time")


def _short(tokens: Tokens, match: _Match) -> Reading | None:
    """14 Mar 19, 27-Mar-19, 14MAR19, 14MAR2019; not "on 14 Mar 19 trucks left"."""
    start, end = match.span()
    day, month, years = re.findall(r"\d+|[^\W\d_]+", " ".join(tokens.words[start:end]))
    joined = tokens.is_a(start, "DAYMONTH") or tokens.is_a(start + 1, "DASH")
    if len(years) not in (2, 4) or len(month) > 4 or (len(years) == 4 and not joined):
        return None
    ends = stands_alone(tokens, end) or tokens.is_a(end, "AN", "THE", "THIS") or tokens.is_capital(end)
    if not (ends or joined) or counts(tokens, end) or (tokens.glued(end) and tokens.is_a(end, "DASH", "SLASH")):
        return None
    return Reading(start, end, Exact(InYear(MONTHS[month.lower()], number(day)).within(year(years))))


RULES = [
    rule("SIGNAL MONTH? (?:DAYNUM|NUMBER|YEAR)?", _signal),
    rule("ZULU", _zulu),
    rule("(?P<time>YEAR|NUMBER) (?P<unit>HOURS|CLOCKUNITS|REGION)", _hours),
    rule("(?:AT|ABOUT|TO|FROM|BEFORE|AFTER|BETWEEN|AND) (?P<time>NUMBER) (?P<unit>HOURS|CLOCKUNITS|REGION)?", _hours),
    rule("DAYNUM DASH? MONTH DASH? (?:DAYNUM|NUMBER|YEAR)", _short),
    rule("DAYMONTH (?:DAYNUM|NUMBER|YEAR)", _short),
]
