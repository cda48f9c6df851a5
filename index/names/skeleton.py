"""How a romanised word sounds, whatever the romanisation: a letter of the skeleton stands for a class of sounds."""

import re
from functools import lru_cache
from typing import Final

VOWELS: Final = frozenset("aeiouEO")
"""E and O are diphthongs (ay, ei; aw, ou before a consonant)."""

_SOUNDS: Final = {
    # Consonants of several letters: ALA-LC and BGN/PCGN for Arabic, Persian and Russian, with the German, French,
    # Polish, Turkish and Wade-Giles ways to write the same sounds.
    "shch": "S", "schtsch": "S", "tsch": "C", "dsch": "j", "sch": "S", "tch": "C", "dzh": "j", "dzs": "j",
    "sh": "S", "ch": "C", "kh": "x", "gh": "G", "zh": "Z", "th": "T", "dh": "D", "ph": "f", "dj": "j", "dz": "d",
    "ts": "c", "tz": "c", "cz": "C", "sz": "S", "ck": "k", "hs": "S", "rh": "r", "ks": "ks", "gj": "j",
    # Vowels of several letters: English, French and German habits.
    "aa": "a", "ee": "i", "oo": "u", "ou": "u", "ie": "i", "ae": "e", "oe": "o", "ue": "u", "eo": "o", "eu": "u",
    "ai": "E", "ay": "E", "ei": "E", "ey": "E", "aj": "E", "ej": "E", "au": "O", "aw": "O", "ow": "O", "ao": "O",
    "iy": "i", "ij": "i", "yy": "i", "yj": "i", "oi": "oi", "oy": "oi", "uy": "ui", "uw": "u",
    "x": "ks",
}  # fmt: skip
_GLIDE: Final = {
    "ay": "ay", "ey": "ey", "aw": "aw", "ow": "ow", "oy": "oy", "uy": "uy", "uw": "uw", "aj": "aj", "ej": "ej",
    "iy": "i", "ij": "ij", "yj": "ij", "yy": "iy", "ou": "w",
}  # fmt: skip
"""What a diphthong is before another vowel, where its second letter opens the next syllable."""

_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)) + "|.")
_TWICE = re.compile(r"([^\W\daeiou])\1+")
_TWICE_SOUND = re.compile(r"(.)\1+")
_MUTE_H = re.compile(r"(?<=[aeiouy])h$")
_NOMINATIVE = re.compile(r"(?<=...)[aeou](?=llah?$|dd(?:i|ee)ne?$)")
"""The case vowel before Allah and al-Din, which each country gives its own colour: Nasrallah, Nasrollah, Nasrullah."""
_HARD = re.compile(r"(?<=[qg])u(?=[ei])")
"""The mute u of French and Spanish: Guerra, Joaquin."""
_SOFT_C = re.compile(r"c(?=[eiy])")
_COARSE: Final = str.maketrans("qgGxXTdDczZSCjpfvwn", "kkkkkttt" + "ssssss" + "bbbb" + "m", "hy")
_LATIN_VOWEL: Final = frozenset("aeiou")
_WEAK: Final = {"w": "u", "y": "i"}


@lru_cache(maxsize=1 << 15)
def skeleton(word: str, unvowelled: bool = False) -> str:
    """The sounds of a romanised word.

    Args:
        word: In the letters a to z.
        unvowelled: Whether it comes from a script without short vowels, where w and y before a consonant are long ones.
    """
    plain = _HARD.sub("", _NOMINATIVE.sub("u", word))
    plain = _MUTE_H.sub("", _TWICE.sub(r"\1", plain)) or word
    if unvowelled and len(plain) > 2 and plain.endswith("h"):
        plain = plain[:-1] + "a"
    if plain[0] == "x":
        plain = "X" + plain[1:]
    plain = _SOFT_C.sub("ç", plain)
    sounds: list[str] = []
    for found in _SOUND.finditer(plain):
        following = plain[found.end() : found.end() + 1]
        sounds.append(_sound(found[0], found.start() == 0, following, unvowelled))
    return _TWICE_SOUND.sub(r"\1", "".join(sounds))


def consonants(sounds: str) -> str:
    """A skeleton without its vowels."""
    return "".join(sound for sound in sounds if sound not in VOWELS)


@lru_cache(maxsize=1 << 15)
def coarse(sounds: str) -> str:
    """The consonants of a skeleton in classes that few romanisations confuse, without h and y, which many drop."""
    return consonants(sounds).translate(_COARSE)


def _sound(letters: str, first: bool, following: str, unvowelled: bool) -> str:
    if following and following in _LATIN_VOWEL and letters in _GLIDE:
        return _GLIDE[letters]
    if letters == "ç":
        return "c"
    if letters == "c":
        return "k"
    if letters in _WEAK and not first and not (following and following in _LATIN_VOWEL):
        return _WEAK[letters] if letters == "y" or unvowelled else "w"
    return _SOUNDS.get(letters, letters)
