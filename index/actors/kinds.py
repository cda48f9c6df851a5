"""What a name names: a person, an organisation or a place, by the words in it and around it.

Each sign is a vote. The weights are set by hand, by how seldom a sign misleads; what the gazetteer knows outweighs what
a few sentences suggest, and a title before the name outweighs both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.mention import Kind
from index.actors.pieces import Piece
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.runs import HEADS
from index.actors.vocabulary import (
    BODIES_AS,
    BODY_MEMBERS,
    FAMILY_PARTICLES,
    FUNCTION,
    HONORIFICS,
    LEGAL,
    MONTHS_AND_DAYS,
    NUMBERED,
    ORGANISATION_HEADS,
    ORGANISATION_PREFIXES,
    PERSON_VERBS,
    PLACE_HEADS,
    PLACE_PREFIXES,
    PLACES_AS,
    ROLES,
    SURNAMES_TOO,
)
from index.actors.words import Word, joined

Votes = dict[Kind, float]

_KNOWN: Final = 8.0
TITLED: Final = 10.0
CONVINCING: Final = 3.0
"""Votes of a single neighbour from which on an everyday word is a name: the port of Bar, President Rice."""
_SURE: Final = 4.0
_STRONG: Final = CONVINCING
_FAIR: Final = 1.5
_WEAK: Final = 0.7
_CLOSED: Final = re.compile(r"(?:\)|/.*) ?[-–—]+ .*|/")
_APPOSITION: Final = 7
"""Words after a comma among which the noun of an apposition is looked for."""
_ACRONYM: Final = 6
"""Letters that an acronym has at most."""
_INITIALS: Final = re.compile(r"[^\W\d_]\.[^\W\d_]\.")
"""A person's: S.O. What is known by two letters with full stops, U.S., is in the gazetteer."""
_WHERE: Final = PLACES | DEMONYMS
_INSIDE: Final = frozenset("off in near into inside outside towards toward around throughout across".split())
_DIRECTIONS: Final = frozenset(
    "northern southern eastern western central downtown nearby northeastern northwestern southeastern"
    " southwestern".split()
)
_SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest outskirts suburbs streets siege battle bank banks"
    " coast shores mayor governor inhabitants residents".split()
)
_EITHER: Final = frozenset("house hall building station base theatre theater hotel school camp".split())
"""Heads of places that are bodies as often."""
_ALONG: Final = frozenset("on along across beyond over up down".split())
_RELATIVES: Final = frozenset(
    "brother father mother wife son daughter sister uncle cousin nephew death birth career life lawyer"
    " widow husband family".split()
)


@lru_cache(maxsize=1 << 14)
def of_words(words: tuple[str, ...]) -> Mapping[Kind, float]:
    """The votes of a name's own words."""
    phrase = " ".join(words)
    if phrase in BODIES:
        return {Kind.ORGANISATION: _KNOWN}
    if phrase in PLACES:
        return {Kind.PLACE: _KNOWN}
    folded = [word.casefold() for word in words]
    of = next((at for at, word in enumerate(folded) if word in {"of", "for"} and at), len(words))
    head = folded[-1] if folded[-1] in ORGANISATION_HEADS else folded[of - 1]
    headed = head in HEADS and not (len(words) == 2 and head in SURNAMES_TOO)
    personal = 0.0 if headed else _of_person(words, folded)
    votes: Votes = {
        Kind.PERSON: personal,
        Kind.ORGANISATION: _of_body(words, folded, head, personal),
        Kind.PLACE: _of_place(folded, head) if not personal else 0.0,
    }
    return votes if any(votes.values()) else _guess(words)


def _of_person(words: Sequence[str], folded: Sequence[str]) -> float:
    several = len(words) > 1
    if not several and _INITIALS.fullmatch(words[0]):
        return _FAIR
    vote = (_STRONG if several else _FAIR) if is_given(words[0]) else 0.0
    if several and folded[0] in HONORIFICS:
        vote += _STRONG
    if any((len(word) == 2 and word[1] == ".") or (several and word[0] in '“"‘') for word in words):
        vote += _STRONG
    if folded[0] not in ORGANISATION_PREFIXES and any(word in FAMILY_PARTICLES or "-" in word for word in folded[1:]):
        vote += _WEAK
    return vote


