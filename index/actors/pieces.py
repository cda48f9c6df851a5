"""From a run of capitalised words to the names in it: without titles and peoples, split where two names meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.nobody import is_nobody, known, qualifies
from index.actors.places import DEMONYMS, PLACES
from index.actors.predicates import ROLES
from index.actors.profile import Line, Profile
from index.actors.roles import Role
from index.actors.runs import HEADS, Run
from index.actors.vocabulary import (
    FAMILY_PARTICLES,
    HONORIFICS,
    KUNYA,
    MODIFIERS,
    NOBLE,
    OPENERS,
    ORGANISATION_PREFIXES,
    PLACE_PREFIXES,
    STORMS,
    TITLES,
)
from index.actors.words import Word

_ASSISTANTS = frozenset("assistant deputy vice".split())
_FORMED = MODIFIERS | HEADS | PLACE_PREFIXES
"""Everyday words that open the names of bodies and places: National Iranian Oil, Bank Melli, Port Elva."""
_BOUND = PLACE_PREFIXES | HONORIFICS | STORMS
_TRAILING = frozenset("prime vice deputy acting foreign interior former chief supreme".split())
_GERMAN_OFFICES = (
    *(
        "erin",
        "orin",
        "besitzer",
        "minister",
        "meister",
        "anwalt",
        "anwältin",
        "sprecher",
        "direktor",
        "chef",
        "leiter",
    ),
    *("ermittler", "präsident", "präsidentin", "führer", "richter", "beamter", "beamte", "kommissar", "kommissarin"),
)
"""How German words for offices end, which are written with a capital and as one word: Brandermittlerin."""
_GERMAN = 8
"""Letters that such a word has at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A name as cut out of a line.

    Attributes:
        first: Position of its first word in the line.
        last: One past its last.
        titled: Whether a person's title stands before it.
        doubtful: Whether it is a name only if it is the surname of somebody whom the text names in full.
    """

    first: int
    last: int
    titled: bool = False
    doubtful: bool = False


def pieces(run: Run, line: Line, profile: Profile) -> Iterator[Piece]:
    """The names in a run, in order."""
    words = line.words
    if known(words[run.first : run.last]):
        yield Piece(run.first, run.last)
        return
    title = _title(words, run)
    if title is not None:
        begin, end = title
        if words[run.first].text.casefold() not in _ASSISTANTS:
            yield from _cut(words, run.first, begin, line, profile)
        yield from _cut(words, _with_title(words, end, run.last), run.last, line, profile, titled=True)
    else:
        met = _meeting(words, run)
        yield from _cut(words, run.first, met, line, profile)
        yield from _cut(words, met, run.last, line, profile)


def _with_title(words: Sequence[Word], at: int, last: int) -> int:
    """Where a titled name begins: with the title, where it would else be a single given name (Prince William)."""
    alone = last - at == 1 or (last - at == 2 and words[at + 1].text.strip("IVX") == "")
    return at - 1 if alone and words[at - 1].text.casefold() in NOBLE else at


def _meeting(words: Sequence[Word], run: Run) -> int:
    """Where a person's full name follows another name without a title between: Black Sea Fleet Aleksandr Vitko."""
    for at in range(run.first + 1, run.last - 1):
        before = words[at - 1].text
        if is_given(words[at].text) and not is_given(before) and before.casefold() not in _BOUND:
            whole = words[run.last - 1].text.casefold() in HEADS
            acronym = before.isupper() and before.isalpha() and not words[at].text.isupper()
            ends = before.casefold() in HEADS or before in PLACES or acronym
            return at if ends and not whole else run.first
    return run.first


def _title(words: Sequence[Word], run: Run) -> tuple[int, int] | None:
    """Where the words of a title begin and end that a name follows in the run."""
    for at in range(run.last - 2, run.first - 1, -1):
        if run.roles[at - run.first] is not Role.TITLE:
            continue
        if words[run.last - 1].text.casefold() in HEADS and not is_given(words[at + 1].text):
            return None
        if words[at].text.casefold() in HONORIFICS:
            continue
        begin = at
        while begin > run.first and qualifies(words[begin - 1].text):
            begin -= 1
        return begin, at + 1
    return None


