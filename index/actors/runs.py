"""Runs of capitalised words that may be names, with what binds them: al-, bin, of, and, initials, numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from index.actors.common import is_common
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.profile import Line, Profile
from index.actors.vocabulary import (
    FAMILY_PARTICLES,
    FUNCTION,
    NUMBERED,
    OF_HEADS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    TITLES,
)
from index.actors.words import Word, joined


class Role(Enum):
    """What a word can be in a run."""

    NAME = auto()
    TITLE = auto()
    PEOPLE = auto()
    COMMON = auto()
    PARTICLE = auto()
    OTHER = auto()


_CAPITALS = frozenset((Role.NAME, Role.TITLE, Role.PEOPLE, Role.COMMON))
_SMALL = frozenset("of the for and".split())
_FIRST = frozenset(name.split()[0] for name in BODIES if " " in name)
_LONGEST = 4
"""Words of the longest name of a body in the gazetteer."""
HEADS = ORGANISATION_HEADS | PLACE_HEADS


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of a line that may be one name or several.

    Attributes:
        first: Position of its first word in the line.
        last: One past its last.
        roles: Of its words.
    """

    first: int
    last: int
    roles: tuple[Role, ...]


def runs(line: Line, profile: Profile) -> Iterator[Run]:
    """The runs of a line, in order and without overlap."""
    roles = [_role(word, line, profile) for word in line.words]
    at = 0
    while at < len(roles):
        if roles[at] not in _CAPITALS or (roles[at] is Role.COMMON and not _may_open(line.words, roles, at)):
            at += 1
            continue
        first, last = _from_number(line.words, at), _end(line, roles, at)
        yield Run(first, last, tuple(roles[first:last]))
        at = last


def _role(word: Word, line: Line, profile: Profile) -> Role:
    text = word.text
    folded = text.casefold()
    if not word.capital or (text.isupper() and line.flat and folded in FAMILY_PARTICLES):
        return Role.PARTICLE if folded in FAMILY_PARTICLES else Role.OTHER
    if word.initial:
        return Role.NAME
    if text in DEMONYMS and text not in PLACES:
        return Role.PEOPLE
    if folded in TITLES:
        return Role.TITLE
    if _qualified(text):
        return Role.OTHER
    if profile.is_name(word, flat=line.flat):
        return Role.NAME
    return Role.OTHER if folded in FUNCTION or not is_common(text) else Role.COMMON


def _qualified(text: str) -> bool:
    """Whether a word is made of a name and an everyday word: US-led, Farsi-speaking."""
    _, hyphen, rest = text.rpartition("-")
    return bool(hyphen) and rest[:1].islower() and is_common(rest)


def _may_open(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """An everyday word opens a name only where the next words make it one: National Security Council."""
    return at + 1 < len(words) and roles[at + 1] in _CAPITALS and joined(words[at + 1])


def _from_number(words: Sequence[Word], at: int) -> int:
    """Where a run begins that an ordinal may belong to: 17th Division."""
    before = words[at - 1] if at else None
    ordinal = before is not None and before.text[0].isdigit() and before.text[-1].isalpha() and joined(words[at])
    return at - 1 if ordinal and any(one.text.casefold() in NUMBERED for one in words[at : at + 4]) else at


def _end(line: Line, roles: Sequence[Role], at: int) -> int:
    words = line.words
    if (whole := _cell(line, roles, at) or _body(words, at)) > at:
        return whole
    linked = False
    end = at + 1
    while end < len(words) and joined(words[end]):
        if roles[end] in _CAPITALS:
            if roles[end] is Role.COMMON and not _extends(words, at, end):
                break
            end += 1
        elif words[end].text[0].isdigit():
            return end + 1 if words[end - 1].text.casefold() in NUMBERED else end
        elif (after := _bridged(words, roles, at, end, linked=linked)) > end:
            linked = linked or roles[end] is not Role.PARTICLE
            end = after
        else:
            break
    return end


def _cell(line: Line, roles: Sequence[Role], at: int) -> int:
    """Where a cell or caption ends that is a body's or a place's name and nothing else; 0 where it is not."""
    if not line.flat or (at and not line.words[at].gap.strip()):
        return 0
    end = at + 1
    while end < len(roles) and joined(line.words[end]) and (roles[end] in _CAPITALS or line.words[end].text in _SMALL):
        end += 1
    whole = end == len(roles) or line.words[end].opens
    return end if whole and end - at > 1 and line.words[end - 1].text.casefold() in HEADS else 0


def _body(words: Sequence[Word], at: int) -> int:
    """Where the name of a well-known body ends, however it is joined: Israel's Defense Forces; 0 where it is none."""
    if words[at].text not in _FIRST:
        return 0
    for end in range(min(len(words), at + _LONGEST), at + 1, -1):
        if " ".join(word.text for word in words[at:end]) in BODIES:
            spaced = all(joined(word) or word.gap in {"'s ", "’s "} for word in words[at + 1 : end])
            return end if spaced else 0
    return 0


def _extends(words: Sequence[Word], first: int, at: int) -> bool:
    """In a headline, where everyday words have capitals too, only what makes a body or place goes on with a name."""
    phrase = " ".join(one.text for one in words[first : at + 1])
    return words[at].text.casefold() in HEADS or phrase in BODIES or phrase in PLACES


def _bridged(words: Sequence[Word], roles: Sequence[Role], first: int, at: int, *, linked: bool) -> int:
    """One past the capital that a lower-case word leads to, or ``at`` where it leads to none."""
    after = at + 1
    link = words[at].text.casefold()
    if roles[at] is Role.PARTICLE and roles[at - 1] is Role.NAME:
        while after < len(words) and roles[after] is Role.PARTICLE and joined(words[after]):
            after += 1
        return after + 1 if _capital(words, roles, after) and roles[after] is Role.NAME else at
    last = words[at - 1].text.casefold()
    if link in {"of", "for"} and (last in OF_HEADS or linked):
        if after < len(words) and words[after].text == "the" and joined(words[after]):
            after += 1
        return after + 1 if _capital(words, roles, after) else at
    if link == "&":
        return after + 1 if _capital(words, roles, after) else at
    if link == "and" and _capital(words, roles, after):
        return after + 1 if _coordinated(words, roles, first, at, linked=linked) else at
    return at


def _capital(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    return at < len(words) and joined(words[at]) and roles[at] in _CAPITALS


def _coordinated(words: Sequence[Word], roles: Sequence[Role], first: int, at: int, *, linked: bool) -> bool:
    """Whether "and" stands inside one name: Ministry of Health and Welfare, Food and Drug Administration."""
    before, after = words[at - 1].text, words[at + 1].text
    if not (is_common(before) and is_common(after)) or {before.casefold(), after.casefold()} & TITLES:
        return False
    headed = _capital(words, roles, at + 2) and words[at + 2].text.casefold() in ORGANISATION_HEADS
    return (headed and at - first == 1) or linked