def _of_body(words: Sequence[str], folded: Sequence[str], head: str, personal: float) -> float:
    several = len(words) > 1
    vote = 0.0
    if several and head in ORGANISATION_HEADS:
        vote += _FAIR if personal else _SURE
    if (
        (several and folded[0] in ORGANISATION_PREFIXES)
        or (several and folded[-1].replace(".", "") in LEGAL)
        or "&" in words
    ):
        vote += _SURE
    if several and words[0] in _WHERE and not is_given(words[0]):
        vote += _FAIR
    if words[-1].isdigit() or (several and words[0][0].isdigit()):
        vote += _STRONG if NUMBERED & set(folded) else _WEAK
    if (
        not several
        and words[0].isupper()
        and not _INITIALS.fullmatch(words[0])
        and 2 <= len(words[0].replace(".", "")) <= _ACRONYM
    ):
        vote += _STRONG
    return vote


def _of_place(folded: Sequence[str], head: str) -> float:
    if len(folded) == 1 or not (head in PLACE_HEADS or folded[0] in PLACE_PREFIXES):
        return 0.0
    return _FAIR if head in _EITHER else _STRONG


def _guess(words: Sequence[str]) -> Votes:
    last = words[-1].casefold()
    if len(words) > 1 and is_common(last) and last not in SURNAMES_TOO:
        return {Kind.ORGANISATION: _WEAK}
    return {Kind.PERSON: _WEAK if len(words) in {2, 3} else 0.1}


def around(piece: Piece, words: Sequence[Word]) -> Votes:
    """The votes of what stands around a name in its line."""
    votes: Votes = {}
    if piece.titled:
        _add(votes, Kind.PERSON, TITLED)
    _before(votes, words, piece.first)
    _after(votes, words, piece.last)
    if piece.first == 0 and _is_dateline(words, piece.last):
        _add(votes, Kind.PLACE, CONVINCING)
    if _files(words, piece):
        _add(votes, Kind.ORGANISATION, CONVINCING)
    return votes


def _is_dateline(words: Sequence[Word], at: int) -> bool:
    """Whether a date follows the name that opens a line: LISBON, 28 June 2019; Graz, 3. März."""
    dated = [word.text in MONTHS_AND_DAYS or word.text.rstrip(".").isdigit() for word in words[at : at + 2]]
    return len(dated) == 2 and all(dated) and words[at].gap == ", "


