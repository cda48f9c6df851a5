"""What looks like a name and names nobody: offices, events, numbers, works, everyday words with a capital."""

from collections.abc import Sequence
from itertools import pairwise

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.places import DEMONYMS, PLACES
from index.actors.predicates import ROLES
from index.actors.profile import Line, Profile
from index.actors.roles import KNOWN, LONGEST, is_rank, phrase
from index.actors.runs import HEADS
from index.actors.vocabulary import (
    EVENT_HEADS,
    HONORIFICS,
    MODIFIERS,
    OPENERS,
    ORGANISATION_HEADS,
    ORGANISATION_PREFIXES,
    TITLES,
)
from index.actors.words import Word, joined

_OFFICES = ROLES | OPENERS
_DIRECTIONS = frozenset("north south east west central northern southern eastern western".split())
_CODE = 3
"""Letters of the code before a number: of an airline, of a file."""
SHORT = 4
"""Letters up to which an everyday word in capitals may be an acronym: AID, but no COMMENT."""
_PEOPLE = frozenset(
    "men women people tribe tribes tribesmen villagers elders herders language speakers dialect".split()
)
_LATIN_LEAST = 6
"""Letters that the second word of a Latin species name has at least."""
_LATIN = ("um", "us", "ii", "ae", "ensis", "ana", "icus", "oides")
_PARTICIPLE = ("ed", "ing", "ly", "ness", "tion", "ies")


def known(words: Sequence[Word]) -> bool:
    """Whether some words are a name in the gazetteer."""
    return len(words) <= LONGEST and phrase(words) in KNOWN


def qualifies(text: str) -> bool:
    """Whether a word goes with a title or is one: prime, first, Iraqi."""
    return text.casefold() in MODIFIERS or text.casefold() in TITLES or (text in DEMONYMS and text not in PLACES)


def is_nobody(words: Sequence[Word], first: int, last: int, line: Line, profile: Profile, *, titled: bool) -> bool:
    """Whether ``words[first:last]`` of a line name nobody: an office, an event, a number, an everyday word."""
    end = words[last - 1].text.casefold()
    if known(words[first:last]):
        return False
    if _is_number(words, first, last):
        return True
    if _is_work(words, first, last):
        return True
    if last - first > 1:
        if end in EVENT_HEADS and not is_given(words[first].text):
            return True
        led = end in ORGANISATION_HEADS and (words[first].text in DEMONYMS or words[first].text in PLACES)
        if not led and all(qualifies(one.text) or one.text.casefold() in _OFFICES for one in words[first:last]):
            return True
        return (
            (words[first].opens or line.flat)
            and end not in HEADS
            and not _is_of_body(words[first:last])
            and all(is_common(one.text) for one in words[first:last])
        )
    return (not titled and _is_kind(words, last)) or _is_nobody_alone(words, first, line, profile, titled=titled)


def _is_nobody_alone(words: Sequence[Word], first: int, line: Line, profile: Profile, *, titled: bool) -> bool:
    """Whether a single word names nobody."""
    word, last = words[first], first + 1
    folded = word.text.casefold()
    towards = folded in _DIRECTIONS and last < len(words) and joined(words[last]) and words[last].capital
    if (
        towards
        or len(word.text) == 1
        or word.initial
        or folded in HONORIFICS
        or folded in ORGANISATION_PREFIXES
        or (titled and folded in TITLES)
        or is_rank(folded)
    ):
        return True
    if folded in HEADS or folded in MODIFIERS or (folded in TITLES and not titled) or folded in EVENT_HEADS:
        return not (titled or (profile.named(word.text) and not is_common(word.text)))
    if is_common(word.text) and (line.flat or not _may_be_acronym(word.text)):
        return not titled and (profile.lowered(word.text) or (word.opens and not profile.named(word.text)) or line.flat)
    return word.opens and folded.endswith(_PARTICIPLE) and not profile.named(word.text)


def _may_be_acronym(text: str) -> bool:
    return text.isupper() and len(text) <= SHORT


def _is_kind(words: Sequence[Word], at: int) -> bool:
    """Whether a single word only says of what kind the next is: Dusun men, Paphiopedilum rothschildianum."""
    if at >= len(words) or words[at].capital or not joined(words[at]):
        return False
    text = words[at].text
    return text in _PEOPLE or (text.endswith(_LATIN) and len(text) >= _LATIN_LEAST and not is_common(text))


def _is_of_body(name: Sequence[Word]) -> bool:
    """Whether what makes a body stands before "of": High Court of Justice."""
    return any(
        of.text.casefold() == "of" and (at == 1 or head.text.casefold() in HEADS)
        for at, (head, of) in enumerate(pairwise(name[:-1]), 1)
    )


def _is_number(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it only says what a number counts: Government Exhibit 5, flight TK 002, case 11-CR-0372."""
    coded = words[first].gap == "-" and first > 0 and words[first - 1].text[-1].isdigit()
    numbered = last < len(words) and joined(words[last]) and words[last].text[0].isdigit()
    text = words[first].text.replace(".", "")
    code = last - first == 1 and text.isupper() and len(text) <= _CODE
    return coded or (numbered and (code or all(is_common(word.text) for word in words[first:last])))


def _is_work(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether everyday words stand alone in double quotation marks: the title of a book, a film, a song."""
    opened = words[first].gap.endswith(("“", '"')) and not words[first].gap.endswith(("(“", '("'))
    closed = last < len(words) and words[last].gap.lstrip(",.").startswith(("”", '"'))
    return (
        opened
        and closed
        and not words[first].gap.endswith(("(“", '("'))
        and any(is_common(word.text) for word in words[first:last])
    )
