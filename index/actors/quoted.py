"""Names in quotation marks, announced as such: known as “The Baker”, Tidewater Services S.A. (“Tidewater”)."""

import re
from collections.abc import Iterator
from typing import Final

from index.actors.common import is_common
from index.actors.vocabulary import EVENT_HEADS, TITLES

_NAME: Final = r"(?P<name>[^\W\d_a-zа-я][\w.'’&-]*(?: [\w.'’&-]+){0,4}?)"
_ANNOUNCED: Final = re.compile(
    r"(?:[Kk]nown (?:only |also |simply |better |locally |(?:to|in|among|by) [^.;\"“”\n]{1,40} )?as"
    r"|\ba[/.]?k[/.]?a\b\.?|\balias|nick-?named|dubbed"
    r"|code-?named|\bcall(?:s|ed|ing)? (?:him|her|them)(?:self|selves)?|\b(?:he|she) is (?:simply|just)"
    r"|\b(?:name|alias|nickname|nom de guerre|pseudonym|moniker|code ?name|kunya)(?: of| is| was)?)"
    rf"[,:]? (?:the )?[“\"‘'](?:the )?{_NAME}[,.]?[”\"’']"
)
_MARKS: Final = ("“", '"', "‘", " '")
_CALLED: Final = re.compile(
    r"(?<!\()[“\"](?P<name>(?:Uncle|Aunt|Captain|Doctor|Dr\.?|Father|Mother|Brother|Sister|Commander|Colonel|Major|Mister|Mr\.?)"
    r" [^\W\d_]+)[,.]?[”\"]"
)
"""A form of address and a single word in quotation marks, which is an alias whatever stands before it."""
_TO_HIS_OWN: Final = re.compile(
    r"(?:\b[Kk]nown to (?:his|her|their) [a-z]+ (?:only |simply )?as"
    r"|\bwhom (?:his|her|their) [a-z]+ (?:[a-z]+ )?call(?:s|ed)?"
    r"|\b(?:his|her|their) [a-z]+ (?:[a-z]+ )?call(?:s|ed)? (?:him|her)) the (?P<name>[A-Z][a-z]+)\b(?! [A-Z]| of )"
)
"""What a man's own people call him, which is an alias without quotation marks as well."""
_DEFINED: Final = re.compile(
    rf"\((?:hereinafter |hereafter |collectively |together )?(?:the )?[“\"](?:the )?{_NAME}[,.]?[”\"]\)"
)


def announced(text: str) -> Iterator[tuple[int, int]]:
    """The places of aliases in quotation marks after words such as "known as", which make a name of any words."""
    for pattern in (_ANNOUNCED, _CALLED) if any(mark in text for mark in _MARKS) else ():
        for found in pattern.finditer(text):
            yield found.span("name")
    for found in _TO_HIS_OWN.finditer(text):
        yield found.span("name")


def defined(text: str) -> Iterator[tuple[int, int]]:
    """The places of short names in brackets and quotation marks; not of roles and papers ("Agreement")."""
    for found in _DEFINED.finditer(text):
        words = found["name"].split()
        if len(words) == 1 and is_common(words[0]) and not words[0].isupper():
            continue
        if words[0].rstrip(".").casefold() not in TITLES and words[-1].casefold() not in EVENT_HEADS:
            yield found.span("name")
