"""What the words of an expression say as numbers."""

from index.dates.calendar import Grain
from index.dates.lexicon import NUMBERS, ORDINALS, UNITS
from index.dates.tokens import Tokens

VAGUE_COUNT = (2, 9)
"""What "several", "a few" and a bare plural may stand for: more than one, fewer than ten."""
_MOST = 10**6
"""No count above is taken: a million years lie outside of any calendar here."""
_PIVOT = 30
"""Years of two digits below are of the 2000s, the others of the 1900s."""


def number(word: str) -> int:
    """A number written in digits, an ordinal or a word; 0 for none."""
    low = word.lower()
    if (known := NUMBERS.get(low, ORDINALS.get(low))) is not None:
        return known
    digits = "".join(mark for mark in low.split(".")[0] if mark.isdecimal())
    return min(int(digits[:9] or "0"), _MOST)


def count(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The least and the most a count may stand for; None for what is no whole number."""
    words = [tokens.word(at) for at in range(start, end)]
    if "half" in words:
        return None
    if any(word in ("several", "few", "many", "some") for word in words):
        return VAGUE_COUNT
    if "couple" in words:
        return (2, 2)
    known = [number(word) for word in words if word in NUMBERS or word in ORDINALS or word[0].isdecimal()]
    # Two hundred is a product, twenty-two a sum.
    total = known[0] * known[1] if len(known) == 2 and known[0] < known[1] else sum(known) if known else 1
    return (total, total) if total <= _MOST else None


def written(tokens: Tokens, start: int, end: int) -> str:
    """A count as ISO 8601 durations have it: digits, or X where it is not said."""
    words = [tokens.word(at) for at in range(start, end)]
    if "half" in words:
        return "0.5"
    if any("." in word and word[0].isdecimal() for word in words):
        return next(word for word in words if "." in word)
    counted = count(tokens, start, end)
    return "X" if counted is None or counted[0] != counted[1] else str(counted[0])


def unit(word: str) -> tuple[Grain | None, str]:
    """A unit's grain (None below a day) and its ISO 8601 length."""
    return UNITS.get(word.lower(), (Grain.DAY, "1D"))


def length(amount: str, word: str) -> str:
    """So many units as an ISO 8601 duration."""
    iso = unit(word)[1]
    clock, digits, letter = iso.startswith("T"), iso.strip("THMSDWY"), iso[-1]
    if amount == "X":
        total = "X" if digits == "1" else digits.replace("1", "X", 1)
    elif "." in amount:
        total = f"{float(amount) * int(digits):g}"
    else:
        total = str(int(amount) * int(digits))
    return f"P{'T' if clock else ''}{total}{letter}"


def year(word: str) -> int:
    """A year of four digits or of two."""
    found = number(word.lstrip("'’‘"))
    if found >= 100 or len(word) > 2:
        return found
    return found + (2000 if found < _PIVOT else 1900)


def year_of(word: str | None) -> int | None:
    """The same, of a word that may be missing."""
    return None if word is None else year(word)
