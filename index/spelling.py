"""Did you mean: near spellings of a word, out of the corpus's own vocabulary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

MOST = 3
"""How many are offered."""

_HABITS = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"^[ae]l(?=\w{4})", ""),  # alkhazali
        (r"kh", "h"),
        (r"dh|th", "z"),
        (r"q", "k"),
        (r"[ouw]+", "u"),
        (r"[iye]+", "i"),
        (r"(\w)\1+", r"\1"),
        (r"(?<=\w)[ai]h?$", "a"),  # Fatimah, Fatimeh
    )
)
"""What writers of Arabic and Persian names in Latin letters differ in, one after another."""


@dataclass(frozen=True, slots=True)
class _Sounds:
    """A vocabulary as it sounds.

    Attributes:
        words: Folded.
        sounds: What each sounds like.
        letters: The letters of each sound, a bit a letter (letters that share a bit only pass the sieve more often).
        lengths: Of the sounds, in letters.
    """

    words: Sequence[str]
    sounds: Sequence[str]
    letters: NDArray[np.uint64]
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Sounds":
        """The sounds of a vocabulary; 0.3 s for 300,000 words."""
        sounds = sound("\n".join(words)).split("\n")
        return cls(words, sounds, _letters(sounds), np.fromiter(map(len, sounds), np.int32, len(sounds)))

    def near(self, heard: str, slips: int) -> list[tuple[int, str]]:
        """The words that sound like this but for so many slips, each with its slips, in the vocabulary's order."""
        # A slip changes the length by one and the set of letters by two at most.
        apart = np.bitwise_count(self.letters ^ _letters([heard])[0])
        sieved = np.flatnonzero((apart <= 2 * slips) & (abs(self.lengths - len(heard)) <= slips))
        return [
            (distance, self.words[at])
            for at in sieved.tolist()
            if (distance := OSA.distance(heard, self.sounds[at], score_cutoff=slips)) <= slips
        ]


def sound(text: str) -> str:
    """A folded word, or several a line each, without what transliterations differ in: Daqdouq, Daqduq -> dakduk."""
    for habit, replacement in _HABITS:
        text = habit.sub(replacement, text)
    return text


def _letters(sounds: Sequence[str]) -> NDArray[np.uint64]:
    codes = np.frombuffer("\n".join(["", *sounds]).encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.left_shift(np.uint64(1), codes.astype(np.uint64) % np.uint64(64))
    return np.bitwise_or.reduceat(bits, np.flatnonzero(codes == ord("\n")))
