"""Whether a word that may be a date is one here: May and March among names and verbs, weekdays, seasons."""

from index.dates.lexicon import COUNTED
from index.dates.tense import PAST
from index.dates.tokens import Tokens

_AMBIGUOUS_MONTHS = frozenset("may march april june august jan mar jun dec".split())
"""Months that are also first names, surnames or other words."""
_AMBIGUOUS_DAYS = frozenset("sun sat mon wed".split())
_PAPERS = frozenset(
    "times telegraph mirror express mail post world herald tribune star independent observer people school".split()
)

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
    if tokens.heads_entry(at):
        return True
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
        "ended",
        "ending",
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


OWNERS = frozenset("his her its our their".split())
"""Whose season it is: its spring offensive, their autumn meeting."""


def season_stands(tokens: Tokens, at: int) -> bool:
    """Whether the name of a season, alone, means that of some year: "in the spring", not a spring, nor to fall."""
    before = at - 1
    if tokens.heads_entry(at):
        return True
    if tokens.word(before) in OWNERS and tokens.word(at) != "fall" and tokens.is_a(at + 1, "OTHER"):
        return tokens.word(at + 1) not in PAST
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
