"""Whether a word that may be a date is one here: years among numbers, May and March among names and verbs."""

from typing import Literal

from index.dates.lexicon import COUNTED
from index.dates.tokens import Tokens

PLAUSIBLE = range(1700, 2100)
"""Years that need little around them to be taken as such; others need a preposition of time."""
_AMBIGUOUS_MONTHS = frozenset("may march april june august jan mar jun dec".split())
"""Months that are also first names, surnames or other words."""
_AMBIGUOUS_DAYS = frozenset("sun sat mon wed".split())
_PAPERS = frozenset(
    "times telegraph mirror express mail post world herald tribune star independent observer people school".split()
)
_BEGUN = frozenset("was is saw brought began ended will would had has marked proved became and or".split())
_DETERMINERS = frozenset("the a an its his her their our my your this that s these those whose".split())
_YEAR_LEADS = frozenset(
    "born died dated founded established since by circa c ca copyright est than with about around into class throughout"
    " published elected reelected year years jahr jahre jahren im seit en depuis desde em anno عام سنة".split()
)
_REACHING = frozenset("back prior up early late far run-up closer".split())
"""Words before "to" and "as" that lead a year: dating back to 1960, as early as 2025."""
_VERBS_IN_S = frozenset("was is as has its this thus us does says perhaps news always".split())
_ADJECTIVE_ENDS = ("ed", "al", "ous", "ic", "ive", "ary", "ful", "less", "able", "ible", "new", "old", "an")

_LASTING = frozenset("will would to could can may might must should did not".split())
_STANDALONE = frozenset("and but or in at on to by with from was were had is as when while that which where".split())
"""What may follow "the day before" where nothing is named that it was before."""
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "that": 0, "same": 0}
"""How many units from the anchor a word leads; any other word, such as "next", leads one on."""
TOLD_WORDS = frozenset("that same following ensuing subsequent previous preceding prior".split())
"""Words that reckon from the last date told."""


def counts(tokens: Tokens, after: int) -> bool:
    """Whether what stands at a place says that the number before it counts or measures."""
    return tokens.word(after) in COUNTED or tokens.word(after) in ("%", "°", "€", "$")


def year_stands(tokens: Tokens, at: int) -> Literal["told", "named"] | None:
    """Whether a bare number of four digits is a year: told of, or only naming something ("the 1991 agreement")."""
    if not _is_free(tokens, at) or counts(tokens, at + 1):
        return None
    year = int(tokens.words[at])
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if _is_alone(tokens, at):
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


_EVENTS = frozenset("elections games protests riots uprisings talks attacks bombings olympics olympic accords".split())


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
    if tokens.is_a(at - 1, "DOT") and tokens.is_a(at - 2, "CIRCA"):
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


_TITLES = frozenset("mr mrs ms miss dr sir lady lord prof professor".split())
_STREETS = frozenset("street road avenue lane square hall".split())
_MONTHLY = frozenset(
    "sales figures data report results election elections vote summit meeting conference deadline issue edition"
    " quarter inflation exports imports output production payrolls prices deliveries orders numbers survey revolution"
    " uprising war offensive factory retail car auto consumer jobs trade"
    " attack attacks bombing agreement deal decision ruling hearing budget total average".split()
)
"""Nouns before which a month is no first name: June sales, the April uprising."""
_MONTH_LEADS = (
    "IN FOR FROM BETWEEN EARLY LAST NEXT THIS PREVIOUS FOLLOWING BEFORE AFTER EVERY TO OF THAT SAME DASH SLASH ABOUT"
).split()


def month_stands(tokens: Tokens, at: int) -> bool:
    """Whether the name of a month, alone, means the month."""
    word = tokens.word(at)
    capital, lead = tokens.is_capital(at), _has_lead(tokens, at)
    short = len(word) < 5 and word not in ("may", "june", "july")
    if _is_titled(tokens, at) or (tokens.word(at + 1) in _STREETS and tokens.is_capital(at + 1)):
        return False
    if tokens.is_a(at - 1, "OTHER") and tokens.word(at - 1).endswith("est"):
        return False  # "The hottest July on record" is any.
    if word in ("may", "march") and not capital:
        return tokens.is_a(at - 1, "IN") or tokens.word(at - 1) in ("since", "until", "last", "mid")
    if short or (word in ("march", "august", "mar") and not capital):
        return lead and not tokens.is_a(at - 1, "TO", "OF", "DASH") and (capital or word not in _AMBIGUOUS_MONTHS)
    if not capital:
        return lead or (tokens.words[at].isupper() and word not in _AMBIGUOUS_MONTHS)
    named = tokens.is_capital(at + 1) and tokens.is_a(at + 1, "OTHER")
    if lead:
        sure = tokens.is_a(at - 1, "IN", "EARLY", "LAST", "NEXT", "THIS") or tokens.word(at - 1) == "since"
        return sure or not (named and word in _AMBIGUOUS_MONTHS)
    if word in _AMBIGUOUS_MONTHS:
        if tokens.is_a(at + 1, "TO", "DASH", "THIS", "LAST", "NEXT") and tokens.is_a(at + 2, "MONTH", "YEARWORD"):
            return True
        return _is_listed(tokens, at) or (tokens.word(at + 1) in _MONTHLY and not tokens.is_capital(at + 1))
    return not named and not (tokens.is_capital(at - 1) and tokens.is_a(at - 1, "OTHER") and not begins(tokens, at - 1))


