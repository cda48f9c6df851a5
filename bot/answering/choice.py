"""Which sentences are shown: the best, what it leans on, and what says something else."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from bot.answering.evidence import Candidate, Line, is_heading, leans
from bot.answering.weighed import Weighed

SENTENCES = 3
CHARACTERS = 600
"""At most so many sentences of so many code points together: what is taken in at a glance on a phone."""
SUPPORT = 5.0
"""A further sentence is shown only if its score, a logit, is at most this much lower than the best one's."""
SAME = 0.8
"""Share of the content words of two sentences together that both have, from which on they say the same."""
_TELLING = 4
"""Content words. Of fewer, two sentences that share most may still differ in the one that matters."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence to be shown.

    Attributes:
        candidate: The sentence, and the passage it stands in.
        score: Its score, or that of the sentence it is shown for.
        shown_for: Why it is shown: ``answer``, ``support``, ``context`` for one that another leans on, or ``disagrees``
            for one that answers otherwise.
    """

    candidate: Candidate
    score: float
    shown_for: str

    @property
    def text(self) -> str:
        """The sentence."""
        return self.candidate.line.text


def choose(weighed: Sequence[Weighed], otherwise: Weighed | None = None) -> list[Chosen]:
    """The sentences to show: the best leads, in reading order follow what it leans on and others that score near it.

    Args:
        weighed: All sentences, best first.
        otherwise: One that contradicts the best, to be shown in any case.
    """
    if not weighed:
        return []
    best = weighed[0]
    chosen = [Chosen(best.candidate, best.score, "answer")]
    before = _before(best.candidate, weighed) if leans(best.candidate.line.text) else None
    further = [] if otherwise is None else [Chosen(otherwise.candidate, otherwise.score, "disagrees")]
    further += [Chosen(before, best.score, "context")] if before is not None else []
    near = [one for one in weighed[1:] if one.score >= best.score - SUPPORT and not is_heading(one.candidate.line.text)]
    further += [Chosen(one.candidate, one.score, "support") for one in near]
    for one in further:
        length = sum(len(other.text) for other in chosen) + len(one.text)
        if len(chosen) < SENTENCES and length <= CHARACTERS and not any(_repeats(one, other) for other in chosen):
            chosen.append(one)
    return [chosen[0], *sorted(chosen[1:], key=_place)]


def distinct(chosen: Sequence[Chosen]) -> list[Chosen]:
    """Those that say what none before them says, in the same order; headings say nothing."""
    kept: list[Chosen] = []
    for one in chosen:
        if not is_heading(one.text) and not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return kept


def _place(one: Chosen) -> tuple[str, int]:
    return one.candidate.hit.document.file, one.candidate.line.start


def _before(candidate: Candidate, weighed: Sequence[Weighed]) -> Candidate | None:
    """The sentence before one that leans on it: it says who "he" is, or what was "two months later"."""
    document, start = candidate.hit.document.id, candidate.line.start
    earlier = [
        one.candidate
        for one in weighed
        if one.candidate.hit.document.id == document and one.candidate.line.end <= start
    ]
    nearest = max(earlier, key=lambda one: one.line.end, default=None)
    if nearest is None or candidate.hit.document.text[nearest.line.end : start].strip():
        return None
    return nearest


def _repeats(one: Chosen, other: Chosen) -> bool:
    return one.text == other.text or says_same(one.candidate.line, other.candidate.line)


def says_same(one: Line, other: Line) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    mine, theirs = content(one), content(other)
    if min(len(mine), len(theirs)) < _TELLING:
        return False
    return len(mine & theirs) / len(mine | theirs) >= SAME


def content(line: Line) -> Set[str]:
    """A sentence's terms."""
    return frozenset(term for _, term in line.content)
