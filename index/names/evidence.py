"""What speaks for and against two names being spellings of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from typing import Final

from rapidfuzz.distance import OSA

from index.names.links import LEAST, Link, aligned
from index.names.parts import PLAIN, Kind, Name, Part

_TELLERS: Final = frozenset((Kind.WORD, Kind.COMMON, Kind.NUMBER, Kind.INITIAL))
_TRIFLES: Final = frozenset((Kind.TITLE, Kind.FORM, Kind.KUNYA, Kind.LINEAGE))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Figures about two names, none of which depends on which is called the first.

    Attributes:
        matched: Weight of the words that answer to each other, saturating: a single short word is little.
        thin: How much that falls short of one long rare word.
        apart: Mean dissimilarity of those words, by weight; a half where there are none.
        worst: The greatest dissimilarity among them; a half where there are none.
        exact: Share of the matched weight that is the same to the letter.
        contradiction: Weight that has no answer on either side, saturating: different given names.
        missing: Share of weight that only one of the names has: middle names, further family names.
        body: Weight of words for kinds of bodies that only one has, saturating: a bank, a bank's trust.
        bare: 1 where one of the names has but one word that tells bearers apart, and the other has more.
        figures: 1 where their numbers differ, a half where only one has any.
        initials: 1 where an initial fits no word that is left for it, a half where only one has it.
        order: Share of pairs of words that stand in another order.
        lineage: 1 where a name is the bearer's in one and a parent's in the other.
        acronym: 1 where a word is taken for the initials of others.
        whole: Dissimilarity of both names written as one word; none of an acronym.
        trifles: Titles, particles and legal forms that only one has, saturating.
    """

    matched: float
    thin: float
    apart: float
    worst: float
    exact: float
    contradiction: float
    missing: float
    body: float
    bare: float
    figures: float
    initials: float
    order: float
    lineage: float
    acronym: float
    whole: float
    trifles: float

    def vector(self) -> tuple[float, ...]:
        """The figures in the order of their names."""
        return tuple(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names held against each other: which parts answer to each other, and what follows."""

    left: Name
    right: Name
    links: tuple[Link, ...]
    evidence: Evidence


def compare(left: Name, right: Name) -> Comparison:
    """Aligns two names and gathers the evidence."""
    links = aligned(left.parts, right.parts)
    return Comparison(left, right, links, _evidence(left.parts, right.parts, links))


def spare(found: Comparison) -> tuple[list[Part], list[Part]]:
    """The parts of each name that have no answer in the other."""
    return (
        _left_over(found.left.parts, [at for link in found.links for at in link.left]),
        _left_over(found.right.parts, [at for link in found.links for at in link.right]),
    )


def _evidence(left: Sequence[Part], right: Sequence[Part], links: Sequence[Link]) -> Evidence:
    telling = [link for link in links if _tells(link, left, right)]
    matched = sum(link.weight for link in telling)
    mass = matched or 1.0
    here = _left_over(left, [at for link in links for at in link.left])
    there = _left_over(right, [at for link in links for at in link.right])
    acronym = any(link.abbreviated for link in links)
    less, more = sorted(sum(part.lacked for part in parts if part.kind is not Kind.GENERIC) for parts in (here, there))
    return Evidence(
        matched=1 - exp(-matched),
        thin=max(0.0, 1.0 - matched),
        apart=sum(link.weight * (1 - link.similarity) for link in telling) / mass if telling else LEAST,
        worst=max((1 - link.similarity for link in telling), default=LEAST),
        exact=sum(link.weight for link in telling if link.similarity == 1.0) / mass,
        contradiction=1 - exp(-2 * less),
        missing=(more - less) / (matched + more) if more else 0.0,
        body=1 - exp(-2 * sum(part.lacked for part in (*here, *there) if part.kind is Kind.GENERIC)),
        bare=float(_tellers(left) != _tellers(right) and min(_tellers(left), _tellers(right)) < 2),
        figures=_figures(left, right),
        initials=max(_initial(left, here, there), _initial(right, there, here)),
        order=_order(telling),
        lineage=float(_lineage(left, right, telling)),
        acronym=float(acronym),
        whole=0.0 if acronym else _whole(left, right),
        trifles=1 - exp(-sum(part.kind in _TRIFLES for part in (*here, *there)) / 2),
    )


def _tells(link: Link, left: Sequence[Part], right: Sequence[Part]) -> bool:
    parts = [*(left[at] for at in link.left), *(right[at] for at in link.right)]
    return any(part.kind in PLAIN or part.kind in {Kind.NUMBER, Kind.INITIAL} for part in parts)


def _left_over(parts: Sequence[Part], used: Sequence[int]) -> list[Part]:
    """Parts without an answer; a word said twice that has one is not missing."""
    answered = {parts[at].word for at in used}
    return [part for at, part in enumerate(parts) if at not in used and part.word not in answered]


def _tellers(parts: Sequence[Part]) -> int:
    """How many words tell bearers apart."""
    return len({part.word for part in parts if part.kind in _TELLERS})


def _figures(left: Sequence[Part], right: Sequence[Part]) -> float:
    here, there = ({part.value for part in parts if part.value is not None} for parts in (left, right))
    if here == there:
        return 0.0
    return 1.0 if here and there else 0.5


def _initial(mine: Sequence[Part], here: Sequence[Part], there: Sequence[Part]) -> float:
    if not any(part.kind is Kind.INITIAL for part in here):
        return 0.0
    if any(part.kind in PLAIN or part.kind is Kind.INITIAL for part in there):
        return 1.0
    # An initial more is a middle name more, but beside others that are given it is another name.
    return 0.5 * (sum(part.kind is Kind.INITIAL for part in mine) > 1)


def _order(links: Sequence[Link]) -> float:
    pairs = list(combinations(links, 2))
    exchanged = sum((one.left < other.left) != (one.right < other.right) for one, other in pairs)
    return exchanged / len(pairs) if pairs else 0.0


def _lineage(left: Sequence[Part], right: Sequence[Part], links: Sequence[Link]) -> bool:
    if not (any(part.child for part in left) and any(part.child for part in right)):
        return False
    return any(left[link.left[0]].child != right[link.right[0]].child for link in links)


def _whole(left: Sequence[Part], right: Sequence[Part]) -> float:
    """The better of: in order as written, and with the words sorted."""
    here, there = ([part.word for part in parts if part.kind in PLAIN] for parts in (left, right))
    written = OSA.normalized_distance("".join(here), "".join(there))
    return min(written, OSA.normalized_distance("".join(sorted(here)), "".join(sorted(there))))
