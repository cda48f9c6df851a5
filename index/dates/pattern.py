"""Patterns over the classes of words: regular expressions with a class where others have a letter.

``"MONTH DOT? (?P<day>DAY) COMMA? (?P<year>YEAR)"``: names in capitals are classes or the sets of classes below, the
rest is a regular expression. They run over a letter for each word, so they are short, and none repeats a repetition.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from index.dates.meaning import Meaning
from index.dates.tokens import LETTERS, Tokens

ReadingKind = Literal["date", "time", "duration", "set", "vague"]

_SETS = {
    "DAY": "DAYNUM DAYTH",
    "UNIT": "UNITONE YEARWORD NIGHT CENTURY QUARTERWORD UNITMANY HOURS CLOCKUNIT CLOCKUNITS",
    "ONE": "UNITONE YEARWORD NIGHT CENTURY QUARTERWORD",
    "MANY": "UNITMANY HOURS CLOCKUNITS",
    "DAYTIME": "DAYPART NIGHT",
    "DIGITS": "DAYNUM NUMBER YEAR DECIMAL",
    "ORDER": "RANK SECOND",
    "HERE": "THIS LAST NEXT PAST COMING UPCOMING",
    "THERE": "FOLLOWING PREVIOUS SAME NEXT",
    "POSSIBLE": "MONTH SEASON",
}
_PHRASES = {
    "COUNT": (
        "(?:DIGITS|NUMBERWORD (?:DASH? NUMBERWORD)?|HALF AN?|AN HALF"
        "|(?:AN|NUMBERWORD)? MANYWORD|AN (?:COUPLE OF?|COUNT_VAGUE)|AN|COUNT_VAGUE)"
    ),
    "SIDE": "(?P<side>AGO|LATER|EARLIER|BEFORE|AFTER)",
    "SHORTYEAR": "APOSTROPHE (?:DAYNUM|NUMBER)",
}
_NAME = re.compile(r"\b[A-Z][A-Z_]+\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run of words was read as.

    Attributes:
        start: Its first token.
        end: One past its last token.
        meaning: What it means.
        kind: What kind of expression it is.
        duration: ISO 8601 length, of a duration or set.
        deictic: Whether it is reckoned from the day of writing.
        named: Whether it only names something by its year ("the 1991 agreement"), telling nothing of that year.
    """

    start: int
    end: int
    meaning: Meaning
    kind: ReadingKind = "date"
    duration: str | None = None
    deictic: bool = False
    named: bool = False


Handler = Callable[[Tokens, "re.Match[str]"], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what makes a reading of its matches."""

    pattern: "re.Pattern[str]"
    firsts: frozenset[str]
    read: Handler


def compiled(source: str) -> "re.Pattern[str]":
    """A pattern over the letters of classes."""
    spelt = re.sub(r"\s+", "", _NAME.sub(lambda found: f"<{found[0]}>", _spelt(source)))
    return re.compile(re.sub(r"(?<!\?P)<([A-Z_]+)>", lambda found: f"[{_letters(found[1])}]", spelt))


def firsts(source: str) -> frozenset[str]:
    """The letters a match may begin with, and perhaps some more."""
    found: set[str] = set()
    for element in _elements(_spelt(source)):
        found.update(letter for name in _NAME.findall(element) for letter in _letters(name))
        if not element.endswith("?"):
            break
    return frozenset(found)


def rule(source: str, read: Handler) -> Rule:
    """A rule of the grammar."""
    return Rule(compiled(source), firsts(source), read)


def _spelt(source: str) -> str:
    for name, phrase in _PHRASES.items():
        source = re.sub(rf"\b{name}\b", phrase, source)
    return source


def _letters(name: str) -> str:
    return "".join(LETTERS[one] for one in _SETS.get(name, name).split())


def _elements(source: str) -> Iterator[str]:
    """The parts of a pattern that are not within brackets."""
    depth, begin = 0, 0
    for at, mark in enumerate(f"{source} "):
        depth += (mark == "(") - (mark == ")")
        if mark == " " and not depth:
            if source[begin:at]:
                yield source[begin:at]
            begin = at + 1


def group_start(match: "re.Match[str]", name: str) -> int:
    """Where a group of a match begins; -1 where it took no part, or the rule has none of this name."""
    return match.start(name) if name in match.re.groupindex else -1


def word_of(tokens: Tokens, match: "re.Match[str]", name: str) -> str | None:
    """The last word of a group; None where it took no part."""
    return None if group_start(match, name) < 0 else tokens.words[match.end(name) - 1]
