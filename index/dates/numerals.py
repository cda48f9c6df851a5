"""Whether a number of four digits is a year: told of, or only naming something."""

from typing import Literal

from index.dates.standing import counts
from index.dates.tokens import Tokens

PLAUSIBLE = range(1700, 2100)
"""Years that need little around them to be taken as such; others need a preposition of time."""
_BEGUN = frozenset("was is saw brought began ended will would had has marked proved became and or".split())
_DETERMINERS = frozenset("the a an its his her their our my your this that s these those whose".split())
_YEAR_LEADS = frozenset(
    "born died dated founded established since by circa c ca copyright est than with about around into class throughout"
    " published elected reelected year years jahr jahre jahren im seit en depuis desde em anno عام سنة".split()
)
_LIVED = frozenset("b d fl est".split())
"""Abbreviations before a year of somebody's life: b. 1938, d. 2013."""
_REACHING = frozenset("back prior up early late far run-up closer recently recent ago long".split())
"""Words before "to" and "as" that lead a year: dating back to 1960, as early as 2025."""
_VERBS_IN_S = frozenset("was is as has its this thus us does says perhaps news always".split())
_ADJECTIVE_ENDS = ("ed", "al", "ous", "ic", "ive", "ary", "ful", "less", "able", "ible", "new", "old", "an")
_HELD = frozenset(
    "conference summit congress expo exhibition fair festival olympics championship championships cup forum symposium"
    " convention tournament census".split()
)
"""What is held again and again and is told apart by the year behind it: World Cup 2010."""
_EVENTS = frozenset("elections games protests riots uprisings talks attacks bombings olympics olympic accords".split())


def year_stands(tokens: Tokens, at: int) -> Literal["told", "named"] | None:
    """Whether a bare number of four digits is a year: told of, or only naming something ("the 1991 agreement")."""
    if not _is_free(tokens, at) or counts(tokens, at + 1):
        return None
    year = int(tokens.words[at])
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if _is_alone(tokens, at) or tokens.heads_entry(at):
        return "told" if year in PLAUSIBLE else None
    plural = _is_plural(tokens, at + 1)
    if tokens.glued(at) and tokens.is_a(at - 1, "DASH"):
        return "told"
    if tokens.is_a(at + 1, "APOSTROPHE") and tokens.glued(at + 1) and tokens.word(at + 2) == "s":
        named = tokens.is_capital(at - 1) and tokens.is_a(at - 1, "OTHER")
        return "told" if year in PLAUSIBLE and not named else None
    if tokens.is_a(at - 1, "IN"):
        return None if plural and year % 50 == 0 and not tokens.is_capital(at - 1) else "told"
    if before in ("since", "until", "till") or _is_first_of_two(tokens, at):
        return "told"
    if year not in PLAUSIBLE:
        spanned = tokens.is_a(at - 1, "FROM", "BETWEEN") and tokens.is_a(at + 1, "TO", "AND", "DASH")
        about = _is_dated(tokens, at) and not plural and tokens.is_a(at - 1, "ABOUT")
        return "told" if year > 999 and (spanned or about) else None
    if before in _DETERMINERS:
        # "The 1967 borders"; what is counted was left out before.
        many = plural and after not in _EVENTS and before != "the"
        return "named" if after[:1].isalpha() and not many else None
    if _is_dated(tokens, at):
        return None if plural else "told"
    return _otherwise(tokens, at, plural)


def _is_first_of_two(tokens: Tokens, at: int) -> bool:
    """Whether another year follows, up to which it goes: 2003 to 2007."""
    if not (tokens.is_a(at + 1, "TO") and tokens.is_a(at + 2, "YEAR")) or counts(tokens, at + 3):
        return False
    first, last = int(tokens.words[at]), int(tokens.words[at + 2])
    return first in PLAUSIBLE and first < last <= first + 100


