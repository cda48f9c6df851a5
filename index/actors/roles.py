"""What each word of a line can be in a name."""

from collections.abc import Sequence
from enum import Enum, auto

from index.actors.common import is_common, is_derived
from index.actors.given import is_given
from index.actors.language import SMALL, Language
from index.actors.language import TITLES as TITLES_OF
from index.actors.places import BODIES, DEMONYMS, PLACES
from index.actors.profile import Line, Profile
from index.actors.vocabulary import FAMILY_PARTICLES, FUNCTION, KUNYA, MODIFIERS, MONTHS_AND_DAYS, OPENERS, TITLES
from index.actors.words import Word, joined


class Role(Enum):
    """What a word can be in a run."""

    NAME = auto()
    TITLE = auto()
    PEOPLE = auto()
    COMMON = auto()
    PARTICLE = auto()
    OTHER = auto()


CAPITALS = (Role.NAME, Role.TITLE, Role.PEOPLE, Role.COMMON)
OWNED = frozenset(("'s ", "’s "))
"""What stands between an owner and what he owns."""
KNOWN = PLACES | BODIES
_FIRST = frozenset(name.split()[0] for name in KNOWN if " " in name)
_MOST_LETTERS = 60
"""A longer word is no name."""
_MOST_PARTICLES = 4
"""In a row, before a name: Abu Abd al- and one more. A text of nothing but particles took time by its square."""
_DATING = frozenset("in since until till during last next this early late mid every each past following".split())
"""What stands before a month, and hardly before somebody who is called like one."""
LONGEST = 5
"""Words of the longest name in the gazetteer."""


def mark_known(line: Line, roles: list[Role]) -> None:
    """Names of several words in the gazetteer are names wherever they stand: New York, at the head of a sentence."""
    words = line.words
    after = 0
    for at in [at for at, word in enumerate(words) if word.capital]:
        if at < after:
            continue
        spoken = line.language is not None and words[at].opens and words[at].text.casefold() in SMALL[line.language]
        particle = not spoken and _is_particle(words, roles, at)
        if _is_dated(words, at):
            roles[at] = Role.OTHER
        elif particle or _is_given_month(words, roles, at) or _is_fathered(words, roles, at):
            roles[at] = Role.NAME
        end = known_end(words, at) or at + 1
        if end - at > 1:
            roles[at:end] = [Role.NAME] * (end - at)
        after = end


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Whether a month is one by what stands before it: In May Hezbollah denied it."""
    return (
        at > 0 and joined(words[at]) and words[at].text in MONTHS_AND_DAYS and words[at - 1].text.casefold() in _DATING
    )


def _is_given_month(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether what may be a month is a given name: Jan Eliasson, Hendrik Jan de Witte."""
    if words[at].text not in MONTHS_AND_DAYS or not is_given(words[at].text):
        return False
    before = words[at - 1] if at and joined(words[at]) else None
    after = words[at + 1] if at + 1 < len(words) and joined(words[at + 1]) else None
    if any(one is not None and one.text[0].isdigit() for one in (before, after)):
        return False
    follows = before is not None and roles[at - 1] is Role.NAME
    leads = after is not None and roles[at + 1] is Role.NAME
    return leads or (follows and after is not None and roles[at + 1] is Role.PARTICLE)


def _is_fathered(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether what may be a people is a name of Arabic form: Abu Muslim."""
    return roles[at] is Role.PEOPLE and at > 0 and joined(words[at]) and words[at - 1].text.casefold() in KUNYA


def _is_particle(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether a capitalised particle opens a name: De la Fuente, Ould Brahim, Ag Intaha."""
    if words[at].text.casefold() not in FAMILY_PARTICLES:
        return False
    after, furthest = at + 1, min(len(words), at + _MOST_PARTICLES)
    while after < furthest and words[after].text.casefold() in FAMILY_PARTICLES and joined(words[after]):
        after += 1
    return is_capital(words, roles, after) and roles[after] is Role.NAME


def known_end(words: Sequence[Word], at: int) -> int:
    """Where a name of several words in the gazetteer ends (Israel's Defense Forces too); 0 for none."""
    if words[at].text in _FIRST:
        for end in range(min(len(words), at + LONGEST), at + 1, -1):
            if phrase(words[at:end]) in KNOWN:
                spaced = all(joined(word) or word.gap in OWNED for word in words[at + 1 : end])
                return end if spaced else 0
    return 0


def phrase(words: Sequence[Word]) -> str:
    """The words with a space between."""
    return " ".join(word.text for word in words)


def role(word: Word, line: Line, profile: Profile) -> Role:
    """What a word can be, going by itself and by how the document writes it."""
    text = word.text
    if not word.capital:
        return Role.PARTICLE if text in FAMILY_PARTICLES else Role.OTHER
    if len(text) > _MOST_LETTERS:
        return Role.OTHER
    folded = text.casefold()
    if line.flat and folded in FAMILY_PARTICLES and text.isupper():
        return Role.PARTICLE
    if line.language is not None and (other := _of_language(word, line.language)) is not None:
        return other
    if word.initial:
        return Role.NAME
    if text in DEMONYMS and text not in PLACES:
        return Role.PEOPLE
    if folded in TITLES or (folded.endswith("s") and folded[:-1] in TITLES) or is_rank(folded):
        return Role.TITLE
    if folded in FUNCTION or _qualified(text):
        return Role.OTHER
    if profile.is_name(word, flat=line.flat):
        shouted = line.lowered and not profile.named(text) and is_derived(text) and not is_given(text)
        return Role.COMMON if shouted and text not in KNOWN else Role.NAME
    return Role.OTHER if (folded in OPENERS and word.opens) or not is_common(text) else Role.COMMON


def _of_language(word: Word, language: Language) -> Role | None:
    """What a capitalised word of another language is that is no name; None where it may be one."""
    folded = word.text.casefold().rstrip(".")
    if word.opens and folded in SMALL[language]:
        return Role.OTHER
    return Role.TITLE if folded in TITLES_OF[language] else None


def is_rank(folded: str) -> bool:
    """Whether a word is a title of several: brigadier-general, ex-president."""
    *before, last = folded.split("-")
    return (
        last in TITLES
        and bool(before)
        and all(one in TITLES or one in MODIFIERS or one in {"ex", "in"} for one in before)
    )


def _qualified(text: str) -> bool:
    """Whether a word is made of a name and an everyday word: US-led, Farsi-speaking."""
    first, hyphen, rest = text.rpartition("-")
    return bool(hyphen) and not is_given(first) and rest[:1].islower() and is_common(rest)


def is_capital(words: Sequence[Word], roles: Sequence[Role], at: int) -> bool:
    """Whether a capital stands there and goes on with what is before it."""
    return at < len(words) and joined(words[at]) and roles[at] in CAPITALS
