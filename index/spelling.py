"""Did you mean: near spellings of a word, out of the corpus's own vocabulary.

Two things bring spellings apart, slips of the finger and habits of transliteration, so a word is compared as it is
written and as it sounds. What sounds the same is nearer than what is one slip away, because a name is transliterated
anew by each writer and a slip happens once. That is for offering a word to the reader only: Khamenei and Khomeini are
near spellings too.

The whole vocabulary is sieved by length and by the set of letters, and what passes is compared. At 300,000 words this
takes 2 to 6 ms a word, against 77 ms for comparing all of them; an index of symmetric deletions answers in a tenth of a
millisecond, but takes five seconds and 400 MB to make for a single slip.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from index.words import fold, term

MOST = 3
"""How many are offered."""

SHORTEST = 4
"""Letters. Shorter words have near spellings everywhere."""

SOUND = 0.5
"""What it costs to be written differently where nothing sounds different, in slips."""

MARGIN = 0.5
"""Slips. What is farther than this from the nearest is not offered beside it: 1.35 words are offered for a name of
time63 misspelled by a slip, not 1.60, and 1.14 for one by a habit, not 1.77; the right one is lost for none of them."""

REPAIR = 6
OFTEN = 2
"""A common word is offered if it is the only word within one slip, was typed with so many letters and occurs so often.
Of the one-slip misspellings of rtqa_2022_24's common words this repairs .71, none wrongly, and offers a word for .023
of scifact's common words that rtqa_2022_24 lacks; from 5 letters on it is .82 and .027, from 7 .53 and .013."""

_HABITS = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"^[ae]l-?(?=\w{4})|-", ""),
        (r"kh", "h"),
        (r"dh|th", "z"),
        (r"q", "k"),
        (r"[ouw]+", "u"),
        (r"[iye]+", "i"),
        (r"(\w)\1+", r"\1"),
        (r"(?<=\w)[ai]h?$", "a"),
    )
)
"""What writers of Arabic and Persian names in Latin letters differ in, one after another: al-, Khalid and Halid, Nadhim
and Nazim, Sadiq and Sadik, Yousuf and Yusuf, Qasim and Qasem, Qassem and Qasem, Fatimah, Fatimeh and Fatima."""


def farthest(letters: int) -> float:
    """How far a near spelling of a word of so many letters may be, in slips.

    At these, the word that was meant is the first offered for .99 of the names of rtqa_2022_24 misspelled by one slip
    or one habit and .86 by two slips in eight letters or more; something is offered for .12 of the common words and .24
    of the names of squad2_visible that rtqa_2022_24 lacks. With two slips from 6 letters on it is .97 of the latter
    misspellings, and .19 and .34 for nothing.
    """
    return 1 if letters < 6 else 1.5 if letters < 8 else 2


