"""Lines that say on which day what stands below them was written: the entries of a diary, the heads of letters."""

import itertools
import re

from index.furniture.day import own_date

_BEFORE = re.compile(r"[>\s*#=•–—-]*(?:(?:date|sent|written|posted)\s*:\s*)?", re.IGNORECASE)
_TIME = r"(?:(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}|[+-]\d{4})?)?"
_AFTER = re.compile(rf"[\s.,:;*#=–—-]*{_TIME}\s*", re.IGNORECASE)
_LONGEST = 80
"""Code points; a longer line tells something."""
_PLACED = re.compile(
    r"(?m)^(?:[^\W\d_][\w.'’-]*[ \t]+){0,5}[^\W\d_][\w.'’-]*,[ \t]+(?=(?:\w+[ \t]+){0,2}\d)[^\n]{6,24}$"
)
"""A place of some words and a day; a title may look the same, so that one alone is none: Camp Lisac, 9 May 1994."""


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a day, where it stands in a text, is all that its line says, but for a label, a place or a time."""
    begin = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    close = len(text) if close < 0 else close
    if close - begin > _LONGEST:
        return False
    if _PLACED.match(text, begin, close) is not None and text.count("\n", begin, end) == 0 and end == close:
        return sum(1 for _ in itertools.islice(_PLACED.finditer(text), 2)) == 2
    alone = _BEFORE.fullmatch(text, begin, start) is not None and _AFTER.fullmatch(text, end, close) is not None
    return alone or len(own_date(text[begin:close]) or "") == len("2007-01-20")
