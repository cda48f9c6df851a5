"""The fields of a record, and what each may hold."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Final
from urllib.parse import urlsplit

from index.readers.encoding import line
from index.record import Record

FIELDS: Final = frozenset(field.name for field in fields(Record))
"""Their names."""
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_RELIABILITY = re.compile(r"[A-F][1-6]")
_SHOWN = 40


class UnreadableError(ValueError):
    """Front matter that its own syntax does not allow; the message is what is wrong with it."""


def checked(name: str, text: str) -> str:
    """A field's value as a record holds it.

    Raises:
        UnreadableError: It is not what the field may hold.
    """
    return _CHECKS[name](text)


def single(value: object) -> str:
    """A value as text.

    Raises:
        UnreadableError: It is several.
    """
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return line(str(value))
    raise UnreadableError("is not a single value")


def _any(text: str) -> str:
    return text


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    year, month, day = found.groups() if found else ("0", None, None)
    try:
        whole = datetime.date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        raise UnreadableError(f"'{short(text)}' is not a date like 2019, 2019-05 or 2019-05-07") from None
    return whole if day else whole[:7] if month else whole[:4]


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        good = False
    if not good:
        raise UnreadableError(f"'{short(text)}' is not an http or https address")
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise UnreadableError(f"'{short(text)}' is not a language tag like en or pt-BR")
    return text.replace("_", "-")


def _reliability(text: str) -> str:
    if not _RELIABILITY.fullmatch(text.upper()):
        raise UnreadableError(f"'{short(text)}' is not a grade from A1 to F6")
    return text.upper()


def short(text: str) -> str:
    """As much of a text as a sentence about it may quote."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    **dict.fromkeys(FIELDS, _any),
    "date": _date,
    "url": _address,
    "archive_url": _address,
    "language": _language,
    "reliability": _reliability,
}