class Spelling:
    """Finds near spellings in a vocabulary. Safe to be used by several threads at once."""

    def __init__(
        self,
        surfaces: Mapping[str, str],
        frequency: Callable[[str], int],
        shapes: Sequence[tuple["Shapes", "Shapes"]] | None = None,
    ) -> None:
        """Takes a vocabulary.

        Args:
            surfaces: Each word of the corpus, folded, to its commonest spelling.
            frequency: How often a term occurs.
            shapes: What at least these words look like when folded, and in the same order what they sound like; None
                prepares both.
        """
        self._surfaces = surfaces
        self._frequency = frequency
        self._shapes = [_shapes(list(surfaces))] if shapes is None else shapes

    def near(self, word: str, *, common: bool = False) -> list[str]:
        """Words of the corpus that ``word`` may have been meant as, nearest first, at most MOST.

        Only words that the corpus does not mostly write small are offered: beside a common word there is nearly always
        another ("paid", "raid"), and offering it helps nobody.

        Args:
            word: As typed.
            common: Offer a common word too where nothing else can have been meant.
        """
        folded = fold(word) if word else ""
        if len(folded) < SHORTEST or not folded[0].isalpha():
            return []
        near = {one: cost for one, cost in self._costs(folded).items() if term(one) not in (None, term(word))}
        certain = self._repair(folded, near) if common else None
        kept = {one: cost for one, cost in near.items() if self._is_name(one) or one == certain}
        # Inflections of one word are one suggestion.
        by_term: dict[str | None, str] = {}
        for one in sorted(kept, key=lambda one: self._order(folded, one, kept[one])):
            if kept[one] <= min(kept.values()) + MARGIN:
                by_term.setdefault(term(one), self._surfaces[one])
        return list(by_term.values())[:MOST]

    def _costs(self, folded: str) -> dict[str, float]:
        """The words that are near enough, with how far they are."""
        most = farthest(len(folded))
        costs: dict[str, float] = {}
        for written, heard in self._shapes:
            costs |= {written[at]: slips for slips, at in written.near(folded, int(most))}
            for slips, at in heard.near(sound(folded), int(most - SOUND)):
                costs[written[at]] = min(costs.get(written[at], most), slips + SOUND)
        return {word: cost for word, cost in costs.items() if word in self._surfaces}

    def _order(self, folded: str, word: str, cost: float) -> tuple[float, int, int, int, str]:
        """Nearest first; among equals the one written most alike, the longer one, the commoner one."""
        return cost, OSA.distance(folded, word), -len(word), -self._frequency(term(word) or ""), word

    def _is_name(self, word: str) -> bool:
        # Scripts without capitals do not tell names from other words.
        return word[0].isalpha() and not self._surfaces[word][0].islower()

    def _repair(self, folded: str, near: Mapping[str, float]) -> str | None:
        """The common word that must have been meant, if there is one."""
        meant = sorted((word for word, cost in near.items() if cost <= 1), key=lambda word: OSA.distance(folded, word))
        if len(folded) < REPAIR or len({term(word) for word in meant}) != 1 or OSA.distance(folded, meant[0]) > 1:
            return None
        return meant[0] if self._frequency(term(meant[0]) or "") >= OFTEN else None


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """A vocabulary in the shape it is compared in, as written or as it sounds.

    Attributes:
        text: The shapes in UTF-8, one after another; uint8.
        ends: Where each ends in ``text``; int64.
        letters: The letters of each, a bit a letter; letters that share a bit only weaken the sieve; uint64.
        lengths: In letters; int32.
    """

    text: NDArray[np.uint8]
    ends: NDArray[np.int64]
    letters: NDArray[np.uint64]
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, shapes: Sequence[str]) -> Self:
        """Lays shapes out."""
        raw = [shape.encode("utf-8", "surrogatepass") for shape in shapes]
        return cls(
            text=np.frombuffer(b"".join(raw), np.uint8),
            ends=np.cumsum(np.fromiter(map(len, raw), np.int64, len(raw))),
            letters=_letters(shapes),
            lengths=np.fromiter(map(len, shapes), np.int32, len(shapes)),
        )

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The shapes of several, one's after another's."""
        before = np.cumsum([0, *(len(part.text) for part in parts)]).tolist()
        return cls(
            text=np.concatenate([part.text for part in parts]),
            ends=np.concatenate([part.ends + at for part, at in zip(parts, before, strict=False)]),
            letters=np.concatenate([part.letters for part in parts]),
            lengths=np.concatenate([part.lengths for part in parts]),
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything in it as named arrays."""
        return {"text": self.text, "ends": self.ends, "letters": self.letters, "lengths": self.lengths}

    def __getitem__(self, at: int) -> str:
        raw = self.text[self.ends[at - 1] if at else 0 : self.ends[at]]
        return raw.tobytes().decode("utf-8", "surrogatepass")

    def near(self, shape: str, slips: int) -> Iterator[tuple[int, int]]:
        """Where the shapes are that are at most so many slips away, each with its slips; a transposition is one."""
        if not len(self.ends):
            return
        # A slip changes the length by one and the set of letters by two at most.
        apart = np.bitwise_count(self.letters ^ _letters([shape])[0])
        sieved = np.flatnonzero((apart <= 2 * slips) & (np.abs(self.lengths - len(shape)) <= slips))
        for at in sieved.tolist():
            distance = OSA.distance(shape, self[at], score_cutoff=slips)
            if distance <= slips:
                yield distance, at


def _shapes(words: Sequence[str]) -> tuple[Shapes, Shapes]:
    return Shapes.of(words), Shapes.of(sound("\n".join(words)).split("\n") if words else [])


def sound(text: str) -> str:
    """A folded word, or several, one a line, without what transliterations differ in: Daqdouq, Daqduq -> dakduk."""
    for habit, replacement in _HABITS:
        text = habit.sub(replacement, text)
    return text


def _letters(shapes: Sequence[str]) -> NDArray[np.uint64]:
    if not shapes:
        return np.empty(0, np.uint64)
    codes = np.frombuffer("\n".join(["", *shapes]).encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.left_shift(np.uint64(1), codes.astype(np.uint64) % np.uint64(64))
    return np.bitwise_or.reduceat(bits, np.flatnonzero(codes == ord("\n")))
