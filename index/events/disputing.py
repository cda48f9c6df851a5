"""Finds tellings of one deed that contradict one another about its day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import product

from index.events.deeds import Deed
from index.events.weighed import Weighed

DISPUTED = 0.4
"""The share of the shorter of two sentences that the other has too, its terms weighed by rarity and the deed the same
in whatever words, from which on they tell of one deed. Of 44 made-up pairs that do, 36 are found, and of 49 that tell
of two deeds of a kind none is claimed (``tests/test_disputes.py``); in 3,978 pieces of news (news_timelines14,
rtqa_2022_24, time63) nothing is."""
REACH_DAYS = 2
"""Days that two contradicting dates lie apart at most. Further apart, the same words tell of the next election, not of
another date of the same one."""
FEWEST_SHARED = 3
"""Actors and other terms, the deed among them, that two sentences share at least."""
WHOLLY = 0.9
"""The share from which on two are enough: "Pavel resigned on 10 September." says no more than that."""
_TRIED = 64
"""How many groups with a term are looked at; a term with more says little."""


def disputes(groups: Sequence[list[Weighed]]) -> Iterator[tuple[list[Weighed], list[Weighed]]]:
    """Each group with those that contradict it, which are told less often."""
    order = sorted(range(len(groups)), key=lambda at: (-len({one.telling.document for one in groups[at]}), at))
    known: dict[str, list[int]] = defaultdict(list)
    against: dict[int, list[Weighed]] = {}
    for at in order:
        lead = groups[at][0]
        near = sorted({other for key in lead.keys for other in known[key][:_TRIED]})
        better = next((other for other in near if _contradict(lead, groups[other][0])), None)
        if better is not None:
            against[better] += groups[at]
            continue
        against[at] = []
        for key in lead.keys:
            known[key].append(at)
    yield from ((groups[at], disputed) for at, disputed in against.items())


def _contradict(one: Weighed, other: Weighed) -> bool:
    """Whether two documents put one deed on two days that lie near."""
    apart = abs((one.telling.begin - other.telling.begin).days)
    if one.telling.document == other.telling.document or not 0 < apart <= REACH_DAYS or one.again or other.again:
        return False
    if one.figures - other.figures and other.figures - one.figures:
        return False
    if _names(one, other) and _names(other, one):
        return False
    pairs = [(deed, same) for deed, same in product(one.deeds, other.deeds) if deed.kind == same.kind]
    return all(_fit(deed, same, one, other) for deed, same in pairs) and any(
        _agree(deed, same, one, other) for deed, same in pairs
    )


def _names(one: Weighed, other: Weighed) -> bool:
    """Whether a telling names what another does not."""
    return bool(set(one.actors) - set(other.actors) or one.proper - other.terms.keys())


def _fit(deed: Deed, same: Deed, one: Weighed, other: Weighed) -> bool:
    """Whether two deeds of a kind may be one: done to the same thing, to the same office, by none that differ."""
    if _clash(deed.beside, same.beside, one, other):
        return False
    if deed.personal and one.others != other.others:
        return False
    if deed.personal:
        return not deed.office or not same.office or deed.office == same.office
    if not deed.what or not same.what:
        return True
    return bool(deed.what & same.what) and not _clash(deed.what, same.what, one, other)


def _clash(some: Set[str], others: Set[str], one: Weighed, other: Weighed) -> bool:
    """Whether each of two tellings has a term here that the other lacks wholly: a forest fire, a factory fire."""
    return bool(some - other.terms.keys() and others - one.terms.keys())


def _agree(deed: Deed, same: Deed, one: Weighed, other: Weighed) -> bool:
    """Whether two tellings of a deed name the same somebody or the same place, and have enough in common."""
    if not (one.persons & other.persons if deed.personal else set(one.actors) & set(other.actors)):
        return False
    shared = one.terms.keys() & other.terms.keys()
    share = max(_share(one, shared | deed.terms), _share(other, shared | same.terms))
    return share >= (DISPUTED if len(shared - deed.terms - same.terms) + 1 >= FEWEST_SHARED else WHOLLY)


def _share(one: Weighed, terms: Set[str]) -> float:
    """How much of what a telling says some terms are, weighed by rarity."""
    total = sum(one.terms.values())
    return sum(weight for term, weight in one.terms.items() if term in terms) / total if total else 0.0
