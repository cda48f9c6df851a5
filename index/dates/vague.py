"""Rules for vague references to the writer's present, past and future: now, recently, in the past, in future."""

import re

from index.dates.pattern import Reading, rule
from index.dates.reckoned import Lately, Now, Soon
from index.dates.standing import stands_alone
from index.dates.tokens import Tokens

_Match = re.Match[str]


def _now(tokens: Tokens, match: _Match) -> Reading | None:
    """Now, currently; not "every now and then"."""
    between = tokens.is_a(match.start() - 1, "BETWEEN")
    if not between and tokens.is_a(match.end(), "AND") and tokens.word(match.end() + 1) in ("then", "again"):
        return None
    return Reading(match.start(), match.end(), Now(), "vague", deictic=True)


def _lately(tokens: Tokens, match: _Match) -> Reading | None:
    before = tokens.word(match.start() - 1)
    if before == "most" or (before == tokens.word(match.end()) == "as"):
        return None  # As recently as Monday, as long ago as 1999.
    return Reading(match.start(), match.end(), Lately(), "vague", deictic=True)


def _moment(tokens: Tokens, match: _Match) -> Reading | None:
    """At the moment, at present."""
    if tokens.word(match.start() - 1) != "at":
        return None
    definite = tokens.is_a(match.start(), "THE")
    return (
        Reading(match.start(), match.end(), Now(), "vague", deictic=True)
        if definite != (tokens.word(match.end() - 1) == "present")
        else None
    )


def _time_being(tokens: Tokens, match: _Match) -> Reading | None:
    """For the time being."""
    return _now(tokens, match) if tokens.word(match.end() - 1) == "being" else None


def _someday(tokens: Tokens, match: _Match) -> Reading | None:
    """A later date."""
    meaning = Soon() if tokens.word(match.start() + 1) == "later" else Lately()
    return Reading(match.start(), match.end(), meaning, "vague", deictic=True)


def _soon(tokens: Tokens, match: _Match) -> Reading | None:  # noqa: ARG001
    return Reading(match.start(), match.end(), Soon(), "vague", deictic=True)


def _ahead(tokens: Tokens, match: _Match) -> Reading | None:
    """In the years ahead; not months ahead of schedule."""
    return None if tokens.is_a(match.end(), "OF") else _soon(tokens, match)


def _the_future(tokens: Tokens, match: _Match) -> Reading | None:
    """The future, the near future; not the future king."""
    return _soon(tokens, match) if stands_alone(tokens, match.end()) else None


def _future(tokens: Tokens, match: _Match) -> Reading | None:
    """Future years, the future king; not a future of its own."""
    if stands_alone(tokens, match.end()) or tokens.is_a(match.end(), "OF"):
        return None
    return _soon(tokens, match)


def _term(tokens: Tokens, match: _Match) -> Reading | None:
    """The long term, short-term."""
    if tokens.is_a(match.end(), "DASH") or not (
        tokens.is_a(match.start(), "THE") or tokens.is_a(match.end() - 2, "DASH")
    ):
        return None
    return _soon(tokens, match)


def _these_days(tokens: Tokens, match: _Match) -> Reading | None:
    return _now(tokens, match) if tokens.word(match.end() - 1) == "days" else None


def _at_this(tokens: Tokens, match: _Match) -> Reading | None:
    """At this time, at this moment, at this point."""
    more = tokens.word(match.end()) in ("of", "last", "next", "in")
    return None if more else Reading(match.start() + 1, match.end(), Now(), "vague", deictic=True)


def _the_past(tokens: Tokens, match: _Match) -> Reading | None:
    return _lately(tokens, match) if stands_alone(tokens, match.end()) else None


def _once(tokens: Tokens, match: _Match) -> Reading | None:
    """Was once, who once; not once a year, at once, once it is over."""
    if tokens.word(match.start() - 1) not in ("was", "were", "had", "who", "which"):
        return None
    return None if tokens.is_a(match.end(), "AN", "EVERY", "PER", "MORE") else _lately(tokens, match)


def _in_future(tokens: Tokens, match: _Match) -> Reading | None:
    """In future; not in future years."""
    if not stands_alone(tokens, match.end()):
        return None
    return Reading(match.start() + 1, match.end(), Soon(), "vague", deictic=True)


RULES = [
    rule("THESE UNITMANY", _these_days),
    rule("AT THIS (?P<what>TIME|MOMENT|POINT)", _at_this),
    rule("THE PAST", _the_past),
    rule("ONCE", _once),
    rule("NOW", _now),
    rule("MORE? RECENT (?:MANY|TIMES)?", _lately),
    rule("THE? MOMENT", _moment),
    rule("THE TIME OTHER", _time_being),
    rule("LONG AGO", _lately),
    rule("(?:AN|COUNT_VAGUE)? LONG? (?:TIME|WHILE|MOMENT) AGO", _lately),
    rule("THE? MANY AHEAD", _ahead),
    rule("AN (?:LATER|EARLIER) (?:DATE|TIME|POINT)", _someday),
    rule("THE (?:NEAR|FUTURE)? FUTURE", _the_future),
    rule("FUTURE", _future),
    rule("FUTURE MANY", _soon),
    rule("IN FUTURE", _in_future),
    rule("THE? (?:LONG|NEAR) DASH? TERM", _term),
]
