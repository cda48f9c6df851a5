"""A question with what each of its words counts for, ready to be held against sentences."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from bot.answering.relations import converses, is_known, near, opposites, phrases, related
from bot.conversation import Carried
from bot.question.names import Names
from bot.question.question import LIGHT, Question
from index.actors.common import is_common
from index.engine import Engine
from index.words import words

_NOTHING = Carried()
_NO_ALIASES: Mapping[str, str] = {}
_STEM = 4
"""Letters that two forms of one root share: invade and invasion, Lebanon and Lebanese."""
_SUFFIX = 4
"""Letters at most that either may have beyond what they share."""


@dataclass(frozen=True)
class Asking:
    """What is asked.

    Attributes:
        question: The question.
        idf: What each of its terms counts for, in nats.
        names: Those of its terms that are parts of names.
        somebody: Those of its names that may be a person's: that are not known for a place's or a body's.
        numbers: Those of its terms that are numbers.
        total: The sum of ``idf``; never 0.
        hinted: By a word or phrase that often stands for the relation of one of its terms, or tells its other side,
            that term.
        opposed: By a word or phrase for the contrary of one of its terms, that term.
    """

    question: Question
    idf: dict[str, float]
    names: frozenset[str]
    somebody: frozenset[str]
    numbers: frozenset[str]
    total: float
    hinted: Mapping[str, str]
    opposed: Mapping[str, str]
    _meant: dict[str, str]
    _stems: frozenset[str]
    _derived: dict[str, str | None] = field(default_factory=dict)
    _spellings: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        question: Question,
        ranking: Engine,
        names: Names,
        carried: Carried = _NOTHING,
        aliases: Mapping[str, str] = _NO_ALIASES,
        things: Set[str] = frozenset(),
    ) -> "Asking":
        """Weighs a question's words.

        Args:
            question: The question.
            ranking: How rare a term is.
            names: Which words are names.
            carried: What is taken over from earlier questions.
            aliases: Terms of other names of the actors named, each to a term of the name in the question.
            things: Terms of names of places and bodies.
        """
        named = names.terms_in(question.words) | carried.names
        accidental = {
            word.term
            for word in question.words
            if word.term and word.term not in ranking and (is_common(word.text) or is_known(word.term))
        }
        told = [term for term in question.terms if term in ranking or term not in LIGHT]
        idf = _weights((*told, *carried.terms), named, accidental, ranking)
        idf = {term: value * carried.terms.get(term, 1.0) for term, value in idf.items()}
        read = words(question.text)
        relations = [(phrase, read[at].term) for at, phrase in phrases(read).items()]
        relations += [(asked, asked) for asked in idf]
        meant = {other: asked for one, asked in relations if asked in idf for other in related(one) if other not in idf}
        meant |= {other: asked for other, asked in aliases.items() if other not in idf and asked in idf}
        kept = [(one, asked) for one, asked in relations if asked in idf and asked not in named]
        hinted = {other: asked for one, asked in kept for other in near(one) | converses(one)}
        opposed = {other: asked for one, asked in kept for other in opposites(one)}
        taken = idf.keys() | meant.keys()
        numbers = frozenset(term for term in idf if term[0].isdigit())
        return cls(
            question=question,
            idf=idf,
            names=named,
            somebody=named - things,
            numbers=numbers,
            total=sum(idf.values()) or 1.0,
            hinted={other: asked for other, asked in hinted.items() if other not in taken},
            opposed={other: asked for other, asked in opposed.items() if other not in taken},
            _meant=meant,
            _stems=frozenset(term[:_STEM] for term in idf),
        )

    def paraphrased(self, term: str) -> str | None:
        """The question's term for the relation that another word or phrase stands for."""
        return self._meant.get(term)

    def spellings(self, term: str) -> frozenset[str]:
        """A name's term, and those of the other names of whoever bears it."""
        if term not in self._spellings:
            self._spellings[term] = frozenset({term, *(one for one, asked in self._meant.items() if asked == term)})
        return self._spellings[term]

    def derived(self, term: str) -> str | None:
        """The question's term that another word shares its root with, by its first letters."""
        if term[:_STEM] not in self._stems:
            return None
        if term not in self._derived:
            self._derived[term] = next((asked for asked in self.idf if _one_root(asked, term)), None)
        return self._derived[term]


def _one_root(one: str, other: str) -> bool:
    if len(one) < _STEM or len(other) < _STEM or one[:_STEM] != other[:_STEM] or not one.isalpha():
        return False
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return max(len(one), len(other)) - shared <= min(_SUFFIX, shared - 1)


def _weights(
    terms: Sequence[str], names: frozenset[str], accidental: Set[str | None], ranking: Engine
) -> dict[str, float]:
    """What each term of the question counts for: its idf, and for a name at least the mean of all.

    Where every passage is about one man his name has next to no idf, yet a sentence that lacks it answers about
    somebody else. A common word that a few sources lack is rare by accident, so counts as the mean at most.
    """
    idf = {term: ranking.idf(term) for term in terms}
    mean = sum(idf.values()) / len(idf) if idf else 0.0
    weighed = {term: max(value, mean) if term in names else value for term, value in idf.items()}
    return {term: min(value, mean) if term in accidental else value for term, value in weighed.items()}
