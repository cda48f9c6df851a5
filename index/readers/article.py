"""A page's article: all that the page says between the first and the last piece that an extractor takes for content.

Extractors drop lists, tables and headings, and on other pages others of them. What they keep shows well enough where
an article begins and ends, though, and what stands between is a part of it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from index.readers.piece import Piece

TELLING = 25
"""Characters but for spaces from which a piece is found on its page by its text: menu words are shorter."""

MIN_ASIDE_WORDS = 5
"""Words of a sentence in an aside between two paragraphs from which it is kept: appeals to subscribe are shorter."""

MIN_FOUND = 0.5
"""Share of what an extractor kept, in characters, that has to be found for its extent to be believed."""

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")


def article(pieces: Sequence[Piece], kept: Sequence[str]) -> list[Piece]:
    """The article's pieces, in the order of the page; all of the page's where none of those kept is found on it.

    Args:
        pieces: The page's.
        kept: The texts that an extractor took for content, in its order.
    """
    keys = [_key(piece.text) for piece in pieces]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, (piece, key) in enumerate(zip(pieces, keys, strict=True)):
        if not piece.navigates and not piece.beside:
            places[key].append(place)
    wanted = [_key(text) for text in kept]
    extent = _extent(keys, places, wanted)
    first, last = _extended(pieces, *extent) if extent else (0, -1)
    # Where little of what was kept is found, it was put together otherwise than the page is.
    if sum(map(len, keys[first : last + 1])) < MIN_FOUND * sum(map(len, wanted)) or extent is None:
        return [piece for piece in pieces if not piece.navigates and not piece.beside] or list(pieces)
    chosen = set(wanted)
    return [
        piece
        for piece, key in zip(pieces[first : last + 1], keys[first : last + 1], strict=True)
        if key in chosen or not (piece.navigates or (piece.beside and not _is_sentence(piece)))
    ]


def _extent(keys: Sequence[str], places: defaultdict[str, list[int]], wanted: Sequence[str]) -> tuple[int, int] | None:
    """The places of the first and the last piece that was kept, else None."""
    for least, most in ((TELLING, 1), (TELLING, len(keys)), (1, len(keys))):
        anchors = [
            (number, place)
            for number, key in enumerate(wanted)
            if len(key) >= least and 0 < len(found := places.get(key, ())) <= most
            for place in found
        ]
        if anchors:
            break
    else:
        return None
    first_number, first = min(anchors, key=lambda anchor: anchor[1])
    last_number, last = max(anchors, key=lambda anchor: anchor[1])
    # What stands elsewhere too, such as a word that is in the menu as well, is taken where it is nearest.
    for key in reversed(wanted[:first_number]):
        found = places.get(key, ())
        if before := bisect_left(found, first):
            first = found[before - 1]
    for key in wanted[last_number + 1 :]:
        found = places.get(key, ())
        if (after := bisect_right(found, last)) < len(found):
            last = found[after]
    # Some paragraphs are kept in one with others.
    whole = "\n".join(wanted)
    first = next((place for place in range(first) if _is_within(keys[place], places, whole)), first)
    last = next((place for place in range(len(keys) - 1, last, -1) if _is_within(keys[place], places, whole)), last)
    return first, last


def _is_within(key: str, places: defaultdict[str, list[int]], whole: str) -> bool:
    return len(key) >= TELLING and len(places.get(key, ())) == 1 and key in whole


def _extended(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int]:
    """The extent with what stands beside it in the same box: a list at an article's end, a line above its opening."""
    top, bottom = first, last
    for place in range(first - 1, -1, -1):
        if not _continues(pieces[place], pieces[first]):
            break
        top = place
    for place in range(last + 1, len(pieces)):
        if not _continues(pieces[place], pieces[last]):
            break
        bottom = place
    return top, bottom


def _continues(piece: Piece, edge: Piece) -> bool:
    return piece.box == edge.box and not (piece.linked or piece.navigates or piece.beside)


def _is_sentence(piece: Piece) -> bool:
    return not piece.linked and len(piece.text.split()) >= MIN_ASIDE_WORDS and bool(_SENTENCE_END.search(piece.text))


def _key(text: str) -> str:
    return _SPACE.sub("", text)
