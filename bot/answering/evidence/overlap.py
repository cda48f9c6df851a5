"""How much of the question a sentence has, and how it has it."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.evidence.asking import Asking
from bot.answering.evidence.line import Line

NAMES = (
    "cover", "related", "derived", "before", "after", "beside", "title", "missing", "full", "rarest", "relation",
    "pairs", "run", "window", "named", "implied", "rival", "numbers", "head", "last", "density", "clause",
    "clause_names", "squared", "hinted", "opposed",
)  # fmt: skip
_WINDOW = 12
"""Words. What stands so close together is one statement."""
_DENIES = re.compile(r"not|never|cannot|\w+n['’]t", re.IGNORECASE)
_REACH = 3
"""Words before another among which a "not" denies it."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which of the question's terms a sentence has.

    Attributes:
        exact: Those it has.
        related: Those it has another word or phrase for the same relation for, or denies the contrary of.
        derived: Those it has another form of the same root for.
        hinted: Those it has none of these for, but a word that is near.
        opposed: Those it has none of these for, but a word for the contrary.
        places: (index of the word, term of the question) of every word that stands for one, in order.
        begins: The term of the sentence's first word that is no stop word, where that is a name; else None.
        all: The terms it has in any way.
    """

    exact: frozenset[str]
    related: frozenset[str]
    derived: frozenset[str]
    hinted: frozenset[str]
    opposed: frozenset[str]
    places: tuple[tuple[int, str], ...]
    begins: str | None
    all: frozenset[str]


def matches(asking: Asking, line: Line) -> Matches:
    """Which of the question's terms a sentence has."""
    exact: set[str] = set()
    paraphrased: set[str] = set()
    derived: set[str] = set()
    places = []
    for at, term in line.content:
        if term in asking.idf:
            exact.add(term)
            places.append((at, term))
        elif (other := _paraphrased(asking, line, at, term)) is not None:
            paraphrased.add(other)
            places.append((at, other))
        elif (other := asking.derived(term)) is not None:
            derived.add(other)
            places.append((at, other))
    told = exact | paraphrased | derived
    said = {term for _, term in line.content}.union(line.phrases.values())
    return Matches(
        exact=frozenset(exact),
        related=frozenset(paraphrased - exact),
        derived=frozenset(derived - exact - paraphrased),
        hinted=_standing(asking.hinted, said) - told,
        opposed=_standing(asking.opposed, said) - told,
        places=tuple(places),
        begins=next((term for at, term in line.content[:1] if line.names[at]), None),
        all=frozenset(told),
    )


def _paraphrased(asking: Asking, line: Line, at: int, term: str) -> str | None:
    """The question's term that a word, or the phrase that it begins, says in other words or by denying the contrary."""
    phrase = line.phrases.get(at, term)
    told = asking.paraphrased(term) or asking.paraphrased(phrase)
    if told is not None:
        return told
    contrary = asking.opposed.get(phrase)
    return contrary if contrary is not None and _denied(line, at) else None


def _denied(line: Line, at: int) -> bool:
    """Whether a "not" stands shortly before a word: who did not accept refused."""
    return any(_DENIES.fullmatch(word.text) for word in line.words[max(0, at - _REACH) : at])


def _standing(terms: Mapping[str, str], said: Set[str]) -> frozenset[str]:
    """The question's terms that the words and phrases of a sentence stand for in some way."""
    return frozenset(terms[one] for one in terms.keys() & said)


def overlap(
    asking: Asking,
    line: Line,
    at: int,
    found: Sequence[Matches],
    elsewhere: Set[str],
    title: Set[str],
    implied: Set[str],
) -> tuple[float, ...]:
    """The figures of NAMES for the sentence at an index of its passage, each from 0 to 1.

    Args:
        asking: The question.
        line: The sentence.
        at: Its index.
        found: The matches of all sentences of the passage.
        elsewhere: The question's terms that stand anywhere in the passage.
        title: Those in the document's title.
        implied: Names of the question that it means by a pronoun.
    """
    own = found[at]
    before = (found[at - 1].all | implied) - own.all if at else frozenset[str]()
    after = found[at + 1].all - own.all - before if at + 1 < len(found) else frozenset[str]()
    nearer = own.all | before | after
    beside, above = elsewhere - nearer, title - nearer - elsewhere
    share = _Share(asking)
    names = asking.names
    relations = asking.idf.keys() - names - asking.numbers
    terms = asking.question.terms
    clause = asking.question.clause
    clause_names = clause & names
    return (
        share(own.exact),
        share(own.related),
        share(own.derived),
        share(before),
        share(after),
        share(beside),
        share(above),
        1 - share(nearer | beside | above),
        float(len(own.all) == len(asking.idf)),
        float(bool(own.all) and max(asking.idf, key=asking.idf.__getitem__) in own.all),
        share(own.all & relations) / max(share(relations), 1e-9) if relations else 1.0,
        _pairs(terms, line),
        _run(terms, own.all),
        _window(asking, own.places),
        len(names & own.exact) / len(names) if names else 1.0,
        len(implied - own.all) / len(names) if names else 0.0,
        float(bool(names) and own.begins is not None and not names & own.all),
        float(bool(asking.numbers - own.exact - before)),
        float(asking.question.head is not None and asking.question.head in own.all),
        float(bool(terms) and terms[-1] in own.all),
        min(1.0, 2 * len(own.all) / max(1, len(line.content))),
        share(own.all & clause) / max(share(clause & asking.idf.keys()), 1e-9),
        len(clause_names & own.all) / len(clause_names) if clause_names else 1.0,
        share(own.exact) ** 2,
        share(own.hinted),
        share(own.opposed),
    )


class _Share:
    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def __call__(self, terms: Set[str]) -> float:
        return sum(self._asking.idf[term] for term in terms) / self._asking.total


def _pairs(terms: Sequence[str], line: Line) -> float:
    asked = set(pairwise(terms))
    if not asked:
        return 0.0
    return len(asked.intersection(pairwise(term for _, term in line.content))) / len(asked)


def _run(terms: Sequence[str], own: Set[str]) -> float:
    """The longest run of the question's words that the sentence has, in any order, as a share of all."""
    longest = current = 0
    for term in terms:
        current = current + 1 if term in own else 0
        longest = max(longest, current)
    return longest / len(terms) if terms else 0.0


def _window(asking: Asking, places: Sequence[tuple[int, str]]) -> float:
    """The most of the question's idf that stands within _WINDOW words."""
    most = 0.0
    for first, (begin, _) in enumerate(places):
        inside = {term for at, term in places[first:] if at - begin < _WINDOW}
        most = max(most, sum(asking.idf[term] for term in inside))
    return most / asking.total
