"""A firm that a text calls by the surname of its owner: Halvorsen & Sons AS (“Halvorsen”), beside Mr Halvorsen."""

from collections.abc import Iterable, Mapping

from index.actors.kinds import of_words
from index.actors.mention import Kind
from index.actors.votes import SURE


def called_by_surname(short: Iterable[str], names: Iterable[str]) -> Mapping[str, str | None]:
    """The short names that a text defines of firms, and of whom each is the surname, where it is of one.

    Args:
        short: What the text puts in brackets and quotation marks.
        names: All its names.
    """
    longer = [name for name in dict.fromkeys(names) if " " in name]
    found: dict[str, str | None] = {}
    for one in dict.fromkeys(short):
        if any(name.startswith(f"{one} ") and _is_body(name) for name in longer):
            bearers = [name for name in longer if name.endswith(f" {one}") and not _is_body(name)]
            found[one] = bearers[0] if len(bearers) == 1 else None
    return found


def _is_body(name: str) -> bool:
    return of_words(tuple(name.split())).get(Kind.ORGANISATION, 0.0) >= SURE
