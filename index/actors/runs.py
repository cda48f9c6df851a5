"""Runs of capitalised words that may be names, with what binds them: al-, bin, of, and, initials, numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.language import ROMANCE
from index.actors.places import BODIES, PLACES
from index.actors.profile import Line, Profile
from index.actors.roles import CAPITALS, KNOWN, OWNED, Role, is_capital, known_end, mark_known, phrase, role
from index.actors.vocabulary import (
    FAMILY_PARTICLES,
    FORMAL,
    GENERIC_OWNERS,
    LEGAL,
    LEVELS,
    NUMBERED,
    OF_HEADS,
    OPENERS,
    ORGANISATION_HEADS,
    ORGANISATION_PREFIXES,
    PLACE_HEADS,
    PLACE_PREFIXES,
    TITLES,
)
from index.actors.words import Word, joined

_WITHIN = frozenset("la y e et da do das di du du zu le ul ol des dos del".split())
"""Particles that do not begin a name."""
_SMALL = frozenset("of the for and".split())
_PLAIN_FORMS = frozenset("plc gmbh".split())
"""Legal forms that are written without capitals as well: Meridian Copper plc."""
_NICKNAME = 4
"""Words within which a nickname ends, and one."""
_MOST = 6
"""Words of a company's name that is looked for by its legal form."""
_SPAN = 4
"""Words of a body's name in capitals."""
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
    roles = [
        role(word, line, profile) if word.capital or word.text in FAMILY_PARTICLES else Role.OTHER
        for word in line.words
    ]
    mark_known(line, roles)
    at = 0
    while at < len(roles):
        if roles[at] not in CAPITALS or (roles[at] is Role.COMMON and not _may_open(line, roles, at)):
            at += 1
            continue
        first, last = _begin(line, roles, at), _end(line, roles, at)
        yield Run(first, last, tuple(roles[first:last]))
        at = last


def _may_open(line: Line, roles: Sequence[Role], at: int) -> bool:
    """An everyday word opens a name only where the next words make it one: National Security Council, Bank of Libya."""
    words = line.words
    if _body_in_capitals(line, roles, at) or (line.lowered and _leads_name(words, roles, at)):
        return True
    if at + 2 < len(words) and words[at].text.casefold() in OF_HEADS and words[at + 1].text in {"of", "for"}:
        return joined(words[at + 1])
    return is_capital(words, roles, at + 1) and (not line.flat or words[at].opens or bool(words[at].gap.strip()))


