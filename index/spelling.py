"""Near spellings of a name, out of the corpus's own vocabulary."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index.words import fold, term

NEAREST = 0.65
"""Least normalised Damerau-Levenshtein similarity: one slip in three to five letters, two in six to eight."""

MOST = 3


def near_spellings(word: str, surfaces: Mapping[str, str]) -> list[str]:
    """Names of the corpus that ``word`` may have been meant as, nearest first, at most MOST.

    Only words that the corpus mostly capitalises are offered: beside a common word there is nearly always another
    ("paid", "raid"), and offering it helps nobody.

    Args:
        word: As typed.
        surfaces: Each word of the corpus, folded, to its commonest spelling.
    """
    folded = fold(word)
    if len(folded) < 4 or folded.isdigit():
        return []
    found = process.extract(
        folded,
        surfaces.keys(),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=NEAREST,
        limit=MOST * 8,
    )
    # Inflections of one word are one suggestion.
    by_term: dict[str | None, str] = {}
    for near in (near for near, _, _ in found if surfaces[near][:1].isupper()):
        by_term.setdefault(term(near), surfaces[near])
    return list(by_term.values())[:MOST]
