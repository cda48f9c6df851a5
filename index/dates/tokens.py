"""A text as words and numbers, and as one letter for each of them: what the grammar's patterns run over."""

import re
from dataclasses import dataclass, field

from index.dates.lexicon import CLASSES, COMPANIONS
from index.dates.months import JOINS, plain

_DASHES = "-–—‐‑‒−"
_DASH = r"\-–—‐‑‒−"
_SEVERAL = sorted((name for name in CLASSES if " " in name), key=len, reverse=True)
"""Names of several words, such as that of a feast, which are one token; the longest first."""
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)} | {0x200C: " "}
"""Arabic and Persian digits as ASCII ones; the joiner within Persian words as what it stands for."""
_TOKEN = re.compile(
    r"\n[^\S\n]*\n"  # the end of a paragraph
    rf"|(?<!\w)(?=[{''.join(sorted({name[0] for name in _SEVERAL}))}])"
    rf"(?:{'|'.join(JOINS.join(map(re.escape, name.split())) for name in _SEVERAL)})(?!\w)"
    r"|(?:[ap]\.m|b\.c|a\.d)\.?(?!\w)"
    rf"|\d+(?:[.,:/{_DASH}]\d+)*"
    r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w))?[^\W\d_]*"
    r"|\w+"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "/": "SLASH",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
    **dict.fromkeys(_DASHES, "DASH"),
    "!": "STOP",
    "?": "STOP",
    "(": "OPEN",
    ")": "CLOSE",
    **dict.fromkeys("$€£¥#§№@", "SIGN"),
}
_SHORT_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_NUMBERS: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (name, re.compile(pattern, re.ASCII | re.IGNORECASE))
    for name, pattern in (
        ("DAYNUM", r"0?[1-9]|[12]\d|3[01]"),
        ("YEAR", r"1\d{3}|2[01]\d\d"),
        ("DAYTH", r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|1er"),
        ("NUMBER", r"\d{1,9}|\d{1,3}(?:,\d{3}){1,3}"),
        ("DECIMAL", r"\d{1,9}\.\d{1,9}"),
        ("DECADENUM", r"(?:1\d|20)?\d0s"),
        ("DAYS", rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[{_DASH}/](?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"),
        ("YEARS", rf"(?:1\d{{3}}|2[01]\d\d)[{_DASH}/](?:(?:1\d{{3}}|2[01]\d\d)|\d\d)"),
        (
            "ISO",
            rf"(?:1\d{{3}}|2[01]\d\d)([{_DASH}/])(?:0[1-9]|1[012])\1(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
        ),
        ("NUMERIC", r"\d{1,2}([/.-])\d{1,2}\1(?:1\d{3}|2[01]\d\d)|\d{1,2}/\d{1,2}/\d\d|\d{1,2}\.\d{1,2}\.\d\d"),
        ("DAYYEAR", r"(?:0?[1-9]|[12]\d|3[01]),(?:1\d{3}|2[01]\d\d)"),
        ("MONTHYEAR", r"(?:0[1-9]|1[012])/(?:1[89]\d\d|20\d\d)"),
        ("DAYMONTH", rf"(?:0?[1-9]|[12]\d|3[01])(?:{_SHORT_MONTHS})"),
        ("SIGNAL", rf"(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[A-Z](?:{_SHORT_MONTHS})?"),
        ("ZULU", r"(?:[01]\d|2[0-3])[0-5]\d[ZLJ]"),
        ("CLOCK", r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"),
        ("CLOCKAM", r"(?:0?[1-9]|1[012])(?:[:.][0-5]\d)?(?:am|pm)|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z"),
    )
)
_FISCAL_YEAR = re.compile(r"FY(?:\d\d|20\d\d)", re.ASCII)
_QUARTER = re.compile(r"Q[1-4]|[1-4]Q|H[12]|[12]H", re.IGNORECASE)
_LONGEST_NUMBER = 40
"""Code points; no numeric notation of a date is longer (an ISO date and time with zone takes 29)."""

LETTERS: dict[str, str] = {}
"""The letter that stands for each class; ``.`` is any other word, ``!`` any other mark."""


def letter(name: str) -> str:
    """The letter of a class."""
    return LETTERS.setdefault(name, chr(0x100 + len(LETTERS)))


OTHER, MARK, BREAK = ".", "!", "\n"
LETTERS.update(OTHER=OTHER, MARK=MARK, BREAK=BREAK)
for _name in [
    *CLASSES.values(),
    *COMPANIONS.values(),
    *_PUNCTUATION.values(),
    *(name for name, _ in _NUMBERS),
    "QUARTERNUM",
    "FYNUM",
]:
    letter(_name)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and marks of a text.

    Attributes:
        text: The text.
        spans: Where each begins and ends.
        words: Each as it stands in the text.
        letters: A letter for each, saying its class.
    """

    text: str
    spans: list[tuple[int, int]] = field(repr=False)
    words: list[str] = field(repr=False)
    letters: str = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """Splits a text."""
        read = text.translate(_DIGITS)
        found = [match.span() for match in _TOKEN.finditer(read)]
        words = [read[start:end] for start, end in found]
        known: dict[str, str] = {}
        letters = []
        for word in words:
            one = known.get(word)
            if one is None:
                one = known[word] = _letter(word)
            letters.append(one)
        return cls(text, found, words, "".join(letters))

    def word(self, at: int) -> str:
        """A word in lower case; empty outside of the text."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""

    def is_a(self, at: int, *names: str) -> bool:
        """Whether the token at a place is of one of the classes."""
        return 0 <= at < len(self.letters) and any(self.letters[at] == LETTERS[name] for name in names)

    def glued(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.spans) and self.spans[at - 1][1] == self.spans[at][0]

    def continues(self, at: int) -> bool:
        """Whether a token stands in the same line as the one before it."""
        return 0 < at < len(self.spans) and "\n" not in self.text[self.spans[at - 1][1] : self.spans[at][0]]

    def heads_entry(self, at: int) -> bool:
        """Whether a token and a colon or a dash head a line, as in a chronology."""
        if self.continues(at) or not 0 <= at < len(self.spans) - 1:
            return False
        return self.words[at + 1] == ":" or (self.is_a(at + 1, "DASH") and not self.glued(at + 1))

    def is_capital(self, at: int) -> bool:
        """Whether a token is a word with a capital that says something: not among words all in capitals."""
        if not (0 <= at < len(self.words) and self.words[at][0].isupper()):
            return False
        return not (self._is_shouted(at) and (self._is_shouted(at - 1) or self._is_shouted(at + 1)))

    def _is_shouted(self, at: int) -> bool:
        return 0 <= at < len(self.words) and len(self.words[at]) > 1 and self.words[at].isupper()


def _letter(word: str) -> str:
    first = word[0]
    if len(word) == 2 and _QUARTER.fullmatch(word):
        return LETTERS["QUARTERNUM"]
    if first.isdecimal() and first.isascii():
        return LETTERS[CLASSES.get(word) or _number(word)]
    if first == "\n":
        return BREAK
    low = word.lower()
    if (name := CLASSES.get(low) or COMPANIONS.get(low) or CLASSES.get(plain(word))) is not None:
        return LETTERS[name]
    if first == "F" and _FISCAL_YEAR.fullmatch(word):
        return LETTERS["FYNUM"]
    if first.isalnum() or first == "_":
        return OTHER
    return LETTERS.get(_PUNCTUATION.get(word, ""), MARK)


def _number(word: str) -> str:
    if len(word) > _LONGEST_NUMBER:
        return "OTHER"
    for name, pattern in _NUMBERS:
        if pattern.fullmatch(word):
            return name
    return "OTHER"
