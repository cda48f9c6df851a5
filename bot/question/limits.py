"""The time that a question asks about: "in 2005", "before March 2007", "since 2010", "last year"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import find

_BEFORE = re.compile(r"\b(?:before|until|till|prior to|up to|by)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|from)\s+(?:the\s+)?$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?P<side>before|after|since|until)\s+(?P<event>(?:the|his|her|their|its|a|an)\s+[^,?.!]{3,60}|\w+['’]s\s+[^,?.!]{3,60})",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:his|her|their|its)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_RECENT = re.compile(r"\b(?:recent(?:ly)?|lately|newly)\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_RECENTLY = timedelta(days=60)
"""Whoever says "recently" means about so long at most."""
_NEWS = timedelta(days=366)
"""What lies so far back at most is news, of which documents tell as it happens."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A stretch of time; None is open.

    Attributes:
        since: The first day.
        until: The last day.
        news: Whether it reaches up to the day of asking, or nearly, and not far back.
    """

    since: date | None = None
    until: date | None = None
    news: bool = False

    def __bool__(self) -> bool:
        return self.since is not None or self.until is not None

    def fit(self, sentence: str) -> float | None:
        """1 for a sentence with a year that may lie within, 0 for one whose years all lie outside, None without any."""
        years = [int(found[1]) for found in _YEAR.finditer(sentence)]
        if not years:
            return None
        first = self.since.year if self.since is not None else 0
        last = self.until.year if self.until is not None else 9999
        return float(any(first <= year <= last for year in years))


OPEN = Limits()
"""Any time."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a question dates by: "before the raid".

    Attributes:
        side: The preposition.
        words: The words for the event.
    """

    side: str
    words: str

    @property
    def of_somebody(self) -> bool:
        """Whether a pronoun says whose it is: "his release"."""
        return _POSSESSIVE.match(self.words) is not None

    @property
    def plain(self) -> str:
        """The words without that pronoun."""
        return _POSSESSIVE.sub("", self.words)


def limits_in(text: str, today: date) -> Limits:
    """The time that the dates in a question set; a bare date in it counts as "in"."""
    since: date | None = None
    until: date | None = None
    for one in find(text, written=today.isoformat()):
        if one.kind != "date" or one.begin is None or one.end_date is None:
            continue
        lead = text[: one.start]
        if _BEFORE.search(lead):
            until = one.begin - _DAY
        elif _AFTER.search(lead):
            since = one.begin
        else:
            since, until = since or one.begin, until or one.end_date
    if since is None and until is None and _RECENT.search(text):
        since = today - _RECENTLY
    return Limits(since, until, since is not None and _is_news(since, until, today))


def _is_news(since: date, until: date | None, today: date) -> bool:
    return today - _NEWS <= since <= today and (until is None or until >= today - _RECENTLY)


def event_in(text: str) -> Event | None:
    """The event that a question dates by, where it is no date itself."""
    found = _EVENT.search(text)
    if found is None or _YEAR.search(found["event"]):
        return None
    return Event(found["side"].casefold(), found["event"])


def beside(event: Event, when: Limits) -> Limits:
    """The time before or after an event that took place at some time."""
    if event.side in ("before", "until"):
        return Limits(until=when.until)
    return Limits(since=when.since)
