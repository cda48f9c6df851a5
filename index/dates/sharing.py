"""Dates of a list that share a year which is said once."""

from dataclasses import replace

from index.dates.calendar import Grain
from index.dates.meaning import Exact
from index.dates.pattern import Reading
from index.dates.tokens import Tokens
from index.dates.undated import InYear


def with_shared_years(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Gives months of a list the year that is said once: January, February and March of 2008; May 2007 and June."""
    shared = list(readings)
    for here, beside in [
        *((at, at + 1) for at in reversed(range(len(shared) - 1))),
        *((at, at - 1) for at in range(1, len(shared))),
    ]:
        one, other = shared[here].meaning, shared[beside].meaning
        first, last = sorted((shared[here], shared[beside]), key=lambda reading: reading.start)
        marks = range(first.end, last.start)
        if not marks or len(marks) > 2 or not all(tokens.is_a(at, "COMMA", "AND", "OR") for at in marks):
            continue
        if isinstance(one, InYear) and one.year is None:
            if isinstance(other, Exact) and other.stretch.grain <= Grain.MONTH:
                shared[here] = replace(shared[here], meaning=replace(one, year=other))
            elif isinstance(other, InYear) and other.year is not None:
                shared[here] = replace(shared[here], meaning=replace(one, year=other.year))
    return shared
