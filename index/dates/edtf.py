"""The notation: EDTF, the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/).

Level 1 throughout (seasons 21 to 24, ``~`` and ``?``, ``X`` for unspecified digits, open intervals), with one loan from
level 2: a month or day whose year is unknown, ``XXXX-06``; a season of an unknown year is its months,
``XXXX-06/XXXX-08``, since a season needs a year.
"""

OPEN = ".."


def year(number: int) -> str:
    """A year; the year before year 1 is ``0000``, as in ISO 8601."""
    return f"{number:04d}" if number >= 0 else f"-{-number:04d}"


def month(year_number: int | None, number: int | None) -> str:
    """A month, or a season numbered 21 to 24; None is unspecified."""
    return f"{_year(year_number)}-{_two(number)}"


def day(year_number: int | None, month_number: int | None, number: int | None) -> str:
    """A day; None is unspecified."""
    return f"{_year(year_number)}-{_two(month_number)}-{_two(number)}"


def interval(first: str, last: str) -> str:
    """From the begin of ``first`` to the end of ``last``; a single date where they are the same."""
    return first if first == last else f"{first}/{last}"


def about(*ends: str) -> str:
    """A date, or the two ends of an interval, marked approximate."""
    return "/".join(f"{end}~" for end in ends)


def either(first: str, last: str) -> str:
    """One of two dates, uncertain which: level 1 has no choice, so the interval between, its ends uncertain."""
    return interval(f"{first}?", f"{last}?")


def _year(number: int | None) -> str:
    return "XXXX" if number is None else year(number)


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"
