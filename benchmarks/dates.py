"""Time expressions in news and how fast they are found: the measurements behind ``index/dates/``.

The 120 stories of MEANTIME's English part (timex_meantime) mark every time expression with its TIMEX3 value. One half
of them, by a hash of their ids, was developed on from the first, the other was only reported, until two rounds of
general rules had not brought the second nearer to the first. On 2026-11-26 it was divided: of each of the four topics
the stories go in turn, by the same hash, to those developed on and to those still only reported. The rule was written
down before a story of either was looked at. Of those reported the misses of every other one were then printed by
mistake; whatever was seen is developed on, which leaves one story in four of that half, 13, for the report.

Printed are precision, recall and F1 of spans (exactly the same, and overlapping) and of spans with their value, for
the 107 stories developed on, the 13 reported and the whole set, and megabytes a second.

Of the 425 marks developed on 50 cannot be met, having been looked at one by one: 12 have a value that the calendar or
the text contradicts (Friday, 20 October 2007), 19 are of expressions that are marked in two ways (current, currently
and now in 5 of 11 places; "the past decade" as 200 and as P10Y), 19 are of what the guidelines of TimeML mark nowhere
("which", "its date", "an exciting time"). With all else right, F1 of spans with their value would be some .89.

    python -m benchmarks.dates            all of them
    python -m benchmarks.dates --missed   the stories developed on alone, and what was missed in them
"""

import hashlib
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks.sets import SHARED
from index.dates import TimeExpression, find
from index.dates.lexicon import WEEKDAYS
from index.dates.months import MONTHS

STORIES = SHARED / "data/timex_meantime/docs.jsonl"
_TOPICS = ("Apple", "Airbus|Boeing|A380|787|[Aa]irliner|Air_Force", "GM|General_Motors|Chrysler|Ford|Auto", "")
"""The four topics of MEANTIME by words of a story's id; what has none of them is of the stock market."""
_DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI", "overnight": "NI"}
_PAST_UNIT = re.compile(r"(?:the|this) (?:last|past) \w+", re.IGNORECASE)
_HALVES = {"PT0.5H": "PT30M", "P0.5D": "PT12H", "P0.5Y": "P6M"}
_BETWEEN = re.compile(r" (?:to|and|through|thru|until|till|ended|ending) (?=\w)")
_PERIOD = re.compile(r"(\S+-\S+) period$")
_LENGTH = re.compile(r"\b(?:quarter|half|(?:day|week|month|year)s?)\b")
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


