"""Whether somebody is a he or a she: by the given name, else by what the sources call them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice

from index.actors.actor import Actor
from index.actors.given import is_given
from index.actors.mention import Mention
from index.actors.registry import Actors
from index.sources import Sources


class Gender(StrEnum):
    """How somebody is spoken of."""

    HE = "he"
    SHE = "she"


_BEFORE = {
    Gender.HE: "mr sir lord king prince father brother baron count son husband uncle nephew widower mister monsieur"
    " herr don sheikh imam",
    Gender.SHE: "mrs ms miss lady dame queen princess mother sister baroness countess daughter wife aunt niece widow"
    " madame frau",
}
_OF_NAME = {Gender.HE: frozenset("abu abou bin ibn".split()), Gender.SHE: frozenset("umm bint".split())}
_OF_LEAD = {word: gender for gender, words in _BEFORE.items() for word in words.split()}
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
"""Who does something next. "Told her" and "his wife" may well be of somebody else."""
_LEAD = re.compile(rf"\b(?P<word>{'|'.join(_OF_LEAD)})\b[.,]?\s+[\"“‘']?$", re.IGNORECASE)
_ENDS = (". ", "? ", "! ", "\n")
"""Between two sentences, as a rule."""
_DOCUMENTS = 5
_VOTES = 20
"""In so many of the documents that name somebody, the first, so many titles and pronouns are looked at."""
_LEADING = 12
"""Code points before a name in which a title stands."""
_AFTER = 200
"""Code points after a name in which a pronoun most likely means its bearer, unless another name comes between."""
_TITLE = 3
"""A title is worth so many pronouns, which may mean somebody else."""


def gender_of(actor: Actor, actors: Actors, sources: Sources) -> Gender | None:
    """He or she, by the given name, else by titles before the name and pronouns after it; None where these do not tell.

    Args:
        actor: A person.
        actors: Whom the sources name.
        sources: The sources.
    """
    return _by_name(actor.name) or _by_votes(actor, actors, sources)


def _by_name(name: str) -> Gender | None:
    first = name.split()[0].casefold()
    known = next((gender for gender, some in _OF_NAME.items() if first in some), None)
    if known is not None or first in _listed("either"):
        return known
    women = _listed("women")
    if first in women or first.partition("-")[0] in women:
        return Gender.SHE
    return Gender.HE if first in _listed("men") or is_given(first) else None


@cache
def _listed(name: str) -> frozenset[str]:
    """Given names, written by hand from general knowledge.

    Args:
        name: Who mostly bears them: ``women``, ``men`` beside those of ``index.actors.given``, or ``either``.
    """
    return frozenset(files("bot.conversation").joinpath(f"{name}.txt").read_text("utf-8").split())


def _by_votes(actor: Actor, actors: Actors, sources: Sources) -> Gender | None:
    votes = Counter[Gender]()
    for id in actors.documents_of(actor)[:_DOCUMENTS]:
        document = sources.document(id)
        if document is not None:
            for gender, worth in islice(_votes(document.text, actor, actors.mentions_in(id)), _VOTES):
                votes[gender] += worth
    (first, most), *others = [*votes.most_common(), (None, 0)]
    return first if not others or most > others[0][1] else None


def _votes(text: str, actor: Actor, named: Sequence[tuple[Actor | None, Mention]]) -> Iterator[tuple[Gender, int]]:
    """What is said around each mention of somebody in a text."""
    ends = [*(mention.start for _, mention in named[1:]), len(text)]
    for (one, mention), end in zip(named, ends, strict=True):
        if one is None or one.id != actor.id:
            continue
        title = _LEAD.search(text, max(0, mention.start - _LEADING), mention.start)
        if title is not None:
            yield _OF_LEAD[title["word"].casefold()], _TITLE
        pronoun = _PRONOUN.search(text, mention.end, min(mention.end + _AFTER, end))
        if pronoun is not None and not _follows_pronoun(text, mention.start):
            yield Gender(pronoun[0].casefold()), 1


def _follows_pronoun(text: str, start: int) -> bool:
    """Whether somebody does something before a name in its sentence: "she told Rask" is no word on Rask."""
    begin = max(text.rfind(end, max(0, start - _AFTER), start) for end in _ENDS)
    return _PRONOUN.search(text, max(begin, start - _AFTER, 0), start) is not None
