"""Names that letters, e-mails and lists have in places of their own: a greeting, a signature, a surname put first."""

import re
from collections.abc import Iterator
from typing import Final

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.vocabulary import FAMILY_PARTICLES, MONTHS_AND_DAYS, TITLES

_INITIAL: Final = 2
_WORD: Final = r"[^\W\d_a-zа-я][\w’'-]*"
_GREETED: Final = re.compile(
    r"^[> ]*(?:(?:My )?[Dd]ear(?:est)?|Hi|Hello|Hey|Ch(?:er|ère)|Mon cher|Ma chère|Lieber?|Hola|Querid[oa]|Car[oa]) "
    rf"(?P<one>{_WORD}(?: {_WORD})?)(?:(?:,| and| et| und| y) (?P<two>{_WORD}(?: {_WORD})?))?[,:!.]?[ ]*$",
    re.MULTILINE,
)
_SIGNED: Final = re.compile(
    r"^[> ]*(?:(?:With )?(?:[Kk]ind |[Bb]est |[Ww]arm |[Mm]any )?(?:[Rr]egards|[Ww]ishes|[Tt]hanks)|Best|Cheers|"
    r"(?:Much |With )?[Ll]ove|Sincerely(?: yours)?|Yours(?: [a-z]+){0,2}|Cordialement|Amitiés|Gruß|Saludos|"
    r"(?:Ever |I remain |Believe me )?"
    r"[Yy]our(?: [a-z]+){0,3} (?:friend|servant|brother|sister|son|daughter|father|mother"
    r"|cousin|uncle|aunt|nephew|niece|husband|wife|colleague|comrade))[,.!]?[ ]*\n\s*"
    rf"(?P<one>{_WORD}(?: (?:{_WORD}|[a-z]{{1,3}})){{0,3}})[ ]*$",
    re.MULTILINE,
)
_INVERTED: Final = re.compile(
    r"(?:^[ \t>]*|[|\t;\"“][ ]*|^(?:From|To|Cc|Bcc|CC|De|An|Von): ?)"
    rf"(?P<last>{_WORD}(?: {_WORD})?), (?P<first>{_WORD}\.?(?: {_WORD}\.?){{0,2}})(?=[ ]*(?:$|[|\t;:\"”(<]))",
    re.MULTILINE,
)


def addressed(text: str) -> Iterator[tuple[int, int]]:
    """The places of names that a greeting addresses, or that stand below a valediction."""
    for pattern, groups in ((_GREETED, ("one", "two")), (_SIGNED, ("one",))):
        for found in pattern.finditer(text):
            for group in groups:
                if found[group] is not None and _may_be_a_person(found[group]):
                    yield found.span(group)


def inverted(text: str) -> Iterator[tuple[int, int, str]]:
    """The places of names with the surname first, in a cell or a line of their own, and each as it is spoken."""
    for found in _INVERTED.finditer(text):
        last, first = found["last"], found["first"]
        leading = first.split()[0]
        if (
            not (is_given(leading) or (len(leading) == _INITIAL and leading[-1] == "."))
            or not _may_be_a_person(last)
            or last in PLACES
        ):
            continue
        yield found.start("last"), found.end("first"), f"{first} {last.title() if last.isupper() else last}"


def _may_be_a_person(name: str) -> bool:
    words = name.split()
    if words[0].rstrip(".").casefold() in TITLES or name in BODIES or name in DEMONYMS or name in MONTHS_AND_DAYS:
        return False
    return any(is_given(word) or not is_common(word) for word in words if word.casefold() not in FAMILY_PARTICLES)
