"""The measures that limits are made of; each yields the faults it finds, mostly none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import Path

URL = 2048


def length(path: Path, value: Any, least: int, most: int) -> Iterator[Fault]:
    """The length of a string, in code points."""
    if not isinstance(value, str) or least <= len(value) <= most:
        return
    if value and not least:
        yield Fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    elif value:
        yield Fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    else:
        yield Fault(path, "BASE_TYPE_REQUIRED", "This field is required")


def count(path: Path, value: Any, least: int, most: int) -> Iterator[Fault]:
    """The number of items in a list."""
    if isinstance(value, list) and not least <= len(value) <= most:
        yield Fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def url(path: Path, value: Any, schemes: tuple[str, ...] = ("http", "https"), most: int = URL) -> Iterator[Fault]:
    if not isinstance(value, str):
        return
    yield from length(path, value, 0, most)
    parts = urlsplit(value)
    if parts.scheme not in schemes:
        known = ", ".join(f"'{scheme}'" for scheme in schemes)
        yield Fault(path, "URL_TYPE_INVALID_SCHEME", f'Scheme "{parts.scheme}" must be one of ({known}).')
    elif not (parts.netloc or parts.path) or any(character.isspace() for character in value):
        yield Fault(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def required(path: Path, value: Any) -> Iterator[Fault]:
    if value is None:
        yield Fault(path, "BASE_TYPE_REQUIRED", "This field is required")
