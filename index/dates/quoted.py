"""What is said in somebody's own words, which are reckoned from the day they were said or written."""

import itertools

from index.dates.tokens import Tokens

_MARKS = {'"': '"', "“": "”", "„": "“", "«": "»", "`": "'"}
"""What opens a quotation, and what closes it."""
_SAYING = frozenset(
    "said says told wrote writes written noted notes recorded records reported reports cabled telegraphed announced"
    " letter diary entry telegram cable message".split()
)
"""Words of a sentence after which a colon leads in what was said, and not what explains."""
_BEFORE = 12
_LONGEST = 200
"""Words of a quotation that are looked at."""


def saying_end(tokens: Tokens, end: int) -> int | None:
    """Where that ends which a day and a colon lead in: on 12 March 1917 she wrote: we came yesterday.

    Args:
        tokens: The text.
        end: The token after the day.

    Returns:
        The token after what is said, up to the mark that closes it or the end of the sentence; None for nothing said.
    """
    colon = next((at for at in range(end, end + 4) if tokens.word(at) == ":"), None)
    if colon is None or any(tokens.is_a(at, "DOT", "STOP", "BREAK", "COMMA") for at in range(end, colon)):
        return None
    close = _MARKS.get(tokens.word(colon + 1))
    if close is None and not _is_said(tokens, colon):
        return None
    for at in range(colon + 2, min(colon + _LONGEST, len(tokens.words))):
        if tokens.is_a(at, "BREAK") or (tokens.words[at] == close if close else tokens.is_a(at, "DOT", "STOP")):
            return at
    return len(tokens.words)


def _is_said(tokens: Tokens, colon: int) -> bool:
    before = range(colon - 1, max(-1, colon - 1 - _BEFORE), -1)
    sentence = itertools.takewhile(lambda at: not tokens.is_a(at, "DOT", "STOP", "BREAK"), before)
    return any(tokens.word(at) in _SAYING for at in sentence)


def is_quoted(tokens: Tokens, at: int) -> bool:
    """Whether a token stands within double quotation marks that its paragraph has opened before."""
    inside = False
    for place in range(max(0, at - _LONGEST), at):
        word = tokens.words[place]
        if tokens.is_a(place, "BREAK"):
            inside = False
        elif word == '"':
            inside = not inside
        elif word in "“”":
            inside = word == "“"
    return inside
