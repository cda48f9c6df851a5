"""In plain words, what speaks for and against two names being spellings of one."""

from collections.abc import Iterator, Sequence

from index.names.alignment import length
from index.names.evidence import Comparison, spare
from index.names.families import families
from index.names.links import Link, sounding
from index.names.parts import PLAIN, Kind, Part
from index.names.skeleton import consonants

_CLOSE = 0.85
"""Similarity from which on two words sound nearly the same: seven in ten of the differing spellings of one word in
names_ofac (half 0) are nearer."""
_COMPARABLE = 0.4
"""Similarity from which on it is said how two words differ rather than that they do."""
_SHORT = 4.5
"""Sounds, vowels counting half, up to which a name is short."""
_ALIKE = str.maketrans("qGDTvj", "kgdtwZ")
_TRIFLING = {Kind.TITLE: "a title", Kind.FORM: "a legal form", Kind.LINEAGE: "a particle", Kind.KUNYA: "a particle"}


def reasons(found: Comparison) -> tuple[str, ...]:
    """What the evidence rests on, word by word, then what concerns the whole names."""
    left, right = found.left.parts, found.right.parts
    return (
        *(_linked(link, left, right) for link in sorted(found.links, key=lambda one: one.left) if _said(link, left)),
        *_left_over(found),
        *_of_whole(found),
    )


def _said(link: Link, left: Sequence[Part]) -> bool:
    return len(link.left) > 1 or left[link.left[0]].kind is not Kind.ARTICLE


def _linked(link: Link, left: Sequence[Part], right: Sequence[Part]) -> str:
    here, there = ([parts[at] for at in run] for parts, run in ((left, link.left), (right, link.right)))
    one, other = (" ".join(part.text for part in parts) for parts in (here, there))
    if len(here) != len(there):
        return f"{one} = {other}: {'initials' if link.abbreviated else 'written apart and as one word'}"
    return _compared(one, other, here[0], there[0], link.similarity)


def _compared(one: str, other: str, first: Part, second: Part, similarity: float) -> str:
    pair = f"{one} = {other}"
    if Kind.INITIAL in {first.kind, second.kind}:
        return f"{pair}: the initial fits"
    if first.value is not None:
        return f"{pair}: the same number"
    if first.word == second.word:
        return f"{one}: in both" if one.casefold() == other.casefold() else f"{pair}: the same letters"
    if first.unvowelled != second.unvowelled and similarity >= _CLOSE:
        return f"{pair}: the same sounds, in a script without short vowels"
    if first.sounds == second.sounds:
        return f"{pair}: same romanisation skeleton"
    if families(first.sounds) & families(second.sounds):
        return f"{pair}: forms of one well-known name"
    return f"{pair}: nearly the same sounds" if similarity >= _CLOSE else _apart(one, other, first, second)


def _apart(one: str, other: str, first: Part, second: Part) -> str:
    pair = f"{one} / {other}"
    if consonants(first.sounds).translate(_ALIKE) != consonants(second.sounds).translate(_ALIKE):
        return f"{pair}: different consonants"
    short = max(length(first.sounds), length(second.sounds)) <= _SHORT
    return f"{pair}: different vowels in a short name" if short else f"{pair}: different vowels"


def _left_over(found: Comparison) -> Iterator[str]:
    """Words without an answer: against each other while there are any on both sides."""
    here, there = (
        [part for part in parts if part.kind in PLAIN or part.kind is Kind.INITIAL] for parts in spare(found)
    )
    while here and there:
        one, other = max(((one, other) for one in here for other in there), key=lambda pair: _nearness(*pair))
        here.remove(one)
        there.remove(other)
        near = _nearness(one, other) >= _COMPARABLE and Kind.INITIAL not in {one.kind, other.kind}
        yield _apart(one.text, other.text, one, other) if near else f"{one.text} / {other.text}: different names"
    yield from (f"{part.text}: in one of them only" for part in (*here, *there))
    for part in (part for parts in spare(found) for part in parts if part.kind in _TRIFLING):
        yield f"{part.text}: {_TRIFLING[part.kind]}, hardly weighed"


def _nearness(one: Part, other: Part) -> float:
    return sounding(one.word, one.sounds, other.word, other.sounds)


def _of_whole(found: Comparison) -> Iterator[str]:
    evidence = found.evidence
    if evidence.figures:
        here, there = (
            ", ".join(part.text for part in name.parts if part.value is not None) or "none"
            for name in (found.left, found.right)
        )
        yield f"{here} / {there}: different numbers"
    if evidence.lineage:
        yield "a parent's name in one is the bearer's own in the other"
    if evidence.order:
        yield "the words stand in another order"
    if (evidence.thin or evidence.bare) and not (evidence.contradiction or evidence.figures):
        yield "there is little to go by: a single or common word is never certain"
