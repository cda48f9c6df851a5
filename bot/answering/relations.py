"""Words for one relation: who led is who was the head, who was freed was released.

General English, written down from general knowledge and for no particular question, in ``relations.txt``, which says
how to read and correct it; the countries with their peoples are those of the gazetteer. A word stands there with all
its senses, so what is said here of two words holds in one sense of each: what that is worth in a sentence is for the
caller to measure.

A term is what ``index.words.term`` makes of a word. A phrase is the terms of its words with a space between them, stop
words as they stand: "take over" for "took over". Both are called words here.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from index.actors import table
from index.words import Word, fold, term

_SAME = ""
_NEAR = " ~ "
_OPPOSITE = " | "
_CONVERSE = " <> "
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The lines of the file, each read when it is asked for: an answer needs some fifty of them.

    Attributes:
        lines: By a word those that it stands in.
        begun: By the first term of a phrase its terms.
    """

    lines: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    begun: defaultdict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, line: str) -> None:
        """Takes in a line of the file."""
        for entry in line.split():
            word = _word(entry)
            self.lines[word].append(line)
            if " " in word:
                phrase = word.split()
                self.begun[phrase[0]].append(phrase)


def is_known(asked: str) -> bool:
    """Whether a word stands in the lexicon, so is no slip of another."""
    return asked in _lexicon().lines


def related(asked: str) -> frozenset[str]:
    """The words for the same relation as a word, itself among them.

    Grade 1: in the sense they share, a sentence with one of them says what a question with the other asks: buy,
    purchase, acquisition, buyer.
    """
    return _beside(asked, _SAME) | {asked}


def near(asked: str) -> frozenset[str]:
    """The words that often stand for the same relation as a word and as often for another; none that is related.

    Grade 1/2: many a raid is an attack, and many an attack no raid. They speak for a sentence that has the rest of
    what is asked, and for none by themselves.
    """
    return _beside(asked, _NEAR) - related(asked)


def opposites(asked: str) -> frozenset[str]:
    """The words for the contrary of a word, or for the other of two: lose for win, south for north.

    A sentence that has one of them and not the word asked for tells of something else, unless it denies it ("did not
    lose"). None of them is related or a converse.
    """
    return _beside(asked, _OPPOSITE)


def converses(asked: str) -> frozenset[str]:
    """The words that tell the same event from its other side: sell for buy, pupil for teacher.

    They tell of the relation asked about, so speak for a sentence as those do that are near; but who does it and whom
    it is done to change places: who sold the mill to Mary tells that Mary bought it.
    """
    return _beside(asked, _CONVERSE)


def phrases(read: Sequence[Word]) -> dict[int, str]:
    """The phrases of the lexicon in a text, the longest that begins with a word by the index of that word.

    Args:
        read: All words of the text, stop words included.
    """
    begun = _lexicon().begun
    found: dict[int, str] = {}
    for at, word in enumerate(read):
        if word.term is not None and word.term in begun:
            longest = max(map(len, begun[word.term]))
            here = [one.term or fold(one.text) for one in read[at : at + longest]]
            fitting = [" ".join(phrase) for phrase in begun[word.term] if here[: len(phrase)] == phrase]
            if fitting:
                found[at] = max(fitting, key=len)
    return found


def _beside(asked: str, relation: str) -> frozenset[str]:
    """The words that the lines say to stand in a relation to a word."""
    return _NONE.union(
        *(
            others
            for line in _lexicon().lines.get(asked, ())
            for one, mark, others in _told(line)
            if mark == relation and asked in one
        )
    )


def _told(line: str) -> Iterator[tuple[frozenset[str], str, frozenset[str]]]:
    """What a line tells: words, a relation, and the words that have it to each of them."""
    marks = (mark for mark in (_NEAR, _OPPOSITE, _CONVERSE) if mark in line)
    left, mark, right = line.partition(next(marks, "\n"))
    one, other = (frozenset(map(_word, side.split())) for side in (left, right))
    if mark in (_SAME, _NEAR):
        yield one, _SAME, one
    yield one, mark, other
    yield other, mark, one


def _word(entry: str) -> str:
    """The term or phrase that an entry of the file stands for, in which a hyphen joins the words of a phrase."""
    if "-" not in entry:
        return term(entry) or entry
    return " ".join(term(word) or fold(word) for word in entry.split("-"))


@cache
def _lexicon() -> _Lexicon:
    lexicon = _Lexicon()
    for line in files("bot.answering").joinpath("relations.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            lexicon.add(line)
    for country, _, peoples in (line.partition(": ") for line in table.lines("countries")):
        if peoples and " " not in country:
            lexicon.add(f"{country} {peoples}")
    return lexicon
