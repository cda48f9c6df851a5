"""Dates as lines of a page write them."""

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
            rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
            rf"{_MONTH}\s+(?P<year>\d{{4}})",
            r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        )
    )


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
