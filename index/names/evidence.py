"""What speaks for and against two names being spellings of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from math import exp
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from index.names import alignment
from index.names.families import families, listed
from index.names.parts import PATRONYMIC, PLAIN, Kind, Name, Part
from index.names.skeleton import coarse, skeleton

_LEAST: Final = 0.5
"""Similarity from which on two words are held against each other rather than counted as missing."""
_LEAST_JOINED: Final = 0.8
"""The same for one word against several: chance finds something like it sooner."""
_MOST_JOINED: Final = 4
"""Words that may be written as one: Nasr al-Din, Plat Ono Vich."""
_STANDS_FOR: Final = 0.75
"""Similarity of an initial and a word it may stand for."""
_ABBREVIATES: Final = 0.9
"""Similarity of an acronym and its words, all of whose first letters it has."""
_ONE_NAME: Final = 0.9
"""Similarity at least of two forms of one well-known name."""
_OTHER_NAME: Final = 0.4
"""Similarity at most of two well-known names: under _LEAST, so that they contradict each other."""
_TELLERS: Final = frozenset((Kind.WORD, Kind.COMMON, Kind.NUMBER, Kind.INITIAL))
_TRIFLES: Final = frozenset((Kind.TITLE, Kind.FORM, Kind.KUNYA, Kind.LINEAGE))


@dataclass(frozen=True, slots=True)
class Link:
    """Parts of one name that answer to parts of the other.

    Attributes:
        left: Positions in the first name.
        right: Positions in the second.
        similarity: 1 for the same word, 0 for words that share nothing.
        weight: How much the pair tells.
        abbreviated: Whether one is the initials of the other.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    weight: float
    abbreviated: bool = False


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
    links = _aligned(left.parts, right.parts)
    return Comparison(left, right, links, _evidence(left.parts, right.parts, links))


def spare(found: Comparison) -> tuple[list[Part], list[Part]]:
    """The parts of each name that have no answer in the other."""
    return (
        _left_over(found.left.parts, [at for link in found.links for at in link.left]),
        _left_over(found.right.parts, [at for link in found.links for at in link.right]),
    )


@lru_cache(maxsize=1 << 15)
def sounding(word: str, sounds: str, other: str, others: str, *, unvowelled: bool = False) -> float:
    """How far two romanised words with their skeletons may be spellings of one, 0 to 1."""
    if word == other:
        return 1.0
    longest = max(alignment.length(sounds), alignment.length(others)) or 1.0
    slips = OSA.distance(word, other)
    cost = slips * alignment.SLIP
    if not alignment.hopeless(sounds, others):
        cost = min(cost, alignment.distance(sounds, others, unvowelled))
    alike = max(0.0, 1.0 - cost / longest)
    known, others_known = families(sounds), families(others)
    if known & others_known:
        return max(alike, _ONE_NAME)
    slipped = slips < 2 and not (listed(word) and listed(other))
    return min(alike, _OTHER_NAME) if known and others_known and not slipped else alike


def _aligned(left: Sequence[Part], right: Sequence[Part]) -> tuple[Link, ...]:
    """Links that share no part, those that tell most taken first."""
    single = [link for i, one in enumerate(left) for j, other in enumerate(right) if (link := _link(i, one, j, other))]
    sure_left = {link.left[0] for link in single if link.similarity > 0.9}
    sure_right = {link.right[0] for link in single if link.similarity > 0.9}
    found = [
        *single,
        *_joined(left, right, sure_left, sure_right),
        *(_turned(link) for link in _joined(right, left, sure_right, sure_left)),
    ]
    found.sort(
        key=lambda one: (-(one.similarity**2) * one.weight, abs(one.left[0] - one.right[0]), one.left, one.right)
    )
    taken: list[Link] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for link in found:
        if used_left.isdisjoint(link.left) and used_right.isdisjoint(link.right):
            taken.append(link)
            used_left.update(link.left)
            used_right.update(link.right)
    return tuple(taken)