def _is_alone(tokens: Tokens, at: int) -> bool:
    """Whether a number is all that a cell of a table or a line holds: "Owner | 2014"."""
    text, (start, end) = tokens.text, tokens.spans[at]
    before = text[max(0, start - 8) : start].rstrip(" ")
    after = text[end : end + 8].lstrip(" \r")
    is_cell = before.endswith(("|", "\t")) or after.startswith(("|", "\t"))
    return is_cell and before[-1:] in ("", "|", "\t", "\n") and after[:1] in ("", "|", "\t", "\n")


def _otherwise(tokens: Tokens, at: int, plural: bool) -> Literal["told", "named"] | None:
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    ends = not after or not after[0].isalnum()
    if at == 0 or tokens.is_a(at - 1, "BREAK", "STOP", "DOT", "OPEN", "CLOSE", "MARK"):
        return "told" if (after in _BEGUN or (ends and tokens.is_a(at - 1, "OPEN"))) else None
    if before in ("was", "is") and tokens.word(at - 2) == "it":
        return "told" if ends else None
    if tokens.is_a(at - 1, "COMMA") and tokens.is_a(at - 2, "YEAR", "YEARS") and tokens.is_a(at + 1, "COMMA", "AND"):
        return "told"
    if tokens.is_a(at - 1, "COMMA"):
        return "told" if ends and (tokens.is_capital(at - 2) or tokens.is_a(at - 2, "YEAR")) else None
    if before in _HELD and tokens.is_capital(at - 1) and not plural:
        return "named"
    if tokens.is_a(at - 1, "AND", "OR"):
        return "told" if tokens.is_a(at - 2, "YEAR", "DECADENUM", "COMMA") and not plural else None
    # A determiner and an adjective: the disputed 2009 election.
    adjective = tokens.is_a(at - 1, "OTHER") and tokens.word(at - 1).endswith(_ADJECTIVE_ENDS)
    if adjective and tokens.word(at - 2) in _DETERMINERS and after[:1].isalpha() and tokens.is_a(at + 1, "OTHER"):
        return None if plural else "named"
    return None


def _is_dated(tokens: Tokens, at: int) -> bool:
    """Whether a preposition or another word of time comes before."""
    if tokens.word(at - 1) in ("through", "thru"):
        return True
    if tokens.is_a(at - 1, "TO"):
        # From one date to another, not "by 2003 votes to 1987".
        reaching = tokens.word(at - 2) in _REACHING
        return reaching or tokens.is_a(at - 2, "YEAR", "MONTH", "DECADENUM", "SEASON", "DAYNUM")
    if tokens.word(at - 1) == "as" and tokens.word(at - 2) in _REACHING:
        return True
    if tokens.is_a(at - 1, "DOT") and (tokens.is_a(at - 2, "CIRCA") or tokens.word(at - 2) in _LIVED):
        return True
    return tokens.word(at - 1) in _YEAR_LEADS or tokens.is_a(
        at - 1,
        "FROM",
        "BETWEEN",
        "OF",
        "BEFORE",
        "AFTER",
        "ABOUT",
        "EARLY",
        "FOR",
        "LATER",
        "EARLIER",
        "SEASON",
        "MONTH",
    )


def _is_free(tokens: Tokens, at: int) -> bool:
    """Whether a number is not part of a longer sign: Unit-2800, $2003, 2003-based, 2003.5."""
    if tokens.is_a(at - 1, "SIGN"):
        return False
    if tokens.glued(at) and not tokens.is_a(at - 1, "OPEN", "MARK", "APOSTROPHE"):
        prefix = tokens.word(at - 2)
        if not (tokens.is_a(at - 1, "DASH") and prefix in ("mid", "early", "late", "end", "pre", "post", "circa")):
            return False
    return not (tokens.is_a(at + 1, "SLASH", "SIGN") and tokens.glued(at + 1))


def _is_plural(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    if tokens.is_a(at + 1, "AN", "THE", "THIS", "THAT", "THESE") or tokens.word(at + 1) in _DETERMINERS:
        return False  # "The act of 1992 limits the subsidies": a verb.
    return (
        tokens.is_a(at, "OTHER")
        and not tokens.is_capital(at)
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in _VERBS_IN_S
    )