def _files(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a name stands in brackets before the dash that ends a dateline: (Reuters) - ."""
    closed = piece.last < len(words) and _CLOSED.fullmatch(words[piece.last].gap)
    return bool(closed) and words[piece.first].gap.endswith(("(", "/"))


def beside(name: str) -> Votes:
    """The vote of a neighbour in a list, if its own words tell what it is: Dublin, Cork and Youghal."""
    votes = of_words(tuple(name.split()))
    kind = max(votes, key=lambda one: votes[one])
    return {kind: _WEAK} if votes[kind] >= _STRONG else {}


def _before(votes: Votes, words: Sequence[Word], at: int) -> None:
    if at == 0:
        return
    if words[at].gap == ", ":
        _introduced(votes, words[at - 1].text.casefold())
    if not joined(words[at]):
        return
    before = words[at - 1].text.casefold()
    earlier = words[at - 2].text.casefold() if at > 1 and joined(words[at - 1]) else ""
    for kind, vote in _follows_of(earlier) if before == "of" else _follows(before, earlier):
        _add(votes, kind, vote)


def _follows(before: str, earlier: str) -> Iterator[tuple[Kind, float]]:
    """What the word before a name says of it, and the one before that."""
    if before in ROLES:
        yield Kind.PERSON, _FAIR
    if before in BODIES_AS:
        yield Kind.ORGANISATION, _FAIR
    if before in PLACES_AS or before in _DIRECTIONS:
        yield Kind.PLACE, _STRONG
    if before in _INSIDE:
        yield Kind.PLACE, _FAIR
    if before in {"at", "from", "to"}:
        yield Kind.PLACE, 0.5
    if before == "the":
        yield (Kind.PLACE, _FAIR) if earlier in _ALONG else (Kind.ORGANISATION, 1.0)


def _follows_of(noun: str) -> Iterator[tuple[Kind, float]]:
    if noun in PLACES_AS:
        yield Kind.PLACE, _STRONG
    elif noun in _SIDES:
        yield Kind.PLACE, _FAIR
    elif noun in BODY_MEMBERS:
        yield Kind.ORGANISATION, _FAIR


def _introduced(votes: Votes, noun: str) -> None:
    """What a name is said to be just before a comma: a haulage firm, Sahel Logistics."""
    found = next((kind for nouns, kind in _NOUNS if noun in nouns), None)
    if found is not None:
        _add(votes, found, _FAIR)


def _after(votes: Votes, words: Sequence[Word], at: int) -> None:
    if at >= len(words):
        return
    word = words[at]
    after = word.text.casefold()
    possessive = word.gap[:2] in {"'s", "’s"}
    if possessive:
        if after in _RELATIVES:
            _add(votes, Kind.PERSON, _FAIR)
        return
    if joined(word):
        if after in BODIES_AS:
            _add(votes, Kind.ORGANISATION, _STRONG)
        elif after in BODY_MEMBERS:
            _add(votes, Kind.ORGANISATION, _FAIR)
        elif after in PLACES_AS:
            _add(votes, Kind.PLACE, _STRONG)
        elif after in PERSON_VERBS:
            _add(votes, Kind.PERSON, _WEAK)
    elif word.gap.strip('”’" ') == ",":
        _appositive(votes, words, at)


def _appositive(votes: Votes, words: Sequence[Word], at: int) -> None:
    """What follows a comma: an age, a place that contains it, "who", or "a cleric"."""
    first = words[at]
    text = first.text.casefold()
    if text.isdigit() and len(text) == 2 and not _is_dateline(words, at):
        _add(votes, Kind.PERSON, _STRONG)
    elif text in {"who", "whose"}:
        _add(votes, Kind.PERSON, _FAIR)
    elif first.text in PLACES:
        _add(votes, Kind.PLACE, _FAIR)
    elif text in {"a", "an", "the", "another", "one", "former", "then"}:
        found = None
        for word in words[at + 1 : at + _APPOSITION]:
            noun = word.text.casefold()
            if not joined(word) or noun in FUNCTION:
                break
            found = next((kind for nouns, kind in _NOUNS if noun in nouns), found)
        if found is not None:
            _add(votes, found, _STRONG)


_NOUNS: Final = ((ROLES, Kind.PERSON), (BODIES_AS, Kind.ORGANISATION), (PLACES_AS, Kind.PLACE))


def decided(own: Mapping[Kind, float], contexts: Sequence[Votes]) -> Kind:
    """The kind with most votes.

    Args:
        own: Of the words of the name.
        contexts: Of each place where it stands; the more there are, the less each counts.
    """
    total = dict(own)
    for votes in contexts:
        for kind, vote in votes.items():
            total[kind] = total.get(kind, 0.0) + vote / sqrt(len(contexts))
    return max(Kind, key=lambda kind: total.get(kind, 0.0))


def together(some: Sequence[Mapping[Kind, float]]) -> Votes:
    """Votes added up."""
    total: Votes = {}
    for votes in some:
        for kind, vote in votes.items():
            _add(total, kind, vote)
    return total


def _add(votes: Votes, kind: Kind, vote: float) -> None:
    votes[kind] = votes.get(kind, 0.0) + vote