def _is_titled(tokens: Tokens, at: int) -> bool:
    """Whether a word is the name of somebody who has a title: Mrs May, Mr. Sunday."""
    before = at - 1 - tokens.is_a(at - 1, "DOT")
    return tokens.word(before) in _TITLES and tokens.is_capital(before)


def _has_lead(tokens: Tokens, at: int) -> bool:
    return tokens.is_a(at - 1, *_MONTH_LEADS) or tokens.word(at - 1) in (
        "since",
        "by",
        "one",
        "as",
        "late",
        "on",
        "mid",
    )


def _is_listed(tokens: Tokens, at: int) -> bool:
    """Whether a month stands in a list of months."""
    before = at - 1
    while tokens.is_a(before, "COMMA", "AND", "OR") and at - before < 3:
        before -= 1
    after = at + 1
    while tokens.is_a(after, "COMMA", "AND", "OR") and after - at < 3:
        after += 1
    beside = [one for one in (before, after) if one not in (at - 1, at + 1) and tokens.is_a(one, "MONTH")]
    return any(tokens.word(one) not in _AMBIGUOUS_MONTHS for one in beside) or (
        bool(beside) and before in beside and _has_lead(tokens, before)
    )


def begins(tokens: Tokens, at: int) -> bool:
    """Whether a word begins a sentence, where a capital says nothing."""
    return at <= 0 or tokens.is_a(at - 1, "DOT", "STOP", "BREAK", "MARK")


def weekday_stands(tokens: Tokens, at: int) -> bool:
    """Whether the name of a weekday means the day: not the Sunday Times, nor a sun, nor a named Black Monday."""
    word = tokens.word(at)
    if _is_titled(tokens, at):
        return False
    if tokens.word(at - 1) in ("black", "bloody", "ash", "good", "palm", "man", "cyber") and tokens.is_capital(at - 1):
        return False
    if tokens.word(at + 1) in _PAPERS and tokens.is_capital(at + 1):
        return False
    if word.endswith("day"):
        return True
    marked = tokens.is_a(at + 1, "DOT", "COMMA") or at + 1 == len(tokens.words)
    if word in _AMBIGUOUS_DAYS:
        return tokens.is_capital(at) and marked and tokens.word(at - 1) == "on"
    return tokens.word(at - 1) in ("on", "by", "until", "till") or (tokens.is_capital(at) and marked and len(word) > 3)


def season_stands(tokens: Tokens, at: int) -> bool:
    """Whether the name of a season, alone, means that of some year: "in the spring", not a spring, nor to fall."""
    before = at - 1
    if tokens.is_a(before, "THE"):
        before -= 1
    elif tokens.word(before) in ("until", "till", "by", "since") and not tokens.is_a(at + 1, "OTHER"):
        return True
    elif tokens.word(at) in ("spring", "fall", "autumn", "winter", "summer") and not tokens.is_a(
        before, "IN", "EARLY", "THIS"
    ):
        return False
    lead = tokens.is_a(before, "IN", "EARLY", "TO", "FROM", "BEFORE", "AFTER") or tokens.word(before) in (
        "since",
        "by",
        "over",
        "throughout",
        "spent",
    )
    return lead and not (
        tokens.is_a(at + 1, "OF") and not tokens.is_a(at + 2, "YEAR", "APOSTROPHE", "THIS", "LAST", "NEXT", "THAT")
    )


def is_verb_last(tokens: Tokens, at: int) -> bool:
    """Whether a word is the verb of "will last two weeks"."""
    return tokens.word(at) == "last" and tokens.word(at - 1) in _LASTING


def stands_alone(tokens: Tokens, end: int) -> bool:
    """Whether an expression ends here: "the day before, ...", not "the day before the vote"."""
    after = tokens.word(end)
    return not after or not (after[0].isalnum() or after[0] == "’" or after[0] == "'") or after in _STANDALONE
