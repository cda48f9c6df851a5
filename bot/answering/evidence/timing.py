"""Whether a sentence, and the document it stands in, can speak of the time asked about."""

import math

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from index.document import Document
from index.query import Span

NAMES = ("within", "outside", "timely", "early")
_FADING = 30.0
"""Days. So long after the time asked about a document that tells of its own days is 1/e as likely to be about it."""


def timing(asking: Asking, line: Line, document: Document) -> tuple[float, ...]:
    """The figures of NAMES, each from 0 to 1.

    That is, in turn: the sentence has a year within the time asked about; all its years lie outside; its document was
    written then or soon after, where news is asked for; it was written before, so cannot know.
    """
    limits = asking.question.limits
    if not limits:
        return 0.0, 0.0, 0.0, 0.0
    fits = limits.fit(line.text)
    return (float(fits == 1), float(fits == 0), *_written(asking, document))


def timely(asking: Asking, document: Document) -> float:
    """How far a document was written at the time asked about, where news is asked for: 1, falling to 0 later on."""
    return _written(asking, document)[0]


def _written(asking: Asking, document: Document) -> tuple[float, float]:
    limits, written = asking.question.limits, document.record.date
    span = None if written is None else Span.of(written)
    if span is None or limits.since is None:
        return 0.0, 0.0
    if span.last < limits.since:
        return 0.0, 1.0
    late = 0 if limits.until is None else max(0, (span.first - limits.until).days)
    return math.exp(-late / _FADING) if limits.news else 0.0, 0.0
