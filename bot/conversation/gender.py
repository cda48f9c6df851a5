"""Whether the sources call somebody he or she."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice

from index.actors.actor import Actor, Located
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
_OF_LEAD = {word: gender for gender, words in _BEFORE.items() for word in words.split()}
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
"""Who does something next. "Told her" and "his wife" may well be of somebody else."""
_LEAD = re.compile(rf"\b(?P<word>{'|'.join(_OF_LEAD)})\b[.,]?\s+[\"“‘']?$", re.IGNORECASE)
_MENTIONS = 20
"""Of so many mentions what is said around them is read."""
_LEADING = 12
"""Code points before a name in which a title stands."""
_AFTER = 200
"""Code points after a name in which a pronoun most likely means its bearer, unless another name comes between."""
_TITLE = 3
"""A title is worth so many pronouns, which may mean somebody else."""


def gender_of(actor: Actor, actors: Actors, sources: Sources) -> Gender | None:
    """He or she, by the titles before the name and the pronouns after it; None where these do not tell.

    Args:
        actor: A person.
        actors: Whom the sources name.
        sources: The sources.
    """
    votes = Counter[Gender]()
    for gender, worth in _votes(islice(actors.mentions_of(actor), _MENTIONS), actors, sources):
        votes[gender] += worth
    (first, most), *others = [*votes.most_common(), (None, 0)]
    return first if not others or most > others[0][1] else None


def _votes(located: Iterable[Located], actors: Actors, sources: Sources) -> Iterator[tuple[Gender, int]]:
    for one in located:
        document = sources.document(one.document)
        if document is None:
            continue
        start, end = one.mention.start, one.mention.end
        title = _LEAD.search(document.text, max(0, start - _LEADING), start)
        if title is not None:
            yield _OF_LEAD[title["word"].casefold()], _TITLE
        others = (other.start for _, other in actors.mentions_in(one.document) if other.start >= end)
        pronoun = _PRONOUN.search(document.text, end, min(end + _AFTER, next(others, len(document.text))))
        if pronoun is not None:
            yield Gender(pronoun[0].casefold()), 1
