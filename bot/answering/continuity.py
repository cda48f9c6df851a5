"""What speaks for a sentence as the answer to a follow-up: its place beside the last answer, and whom it speaks of."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from bot.answering.evidence import Candidate
from bot.answering.evidence.speaking import NAMES as SPEAKING
from bot.answering.evidence.speaking import speaking
from bot.conversation import Carried, Persons

Floats = NDArray[np.float64]
PLACES = ("document", "passage", "next", "second", "near")
"""Whether a sentence stands in the document, or the passage, of the one that led the last answer; right behind that
one; behind the next; 1 / (1 + how many sentences away). The last three are 0 for that one itself, and where it is asked
what came next or before."""
PERSONS = ("about", "subject", "called", "nobody")
"""Whether a sentence speaks of whom a pronoun of the question means; of him first; of him by a pronoun alone; of
nobody. 0 where no pronoun means anybody."""
_OF_PERSONS = [SPEAKING.index(name) for name in ("of_person", "of_person_first", "of_person_called", "of_nobody")]
_GAP = 40
"""Code points. More of white space is another part of the document."""
NAMES = (*PLACES, *PERSONS)
"""The figures, in order, each from 0 to 1."""


def continuity(candidates: Sequence[Candidate], carried: Carried, persons: Persons) -> Floats:
    """What speaks for each sentence and against it by what was asked and answered before, in logits.

    Args:
        candidates: The sentences.
        carried: What the question takes over.
        persons: Tells whom they speak of.
    """
    if carried.follows is None:
        return np.zeros(len(candidates))
    return figures(candidates, carried, persons) @ fitted()


def figures(candidates: Sequence[Candidate], carried: Carried, persons: Persons) -> Floats:
    """The figures of NAMES, one row a sentence."""
    found = np.zeros((len(candidates), len(NAMES)))
    for run in runs(candidates):
        lead = next((place for place, at in enumerate(run) if candidates[at].text == carried.lead), None)
        if lead is not None and carried.order is None:
            for place, at in enumerate(run):
                found[at, 2 : len(PLACES)] = _beside(place - lead)
        if carried.actors:
            found[run, len(PLACES) :] = _whom([candidates[at] for at in run], carried, persons)
    document = carried.shown.rpartition("#")[0]
    for at, one in enumerate(candidates):
        found[at, :2] = one.hit.document.id == document, one.hit.passage.id == carried.shown
    return found


def runs(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """The indices of sentences with nothing between them, in reading order, run by run."""
    order = sorted(range(len(candidates)), key=lambda at: (candidates[at].hit.document.id, candidates[at].line.start))
    number = 0
    numbered = []
    for before, at in zip([None, *order], order, strict=False):
        number += before is None or not _adjoin(candidates[before], candidates[at])
        numbered.append((number, at))
    for _, run in groupby(numbered, key=lambda pair: pair[0]):
        yield [at for _, at in run]


@cache
def fitted() -> Floats:
    """The weights of the figures, in logits: ``continuity.json``, made by ``benchmarks/fit_continuity.py``."""
    return weights(json.loads(files("bot.answering").joinpath("continuity.json").read_text("utf-8")))


def weights(plain: Mapping[str, float]) -> Floats:
    """Weights by name, in the order of NAMES."""
    return np.array([plain[name] for name in NAMES])


def _beside(distance: int) -> tuple[float, float, float]:
    return float(distance == 1), float(distance == 2), 1 / (1 + abs(distance)) if distance else 0.0


def _whom(run: Sequence[Candidate], carried: Carried, persons: Persons) -> Floats:
    spoken = persons.of(run[0].hit.document, [(one.line.start, one.line.end) for one in run])
    return np.array([speaking(frozenset(carried.actors), own) for own in spoken])[:, _OF_PERSONS]


def _adjoin(one: Candidate, after: Candidate) -> bool:
    """Whether nothing stands between two sentences."""
    document, gap = one.hit.document, after.line.start - one.line.end
    return (
        document.id == after.hit.document.id
        and gap <= _GAP
        and not document.text[one.line.end : after.line.start].strip()
    )
