"""Takes the evidence for each sentence of the passages found."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.evidence import identity, kind, overlap, shape
from bot.evidence.asking import Asking
from bot.evidence.line import Line
from index.search import Hit
from index.words import terms

FIGURES = (*overlap.NAMES, *kind.NAMES, *identity.NAMES, *shape.NAMES)
"""The names of the figures of evidence, in order. Each is from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        hit: The passage it stands in.
        line: The sentence.
        matches: The question's terms that it has.
        evidence: What speaks for it, in the order of FIGURES.
    """

    hit: Hit
    line: Line
    matches: overlap.Matches
    evidence: Sequence[float]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.line.text


def candidates(asking: Asking, read_hits: Sequence[tuple[Hit, Sequence[Line]]]) -> list[Candidate]:
    """The sentences of the passages with their evidence, the best passage's first, in reading order."""
    found = []
    for place, (hit, read) in enumerate(read_hits):
        matched = [overlap.matches(asking, line) for line in read]
        everywhere = frozenset[str]().union(*(one.all for one in matched))
        title = frozenset(asking.idf).intersection(terms(hit.document.record.title or ""))
        for at, line in enumerate(read):
            evidence = (
                *overlap.overlap(asking, line, at, matched, everywhere, title, shape.leans(line.text)),
                *kind.kind(asking, line, matched[at]),
                *identity.identity(asking, line),
                *shape.shape(hit, line, at, len(read), place, read_hits[0][0].score),
            )
            found.append(Candidate(hit, line, matched[at], evidence))
    return found
