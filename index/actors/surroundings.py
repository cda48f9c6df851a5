"""What the words around a name say it names: a person, an organisation or a place."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.actors.mention import Kind
from index.actors.pieces import Piece
from index.actors.places import PLACES
from index.actors.predicates import (
    BODIES_AS,
    BODY_HAS,
    BODY_MEMBERS,
    BODY_VERBS,
    EMPLOYED,
    FOUNDED,
    MADE_BY,
    MADE_BY_ONE,
    MOVED,
    PERSON_VERBS,
    PLACE_HAS,
    PLACES_AS,
    RELATIVES,
    ROLES,
    RULERS,
    SETTLED,
    SIDES,
)
from index.actors.vocabulary import FUNCTION, MONTHS_AND_DAYS
from index.actors.votes import CONVINCING, FAIR, STRONG, SURE, TITLED, WEAK, Votes, add
from index.actors.words import Word, joined

_CLOSED: Final = re.compile(r"(?:\)|/.*) ?[-–—]+ .*|/")
_NOUN: Final = 7
"""Words among which the noun of an apposition is looked for, or that of what is called so."""
_INSIDE: Final = frozenset("off in near into inside outside towards toward around throughout across within".split())
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
    " southwestern upper lower present-day".split()
)
_ALONG: Final = frozenset("on along across beyond over up down".split())
_HELD: Final = frozenset("stronghold territory capital state states country nation residence home estate farm".split())
"""What belongs to whom it is called by: a Gaddafi stronghold."""
_OWNING: Final = frozenset(("'s", "’s"))
_CALLED: Final = frozenset("called named dubbed renamed christened".split())
_IS: Final = frozenset("is was remains became are were".split())
_ARTICLES: Final = frozenset("a an the another one former then".split())


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
    owning = last < len(words) and words[last].gap[:2] in _OWNING
    for kind, vote in _follows_of(earlier) if before == "of" else _follows(before, earlier, owning=owning):
        add(votes, kind, vote)
    named = at - 1 - (before == "the")
    if named > 0 and (words[named].text in _CALLED or _is_known_as(words, named)):
        add(votes, *_called(words, named))


def _follows(before: str, earlier: str, *, owning: bool) -> Iterator[tuple[Kind, float]]:
    """What the word before a name says of it, and the one before that; at Sotheby's is at no place of that name."""
    employed = earlier in EMPLOYED and before in {"at", "with", "for"}
    if before in ROLES or (before == "by" and earlier in MADE_BY_ONE):
        yield Kind.PERSON, FAIR
    if before in BODIES_AS or employed or before in FOUNDED or (before == "by" and earlier in MADE_BY):
        yield Kind.ORGANISATION, FAIR
    if before in PLACES_AS or before in _DIRECTIONS:
        yield Kind.PLACE, STRONG
    if before in _INSIDE:
        yield Kind.PLACE, FAIR + (before == "in") * 0.5
    if before in {"at", "à"} and not (owning or employed):
        yield Kind.PLACE, 1.0
    if before in _TOWARDS and earlier not in _RELATED:
        yield Kind.PLACE, FAIR if earlier in MOVED else 0.5
    if before in _VISITS or (before == "for" and earlier == "left"):
        yield Kind.PLACE, FAIR
    if before == "the":
        yield (Kind.PLACE, FAIR) if earlier in _ALONG else (Kind.ORGANISATION, FAIR if earlier == "by" else 1.0)


def _follows_of(noun: str) -> Iterator[tuple[Kind, float]]:
    if noun in PLACES_AS:
        yield Kind.PLACE, STRONG
    elif noun in SIDES:
        yield Kind.PLACE, FAIR
    elif noun in BODY_MEMBERS or noun in EMPLOYED:
        yield Kind.ORGANISATION, FAIR
    elif noun in RULERS:
        yield Kind.PLACE, WEAK


def _introduced(votes: Votes, noun: str) -> None:
    """What a name is said to be just before a comma: a haulage firm, Sahel Logistics."""
    found = _kind(noun)
    if found is not None:
        add(votes, found, FAIR)


def _is_known_as(words: Sequence[Word], at: int) -> bool:
    return words[at].text == "as" and words[at - 1].text == "known"


