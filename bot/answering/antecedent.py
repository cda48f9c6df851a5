"""Whom "he" means where a sentence is shown without the one before it."""

import re
from collections.abc import Sequence

from index.actors.mention import Kind
from index.actors.registry import Actors
from index.document import Document
from index.sentences import sentence_spans

_HE = re.compile(r"\W*(?:he|she|his|her)\b", re.IGNORECASE)
_IT = re.compile(r"\W*(?:it|its)\b", re.IGNORECASE)
_BACK = 2
"""Sentences. One that names nobody is passed over; farther back, "he" may be anybody."""


def antecedent(document: Document, start: int, actors: Actors) -> str | None:
    """The name of the only one that the pronoun a sentence begins with can mean, None where that is not certain.

    Args:
        document: Where the sentence stands.
        start: Its first code point.
        actors: Who is named where.
    """
    sentence = document.text[start : start + 40]
    kind = Kind.PERSON if _HE.match(sentence) else Kind.ORGANISATION if _IT.match(sentence) else None
    if kind is None:
        return None
    mentions = actors.mentions_in(document.id)
    for begin, end in reversed(_before(document, start)[-_BACK:]):
        named = {
            mention.name if actor is None else actor.name
            for actor, mention in mentions
            if begin <= mention.start < end and mention.kind is kind
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _before(document: Document, start: int) -> Sequence[tuple[int, int]]:
    """The sentences before a place, in its paragraph and the one before."""
    earlier = [paragraph for paragraph in document.paragraphs if paragraph.start < start][-2:]
    return [
        span
        for paragraph in earlier
        for span in sentence_spans(document.text, paragraph.start, min(paragraph.end, start))
    ]
