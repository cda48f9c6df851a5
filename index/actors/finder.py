"""Finds the actors that a text names.

There is no model in it: capitals and what binds them, titles, and what the rest of the text makes certain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.actors.aliases import aliases
from index.actors.kinds import Votes, around, decided, of_words
from index.actors.mention import Kind, Mention
from index.actors.naming import Naming
from index.actors.pieces import pieces
from index.actors.profile import Line, Profile, is_flat
from index.actors.runs import runs
from index.actors.words import words

_LINE = re.compile(r"[^\n]+(?:(?<=[^\n]{60})\n(?=[^\n])[^\n]+)*")
"""A line; lines of running text that was wrapped at a width are one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a line, before it is known whose it is.

    Attributes:
        start: Its first code point in the text.
        end: One past its last.
        text: Its words.
        around: What its neighbours say it is.
    """

    start: int
    end: int
    text: str
    around: Votes


def find(text: str) -> tuple[Mention, ...]:
    """The places in a text where actors are named, in order and without overlap.

    Args:
        text: Of one document; what it makes certain (a full name, an acronym's expansion, an alias) holds in all of it.
    """
    lines = [Line(tuple(some), is_flat(some)) for start, end in _lines(text) if (some := list(words(text, start, end)))]
    profile = Profile(lines)
    found = [one for line in lines for one in _found(line, profile, text)]
    naming = Naming([one.text for one in found], _people(found), aliases(text, [(one.start, one.end) for one in found]))
    kinds = _kinds(found, naming)
    return tuple(
        Mention(one.start, one.end, one.text, kinds[name], name) for one in found for name in [naming.name(one.text)]
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        yield line.span()


def _found(line: Line, profile: Profile, text: str) -> Iterator[Found]:
    for run in runs(line, profile):
        for piece in pieces(run, line, profile):
            start, end = line.words[piece.first].start, line.words[piece.last - 1].end
            yield Found(start, end, text[start:end], around(piece, line.words))


def _people(found: Sequence[Found]) -> list[str]:
    contexts: dict[str, list[Votes]] = {}
    for one in found:
        contexts.setdefault(one.text, []).append(one.around)
    return [name for name, votes in contexts.items() if decided(of_words(name.split()), votes) is Kind.PERSON]


def _kinds(found: Sequence[Found], naming: Naming) -> dict[str, Kind]:
    """The kind of each actor, by his full name: what is said of him under any name counts."""
    contexts: dict[str, list[Votes]] = {}
    for one in found:
        contexts.setdefault(naming.name(one.text), []).append(one.around)
    return {name: decided(of_words(name.split()), votes) for name, votes in contexts.items()}
