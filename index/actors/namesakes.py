"""Two men of one name: documents that contradict each other about him, and have nothing else in common.

What is not certain stays one, for people to split; ``benchmarks.namesakes`` has how often it is right.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from index.actors.callings import Calling, far
from index.actors.forms import Node
from index.actors.mention import Mention

_YEARS = 2
"""Years by which sources disagree about the birth of one man."""


@dataclass(slots=True)
class Portrait:
    """What one document says of a person.

    Attributes:
        callings: What he may be.
        born: When he was born.
        beside: Who else is named there, places aside.
        mentions: How often he is named.
    """

    callings: frozenset[Calling] = frozenset()
    born: frozenset[int] = frozenset()
    beside: set[Node] = field(default_factory=set)
    mentions: int = 0

    def add(self, mention: Mention) -> None:
        """What is said beside one more mention of his."""
        self.callings |= mention.callings
        self.born |= frozenset(() if mention.born is None else (mention.born,))


def apart(portraits: Mapping[str, Portrait]) -> list[list[str]]:
    """The documents that mean one man each, the most mentioned first; all in one where nothing contradicts.

    Args:
        portraits: Of each document that names him.
    """
    men: list[list[str]] = []
    for some in sorted(_circles(portraits), key=lambda one: (-sum(portraits[doc].mentions for doc in one), one)):
        known = next((man for man in men if not _contradict(man, some, portraits)), None)
        if known is None:
            men.append(list(some))
        else:
            known += some
    return men


def suspects(portraits: Mapping[str, Portrait]) -> bool:
    """Whether any two documents contradict each other at all."""
    telling = {(one.callings, one.born) for one in portraits.values() if one.callings or one.born}
    return any(_differ(Portrait(*one), Portrait(*other)) for one, other in combinations(telling, 2))


def _circles(portraits: Mapping[str, Portrait]) -> list[list[str]]:
    """Documents that have something in common, directly or through others."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.get(one, one) != one:
            one = above[one]
        return one

    for one, other in _related(portraits):
        above[top(one)] = top(other)
    circles: dict[str, list[str]] = defaultdict(list)
    for document in portraits:
        circles[top(document)].append(document)
    return list(circles.values())


def _related(portraits: Mapping[str, Portrait]) -> Iterator[tuple[str, str]]:
    first: dict[object, str] = {}
    for document, one in portraits.items():
        for sign in (*one.beside, *one.callings, *one.born):
            yield document, first.setdefault(sign, document)


def _contradict(some: Iterable[str], others: Iterable[str], portraits: Mapping[str, Portrait]) -> bool:
    return _differ(_all_of(some, portraits), _all_of(others, portraits))


def _all_of(documents: Iterable[str], portraits: Mapping[str, Portrait]) -> Portrait:
    some = [portraits[document] for document in documents]
    return Portrait(frozenset().union(*(one.callings for one in some)), frozenset().union(*(one.born for one in some)))


def _differ(one: Portrait, other: Portrait) -> bool:
    years = [abs(a - b) for a in one.born for b in other.born]
    return (bool(years) and min(years) > _YEARS) or (not years and far(one.callings, other.callings))
