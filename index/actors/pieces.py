"""From a run of capitalised words to the names in it: without titles and peoples, split where two names meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.profile import Line, Profile
from index.actors.runs import HEADS, Role, Run
from index.actors.vocabulary import (
    EVENT_HEADS,
    FAMILY_PARTICLES,
    FUNCTION,
    HONORIFICS,
    MODIFIERS,
    ORGANISATION_PREFIXES,
    TITLES,
)
from index.actors.words import Word

_PARTICIPLE = ("ed", "ing", "ly", "ness", "tion", "ies")


@dataclass(frozen=True, slots=True)
class Piece:
    """A name as cut out of a line.

    Attributes:
        first: Position of its first word in the line.
        last: One past its last.
        titled: Whether a person's title stands before it.
    """

    first: int
    last: int
    titled: bool = False


def pieces(run: Run, line: Line, profile: Profile) -> Iterator[Piece]:
    """The names in a run, in order."""
    words = line.words
    if _known(words[run.first : run.last]):
        yield Piece(run.first, run.last)
        return
    title = _title(words, run)
    if title is None:
        yield from _cut(words, run.first, run.last, line, profile)
        return
    begin, end = title
    yield from _cut(words, run.first, begin, line, profile)
    yield from _cut(words, end, run.last, line, profile, titled=True)


def _known(words: Sequence[Word]) -> bool:
    phrase = " ".join(word.text for word in words)
    return phrase in PLACES or phrase in BODIES


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
        while begin > run.first and _qualifies(words[begin - 1].text):
            begin -= 1
        return begin, at + 1
    return None


def _qualifies(text: str) -> bool:
    return text.casefold() in MODIFIERS or text.casefold() in TITLES or (text in DEMONYMS and text not in PLACES)


def _cut(
    words: Sequence[Word], first: int, last: int, line: Line, profile: Profile, *, titled: bool = False
) -> Iterator[Piece]:
    first, last = _trimmed(words, first, last, titled=titled)
    if first >= last or _is_nobody(words, first, last, line, profile, titled=titled):
        return
    yield Piece(first, last, titled)


def _trimmed(words: Sequence[Word], first: int, last: int, *, titled: bool) -> tuple[int, int]:
    """Without peoples, leading everyday words before a given name, and titles that nobody's name follows."""
    while first < last and not _known(words[first:last]):
        here = words[first].text
        rest = words[first + 1 : last]
        given_follows = bool(rest) and is_given(rest[0].text) and not is_given(here)
        if (
            (here in DEMONYMS and here not in PLACES and not _is_body(rest))
            or (given_follows and (is_common(here) or here.casefold() in TITLES) and here.casefold() not in HONORIFICS)
            or (words[first].opens and here.casefold() in FUNCTION)
        ):
            first += 1
        else:
            break
    while last > first and not _known(words[first:last]) and not is_given(words[first].text):
        end = words[last - 1].text
        title = end.casefold() in TITLES or (end.casefold() in MODIFIERS and end.casefold() not in HEADS)
        if (title and not titled) or (end in DEMONYMS and end not in PLACES) or end.casefold() in FAMILY_PARTICLES:
            last -= 1
        else:
            break
    return first, last


def _is_body(rest: Sequence[Word]) -> bool:
    """Whether what follows a people's name makes it the name of a body or place: Iraqi Army, British Museum."""
    if not rest:
        return False
    return (
        rest[-1].text.casefold() in HEADS
        or any(one.text in {"of", "for"} for one in rest)
        or all(is_common(one.text) and one.text.casefold() not in TITLES for one in rest)
    )


def _is_nobody(words: Sequence[Word], first: int, last: int, line: Line, profile: Profile, *, titled: bool) -> bool:
    end = words[last - 1].text.casefold()
    if _known(words[first:last]):
        return False
    if last - first > 1:
        if end in EVENT_HEADS and not is_given(words[first].text):
            return True
        if all(_qualifies(one.text) for one in words[first:last]):
            return True
        return words[first].opens and _unsure(words[first:last], profile, flat=line.flat)
    word = words[first]
    folded = word.text.casefold()
    if word.initial or folded in HONORIFICS or folded in ORGANISATION_PREFIXES:
        return True
    if folded in HEADS or folded in MODIFIERS or (folded in TITLES and not titled) or folded in EVENT_HEADS:
        return not (titled or (profile.named(word.text) and not is_common(word.text)))
    if is_common(word.text):
        return not titled and (profile.lowered(word.text) or (word.opens and not profile.named(word.text)) or line.flat)
    return word.opens and folded.endswith(_PARTICIPLE) and not profile.named(word.text)


def _unsure(words: Sequence[Word], profile: Profile, *, flat: bool) -> bool:
    """Whether an everyday word at the head of a sentence only seems to belong to what follows."""
    if not all(is_common(word.text) for word in words):
        return False
    return flat or not (words[-1].text.casefold() in HEADS or all(profile.named(word.text) for word in words[1:]))
