"""What a name is where a longer one of the same text begins or ends with it.

Kestrel of Kestrel Haulage, Karsk of Karsk Oblast, Barros Fell of Ximena Barros Fell.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from index.actors.given import is_given
from index.actors.kinds import of_words
from index.actors.mention import Kind
from index.actors.vocabulary import COMPANIES, LEGAL, TRADES
from index.actors.votes import FAIR, STRONG, Votes

_PUBLIC: Final = frozenset(
    "authority court police university hospital council museum airport prison market chamber academy college"
    " school library tribunal cathedral municipality administration constabulary brigade prefecture diocese"
    " institute society club association parliament assembly battalion".split()
)
"""Last words of bodies that are called by where they are."""
_LONGEST: Final = 10
"""Words of a name; longer ones are none, and would take time by their square."""


def openings(names: Iterable[str], people: Iterable[str]) -> Mapping[str, Votes]:
    """The votes for names that others begin with, unless they are somebody's surname, and for surnames of two words.

    Args:
        names: All names of a text.
        people: Those that are persons'.
    """
    there = dict.fromkeys(names)
    surnames = {one.split()[-1] for one in people if " " in one}
    votes: dict[str, Votes] = {}
    for name in there:
        words = name.split()
        if len(words) > _LONGEST:
            continue
        for end in range(1, len(words)):
            short = " ".join(words[:end])
            if short in there and short not in surnames and not is_given(short):
                votes.setdefault(short, {}).update(_told(tuple(words)))
        for begin in range(1, len(words) - 1 if is_given(words[0]) else 0):
            if (surname := " ".join(words[begin:])) in there:
                votes.setdefault(surname, {})[Kind.PERSON] = STRONG
    return votes


def _told(words: tuple[str, ...]) -> Votes:
    """What the longer name tells of the shorter."""
    own = of_words(words)
    kind = max(Kind, key=lambda one: own.get(one, 0.0))
    last = words[-1].casefold().replace(".", "")
    if kind is Kind.PERSON or own[kind] < STRONG:
        return {}
    if kind is Kind.PLACE or last in _PUBLIC:
        return {Kind.PLACE: FAIR}
    return {Kind.ORGANISATION: FAIR} if last in COMPANIES | TRADES | LEGAL or "&" in words else {kind: 1.0}