@dataclass(frozen=True, slots=True)
class Score:
    """How well expressions were found.

    Attributes:
        gold: How many are marked.
        found: How many were found.
        spans: How many were found with exactly the same span.
        overlaps: How many marked ones overlap one that was found.
        values: How many have the same span and the same value.
    """

    gold: int
    found: int
    spans: int
    overlaps: int
    values: int

    def __add__(self, other: "Score") -> "Score":
        """Of both together."""
        return Score(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    def __str__(self) -> str:
        measures = {"span": self.spans, "overlap": self.overlaps, "value": self.values}
        figures = "  ".join(
            f"{name} P {right / self.found:.3f} R {right / self.gold:.3f} F1 {self.f1(right):.3f}"
            for name, right in measures.items()
        )
        return f"{figures}  ({self.gold} marked, {self.found} found)"


def stories(reported: bool) -> list[dict[str, Any]]:
    """The stories that are reported on, or those developed on."""
    with STORIES.open(encoding="utf-8") as file:
        every = sorted(map(json.loads, file), key=lambda one: hashlib.sha256(one["id"].encode()).hexdigest())
    first, second = every[: len(every) // 2], every[len(every) // 2 :]
    dealt = [[one for one in second if _topic(one["id"]) == topic] for topic in range(len(_TOPICS))]
    if reported:
        return [one for some in dealt for one in some[3::4]]
    return first + [one for some in dealt for number, one in enumerate(some) if number % 4 != 3]


def _topic(id: str) -> int:
    return next(number for number, words in enumerate(_TOPICS) if re.search(words, id))


def score(given: list[dict[str, Any]], missed: bool = False) -> Score:
    """Finds the expressions of stories and compares."""
    counts = [0] * 5
    for story in given:
        gold = {(one["start"], one["end"]): one["value"] for one in story["timex"]}
        found = dict(marks(story["text"], story["dct"]))
        counts[0] += len(gold)
        counts[1] += len(found)
        counts[2] += len(gold.keys() & found.keys())
        counts[3] += sum(any(start < to and begin < end for begin, to in found) for start, end in gold)
        counts[4] += sum(found.get(span) == value for span, value in gold.items())
        if missed:
            _print_missed(story, gold, found)
    return Score(*counts)


def marks(text: str, written: str | None) -> Iterator[tuple[tuple[int, int], str]]:
    """Where expressions are found and their TIMEX3 values.

    TimeML marks the two ends of a range and the length of a window each by itself ("from 1995 to 2000", "the three
    months ended March 31"), having no intervals; what is one expression here is two there.
    """
    for one in find(text, written=written):
        between = _BETWEEN.search(one.text) if "/" in (one.edtf or "") else None
        if between is None:
            yield (one.start, one.end), timex3(one)
            continue
        sides = one.text[: between.start()], one.text[between.end() :]
        for start, words, edtf in zip((0, between.end()), sides, (one.edtf or "").split("/"), strict=True):
            value: str | None = edtf.strip("?")
            if (period := _PERIOD.search(words)) is not None:
                # Of "the three-month period ended March 31" the length is marked, as before any other noun.
                start, words = start + period.start(1), period[1]
            if _LENGTH.search(sides[0]) or "~" in edtf:
                alone = next(iter(find(f"in {words}", written=written)), None)
                whole = start == 0 and alone is not None and alone.duration is None
                value = timex3(one) if whole else None if alone is None else timex3(alone)
            if value is not None:
                yield (one.start + start, one.start + start + len(words)), value


def timex3(one: TimeExpression) -> str:
    """The TIMEX3 value that says what an expression's EDTF says, as far as TIMEX3 can."""
    if one.kind == "vague":
        edtf = one.edtf or ""
        return "PAST_REF" if edtf.startswith("..") else "FUTURE_REF" if edtf.endswith("..") else "PRESENT_REF"
    if one.kind == "set":
        return _of_set(one)
    if one.duration is not None:
        return _of_length(one)
    value = (one.edtf or "").replace("?", "")
    if "T" in value:
        return re.sub(r"(T\d\d:\d\d):00(?:([+-]\d\d):00)?", r"\1\2", value)
    if "/" in value:
        value = _of_interval(value, one)
    if (week := _week_of(one)) is not None:
        return week
    part = next((code for word, code in _DAY_PARTS.items() if word in one.text.lower().split()), None)
    value = value.replace("~", "")
    if part is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return f"{value}T{part}"
    if (found := re.fullmatch(r"(\d{4})-(2[1-4])", value)) is not None:
        return f"{found[1]}-{_SEASONS[found[2]]}"
    return value.rstrip("X") if re.fullmatch(r"\d\d\d?X{1,2}", value) else value


def _week_of(one: TimeExpression) -> str | None:
    """The week of what is reckoned in weeks, or is a part of one; of seven days that in which most of them lie."""
    if one.begin is None or one.end_date is None or not re.search(r"\bweeks?\b", one.text.lower()):
        return None
    first, last = _week(one.begin), _week(one.end_date)
    if first == last:
        return first
    return _week(one.begin + timedelta(days=3)) if (one.end_date - one.begin).days == 6 else None


def _of_length(one: TimeExpression) -> str:
    """A length of time, or the unit before the present one, which "the past decade" is in TIMEX3.

    Halves are counted in the unit below (half an hour is PT30M) and quarters are a unit, PnQ.
    """
    length = one.duration or ""
    if _PAST_UNIT.fullmatch(one.text) and one.begin is not None:
        widths = {"P1W": _week(one.begin), "P1M": f"{one.begin:%Y-%m}", "P1Y": str(one.begin.year)}
        return widths.get(length, str(one.begin.year // 10) if length == "P10Y" else length)
    if "quarter" in one.text and (months := re.fullmatch(r"P(\d+)M", length)) is not None:
        return f"P{int(months[1]) // 3}Q"
    # How many decades, if not said, is how many years.
    return _HALVES.get(length, re.sub("X0+", "X", length))


def _of_set(one: TimeExpression) -> str:
    """A repetition: every Monday is XXXX-WXX-1, every June XXXX-06; of all others, how far apart they are."""
    words = re.findall(r"\w+", one.text.lower())
    weekday = next((WEEKDAYS[word.rstrip("s")] for word in words if word.rstrip("s") in WEEKDAYS), None)
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    if one.duration == "P1W" and weekday is not None:
        return f"XXXX-WXX-{weekday + 1}"
    return f"XXXX-{month:02d}" if one.duration == "P1Y" and month is not None else one.duration or ""


def _of_interval(value: str, one: TimeExpression) -> str:
    """TIMEX3 has no intervals: the week, weekend, quarter or half that one is, else the unit both ends are in."""
    begin, end = one.begin, one.end_date
    if begin is None or end is None:
        return value
    # "Later this year" is this year; TIMEX3 says the later of it apart from the value.
    rest = one.text.lower().startswith(("later ", "earlier "))
    if "~" not in value and not rest and (named := _unit(begin, end)) is not None:
        return named
    for width in (7, 4, 3, 2):
        if value.split("/")[0][:width] == value.split("/")[1][:width]:
            return value[:width]
    return value


def _week(day: date) -> str:
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


def _unit(begin: date, end: date) -> str | None:
    days = (end - begin).days + 1
    if begin.weekday() == 0 and days == 7:
        return _week(begin)
    if begin.weekday() == 5 and days == 2:
        return f"{_week(begin)}-WE"
    months = end.month - begin.month + 1
    if begin.year == end.year and begin.day == 1 and months == 3 and begin.month % 3 == 1:
        return f"{begin.year}-Q{(begin.month + 2) // 3}"
    if begin.year == end.year and begin.day == 1 and months == 6 and begin.month % 6 == 1:
        return f"{begin.year}-H{(begin.month + 5) // 6}"
    return None


def _print_missed(story: dict[str, Any], gold: dict[tuple[int, int], str], found: dict[tuple[int, int], str]) -> None:
    for span in sorted(gold.keys() | found.keys()):
        if gold.get(span) != found.get(span):
            start, end = span
            before, words = story["text"][max(0, start - 40) : start], story["text"][start:end]
            print(f"    {before!r} [{words}] marked {gold.get(span)} found {found.get(span)}  ({story['dct']})")


def speed(megabytes: float = 2.0) -> float:
    """Millions of code points a second of processor time, on the stories repeated."""
    text = "\n\n".join(one["text"] for one in stories(reported=False))
    text *= int(megabytes * 1e6 / len(text)) + 1
    begun = time.process_time()
    find(text, written="2009-01-01")
    return len(text) / 1e6 / (time.process_time() - begun)


def lines(missed: bool) -> Iterator[str]:
    """The report; what was missed is looked at without a look at the stories that are reported on."""
    developed = score(stories(reported=False), missed)
    yield f"developed on  {developed}"
    if not missed:
        reported = score(stories(reported=True))
        yield f"reported      {reported}"
        yield f"whole set     {developed + reported}"
    yield f"{speed():.2f} million code points a second"


def main() -> None:
    """Prints the report."""
    for line in lines("--missed" in sys.argv[1:]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
