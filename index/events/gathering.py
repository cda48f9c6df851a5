"""Gathers what is told twice: tellings of one event, and those that contradict one another about its date."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.events.disputing import disputes
from index.events.entry import Entry
from index.events.telling import BASES, Telling
from index.events.weighed import Weighed

ALIKE = 0.4
"""The share of the shorter of two sentences that the other has too, its terms weighed by rarity, from which on they
tell the same event if time and an actor agree. Of the pairs that this joins in the half of the stories of
``benchmarks/events.py`` developed on, .84 are one event; .83 at .2 and .85 at .6, which finds half as many."""
COMPANY = 3
COMPANY_SHARE = 0.75
COMPANY_DAYS = 122
"""So many actors of both sentences, and so large a share of those of the one that names fewer, are one event if the
time is the same and no longer than so many days: a third of a year, as in "late 2003". In 3,555 pieces of news this
joins no two sentences that are not alike anyway, so it costs nothing there."""
FEWEST_SHARED = 3
"""Actors and other terms that two sentences share at least; fewer are an actor and a verb, said of him every day."""
WHOLLY = 0.9
"""The share from which on two are enough: "Daqduq was released in 2012." says no more than that."""
_COMPARED = 12
"""With how many of a group another is compared: what is told a thousand times is told alike."""
_TRIED = 64
"""How many of the latest groups with a term are looked at; a term with more says little."""


def gathered(told: Iterable[Weighed]) -> list[Entry]:
    """The entries of a timeline, in order of time."""
    groups = disputes(_groups(sorted(told, key=_precision)))
    return sorted((_entry(group, disputed) for group, disputed in groups), key=_order)


def _groups(told: Iterable[Weighed]) -> list[list[Weighed]]:
    """The most precise first, so that "in 2007" joins the event it fits best and does not tie two together.

    What one piece of news tells of the day it was written is one event; so is what a sentence says of a day and what
    the next one goes on to say.
    """
    groups: list[list[Weighed]] = []
    known: dict[str, list[int]] = defaultdict(list)
    whole: dict[tuple[str, int], int] = {}
    for one in told:
        place = one.telling.document, -1 if one.telling.basis == "publication" else one.telling.at
        joined = whole.get(place) if one.telling.basis in ("preceding", "publication") else None
        if joined is None:
            joined = _best(one, groups, {at for key in one.keys for at in known[key][-_TRIED:]})
        groups[joined:] = groups[joined:] or [[]]
        groups[joined].append(one)
        whole.setdefault(place, joined)
        for key in one.keys:
            if joined not in known[key][-_TRIED:]:
                known[key].append(joined)
    return groups


def _best(one: Weighed, groups: Sequence[Sequence[Weighed]], near: Iterable[int]) -> int:
    """The number of the group that a telling fits best; of a new one where it fits none."""
    fits = [(fit, -at) for at in near if (fit := _fit(one, groups[at]))]
    return -max(fits)[1] if fits else len(groups)


def _fit(one: Weighed, group: Sequence[Weighed]) -> float:
    """How well a telling fits a group, 0 for not at all."""
    if not _agree(one.telling, group[0].telling):
        return 0.0
    foremost = group[:_COMPARED]
    likeness = max(alike(one, other) for other in foremost)
    if likeness < ALIKE:
        likeness = max(likeness, *(_same_day(one, other) for other in foremost))
    return likeness if likeness >= ALIKE or any(_in_company(one, other) for other in foremost) else 0.0


def _same_day(one: Weighed, other: Weighed) -> float:
    """How alike the words are with which two documents tell of one day, where one of them names nobody.

    "On 3 May the lease was signed" says in few words what another document says of who signed it.
    """
    told = one.telling, other.telling
    if told[0].begin != told[1].begin or any(telling.days > 1 or telling.basis != "text" for telling in told):
        return 0.0
    if told[0].document == told[1].document or (one.actors and other.actors) or not (one.alone and other.alone):
        return 0.0
    shared = one.terms.keys() & other.terms.keys()
    shorter = min(sum(one.terms.values()), sum(other.terms.values()))
    return sum(one.terms[term] for term in shared) / shorter if shorter else 0.0


def _in_company(one: Weighed, other: Weighed) -> bool:
    """Whether two documents name the same actors together at the same time, whatever the words."""
    same_time = (one.telling.begin, one.telling.until) == (other.telling.begin, other.telling.until)
    if not same_time or one.telling.days > COMPANY_DAYS or one.telling.document == other.telling.document:
        return False
    if "publication" in (one.telling.basis, other.telling.basis):
        return False
    shared = len(set(one.actors) & set(other.actors))
    return shared >= COMPANY and shared >= COMPANY_SHARE * min(len(one.actors), len(other.actors))


def alike(one: Weighed, other: Weighed) -> float:
    """How much of what the one says the other says too, 0 to 1, where they name an actor in common."""
    if (one.actors or other.actors) and not set(one.actors) & set(other.actors):
        return 0.0
    shared = one.terms.keys() & other.terms.keys()
    if len(shared) < FEWEST_SHARED - 1:
        return 0.0
    shorter = min(sum(one.terms.values()), sum(other.terms.values()))
    share = sum(one.terms[term] for term in shared) / shorter if shorter else 0.0
    return share if len(shared) >= FEWEST_SHARED or share >= WHOLLY else 0.0


def _agree(one: Telling, other: Telling) -> bool:
    """Whether one of two stretches of time lies within the other."""
    inner, outer = (one, other) if one.days <= other.days else (other, one)
    return outer.begin <= inner.begin and inner.until <= outer.until


def _entry(group: Sequence[Weighed], disputed: Sequence[Weighed]) -> Entry:
    finest = group[0].telling.days
    ordered = [one for one in group if one.telling.days == finest] + [one for one in group if one.telling.days > finest]
    actors = dict.fromkeys(actor for one in ordered for actor in one.actors)
    told, against = (tuple(one.telling for one in some) for some in (ordered, disputed))
    return Entry(told, tuple(actors), against, ordered[0].weight)


def _precision(one: Weighed) -> tuple[object, ...]:
    telling = one.telling
    return telling.days, BASES.index(telling.basis), -one.weight, telling.document, telling.start, telling.at


def _order(entry: Entry) -> tuple[object, ...]:
    lead = entry.lead
    return lead.begin, lead.until, lead.document, lead.start, lead.at
