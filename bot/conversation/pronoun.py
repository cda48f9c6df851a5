"""He, she and they: where a question has them, whom they may mean, and the question with those in their place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.conversation.cast import Referent
from bot.conversation.gender import Gender


class Person(StrEnum):
    """Which pronoun it is."""

    HE = "he"
    SHE = "she"
    THEY = "they"


_OWN = r"(?= (?!(?:in|on|at|to|for|from|with|by|and|or|when|after|before|about|into|of|as)\b)\w)"
"""After "her", what makes it hers: a word that does not go on with something else."""
_FORMS = re.compile(
    r"\b(?:(?P<he>he|him|himself|hes|(?P<his>his))|(?P<she>she|shes|herself|hers|(?P<of_her>her" + _OWN + r")|her)"
    r"|(?P<they>they|them|themselves|theyre|theirs|(?P<their>their)))\b",
    re.IGNORECASE,
)
_POSSESSIVE = ("his", "of_her", "their")
_GENDERS = {Person.HE: Gender.HE, Person.SHE: Gender.SHE, Person.THEY: None}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun in a text.

    Attributes:
        start: Its first code point.
        end: One past its last.
        person: Which it is.
        possessive: Whether it says whose something is.
    """

    start: int
    end: int
    person: Person
    possessive: bool

    def may_mean(self, one: Referent) -> bool:
        """Whether "he" or "she" may mean somebody: "he" is no country and no woman."""
        return one.is_somebody and one.gender in (None, _GENDERS[self.person])


def pointers(text: str) -> Iterator[Pointer]:
    """The pronouns of a text, in order."""
    for found in _FORMS.finditer(text):
        person = next(one for one in Person if found[one])
        yield Pointer(found.start(), found.end(), person, any(found[name] for name in _POSSESSIVE))


def resolved(text: str, cast: Sequence[Referent], those: Sequence[Referent]) -> tuple[str, tuple[Referent, ...]]:
    """A question with whom its pronouns mean in their place, each pronoun once, and who that is.

    "They" is left as it stands beside a "he" or "she": "where did they take him?" is not about them.

    Args:
        text: The question.
        cast: Whom the conversation named, likeliest first.
        those: Whom "they" means.
    """
    meant: dict[Person, tuple[Pointer, tuple[Referent, ...]]] = {}
    found = list(pointers(text))
    singular = [one for one in found if one.person is not Person.THEY]
    for pointer in singular or found:
        taken = {one for _, some in meant.values() for one in some}
        fitting = (one for one in cast if one not in taken and pointer.may_mean(one))
        some = tuple(those) if pointer.person is Person.THEY else tuple(fitting)[:1]
        if some and pointer.person not in meant:
            meant[pointer.person] = pointer, some
    return _put(text, meant.values()), tuple(one for _, some in meant.values() for one in some)


def called(text: str, meant: Sequence[Referent]) -> tuple[Referent, ...]:
    """Those whom the pronouns of a question mean, whoever asks "was he hurt?" knowing that somebody is a he.

    Args:
        text: The question.
        meant: Whom they mean.
    """
    genders = {gender for one in pointers(text) if (gender := _GENDERS[one.person]) is not None}
    if len(genders) != 1 or len(meant) != 1:
        return tuple(meant)
    return tuple(replace(one, gender=one.gender or next(iter(genders))) for one in meant)


def _put(text: str, meant: Iterable[tuple[Pointer, Sequence[Referent]]]) -> str:
    for pointer, some in sorted(meant, key=lambda pair: -pair[0].start):
        name = " and ".join(one.spoken for one in some)
        text = text[: pointer.start] + (f"{name}’s" if pointer.possessive else name) + text[pointer.end :]
    return text
