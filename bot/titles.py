"""Finding documents by what is being typed of their titles."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from index.document import Document
from index.words import fold

_ALIKE = 75.0
"""Least likeness, of 100, of a slip to some part of a title: one wrong letter of four, two of eight."""
_SHORTEST = 4
"""Letters; with fewer, a slip is like a part of most titles."""


def titled(documents: Sequence[Document], typed: str, k: int) -> list[Document]:
    """The k documents whose title or id is nearest to what is typed; the first k where nothing is.

    Those with a word that begins so come first, then those that have it anywhere, then those that are like it; accents,
    case and apostrophes do not matter.
    """
    wanted = _plain(typed)
    if not wanted:
        return list(documents[:k])
    names = [f" {_plain(document.title)} {_plain(document.id)}" for document in documents]
    begun = [at for at, name in enumerate(names) if f" {wanted}" in name]
    had = [at for at, name in enumerate(names) if wanted in name]
    like: list[int] = []
    if len(begun) + len(had) < k and len(wanted) >= _SHORTEST:
        like = [
            at for *_, at in process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=k)
        ]
    return [documents[at] for at in list(dict.fromkeys([*begun, *had, *like]))[:k]]


def _plain(text: str) -> str:
    return " ".join(fold(word) for word in text.replace("-", " ").split())