def _called(words: Sequence[Word], at: int) -> tuple[Kind, float]:
    """What is called by a name: the nearest noun before, a tributary that he named Ludwika."""
    for word in reversed(words[max(0, at - _NOUN) : at]):
        kind = _kind(word.text.casefold())
        if kind is not None:
            return kind, STRONG
        if word.opens:
            break
    return Kind.PERSON, 0.0


def _after(votes: Votes, words: Sequence[Word], piece: Piece) -> None:
    if piece.last >= len(words):
        return
    word = words[piece.last]
    after = word.text.casefold()
    if word.gap[:2] in _OWNING:
        for nouns, kind in ((RELATIVES, Kind.PERSON), (BODY_HAS, Kind.ORGANISATION), (PLACE_HAS, Kind.PLACE)):
            if after in nouns:
                add(votes, kind, FAIR)
    elif joined(word):
        before = words[piece.first - 1].text.casefold() if piece.first else ""
        for kind, vote in _precedes(after, alone=before == "the" and piece.last - piece.first == 1):
            add(votes, kind, vote)
        _going_on(votes, words, piece.last)
    elif word.gap == " (" and after == "born":
        add(votes, Kind.PERSON, STRONG)
    elif word.gap.strip('”’" ') == ",":
        _appositive(votes, words, piece.last)


def _going_on(votes: Votes, words: Sequence[Word], at: int) -> None:
    """What two words after a name say of it: and his, said it, is a port."""
    pair = [word.text.casefold() for word in words[at : at + 2]]
    if len(pair) < 2:
        return
    if pair[0] == "and" and pair[1] in {"his", "her"}:
        add(votes, Kind.PERSON, FAIR)
    elif pair[0] in {"says", "said"} and pair[1] == "it":
        add(votes, Kind.ORGANISATION, FAIR)
    elif pair[0] in _IS and pair[1] in _ARTICLES:
        _is_noun(votes, words, at + 2)


def _precedes(after: str, *, alone: bool) -> Iterator[tuple[Kind, float]]:
    """What the word after a name says of it; alone is a name of one word after "the"."""
    if alone and after in _HOUSEHOLDS:
        yield Kind.PERSON, STRONG
    elif after in BODIES_AS:
        yield Kind.ORGANISATION, STRONG
    elif after in SETTLED:
        yield Kind.PLACE, FAIR
    elif after in BODY_MEMBERS:
        yield Kind.ORGANISATION, FAIR
    elif after in PLACES_AS and after not in _HELD:
        yield Kind.PLACE, STRONG
    elif after in PERSON_VERBS:
        yield Kind.PERSON, WEAK
    elif after in BODY_VERBS:
        yield Kind.ORGANISATION, WEAK


def _appositive(votes: Votes, words: Sequence[Word], at: int) -> None:
    """What follows a comma: an age, a place that contains it, "who", "which", or "a cleric"."""
    first = words[at]
    text = first.text.casefold()
    if text.isdigit() and len(text) == 2 and not _is_dateline(words, at):
        add(votes, Kind.PERSON, STRONG)
    elif text in {"who", "whose", "née"}:
        add(votes, Kind.PERSON, FAIR)
    elif text == "which":
        add(votes, Kind.ORGANISATION, 1.0)
        add(votes, Kind.PLACE, 1.0)
    elif text == "where" or first.text in PLACES:
        add(votes, Kind.PLACE, FAIR)
    elif text in _ARTICLES:
        _is_noun(votes, words, at + 1)


def _is_noun(votes: Votes, words: Sequence[Word], at: int) -> None:
    """What it is said to be: the last noun before a small word, a retired coal merchant from; no importer's."""
    found = None
    for word in words[at : at + _NOUN - 1]:
        noun = word.text.casefold()
        if word.gap[:2] in _OWNING:
            found = None
        elif not joined(word) or noun in FUNCTION:
            break
        found = (None if word.capital else _kind(noun)) or found
    if found is not None:
        add(votes, found, STRONG)


def _kind(noun: str) -> Kind | None:
    """What a noun is said of."""
    return next((kind for nouns, kind in _NOUNS if noun in nouns), None)


_NOUNS: Final = ((ROLES, Kind.PERSON), (BODIES_AS, Kind.ORGANISATION), (PLACES_AS, Kind.PLACE))
