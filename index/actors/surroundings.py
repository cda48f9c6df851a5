"""What the words around a name say it names: a person, an organisation or a place."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.actors.mention import Kind
from index.actors.pieces import Piece
from index.actors.places import PLACES
from index.actors.vocabulary import BODIES_AS, BODY_MEMBERS, FUNCTION, MONTHS_AND_DAYS, PERSON_VERBS, PLACES_AS, ROLES
from index.actors.votes import CONVINCING, FAIR, STRONG, SURE, TITLED, WEAK, Votes, add
from index.actors.words import Word, joined

_CLOSED: Final = re.compile(r"(?:\)|/.*) ?[-–—]+ .*|/")
_APPOSITION: Final = 7
"""Words after a comma among which the noun of an apposition is looked for."""
_INSIDE: Final = frozenset("off in near into inside outside towards toward around throughout across".split())
_TOWARDS: Final = frozenset("from to".split())
_RELATED: Final = frozenset(
    "according loyal close linked belong belongs belonged belonging thanks due letter letters related married sold gave"
    " given wrote written spoke spoken talked money payment payments paid order orders message messages call owed owes"
    " listened answered reported said told introduced compared next apart different responded reply opposed".split()
)
"""What leads to or from a person or a body rather than a place: according to Trump, a letter from Abensur."""
_VISITS: Final = frozenset(
    "visit visits visited visiting reached reaching entered entering toured touring via bombed shelled besieged overran"
    " leaving".split()
)
_HOUSEHOLDS: Final = frozenset(
    "government cabinet regime administration family families clan brothers sisters doctrine dynasty".split()
)
"""What is called by somebody's name: the Maliki government."""
_DIRECTIONS: Final = frozenset(
    "northern southern eastern western central downtown nearby northeastern northwestern southeastern"
    " southwestern".split()
)
_SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest outskirts suburbs streets siege battle bank banks"
    " coast shores mayor governor inhabitants residents".split()
)
_ALONG: Final = frozenset("on along across beyond over up down".split())
_HELD: Final = frozenset("stronghold territory capital state country nation residence home".split())
"""What belongs to whom it is called by: a Gaddafi stronghold."""
_RELATIVES: Final = frozenset(
    "brother father mother wife son daughter sister uncle cousin nephew death birth career life lawyer"
    " widow husband family".split()
)


def around(piece: Piece, words: Sequence[Word]) -> Votes:
    """The votes of what stands around a name in its line."""
    votes: Votes = {}
    if piece.titled:
        add(votes, Kind.PERSON, TITLED)
    _before(votes, words, piece.first, piece.last)
    _after(votes, words, piece)
    if piece.first == 0 and _is_dateline(words, piece.last):
        add(votes, Kind.PLACE, SURE)
    if _files(words, piece):
        add(votes, Kind.ORGANISATION, CONVINCING)
    return votes


def _is_dateline(words: Sequence[Word], at: int) -> bool:
    """Whether a date follows the name that opens a line: LISBON, 28 June 2019; Graz, 3. März."""
    dated = [word.text in MONTHS_AND_DAYS or word.text.rstrip(".").isdigit() for word in words[at : at + 2]]
    return len(dated) == 2 and all(dated) and words[at].gap == ", "


