"""What speaks for a sentence as the answer to a question."""

import math
import re
from collections.abc import Sequence, Set
from dataclasses import astuple, dataclass
from itertools import pairwise

from bot.kinds import expressions
from bot.names import is_name
from bot.question import Asked, Question
from bot.relations import related
from index.engine import Engine
from index.search import Hit
from index.sources import Sources
from index.words import STOP_WORDS, Word, words

_AFTER_NAME = re.compile(
    r"[’'”\")]*(?:\s*\([^)]*\))?(?:,[’'”\"]*\s*(?:an?|the|who|whose|one of|also|then|formerly|nicknamed|known)\b"
    r"|\s+(?:is|was|are|were|became|remains?)\s+(?:an?|the|one|among|\w+(?: \w+)? of)\b"
    r"|\s+(?:serves? as|served as|acted as|refers to|stands for|headed|led|commanded)\b)"
    r"|[’'”\")]*\s+[–—]\s"
)
_BEFORE_NAME = re.compile(
    r"\b(?:known (?:to \S+ )?(?:\w+ )?(?:as|by)|alias|a\.?k\.?a\.?|nicknamed|called|named|dubbed|nom de guerre"
    r"|pseudonym|identified (?:\w+ )?as|real name(?: is| was)?|who is|is|was)\W*$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?)|[’']s|\b[A-Z]\w+)(?: [\w-]+){0,2} (?P<noun>[a-z-]{4,}(?<!ed)(?<!ing)),? $"
)
_NO_NOUNS = STOP_WORDS | frozenset(
    "beside besides between against toward towards without within among around despite during through after before"
    " alongside near behind beyond across along like unlike versus until since below above beneath except that when"
    " where while because though although whom whose which".split()
)
_ALIAS = re.compile(
    r"\b(?:known (?:to \S+ )?(?:\w+ )?(?:as|by)|real name|true name|alias|a\.k\.a\.|aka|nom de guerre|pseudonym)\b",
    re.IGNORECASE,
)
_STRANDED = re.compile(
    r"\W*(?:he|she|it|they|his|her|their|its|this|these|those|that|both|instead|however|meanwhile|there|then|such"
    r"|another|\w+ \w+ (?:later|earlier|before|after))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[.!?…؟。][’”»\"')\]]*$")