def _leads_name(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether an everyday word before a name makes it a body's or a place's: RADIO SAWA, PORT SUDAN."""
    bound = words[at].text.casefold() in ORGANISATION_PREFIXES | PLACE_PREFIXES
    return bound and at + 1 < len(words) and joined(words[at + 1]) and roles[at + 1] is Role.NAME


def _begin(line: Line, roles: Sequence[Role], at: int) -> int:
    """Where a run begins: with an ordinal (17th Division) or an article (al Qaeda, bin Laden) that belongs to it."""
    words = line.words
    if not at or not joined(words[at]) or line.language in ROMANCE:
        return at
    first = at
    while first and joined(words[first]) and words[first - 1].text in FAMILY_PARTICLES and roles[at] is Role.NAME:
        first -= 1
    if first < at and words[first].text not in _WITHIN and not _follows_name(words, roles, first):
        return first
    before = words[at - 1].text
    ordinal = before[0].isdigit() and before[-1].isalpha()
    return at - 1 if ordinal and any(one.text.casefold() in NUMBERED for one in words[at : at + 4]) else at


def _follows_name(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    return at > 0 and joined(words[at]) and roles[at - 1] in (Role.NAME, Role.COMMON, Role.PEOPLE)


def _end(line: Line, roles: Sequence[Role], at: int) -> int:
    words = line.words
    if (whole := _cell(line, roles, at) or _firm(line, roles, at) or _body_in_capitals(line, roles, at)) > at:
        return whole
    linked = False
    articled = at > 0 and words[at - 1].text == "the" and not line.lowered
    end = known_end(words, at) or at + 1
    while end < len(words) and (joined(words[end]) or _owned(words, end) or _nicknamed(words, roles, end) > end):
        if (after := _nicknamed(words, roles, end)) > end:
            end = after
        elif roles[end] in CAPITALS:
            counted = words[end - 1].text.casefold() in OPENERS or (articled and _headed(words, roles, end) > end)
            counted = counted or (line.lowered and linked and words[end - 1].text.casefold() in FORMAL)
            if roles[end] is Role.COMMON and not (counted or _extends(words, at, end) or _is_form(words[end])):
                break
            end += 1
        elif words[end].text[0].isdigit():
            if words[end - 1].text.casefold() not in NUMBERED:
                break
            end += 1
        elif _is_form(words[end]):
            return end + 1
        elif (after := _bridged(words, roles, at, end, linked=linked)) > end:
            linked = linked or roles[end] is not Role.PARTICLE
            end = after
        else:
            break
    return end


def _is_form(word: Word) -> bool:
    """Whether a word that is no name by itself is the legal form of a company: Orlan Metals Ltd, Zlatar d.o.o."""
    text = word.text.replace(".", "")
    known = text.casefold() in LEGAL
    return (word.text.endswith(".") and text in LEGAL) or (word.capital and known) or text in _PLAIN_FORMS


def _nicknamed(words: Sequence[Word], roles: Sequence[Role], at: int) -> int:
    """One past the name that goes on after a nickname in quotation marks: Ali “the Fox” Hassan; else ``at``."""
    if not words[at].gap.startswith((" “", ' "', " ‘", " '")):
        return at
    for end in range(at + 1, min(len(words), at + _NICKNAME)):
        if words[end].gap in {"” ", '" ', "’ ", "' "}:
            return end + 1 if roles[end] is Role.NAME and words[end].capital else at
    return at


def _owned(words: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with a name after its generic owner: People's Party, St. Mary's Church."""
    if words[at].gap not in OWNED | {"' ", "’ "}:
        return False
    saint = at > 1 and words[at - 2].text.rstrip(".") in {"St", "Saint"} and words[at].text.casefold() in HEADS
    plural = words[at].gap in {"' ", "’ "} and words[at].text.casefold() in ORGANISATION_HEADS
    return saint or plural or words[at - 1].text.casefold() in GENERIC_OWNERS


def _cell(line: Line, roles: Sequence[Role], at: int) -> int:
    """Where a cell or caption ends that is a body's or a place's name and nothing else; 0 where it is not."""
    if not line.flat or (at and not line.words[at].gap.strip()):
        return 0
    end = at + 1
    while (
        end < len(roles)
        and joined(line.words[end])
        and (roles[end] in CAPITALS or line.words[end].text.casefold() in _SMALL)
    ):
        end += 1
    whole = end == len(roles) or line.words[end].opens
    linked = end - at > 2 and line.words[at].text.casefold() in OF_HEADS and line.words[at + 1].text.casefold() == "of"
    return end if whole and end - at > 1 and (linked or line.words[end - 1].text.casefold() in HEADS) else 0


def _firm(line: Line, roles: Sequence[Role], at: int) -> int:
    """In a headline or a list, one past the legal form that ends a company's name; 0 where none does."""
    end = at + 1
    while line.flat and end < min(len(roles), at + _MOST) and (joined(line.words[end]) and line.words[end].capital):
        end += 1
        if _is_form(line.words[end - 1]):
            return end
    return 0


def _body_in_capitals(line: Line, roles: Sequence[Role], at: int) -> int:
    """In a line in capitals, one past the head of a body's name: THE STATE BORDER SERVICE, BASRA PROVINCIAL COUNCIL.

    There a capital tells nothing: after "the" a name or a formal word begins it and no more than two words stand
    between; elsewhere a name begins it, and what stands between says of what level the body is. 0 for none.
    """
    words = line.words
    if not line.lowered or not (roles[at] is Role.NAME or words[at].text.casefold() in FORMAL):
        return 0
    articled = at > 0 and words[at - 1].text == "the" and joined(words[at])
    for end in range(at + 1, min(len(words), at + _SPAN)):
        word = words[end].text.casefold()
        if not is_capital(words, roles, end):
            return 0
        if word in ORGANISATION_HEADS and (articled or end > at + 1):
            return end + 1 if words[end + 1 : end + 2] and words[end + 1].text not in {"of", "for"} else 0
        if not articled and (roles[at] is not Role.NAME or word not in LEVELS):
            return 0
    return 0


def _extends(words: Sequence[Word], first: int, at: int) -> bool:
    """In a headline, where everyday words have capitals too, only what makes a body or place goes on with a name.

    So does a surname that looks like an everyday word, behind a given name: JOHN MANNING.
    """
    if is_given(words[at - 1].text) and not is_common(words[at].text):
        return True
    return words[at].text.casefold() in HEADS or phrase(words[first : at + 1]) in KNOWN


def _bridged(words: Sequence[Word], roles: Sequence[Role], first: int, at: int, *, linked: bool) -> int:
    """One past the capital that a lower-case word leads to, or ``at`` where it leads to none."""
    after = at + 1
    link = words[at].text.casefold()
    if roles[at] is Role.PARTICLE and roles[at - 1] is Role.NAME:
        while after < len(words) and roles[after] is Role.PARTICLE and joined(words[after]):
            after += 1
        return after + 1 if is_capital(words, roles, after) and roles[after] in (Role.NAME, Role.TITLE) else at
    last = words[at - 1].text.casefold()
    if link in {"of", "for"} and (last in OF_HEADS or linked):
        if after < len(words) and words[after].text == "the" and joined(words[after]):
            after += 1
            if _is_whole(words, roles, after):
                return at
        return after + 1 if is_capital(words, roles, after) else at
    if link == "&":
        return after + 1 if is_capital(words, roles, after) else at
    if link == "and" and is_capital(words, roles, after):
        return after + 1 if _coordinated(words, roles, first, at, linked=linked) else at
    return at


def _coordinated(words: Sequence[Word], roles: Sequence[Role], first: int, at: int, *, linked: bool) -> bool:
    """Whether "and" stands inside one name: Ministry of Health and Welfare, Food and Drug Administration."""
    before, after = words[at - 1].text, words[at + 1].text
    if not (is_common(before) and is_common(after)) or {before.casefold(), after.casefold()} & TITLES:
        return False
    if linked or (before.casefold() in ORGANISATION_HEADS and not is_common(words[first].text)):
        return True
    alone = at - first == 1 or (at - first == 2 and (words[first].text in PLACES or roles[first] is Role.PEOPLE))
    return alone and _headed(words, roles, at + 2) > at + 2


def _headed(words: Sequence[Word], roles: Sequence[Role], at: int) -> int:
    """One past the last of some capitals if that is the head of a body's name, else ``at``."""
    end = at
    while is_capital(words, roles, end):
        end += 1
    return end if words[end - 1].text.casefold() in ORGANISATION_HEADS else at


def _is_whole(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether a body of its own follows: Fighter Unit of the Ukrainian Air Force."""
    if at < len(words) and phrase(words[at : known_end(words, at)]) in BODIES:
        return True
    owned = at < len(words) and (roles[at] is Role.PEOPLE or words[at].text in PLACES)
    return owned and _headed(words, roles, at + 1) > at + 1
