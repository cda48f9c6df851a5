"""Whether a sentence of news tells of the day the news was written, or goes on telling of the day before it."""

import re
from collections.abc import Sequence
from datetime import date

from index.dates.tense import PAST
from index.events.telling import Telling

NEAR_DAYS = 7
"""A day so near before the news, or that day itself, is the day of what the sentence reports ("on Friday")."""
_REPORTS = re.compile(
    r"\b(?:said|says|say|told|tells|announced|announces|announcing|reported|reports|confirmed|confirms|stated|states"
    r"|added|adds|claimed|claims|according|warned|warns|urged|urges|has|have|is|are|will)\b",
    re.IGNORECASE,
)


def tells_of_the_day(sentence: str, told: Sequence[Telling], day: date) -> bool:
    """Whether a sentence tells of the day of the news, beside the times that it says itself.

    One that says none does; so does what is said of days to come, which is announced that day, and what is said, is or
    has been that day of times long past ("The group said that it lost money in 2008"). Of the events with a day of
    ``benchmarks/events.py`` (developed on) .849 are given it where only sentences without a time of their own tell of
    the day, .868 with announcements, .877 with all of this; of the days so given, .884, .851 and .853 are right.

    Args:
        sentence: Its words.
        told: What it says itself of times.
        day: The day of the news.
    """
    if all(one.begin > day for one in told):
        return True
    near = any(one.days == 1 and 0 <= (day - one.begin).days <= NEAR_DAYS for one in told)
    return not near and _REPORTS.search(sentence) is not None


def goes_on(sentence: str) -> bool:
    """Whether a sentence without a time of its own goes on telling of the day that the one before it says.

    It does in the past tense, where nothing in it is said, is or has been on the day of the news. Of 40 such sentences
    of rtqa_2022_24, drawn by lot and judged by eye, 30 told of the day said before them and 4 of that of the news.
    """
    if _REPORTS.search(sentence) is not None:
        return False
    words = re.findall(r"\w+", sentence.lower())
    return any(word in PAST or (len(word) > 3 and word.endswith("ed")) for word in words)
