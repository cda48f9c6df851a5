"""Which language a page's own words are in."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.languages import ENGLISH, Language

_WEIGHT: Final = r";\s*[Qq]\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*"
_RANGE: Final = re.compile(rf"\s*([A-Za-z]{{1,8}})(?:-[A-Za-z0-9-]*)?\s*(?:{_WEIGHT})?", re.ASCII)
"""A language range and its weight, as RFC 9110 has them in ``Accept-Language``."""


def spoken(accepted: str, chosen: str | None, languages: Mapping[str, Language]) -> Language:
    """The language that a browser likes best of those that there are.

    English there says little, since browsers begin with it: whoever comes from a server with a language gets that one.

    Args:
        accepted: The browser's ``Accept-Language``.
        chosen: The code of the language that the server has chosen; None where it is none, or not to be told.
        languages: Those that there are, by their codes.
    """
    ranked = sorted(_ranges(accepted), key=lambda one: -one[1])
    liked = next((code for code, weight in ranked if weight > 0 and code in languages), ENGLISH.code)
    return languages.get(chosen or liked, ENGLISH) if liked == ENGLISH.code else languages[liked]


def _ranges(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.split(","):
        found = _RANGE.fullmatch(part)
        if found is not None:
            yield found[1].lower(), float(found[2] or 1)
