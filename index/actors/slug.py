"""Ids of actors: their names in plain letters."""

import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii

MOST = 48
"""Characters: a Discord component's id has 100, and carries an action besides."""
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def slugs(names: Iterable[str]) -> Iterator[str]:
    """An id for each name, no two the same; of two equal names the first keeps the plain one."""
    taken: set[str] = set()
    for name in names:
        plain = (
            _NO_LETTER.sub("-", anyascii(name.replace("’", "").replace("'", "")).lower()).strip("-")[:MOST] or "actor"
        )
        slug, number = plain, 1
        while slug in taken:
            number += 1
            slug = f"{plain[: MOST - len(str(number)) - 1]}-{number}"
        taken.add(slug)
        yield slug