def _link(i: int, one: Part, j: int, other: Part) -> Link | None:
    """What two single parts have in common, None for nothing."""
    weight = min(one.weight, other.weight)
    if one.kind in PLAIN and other.kind in PLAIN:
        alike = sounding(one.word, one.sounds, other.word, other.sounds, unvowelled=one.unvowelled != other.unvowelled)
        if (PATRONYMIC.search(one.word) is None) != (PATRONYMIC.search(other.word) is None):
            alike *= _OTHER_NAME
        return Link((i,), (j,), alike, weight) if alike >= _LEAST else None
    if Kind.INITIAL in {one.kind, other.kind}:
        if one.kind is other.kind:
            return Link((i,), (j,), 1.0, weight) if one.word == other.word else None
        longer, letter = (one, other) if other.kind is Kind.INITIAL else (other, one)
        fits = longer.kind in PLAIN and longer.word.startswith(letter.word)
        return Link((i,), (j,), _STANDS_FOR, weight) if fits else None
    if one.kind is Kind.NUMBER or other.kind is Kind.NUMBER:
        return Link((i,), (j,), 1.0, weight) if one.value == other.value else None
    if one.kind is other.kind and (one.kind in {Kind.KUNYA, Kind.LINEAGE} or one.sounds == other.sounds):
        return Link((i,), (j,), 1.0, weight)
    return Link((i,), (j,), 1.0, weight) if one.sounds == other.sounds and one.sounds else None


def _joined(many: Sequence[Part], ones: Sequence[Part], settled: set[int], sure: set[int]) -> Iterator[Link]:
    """Runs of parts that may be one word of the other name: written apart, or abbreviated."""
    open_ones = [at for at, one in enumerate(ones) if one.kind in PLAIN and at not in sure]
    if len(many) < 2 or not open_ones:
        return
    runs = _runs(many, settled)
    for at in open_ones:
        one = ones[at]
        for run, word in runs:
            alike = _as_one(word, one, unvowelled=one.unvowelled != many[run[0]].unvowelled)
            if alike >= _LEAST_JOINED:
                yield Link(run, (at,), alike, min(one.weight, sum(many[place].weight for place in run)))
        for run in _abbreviated(many, one.word):
            yield Link(run, (at,), _ABBREVIATES, max(one.weight, min(1.0, len(run) / 4)), abbreviated=True)


def _turned(link: Link) -> Link:
    return replace(link, left=link.right, right=link.left)


def _as_one(word: str, one: Part, *, unvowelled: bool) -> float:
    if abs(len(word) - len(one.word)) > 4 and not unvowelled:
        return 0.0
    sounds = skeleton(word, unvowelled=False)
    others = coarse(one.sounds)
    if Levenshtein.distance(coarse(sounds), others) > 0.4 * len(others):
        return 0.0
    return sounding(word, sounds, one.word, one.sounds, unvowelled=unvowelled)


def _runs(parts: Sequence[Part], settled: set[int]) -> list[tuple[tuple[int, ...], str]]:
    """Neighbouring words and what they are when written together, with articles and without.

    Args:
        parts: Of a name.
        settled: Positions of words that the other name has as they are.
    """
    runs: list[tuple[tuple[int, ...], str]] = []
    for start in range(len(parts) - 1):
        for end in range(start + 2, min(start + _MOST_JOINED, len(parts)) + 1):
            last = parts[end - 1]
            if last.kind is Kind.NUMBER or end - 1 in settled or start in settled or parts[start].kind is Kind.NUMBER:
                break
            if last.kind is Kind.ARTICLE:
                continue
            run = tuple(range(start, end))
            runs.append((run, "".join(parts[place].word for place in run)))
            bare = [place for place in run if parts[place].kind is not Kind.ARTICLE]
            if 1 < len(bare) < len(run) and bare[0] == start:
                runs.append((run, "".join(parts[place].word for place in bare)))
    return runs


def _abbreviated(parts: Sequence[Part], word: str) -> Iterator[tuple[int, ...]]:
    """Runs of words whose first letters are a word; of two letters only where it cannot be spoken."""
    if not (2 < len(word) < 7 or (len(word) == 2 and not set(word) & set("aeiou"))):
        return
    bare = [at for at, part in enumerate(parts) if part.kind is not Kind.ARTICLE and part.kind is not Kind.NUMBER]
    initials = "".join(parts[at].word[:1] for at in bare)
    start = initials.find(word)
    if start >= 0:
        yield tuple(bare[start : start + len(word)])


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
        apart=sum(link.weight * (1 - link.similarity) for link in telling) / mass if telling else _LEAST,
        worst=max((1 - link.similarity for link in telling), default=_LEAST),
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
