"""Takes the evidence for each sentence of the passages found."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from bot.answering.evidence import focus, identity, kind, likeness, linking, overlap, shape, speaking
from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line
from bot.answering.evidence.timing import NAMES as TIMING
from bot.answering.evidence.timing import timing
from bot.conversation.persons import Spoken
from index.search import Hit
from index.words import terms

FIGURES = (
    *overlap.NAMES, *TIMING, *kind.NAMES, *identity.NAMES, *shape.NAMES, *linking.NAMES, *focus.NAMES, *speaking.NAMES,
    *likeness.NAMES,
)  # fmt: skip
"""The names of the figures of evidence, in order. Each is from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        hit: The passage it stands in.
        line: The sentence.
        matches: The question's terms that it has.
        implied: Names of the question that it means by a pronoun.
        absent: The question's terms that stand neither in its passage nor in the title.
        evidence: What speaks for it, in the order of FIGURES.
    """

    hit: Hit
    line: Line
    matches: overlap.Matches
    implied: frozenset[str]
    absent: frozenset[str]
    evidence: Sequence[float]

    @property
    def told(self) -> frozenset[str]:
        """The question's terms that it has or means."""
        return self.matches.all | self.implied

    @property
    def text(self) -> str:
        """The sentence."""
        return self.line.text


def candidates(
    asking: Asking,
    read_hits: Sequence[tuple[Hit, Sequence[Line]]],
    persons: Set[str],
    spoken: Callable[[Hit, Sequence[Line]], Sequence[Sequence[Spoken]]],
) -> list[Candidate]:
    """The sentences of the passages with their evidence, the best passage's first, in reading order.

    Args:
        asking: The question.
        read_hits: The passages, with their sentences.
        persons: The names of the persons that the question names.
        spoken: Tells whom the sentences of a passage speak of, in order.
    """
    found: list[Candidate] = []
    all_matched = [[overlap.matches(asking, line) for line in read] for _, read in read_hits]
    passages = [read for _, read in read_hits]
    alike = likeness.likeness(asking, list(zip(passages, all_matched, strict=True))).tolist() if read_hits else []
    links = linking.links(asking)
    for place, ((hit, read), matched) in enumerate(zip(read_hits, all_matched, strict=True)):
        everywhere = frozenset[str]().union(*(one.all for one in matched))
        implied = _implied(asking, read, matched)
        title = frozenset(asking.idf).intersection(terms(hit.document.record.title or ""))
        absent = frozenset(asking.idf) - everywhere - title
        told = spoken(hit, read) if persons else [()] * len(read)
        for at, line in enumerate(read):
            evidence = (
                *overlap.overlap(asking, line, at, matched, everywhere, title, implied[at]),
                *timing(asking, line, hit.document),
                *kind.kind(asking, line, matched[at]),
                *identity.identity(asking, line),
                *shape.shape(hit, line, at, len(read), place, read_hits[0][0].score),
                *linking.linking(asking, links, line, matched[at]),
                *focus.focus(asking, line, matched[at], implied[at]),
                *speaking.speaking(persons, told[at]),
                *alike[len(found)],
            )
            found.append(Candidate(hit, line, matched[at], implied[at], absent - implied[at], evidence))
    return found


_HE = frozenset("he she his her him".split())


def _goes_on(line: Line) -> bool:
    """Whether a sentence calls somebody he or she before it names anybody."""
    at = next((at for at, word in enumerate(line.words) if word.text.casefold() in _HE), None)
    return at is not None and not any(line.names[:at])


def _implied(asking: Asking, read: Sequence[Line], matched: Sequence[overlap.Matches]) -> list[frozenset[str]]:
    """For each sentence the question's names that its first word stands for: those of the sentence that it leans on."""
    implied: list[frozenset[str]] = []
    before = frozenset[str]()
    for line, own in zip(read, matched, strict=True):
        implied.append(before if shape.leans(line.text) or _goes_on(line) else frozenset())
        before = (own.all & asking.names) or implied[-1] or (before if not any(line.names) else frozenset())
    return implied
