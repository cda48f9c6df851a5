"""What a name names: a person, an organisation or a place, by the words in it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final

from index.actors.common import is_common
from index.actors.given import is_given
from index.actors.mention import Kind
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.runs import HEADS
from index.actors.vocabulary import (
    FAMILY_PARTICLES,
    HONORIFICS,
    LEGAL,
    NUMBERED,
    ORGANISATION_HEADS,
    ORGANISATION_PREFIXES,
    PLACE_HEADS,
    PLACE_PREFIXES,
    SURNAMES_TOO,
    TRADES,
)
from index.actors.votes import FAIR, KNOWN, LONE, STRONG, SURE, WEAK, Votes

_KINDS: Final = tuple(Kind)
_ACRONYM: Final = 7
"""Letters that an acronym has at most."""
_INITIALS: Final = re.compile(r"[^\W\d_]\.[^\W\d_]\.")
"""A person's: S.O. What is known by two letters with full stops, U.S., is in the gazetteer."""
_WHERE: Final = PLACES | DEMONYMS
_FORMS_FIRST: Final = frozenset("PT CV OOO OAO ZAO PAO JSC PJSC TOV ООО ОАО ЗАО ПАО".split())
"""Legal forms that stand before the names of companies: PT Flora Nusantara."""
_EITHER: Final = frozenset("house hall building station base theatre theater hotel school camp".split())
"""Heads of places that are bodies as often."""


_ARTICLES: Final = frozenset(("Al", "El"))
"""With a capital they are a surname's less often than a place's or a firm's: Al Ain, Al Baraka."""
_FIRM: Final = re.compile(
    r"^(?!(?:Mc|Mac|De|Di|Du|Da|Del|Dos|La|Le|Van|Von|Fitz|El|Al|Ben|Bin|Abd|Abu|San|St|[OD]['’])[A-Z]).*[a-z][A-Z][a-z]"
    r"|.{3}(?:bank|fund|invest|stroy|prom|neft|energo|soft|tech|telecom|telekom|media|pharma|corp|chem|mash|versicherung)$"
)
"""Words that are made as firms are called: GlobalGrain, Norfund, Sberbank. Eubank has a given name."""


@lru_cache(maxsize=1 << 14)
def of_words(words: tuple[str, ...]) -> Mapping[Kind, float]:
    """The votes of a name's own words."""
    phrase = " ".join(words)
    if phrase in BODIES:
        return {Kind.ORGANISATION: KNOWN}
    if phrase in PLACES:
        return {Kind.PLACE: KNOWN}
    folded = [word.casefold() for word in words]
    if len(words) > 1 and (folded[-1].replace(".", "") in LEGAL or words[0] in _FORMS_FIRST):
        return {Kind.ORGANISATION: KNOWN}
    of = next((at for at, word in enumerate(folded) if word in {"of", "for"} and at), len(words))
    head = folded[-1] if folded[-1] in ORGANISATION_HEADS else folded[of - 1]
    headed = head in HEADS and not (len(words) == 2 and head in SURNAMES_TOO)
    personal = 0.0 if headed else _of_person(words, folded)
    votes: Votes = {
        Kind.PERSON: personal,
        Kind.ORGANISATION: _of_body(words, folded, head, personal),
        Kind.PLACE: _of_place(folded, head) if not personal else 0.0,
    }
    return votes if any(votes.values()) else _guess(words)


def _of_person(words: Sequence[str], folded: Sequence[str]) -> float:
    several = len(words) > 1
    if not several and _INITIALS.fullmatch(words[0]):
        return FAIR
    vote = (STRONG if several else FAIR) if is_given(words[0]) else 0.0
    if several and folded[0] in HONORIFICS and (words[0] not in _ARTICLES or is_given(words[1])):
        vote += STRONG
    if any((len(word) == 2 and word[1] == ".") or (several and word[0] in '“"‘') for word in words):
        vote += STRONG
    if folded[0] not in ORGANISATION_PREFIXES and any(word in FAMILY_PARTICLES or "-" in word for word in folded[1:]):
        vote += WEAK
    return vote


def _of_body(words: Sequence[str], folded: Sequence[str], head: str, personal: float) -> float:
    several = len(words) > 1
    vote = 0.0 if several or head not in ORGANISATION_HEADS else FAIR
    if several and head in ORGANISATION_HEADS:
        vote += FAIR if personal else SURE
    if (
        (several and folded[0] in ORGANISATION_PREFIXES)
        or (several and folded[-1].replace(".", "") in LEGAL)
        or "&" in words
    ):
        vote += SURE
    if several and folded[-1] in TRADES:
        vote += FAIR if personal else STRONG
    if several and words[0] in _WHERE and not is_given(words[0]):
        vote += FAIR
    if _FIRM.search(words[-1]):
        vote += FAIR
    if words[-1].isdigit() or (several and words[0][0].isdigit()):
        vote += STRONG if NUMBERED & set(folded) else WEAK
    if (
        not several
        and words[0].isupper()
        and not _INITIALS.fullmatch(words[0])
        and 2 <= len(words[0].replace(".", "")) <= _ACRONYM
    ):
        vote += STRONG
    return vote


def _of_place(folded: Sequence[str], head: str) -> float:
    if len(folded) == 1 or not (head in PLACE_HEADS or folded[0] in PLACE_PREFIXES):
        return 0.0
    return FAIR if head in _EITHER else STRONG


def _guess(words: Sequence[str]) -> Votes:
    last = words[-1].casefold()
    if len(words) > 1 and is_common(last) and last not in SURNAMES_TOO:
        return {Kind.ORGANISATION: WEAK}
    return {Kind.PERSON: WEAK if len(words) in {2, 3} else LONE}


def beside(name: str) -> Votes:
    """The vote of a neighbour in a list, if its own words tell what it is: Dublin, Cork and Youghal."""
    votes = of_words(tuple(name.split()))
    kind = max(votes, key=lambda one: votes[one])
    return {kind: WEAK} if votes[kind] >= STRONG else {}


def decided(own: Mapping[Kind, float], contexts: Sequence[Votes]) -> Kind:
    """The kind with most votes.

    Args:
        own: Of the words of the name.
        contexts: Of each place where it stands; the more there are, the less each counts.
    """
    total = dict(own)
    less = 1 / sqrt(len(contexts) or 1)
    for votes in contexts:
        for kind, vote in votes.items():
            total[kind] = total.get(kind, 0.0) + vote * less
    return max(_KINDS, key=lambda kind: total.get(kind, 0.0))
