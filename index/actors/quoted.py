"""Names in quotation marks, announced as such: known as “The Baker”, Tidewater Services S.A. (“Tidewater”)."""

import re
from collections.abc import Iterator
from typing import Final

from index.actors.common import is_common
from index.actors.vocabulary import EVENT_HEADS, TITLES

_NAME: Final = r"(?P<name>[^\W\d_a-zа-я][\w.'’&-]*(?: [\w.'’&-]+){0,4}?)"
_ANNOUNCED: Final = re.compile(
    r"(?:[Kk]nown as|[Kk]nown (?:to|in|among|by) [^.;\"“”\n]{1,40} as|\ba[/.]?k[/.]?a\b\.?|\balias|nick-?named|dubbed"
    r"|code-?named|\bcall(?:s|ed|ing)? (?:him|her|them)(?:self|selves)?|\b(?:he|she) is (?:simply|just)"
    r"|\b(?:name|alias|nickname|nom de guerre|pseudonym|moniker|code ?name|kunya)(?: of| is| was)?)"
    rf"[,:]? (?:the )?[“\"‘']{_NAME}[,.]?[”\"’']"
)
_DEFINED: Final = re.compile(
    rf"\((?:hereinafter |hereafter |collectively |together )?(?:the )?[“\"](?:the )?{_NAME}[,.]?[”\"]\)"
)


def announced(text: str) -> Iterator[tuple[int, int]]:
    """The places of aliases in quotation marks after words such as "known as", which make a name of any words."""
    for found in _ANNOUNCED.finditer(text):
        yield found.span("name")


def defined(text: str) -> Iterator[tuple[int, int]]:
    """The places of short names in brackets and quotation marks; not of roles and papers ("Agreement")."""
    for found in _DEFINED.finditer(text):
        words = found["name"].split()
        if len(words) == 1 and is_common(words[0]) and not words[0].isupper():
            continue
        if words[0].rstrip(".").casefold() not in TITLES and words[-1].casefold() not in EVENT_HEADS:
            yield found.span("name")