_NEEDED = frozenset({Asked.WHEN, Asked.QUANTITY, Asked.DURATION})
_LONGEST_SUBJECT = 2
"""Content words. "What is" and more of them that are not names asks for something else than what they are."""
PARAPHRASE = 0.7
"""What another word for the relation counts for beside the word itself."""
_WINDOW = 8.0
"""Words. Over this distance the closeness of an expression of the asked kind to a matched word falls to 1/e."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one sentence, each figure from 0 to 1.

    Attributes:
        cover: Share of the question's idf that the sentence's own words have.
        context: Share of it that only the sentences beside it, in the same passage, have.
        missing: Share of it that the sentence and those beside it lack, or that no source has.
        pairs: Share of the question's neighbouring word pairs that are neighbours here too.
        named: Share of the question's names that it has; 1 where the question has none.
        implied: Share of them that only the sentence before has, where this one leans on that one.
        rival: Whether it has none of the question's names and begins with another one.
        kind: How surely it has an expression of the kind asked for that is not in the question itself; one half where
            the question asks for no particular kind.
        lacks: Whether it has no such expression though a date, a number or a length of time is asked for.
        close: How close such an expression stands to a matched word.
        identity: Whether it says who or what the named one is (0 unless that is asked).
        alias: Whether it gives another name for the named one (0 unless who or what somebody is, is asked).
        rank: BM25 of its passage, as a share of the best passage's.
        first: Whether it begins a passage.
        stranded: Whether it leans on the sentence before it: begins with a pronoun, or "two months later".
        whole: Whether it ends as a sentence does, so is no heading or caption.
        brevity: 1 for a sentence of ten words, falling to 0 at a hundred.
    """

    cover: float
    context: float
    missing: float
    pairs: float
    named: float
    implied: float
    rival: float
    kind: float
    lacks: float
    close: float
    identity: float
    alias: float
    rank: float
    first: float
    stranded: float
    whole: float
    brevity: float

    def vector(self) -> tuple[float, ...]:
        """The figures in the order of the attributes."""
        return astuple(self)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        hit: The passage it stands in.
        start: Its first code point in the document's text.
        end: One past its last code point.
        terms: The question's terms that it has.
        evidence: What speaks for it.
    """

    hit: Hit
    start: int
    end: int
    terms: frozenset[str]
    evidence: Evidence

    @property
    def text(self) -> str:
        """The sentence."""
        return self.hit.document.text[self.start : self.end]


class Witness:
    """Weighs the sentences of passages as answers to one question."""

    def __init__(self, question: Question, ranking: Engine, sources: Sources) -> None:
        self._question = question
        self._sources = sources
        self._names = {word.term for word in question.words if word.term is not None and is_name(word, sources)}
        self._idf = _weights(question.terms, self._names, ranking)
        self._total = sum(self._idf.values())
        self._meant = {other: asked for asked in self._idf for other in related(asked) if other not in self._idf}

    def candidates(self, hit: Hit, spans: Sequence[tuple[int, int]], best: float) -> list[Candidate]:
        """The sentences of a passage with their evidence.

        Args:
            hit: The passage.
            spans: Its sentences, as offsets into the document's text, in order.
            best: The best passage's score.
        """
        read = [words(hit.document.text[start:end]) for start, end in spans]
        matched = [
            frozenset(word.term for word in one if word.term in self._idf or word.term in self._meant) for one in read
        ]
        found = []
        for at, (start, end) in enumerate(spans):
            beside = frozenset[str | None]().union(*matched[max(0, at - 1) : at + 2])
            before = matched[at - 1] if at else frozenset[str | None]()
            evidence = self._evidence(hit.document.text[start:end], read[at], before, beside, hit.score / best, at == 0)
            found.append(
                Candidate(hit, start, end, frozenset(self._meant.get(one, one) for one in matched[at] if one), evidence)
            )
        return found

    def _evidence(
        self,
        sentence: str,
        read: list[Word],
        before: Set[str | None],
        beside: Set[str | None],
        rank: float,
        first: bool,
    ) -> Evidence:
        own = frozenset(word.term for word in read if word.term in self._idf or word.term in self._meant)
        kind, close = self._kind(sentence, read)
        identity, alias = self._identity(sentence, read)
        cover, wider = self._share(own), self._share(beside)
        stranded = _STRANDED.match(sentence) is not None
        count = len(self._names)
        return Evidence(
            cover=cover,
            context=wider - cover,
            missing=1 - wider,
            pairs=self._pairs(read),
            named=len(self._names & own) / count if count else 1.0,
            implied=len(self._names & before - own) / count if count and stranded else 0.0,
            rival=float(self._rival(read)),
            kind=kind,
            lacks=float(kind == 0 and self._question.asked in _NEEDED),
            close=close,
            identity=identity,
            alias=alias,
            rank=rank,
            first=float(first),
            stranded=float(stranded),
            whole=float(_WHOLE.search(sentence) is not None),
            brevity=max(0.0, min(1.0, 1 - math.log10(max(10, len(read)) / 10))),
        )

    def _rival(self, read: list[Word]) -> bool:
        named = [word.term for word in read if word.term is not None and is_name(word, self._sources)]
        return bool(self._names and named) and not self._names.intersection(named) and read[0].term == named[0]

    def _share(self, matched: Set[str | None]) -> float:
        """Their share of the question's idf, each term as often as it is asked."""
        if not self._total:
            return 0.0
        paraphrased = {self._meant[term] for term in matched if term in self._meant} - matched
        return (
            sum(self._idf[term] for term in matched if term in self._idf)
            + PARAPHRASE * sum(self._idf[term] for term in paraphrased)
        ) / self._total

    def _pairs(self, read: list[Word]) -> float:
        asked = list(pairwise(self._question.terms))
        if not asked:
            return 0.0
        content = [word.term for word in read if word.term is not None]
        return len(set(asked) & set(pairwise(content))) / len(set(asked))

    def _kind(self, sentence: str, read: list[Word]) -> tuple[float, float]:
        """Presence of something of the asked kind outside the question's own words, and its closeness to those."""
        if self._question.asked in (Asked.WHAT, Asked.WHETHER):
            return 0.5, 0.0
        matched = [at for at, word in enumerate(read) if word.term in self._idf]
        best = closest = 0.0
        for start, end, strength in expressions(self._question.asked, sentence, read, self._sources):
            inside = [at for at, word in enumerate(read) if start <= word.start < end]
            if not inside or all(read[at].term in self._idf for at in inside):
                continue
            best = max(best, strength)
            if matched:
                gap = min(abs(at - other) for at in inside for other in matched)
                closest = max(closest, strength * math.exp(-gap / _WINDOW))
        return best, closest

    def _identity(self, sentence: str, read: list[Word]) -> tuple[float, float]:
        """Whether the sentence says who or what the named one is, and whether it gives another name."""
        subject = set(self._idf)
        if not self._question.identity or not subject or (subject != self._names and len(subject) > _LONGEST_SUBJECT):
            return 0.0, 0.0
        mentions = [word for word in read if word.term in subject]
        if {word.term for word in mentions} != subject:
            return 0.0, 0.0
        lead = sentence[: mentions[0].start]
        before = _BEFORE_NAME.search(lead) is not None or _is_apposed(lead)
        after = _AFTER_NAME.match(sentence, mentions[-1].end) is not None
        return float(before or after), float(_ALIAS.search(sentence) is not None)


def _is_apposed(lead: str) -> bool:
    """Whether a name stands right behind what its bearer is: "the Iraqi cleric", "Qods Force chief"."""
    found = _APPOSED.search(lead)
    return found is not None and found["noun"] not in _NO_NOUNS


def _weights(terms: Sequence[str], names: Set[str], ranking: Engine) -> dict[str, float]:
    """What each term of the question counts for: its idf, and for a name at least the mean of all.

    Where every passage is about one man his name has next to no idf, yet a sentence that lacks it answers about
    somebody else.
    """
    idf = {term: ranking.idf(term) for term in terms}
    mean = sum(idf.values()) / len(idf) if idf else 0.0
    return {term: max(value, mean) if term in names else value for term, value in idf.items()}
