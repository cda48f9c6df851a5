"""Dates as lines of a page write them, and which of them are the day the page was written."""

import datetime
import re
from functools import cache

_MONTHS = {
    name.replace("_", " "): number
    for number, names in enumerate(
        (
            "january jan enero janvier januar gennaio janeiro января يناير كانون_الثاني",
            "february feb febrero février februar febbraio fevereiro февраля فبراير شباط",
            "march mar marzo mars märz março марта مارس آذار",
            "april apr abril avril aprile апреля أبريل نيسان",
            "may mayo mai maggio maio мая مايو أيار",
            "june jun junio juin juni giugno junho июня يونيو حزيران",
            "july jul julio juillet juli luglio julho июля يوليو تموز",
            "august aug agosto août августа أغسطس آب",
            "september sep sept septiembre septembre settembre setembro сентября سبتمبر أيلول",
            "october oct octubre octobre oktober ottobre outubro октября أكتوبر تشرين_الأول",
            "november nov noviembre novembre novembro ноября نوفمبر تشرين_الثاني",
            "december dec diciembre décembre dezember dicembre dezembro декабря ديسمبر كانون_الأول",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º|er)?"
_ZONE = r"(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2})"
_TIME = rf"(?:[\s,|T·–-]*(?:at\s+)?\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?)?"


@cache
def _date_forms() -> tuple[re.Pattern[str], ...]:
    """How dates are written; compiled when the first is looked for, since that takes longer than opening an index."""
    return tuple(
        re.compile(rf"(?:[^\W\d_]+,?\s+)?{form}{_TIME}", re.IGNORECASE)
        for form in (
            r"(?P<year>\d{4})-(?P<number>\d{2})(?:-(?P<day>\d{2}))?",
            rf"{_DAY}(?:\s+de|\s+of)?\s+{_MONTH},?(?:\s+de|\s+del)?\s+(?P<year>\d{{4}})",
            rf"{_MONTH}\s+{_DAY}\s?,?\s+(?P<year>\d{{4}})",
            rf"{_MONTH}\s+(?P<year>\d{{4}})",
            r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        )
    )


DATE_LABEL = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|filed|issued|released)(?:\s+on)?|(?:last\s+)?updated|dated?|fecha"
    r"|publicado(?:\s+el)?|datum|stand|publié\s+le|data|дата|التاريخ|تاريخ|نشر\s+في)\s*[:：|]?\s*(.+)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:[^\W\d_][\w'’.-]*\s+){0,4}(?:digest|edition|issue|bulletin|newsletter|briefing|report|minutes|statement"
    r"|release|gazette|dispatch|memo|memorandum|letter|communiqué|transcript|journal|diary|news|daily|weekly),\s+",
    re.IGNORECASE,
)
"""A paper that appears with its day: Morning digest, 30 November 2023."""
_PLACE = re.compile(
    r"(?:(?:New|San|Los|Las|Saint|St\.?|El|La|Le|Port|Cape|Abu|Tel|Den|The|Buenos|Rio|Hong|Kuala|Addis)\s+)?"
    r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*,\s+"
)
"""A place before the day, as letters and agencies have it. One word, or two that begin as places do: "Karbala Raid,
20 January 2007" is a title."""
_AGENCY = re.compile(r"\s\([^()\d]{2,40}\)$")
_LONGEST = 100
_RUNNING = re.compile(r"(?P<head>.{8,100}?)\s*(?:[–—]|\s--?\s)")
"""The head of a report that goes on in the same line: BERGEN, 3 May 2012 (Agency) - The ..."""


def own_date(line: str) -> str | None:
    """The day, ISO 8601, that a line at the head of a text says the text was written or published; else None.

    It stands alone or after a place, where the report may go on in the same line, or as ``labelled_date`` has it.
    """
    line = line.strip()
    if (place := _PLACE.match(line)) is None:
        return labelled_date(line)
    running = _RUNNING.match(line)
    return labelled_date(line[place.end() : len(line) if running is None else running.end("head")])


def labelled_date(line: str) -> str | None:
    """The date that a line consists of, with no more than a label or a paper's name before and an agency after it."""
    line = line.strip()
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    if (agency := _AGENCY.search(line)) is not None:
        line = line[: agency.start()]
    if (label := DATE_LABEL.fullmatch(line)) is not None:
        line = label[1]
    elif (paper := _PAPER.match(line)) is not None:
        line = line[paper.end() :]
    return written_date(line)


def written_date(text: str) -> str | None:
    """The date that a line consists of, ISO 8601, else None. Dates like 03/04/2019 may mean two days, and mean none."""
    if len(text) > 60 or not any(map(str.isdigit, text)):
        return None
    for form in _date_forms():
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[(parts.get("month") or "").casefold()]
        try:
            day = datetime.date(int(parts["year"]), month, int(parts.get("day") or 1)).isoformat()
        except ValueError:
            return None
        return day if parts.get("day") else day[:7]
    return None