def _files(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a name stands in brackets before the dash that ends a dateline: (Reuters) - ."""
    closed = piece.last < len(words) and _CLOSED.fullmatch(words[piece.last].gap)
    return bool(closed) and words[piece.first].gap.endswith(("(", "/"))


def _before(votes: Votes, words: Sequence[Word], at: int, last: int) -> None:
    if at == 0:
        return
    if words[at].gap == ", ":
        _introduced(votes, words[at - 1].text.casefold())
    if not joined(words[at]):
        return
    before = words[at - 1].text.casefold()
    earlier = words[at - 2].text.casefold() if at > 1 and joined(words[at - 1]) else ""
    owning = last < len(words) and words[last].gap[:2] in {"'s", "’s"}
    for kind, vote in _follows_of(earlier) if before == "of" else _follows(before, earlier, owning=owning):
        add(votes, kind, vote)


def _follows(before: str, earlier: str, *, owning: bool) -> Iterator[tuple[Kind, float]]:
    """What the word before a name says of it, and the one before that; at Sotheby's is at no place of that name."""
    if before in ROLES:
        yield Kind.PERSON, FAIR
    if before in BODIES_AS:
        yield Kind.ORGANISATION, FAIR
    if before in PLACES_AS or before in _DIRECTIONS:
        yield Kind.PLACE, STRONG
    if before in _INSIDE:
        yield Kind.PLACE, FAIR + (before == "in") * 0.5
    if before in {"at", "à"} and not owning:
        yield Kind.PLACE, 1.0
    if before in _TOWARDS and earlier not in _RELATED:
        yield Kind.PLACE, 0.5
    if before in _VISITS:
        yield Kind.PLACE, FAIR
    if before == "the":
        yield (Kind.PLACE, FAIR) if earlier in _ALONG else (Kind.ORGANISATION, 1.0)


def _follows_of(noun: str) -> Iterator[tuple[Kind, float]]:
    if noun in PLACES_AS:
        yield Kind.PLACE, STRONG
    elif noun in _SIDES:
        yield Kind.PLACE, FAIR
    elif noun in BODY_MEMBERS:
        yield Kind.ORGANISATION, FAIR


def _introduced(votes: Votes, noun: str) -> None:
    """What a name is said to be just before a comma: a haulage firm, Sahel Logistics."""
    found = next((kind for nouns, kind in _NOUNS if noun in nouns), None)
    if found is not None:
        add(votes, found, FAIR)


def _after(votes: Votes, words: Sequence[Word], piece: Piece) -> None:
    if piece.last >= len(words):
        return
    word = words[piece.last]
    after = word.text.casefold()
    if word.gap[:2] in {"'s", "’s"}:
        if after in _RELATIVES:
            add(votes, Kind.PERSON, FAIR)
    elif joined(word):
        before = words[piece.first - 1].text.casefold() if piece.first else ""
        for kind, vote in _precedes(after, alone=before == "the" and piece.last - piece.first == 1):
            add(votes, kind, vote)
    elif word.gap.strip('”’" ') == ",":
        _appositive(votes, words, piece.last)


def _precedes(after: str, *, alone: bool) -> Iterator[tuple[Kind, float]]:
    """What the word after a name says of it; alone is a name of one word after "the"."""
    if alone and after in _HOUSEHOLDS:
        yield Kind.PERSON, STRONG
    elif after in BODIES_AS:
        yield Kind.ORGANISATION, STRONG
    elif after in BODY_MEMBERS:
        yield Kind.ORGANISATION, FAIR
    elif after in PLACES_AS and after not in _HELD:
        yield Kind.PLACE, STRONG
    elif after in PERSON_VERBS:
        yield Kind.PERSON, WEAK


def _appositive(votes: Votes, words: Sequence[Word], at: int) -> None:
    """What follows a comma: an age, a place that contains it, "who", or "a cleric"."""
    first = words[at]
    text = first.text.casefold()
    if text.isdigit() and len(text) == 2 and not _is_dateline(words, at):
        add(votes, Kind.PERSON, STRONG)
    elif text in {"who", "whose"}:
        add(votes, Kind.PERSON, FAIR)
    elif first.text in PLACES:
        add(votes, Kind.PLACE, FAIR)
    elif text in {"a", "an", "the", "another", "one", "former", "then"}:
        found = None
        for word in words[at + 1 : at + _APPOSITION]:
            noun = word.text.casefold()
            if not joined(word) or noun in FUNCTION:
                break
            found = next((kind for nouns, kind in _NOUNS if noun in nouns), found)
        if found is not None:
            add(votes, found, STRONG)


_NOUNS: Final = ((ROLES, Kind.PERSON), (BODIES_AS, Kind.ORGANISATION), (PLACES_AS, Kind.PLACE))
