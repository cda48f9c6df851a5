"""What a whole text says of the names that were found in its lines: which are none, and what others are."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.actors.aliases import Alias
from index.actors.common import is_common
from index.actors.firms import called_by_surname
from index.actors.found import Found
from index.actors.heads import by_head
from index.actors.kinds import decided, of_words
from index.actors.mention import Kind
from index.actors.nobody import SHORT
from index.actors.openings import openings
from index.actors.quoted import defined
from index.actors.roles import KNOWN
from index.actors.tables import Tables
from index.actors.vessels import christened
from index.actors.votes import CONVINCING, STRONG, TITLED, Votes, together

_LABEL = 6
"""Letters of a speaker's initials, or of the name of a field, at most."""
_CODES = re.compile(r"^[A-Z]{2,12}: [A-Z]{2,5}(?:[,;] [A-Z]{2,5})+$", re.MULTILINE)
"""A field of a telegram with codes: TAGS: PREL, PTER."""


def sure(found: Sequence[Found]) -> list[Found]:
    """Without everyday words that stand alone, unless they are the surname of somebody the text names in full.

    Of 18 such words in news (``rtqa_2022_24``, ``news_timelines14``) 15 named nobody: Orders, Poll, Olympic.
    """
    certain = {one.text.split()[-1] for one in found if " " in one.text and not one.doubtful}
    certain |= {one.text for one in found if max(one.around.values(), default=0.0) >= CONVINCING}
    return [
        one
        for one in found
        if one.text in certain
        or one.text in KNOWN
        or (not one.doubtful and not is_common(one.text))
        or (one.text.isupper() and len(one.text) <= SHORT)
    ]


def without_labels(found: Sequence[Found], text: str) -> list[Found]:
    """Without capitals that only label what follows: who speaks in an interview, a telegram's fields and codes.

    A speaker's initials stand before a colon line after line, and nowhere else; a field is a single word in capitals
    that opens a line, with a colon, once; what follows a field is codes where nothing of it is known.
    """
    labels = [
        one for one in found if one.text.isupper() and len(one.text) <= _LABEL and text[one.end : one.end + 1] == ":"
    ]
    opening = Counter(one.text for one in labels if one.start == 0 or text[one.start - 1] == "\n")
    counts = Counter(one.text for one in found)
    only = {name for name, count in opening.items() if count == counts[name] and name not in KNOWN}
    fields = (codes for codes in _CODES.finditer(text) if KNOWN.isdisjoint(re.split(r"[:,;] ?", codes[0])))
    coded = {at for codes in fields for at in range(*codes.span())}
    return [one for one in found if one.text not in only and one.start not in coded]


def tabled(found: Sequence[Found], text: str) -> list[Found]:
    """With what the heads of columns say of the names below them."""
    if "|" not in text:
        return list(found)
    tables = Tables(text)
    told = [(one, tables.kind(one.start)) for one in found]
    return [
        one if kinds is None or kinds[0] is None else replace(one, around=together([one.around, {kinds[0]: STRONG}]))
        for one, kinds in told
        if kinds != (None,) or one.text in KNOWN
    ]


def without_vessels(found: Sequence[Found], text: str) -> list[Found]:
    """Without the names of ships and undertakings, unless a title or a gazetteer says otherwise."""
    names = christened(text) - KNOWN
    titled = {one.text for one in found if one.around.get(Kind.PERSON, 0.0) >= TITLED}
    return [one for one in found if one.text not in names or one.text in titled]


def with_firms(found: Sequence[Found], text: str) -> list[Found]:
    """With firms that are called by a surname told from who bears it, whom a title precedes."""
    firms = called_by_surname((text[start:end] for start, end in defined(text)), (one.text for one in found))
    return [_firm(one, firms[one.text]) if one.text in firms else one for one in found]


def _firm(one: Found, bearer: str | None) -> Found:
    """What a surname means that is a firm's short name as well."""
    if one.around.get(Kind.PERSON, 0.0) >= TITLED:
        return replace(one, text=bearer or one.text)
    return replace(one, around=together([one.around, {Kind.ORGANISATION: STRONG}]))


def with_heads(found: Sequence[Found], text: str) -> tuple[list[Found], list[Alias]]:
    """With the bodies that are called by their heads alone, and which those are."""
    taken = {one.start for one in found}
    calls = [one for one in by_head([(one.start, one.text) for one in found], text) if one[0] not in taken]
    alone = [Found(start, end, text[start:end], {Kind.ORGANISATION: TITLED}) for start, end, _ in calls]
    said = [Alias(text[start:end], name) for start, end, name in calls]
    return sorted([*found, *alone], key=lambda one: one.start), said


def with_openings(found: Sequence[Found]) -> list[Found]:
    """With what longer names say of those that they begin with."""
    votes = openings((one.text for one in found), people(found))
    return [replace(one, around=together([one.around, votes[one.text]])) if one.text in votes else one for one in found]


def people(found: Sequence[Found]) -> list[str]:
    """The names that are persons', each by itself, and what their families are called."""
    contexts: dict[str, list[Votes]] = {}
    for one in found:
        contexts.setdefault(one.text, []).append(one.around)
    people = [name for name, votes in contexts.items() if decided(of_words(tuple(name.split())), votes) is Kind.PERSON]
    return [*people, *(one for one in families(people) if one in contexts)]


def families(people: Sequence[str]) -> set[str]:
    """What all who bear the surname of somebody are called: the Traorés."""
    return {f"{name.split()[-1]}s" for name in people if " " in name}
