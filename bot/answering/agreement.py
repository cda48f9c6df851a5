"""Sources that disagree, and sources that say the same in the same words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.choice import SUPPORT, says_same
from bot.answering.emphasis import LEAST, told
from bot.answering.evidence import Asking, Candidate
from bot.answering.weighed import Weighed
from bot.question.asked import Asked
from index.dates import find
from index.words import fold, terms

_ALIKE = 0.9
"""How much of the leading sentence's share of the question another must have to speak of the same thing."""
_ROUNDED = 0.1
"""Numbers so near, as a share of the greater, may be one that was rounded: 400 and "some 420"."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_COUNTS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0, "thousand": 1000.0}


@dataclass(frozen=True, slots=True)
class Value:
    """What a sentence gives as the answer, or a claim claims.

    Attributes:
        days: The first and last day of a date.
        number: A number.
        place: The terms of a place.
    """

    days: tuple[date, date] | None = None
    number: float | None = None
    place: frozenset[str] = frozenset()

    def contradicts(self, other: "Value") -> bool:
        """Whether both cannot be right; a date within another, or a place named more fully, can."""
        if self.days is not None and other.days is not None:
            return self.days[1] < other.days[0] or other.days[1] < self.days[0]
        if self.number is not None and other.number is not None:
            return abs(self.number - other.number) > _ROUNDED * max(abs(self.number), abs(other.number))
        return bool(self.place and other.place) and not self.place & other.place


def contradicting(asking: Asking, weighed: Sequence[Weighed]) -> Weighed | None:
    """The best sentence of another document that answers otherwise than the leading one; None without one.

    Both have to name whoever the question names and to say as much of what it says, since dates of two events are no
    contradiction.
    """
    if not weighed or not asking.names:
        return None
    lead = weighed[0]
    values = _values(asking, lead.candidate)
    if len(values) != 1 or not _names_all(asking, lead.candidate):
        return None
    (value,) = values
    for one in weighed[1:]:
        if lead.score - one.score > SUPPORT:
            break
        if one.candidate.hit.document.id == lead.candidate.hit.document.id or not _speaks_of_it(asking, lead, one):
            continue
        others = _values(asking, one.candidate)
        if others and all(value.contradicts(other) for other in others):
            return one
    return None


def copies(lead: Candidate, weighed: Sequence[Weighed]) -> Iterator[Candidate]:
    """The sentences of other documents that say the same in nearly the same words, one for each document."""
    seen = {lead.hit.document.id}
    for one in weighed:
        document = one.candidate.hit.document.id
        if document not in seen and says_same(lead.line, one.candidate.line):
            seen.add(document)
            yield one.candidate


def _names_all(asking: Asking, candidate: Candidate) -> bool:
    return asking.names <= candidate.matches.all


def _speaks_of_it(asking: Asking, lead: Weighed, one: Weighed) -> bool:
    def share(weighed: Weighed) -> float:
        return sum(asking.idf[term] for term in weighed.candidate.matches.all)

    return _names_all(asking, one.candidate) and share(one) >= _ALIKE * share(lead)


def _values(asking: Asking, candidate: Candidate) -> list[Value]:
    """What a sentence may give as the answer. Where it gives several, nobody can say by form which it means."""
    found = [one for one in told(asking, candidate) if one.close >= LEAST]
    asked, text = asking.question.asked, candidate.line.text
    if asked is Asked.WHEN:
        dates = find(text, written=candidate.hit.document.record.date) if found else []
        return [
            Value(days=(one.begin, one.end_date))
            for one in dates
            if one.begin is not None
            and one.end_date is not None
            and any(one.start < other.end and other.start < one.end for other in found)
        ]
    if asked in (Asked.QUANTITY, Asked.DURATION):
        numbers = (number(text[one.start : one.end]) for one in found)
        return [Value(number=one) for one in numbers if one is not None]
    places = [frozenset(terms(text[one.start : one.end])) for one in found if asked is Asked.WHERE]
    return [Value(place=one) for one in places]


def number(text: str) -> float | None:
    """The first number in a text, in digits or as a word; None without one."""
    digits = _NUMBER.search(text)
    if digits is not None:
        return float(digits[0].replace(",", ""))
    return next(
        (_COUNTS[folded] for word in re.split(r"[\s-]+", text) if word and (folded := fold(word)) in _COUNTS), None
    )
