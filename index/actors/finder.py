"""Finds the actors that a text names.

There is no model in it: capitals and what binds them, titles, and what the rest of the text makes certain.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from index.actors.aliases import aliases
from index.actors.arabic import arabic
from index.actors.callings import Calling, born, callings
from index.actors.expansions import expanded
from index.actors.found import Found
from index.actors.kinds import beside, decided, of_words
from index.actors.language import Language, spoken
from index.actors.letters import addressed, inverted
from index.actors.mention import Kind, Mention
from index.actors.naming import Naming
from index.actors.narrowing import narrowed
from index.actors.numbering import Numbering
from index.actors.pieces import pieces
from index.actors.places import PLACES
from index.actors.profile import Line, Profile, is_flat
from index.actors.quoted import announced, defined
from index.actors.refining import (
    families,
    people,
    sure,
    tabled,
    with_firms,
    with_heads,
    with_openings,
    without_labels,
    without_vessels,
)
from index.actors.runs import runs
from index.actors.surroundings import around
from index.actors.votes import TITLED, Votes, together
from index.actors.words import Word, lowered, unelided, words

_LINE = re.compile(r"[^\n]+")
_WRAPPED = 60
"""Code points from which on a line of running text may have been broken at a width, and go on in the next."""
_TITLE = 3
"""Long words from which on what stands before a colon may be a headline of its own."""
_ELIDING = (Language.FRENCH, Language.ITALIAN)
_SENTENCE_ENDS = (".", "?", "!")
_ABBREVIATED = frozenset("Jr Sr Co Inc Ltd Corp Bros".split())
_LISTED = frozenset((", ", " and ", ", and ", " or ", " & ", "; "))
"""What stands between the names of a list, who are likely of one kind."""


def find(text: str) -> tuple[Mention, ...]:
    """The places in a text where actors are named, in order and without overlap.

    Args:
        text: Of one document; what it makes certain (a full name, an acronym's expansion, an alias) holds in all of it.
    """
    counted = Numbering(text)
    lines = [segment for start, end in _lines(text) for segment in _segments(_line(text, counted.begin(start), end))]
    profile = Profile(lines)
    found = sure(_with_announced([one for line in lines for one in _found(line, profile, text)], text))
    for refine in (without_labels, tabled, without_vessels, with_firms):
        found = refine(found, text)
    found, heads = with_heads(with_openings(found), text)
    persons = people(found)
    said = chain(aliases(text, [(one.start, one.end) for one in found]), heads)
    naming = Naming([one.text for one in found], persons, said)
    kinds = _kinds(found, naming) | {
        name: Kind.PERSON for one in families(persons) for name in [naming.known(one)] if name
    }
    return tuple(
        Mention(one.start, one.end, text[one.start : one.end], kinds[name], name, callings=told, born=year)
        for one in found
        for name in [naming.name(one.text)]
        for told, year in [_life(one, text) if kinds[name] is Kind.PERSON else (frozenset(), None)]
    )


def _life(one: Found, text: str) -> tuple[frozenset[Calling], int | None]:
    """What is said beside a person's name: of which walk of life he is, when he was born."""
    return one.callings, born(text, one.end)


def _line(text: str, start: int, end: int) -> Line:
    some = tuple(words(text, start, end))
    plain = lowered(some)
    lowers = plain is not some
    language = spoken(
        [word.text.casefold() if word.capital else word.text for word in some if word.opens or not word.capital]
    )
    if language in _ELIDING:
        plain = unelided(plain)
    flat = lowers or is_flat(some, ended=text[end - 1 : end] in _SENTENCE_ENDS)
    return Line(plain, flat, lowers, language)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines; those of running text that was broken at a width are one."""
    begin = stop = -1
    goes_on = False
    for found in _LINE.finditer(text):
        start, end = found.span()
        follows = goes_on and start == stop + 1 and text[start].isalpha()
        long = end - start >= _WRAPPED and text[end : end + 1] == "\n" and text[end + 1 : end + 2].isalpha()
        running = (follows or long) and not is_flat(tuple(words(text, start, end)))
        if not (follows and running):
            if begin >= 0:
                yield begin, stop
            begin = start
        stop = end
        goes_on = long and running
    if begin >= 0:
        yield begin, stop


def _segments(line: Line) -> Iterator[Line]:
    """The line, or the headline that opens it up to a colon, and the rest."""
    at = next((at for at, word in enumerate(line.words) if ":" in word.gap), 0)
    if at >= _TITLE and not line.flat and is_flat(line.words[:at]):
        yield Line(line.words[:at], flat=True, language=line.language)
        yield from _segments(Line(line.words[at:], is_flat(line.words[at:]), language=line.language))
    else:
        yield line


def _found(line: Line, profile: Profile, text: str) -> Iterator[Found]:
    some = [piece for run in runs(line, profile) for piece in pieces(run, line, profile)]
    if line.language is not None:
        some = [narrowed(piece, line) for piece in some]
    places = [(line.words[piece.first].start, _stop(line.words[piece.last - 1], text)) for piece in some]
    between = [text[one[1] : other[0]] for one, other in pairwise(places)]
    for at, (piece, (start, end)) in enumerate(zip(some, places, strict=True)):
        neighbours = [text[slice(*places[other])] for other in _neighbours(at, between)]
        name = text[start:end]
        if line.lowered and name.isupper():
            name = " ".join(word.text for word in line.words[piece.first : piece.last])
        votes = together([around(piece, line.words), *map(beside, neighbours)])
        yield Found(start, end, name, votes, piece.doubtful, callings(line.words, piece.first, piece.last))


def _neighbours(at: int, between: list[str]) -> Iterator[int]:
    """The names beside one in a list: a comma alone makes none of two."""
    for other, gap in ((at - 1, at - 1), (at + 1, at)):
        if 0 <= gap < len(between) and between[gap] in _LISTED:
            beyond = between[max(0, gap - 1) : gap] + between[gap + 1 : gap + 2]
            if between[gap] != ", " or not _LISTED.isdisjoint(beyond):
                yield other


def _stop(word: Word, text: str) -> int:
    """Where a name ends, the full stop of its last abbreviation included: Walter Pruitt Jr."""
    return word.end + (word.text in _ABBREVIATED and text[word.end : word.end + 1] == ".")


def _with_announced(found: Sequence[Found], text: str) -> list[Found]:
    """With the names that the text sets apart as such, in place of what was found of them."""
    whole = {(one.start, one.end) for one in found}
    ends = {one.end: one.start for one in found}
    apart = {span: Found(*span, text[slice(*span)], votes) for span, votes in _announced(text).items()}
    apart |= {(start, end): Found(start, end, name, {Kind.PERSON: TITLED}) for start, end, name in inverted(text)}
    apart |= {(start, end): Found(start, end, text[start:end], {kind: TITLED}) for start, end, kind in arabic(text)}
    taken = [one for span, one in apart.items() if span in whole or ends.get(span[1], span[0]) >= span[0]]
    if not taken:
        return list(found)
    taken = _apart(taken)
    starts = [one.start for one in taken]
    kept = []
    for one in found:
        at = bisect_right(starts, one.start)
        if not any(near.start < one.end and one.start < near.end for near in taken[max(0, at - 1) : at + 1]):
            kept.append(one)
    return sorted([*kept, *taken], key=lambda one: one.start)


def _announced(text: str) -> dict[tuple[int, int], Votes]:
    """The places of names by quotation marks, by an acronym in brackets, by where a letter has them."""
    spans: dict[tuple[int, int], Votes] = {span: {} for span in defined(text)}
    spans |= {span: {} if text[slice(*span)] in PLACES else {Kind.ORGANISATION: TITLED} for span in expanded(text)}
    return spans | {span: {Kind.PERSON: TITLED} for span in (*addressed(text), *announced(text))}


def _apart(some: Sequence[Found]) -> list[Found]:
    """In order and without overlap; of two that do the longer."""
    kept: list[Found] = []
    for one in sorted(some, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _kinds(found: Sequence[Found], naming: Naming) -> dict[str, Kind]:
    """The kind of each actor, by his full name: what is said of him under any name counts."""
    contexts: dict[str, list[Votes]] = {}
    for one in found:
        contexts.setdefault(naming.name(one.text), []).append(one.around)
    return {name: decided(of_words(tuple(name.split())), votes) for name, votes in contexts.items()}