def _cut(
    words: Sequence[Word], first: int, last: int, line: Line, profile: Profile, *, titled: bool = False
) -> Iterator[Piece]:
    if first < last and words[first].text.casefold() in STORMS and words[last - 1].text.casefold() not in HEADS:
        return
    first, last = _trimmed(words, first, last, profile, titled=titled)
    if first >= last or is_nobody(words, first, last, line, profile, titled=titled):
        return
    yield Piece(first, last, titled)


def _trimmed(words: Sequence[Word], first: int, last: int, profile: Profile, *, titled: bool) -> tuple[int, int]:
    """Without peoples, leading everyday words before a given name, and titles that nobody's name follows."""
    while first < last and not known(words[first:last]) and _leads(words, first, last, profile, titled=titled):
        first += 1
    while last > first and not known(words[first:last]) and _trails(words, first, last, titled=titled):
        last -= 1
    return first, last


def _leads(words: Sequence[Word], first: int, last: int, profile: Profile, *, titled: bool) -> bool:
    """Whether the first word of some is no part of the name."""
    text, rest = words[first].text, words[first + 1 : last]
    folded = text.casefold()
    if (titled and folded in NOBLE) or folded in HONORIFICS:
        return False
    if text in DEMONYMS and text not in PLACES:
        cell = words[first].opens and bool(words[first].gap) and (last == len(words) or words[last].opens)
        return not (_is_body(rest) or (cell and rest))
    if words[first].opens and folded in OPENERS:
        return True
    if not rest:
        return False
    if words[first].opens and folded in ROLES and is_common(text) and rest[0].text.casefold() not in HEADS:
        return True
    if folded in MODIFIERS and known(rest):
        return True
    if _is_office(words, first) and is_common(text) and is_given(rest[0].text):
        return True
    if folded in _FORMED or folded in FAMILY_PARTICLES or is_given(text) or rest[-1].text.casefold() in HEADS:
        return False
    if words[first].opens and is_common(text) and not all(is_common(word.text) for word in rest):
        return not profile.named(text)
    office = folded.endswith(_GERMAN_OFFICES) and len(folded) >= _GERMAN
    return is_given(rest[0].text) and (is_common(text) or folded in TITLES or (office and len(rest) > 1))


def _is_office(words: Sequence[Word], at: int) -> bool:
    """Whether a title and "of" lead to a word: Secretary of State."""
    return at > 1 and words[at - 1].text == "of" and words[at - 2].text.casefold() in TITLES


def _trails(words: Sequence[Word], first: int, last: int, *, titled: bool) -> bool:
    """Whether the last word of some is no part of the name."""
    text = words[last - 1].text
    folded = text.casefold()
    if is_given(words[first].text) and last - first > 1:
        return False
    if any(map(str.isdigit, text)) and text[0].isalpha() and known(words[first : last - 1]):
        return True
    if (text in DEMONYMS and text not in PLACES) or folded in FAMILY_PARTICLES:
        return last - first < 2 or words[last - 2].text.casefold() not in KUNYA
    linked = any(word.text.casefold() in {"of", "for"} for word in words[first:last])
    title = folded in TITLES or folded in _TRAILING
    if words[first].text.casefold() in ORGANISATION_PREFIXES:
        return False
    return title and not titled and not linked


def _is_body(rest: Sequence[Word]) -> bool:
    """Whether what follows a people's name makes it the name of a body or place: Iraqi Army, British Museum."""
    if not rest:
        return False
    return (
        rest[-1].text.casefold() in HEADS
        or any(one.text in {"of", "for"} for one in rest)
        or all(is_common(one.text) and one.text.casefold() not in TITLES for one in rest)
    )
