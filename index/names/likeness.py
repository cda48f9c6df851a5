"""How likely two names are spellings of one name."""

import json
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from importlib.resources import files
from math import exp

from index.names.evidence import Comparison, Evidence, compare
from index.names.parts import Name, read_name
from index.names.reasons import reasons


@dataclass(frozen=True, slots=True)
class Likeness:
    """A judgement on two names.

    Attributes:
        same: The probability that they are spellings of one name, where half of the pairs asked about are.
        why: What speaks for and against, in plain words.
    """

    same: float
    why: tuple[str, ...]


def likeness(a: str, b: str) -> Likeness:
    """How likely two names are spellings of one name, and why; ``same`` does not depend on which is called ``a``."""
    left, right = read_name(a), read_name(b)
    same = sameness(left, right)
    if left.folded == right.folded:
        return Likeness(
            same, ("the same but for case, accents and apostrophes" if same else "there is no letter in it",)
        )
    if not (left.parts and right.parts):
        return Likeness(same, ("nothing to compare",))
    return Likeness(same, reasons(_turned(_compared(left, right), left)))


def sameness(a: Name, b: Name) -> float:
    """The probability alone, of names already read."""
    if a.folded == b.folded:
        return float(any(char.isalnum() for char in a.folded))
    return probability(_compared(a, b).evidence) if a.parts and b.parts else 0.0


def probability(evidence: Evidence) -> float:
    """A logistic regression; ``weights.json`` is made by ``benchmarks/fit_names.py``."""
    weights, constant = _weights()
    score = sum(weight * figure for weight, figure in zip(weights, evidence.vector(), strict=True)) + constant
    return 1 / (1 + exp(-score))


def _compared(a: Name, b: Name) -> Comparison:
    """In the order of the alphabet, so that the alignment cannot depend on the order they are given in."""
    return compare(a, b) if a.folded < b.folded else compare(b, a)


def _turned(found: Comparison, left: Name) -> Comparison:
    """With ``left`` on the left again."""
    if found.left.folded == left.folded:
        return found
    links = tuple(replace(link, left=link.right, right=link.left) for link in found.links)
    return Comparison(found.right, found.left, links, found.evidence)


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], float]:
    plain = json.loads(files("index.names").joinpath("weights.json").read_text("utf-8"))
    return tuple(plain[one.name] for one in fields(Evidence)), plain["constant"]
