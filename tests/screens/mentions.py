"""What stands in angle brackets: people, roles, channels, commands, times, a server's own emoji; and @everyone."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from re import Match

from .markdown import Reader, Rule
from .surroundings import Surroundings
from .tags import Html, tag
from .tags import text as plain

_UNITS = ((365 * 86400, "year"), (30 * 86400, "month"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
_FORMATS = {"t": "%H:%M", "T": "%H:%M:%S", "d": "%d/%m/%Y", "D": "%d %B %Y", "f": "%d %B %Y %H:%M"}
_LONG = "%A, %d %B %Y %H:%M"


def _mention(shown: str) -> Html:
    return tag("span", plain(shown), classes="mention")


def _named(mark: str, names: Callable[[Surroundings], Mapping[str, str]], unknown: str) -> Callable[..., Html]:
    """Shows who or what an id stands for, as Discord does where it does not know it."""

    def show(match: Match[str], reader: Reader) -> Html:
        return _mention(mark + names(reader.around).get(match["id"], unknown))

    return show


def _time(match: Match[str], reader: Reader) -> Html:
    moment = datetime.fromtimestamp(int(match["seconds"]), UTC)
    style = match["style"] or "f"
    shown = relative(moment - reader.around.now) if style == "R" else moment.strftime(_FORMATS.get(style, _LONG))
    return tag("span", plain(shown), classes="time")


def relative(distance: timedelta) -> str:
    """A distance in time in its largest unit: "in 2 days", "3 years ago"."""
    seconds = int(distance.total_seconds())
    size, unit = next((one for one in _UNITS if abs(seconds) >= one[0]), _UNITS[-1])
    number = abs(seconds) // size
    named = f"{number} {unit}{'' if number == 1 else 's'}"
    return f"{named} ago" if seconds < 0 else f"in {named}"


MENTIONS = (
    Rule(re.compile(r"<@!?(?P<id>\d+)>"), _named("@", lambda around: around.users, "unknown-user")),
    Rule(re.compile(r"<@&(?P<id>\d+)>"), _named("@", lambda around: around.roles, "unknown-role")),
    Rule(re.compile(r"<#(?P<id>\d+)>"), _named("#", lambda around: around.channels, "unknown")),
    Rule(re.compile(r"</(?P<name>[-\w]+(?: [-\w]+){0,2}):\d+>"), lambda match, _: _mention(f"/{match['name']}")),
    Rule(re.compile(r"@(?P<name>everyone|here)"), lambda match, _: _mention(match[0])),
    Rule(re.compile(r"<t:(?P<seconds>-?\d{1,11})(?::(?P<style>[tTdDfFR]))?>"), _time),
    Rule(
        re.compile(r"<a?:(?P<name>\w{2,32}):\d+>"),
        lambda match, _: tag("span", plain(f":{match['name']}:"), classes="emoji"),
    ),
)
