"""Looks actors up by name: certain, near, beginning so, named in a question."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from index.actors.common import is_common
from index.actors.spelling import equal, key, slipped, sound, traces
from index.actors.words import Word, words
from index.names import Lookup
from index.names.romanisation import fold, romanised
from index.names.skeleton import coarse, skeleton
from index.words import term

_CERTAIN: Final = 0.95
"""Likeness from which on a name that is spelled otherwise is certainly the actor's, if it is no one else's."""
_NEAR: Final = 0.2
"""Likeness from which on a name is worth offering."""
_SIMILAR: Final = 0.4
"""Likeness from which on two actors are worth asking about whether they are one."""
_LONGEST: Final = 12
"""Words of a name that is looked for in a question."""
_SOUNDED: Final = 5
"""The same, of a name in another spelling."""
_BEARERS: Final = 5
"""How many who share a word are offered for a slip in it."""
_LEAST: Final = 2
"""Letters from which on names are offered."""


class Directory:
    """The names of actors, who are numbered by how much they are mentioned, most first."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        """Takes the names of each actor, first what he is called."""
        self._names = names
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for at, some in enumerate(names):
            for one in dict.fromkeys(map(key, some)):
                self._by_key[one].append(at)

    def certain(self, name: str) -> int | None:
        """The only actor who goes by a name or by another spelling of it; of several, who is called by it in full."""
        known = next((some for one in equal(key(name)) if (some := self._by_key.get(one))), None)
        bearers = known or self._by_sound.get(sound(name)) or []
        called = self.called(name) if " " in key(name) else []
        if len(bearers) == 1 or len(called) == 1:
            return (called or bearers)[0]
        if bearers or not name.strip():
            return None
        near = self._nearest(name, 3)
        sure = {at for at, same in near if same >= _CERTAIN}
        return sure.pop() if len(sure) == 1 else None

    def called(self, name: str) -> list[int]:
        """All who are called by a name, not only known by it."""
        return [at for at in self._by_key.get(key(name), ()) if key(self._names[at][0]) == key(name)]

    def known(self, name: str) -> bool:
        """Whether anybody goes by a name."""
        return key(name) in self._by_key

    def surnamed(self, name: str) -> list[int]:
        """All one of whose names ends with a single word, and is longer; none for several words."""
        return self._by_last.get(key(name), [])

    def similar(self, name: str, limit: int) -> list[int]:
        """Whose names are nearly the same, likeliest first."""
        return list(dict.fromkeys(at for at, same in self._nearest(name, limit) if same >= _SIMILAR))

    def near(self, name: str, limit: int) -> list[int]:
        """Who may be meant by a name, likeliest first."""
        bearers = [*self._by_key.get(key(name), ()), *self._by_sound.get(sound(name), ())]
        nearest = [at for at, same in self._nearest(name, 2 * limit) if same >= _NEAR]
        return list(dict.fromkeys([*bearers, *nearest, *self._slips(name), *self._having(name)]))[:limit]

    def starting(self, prefix: str, limit: int) -> list[int]:
        """Whose names have a word that begins so, then whose sound so, each most mentioned first."""
        asked = _letters(prefix)
        if len(asked) < _LEAST:
            return []
        found = _beginning(*self._by_letters, asked, limit)
        if len(found) < limit:
            sounds = _bones(prefix)
            more = _beginning(*self._by_bones, sounds, 2 * limit) if len(sounds.replace(" ", "")) >= _LEAST else []
            found = list(dict.fromkeys([*found, *more]))
        return found[:limit]

    def named_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The names in a text: start, end, actor."""
        spoken = list(words(text, 0, len(text)))
        at = 0
        while at < len(spoken):
            length, actor = self._longest(spoken, at)
            if actor is not None:
                yield spoken[at].start, spoken[at + length - 1].end, actor
            at += max(1, length)

    def _longest(self, spoken: Sequence[Word], at: int) -> tuple[int, int | None]:
        """How many words from here on are a name, and whose, if it is but one actor's."""
        if spoken[at].text.casefold() == "the":
            return 1, None
        for end in range(min(len(spoken), at + _LONGEST), at, -1):
            name = " ".join(word.text for word in spoken[at:end])
            bearers = self._by_key.get(key(name)) or (
                self._by_sound.get(sound(name)) if 1 < end - at <= _SOUNDED else None
            )
            if bearers and (end - at > 1 or _is_meant(spoken[at])):
                return end - at, bearers[0] if len(bearers) == 1 else None
        return 1, None

    def _slips(self, name: str) -> list[int]:
        """Of whose names a word is one of the name's but for a slip."""
        return [
            at
            for word in key(name).split()
            for other in dict.fromkeys(other for trace in traces(word) for other in self._by_trace.get(trace, ()))
            if slipped(word, other)
            for at in self._by_word[other][:_BEARERS]
        ]

    def _having(self, name: str) -> list[int]:
        """Whose names have a word of the name, or begin with it."""
        return [at for word in key(name).split() for at in self.starting(word, 3)]

    def _nearest(self, name: str, limit: int) -> list[tuple[int, float]]:
        return [
            (at, same) for text, same in self._lookup.nearest(name, limit) for at in self._by_key.get(key(text), ())
        ]

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(dict.fromkeys(name for some in self._names for name in some))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, some in enumerate(self._names):
            for word in dict.fromkeys(word for one in some for word in key(one).split()):
                found[word].append(at)
        return found

    @cached_property
    def _by_last(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, some in enumerate(self._names):
            for word in {known.rpartition(" ")[2] for one in some if " " in (known := key(one))}:
                found[word].append(at)
        return found

    @cached_property
    def _by_trace(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            for trace in traces(word):
                found[trace].append(word)
        return found

    @cached_property
    def _by_sound(self) -> dict[str, list[int]]:
        heard: dict[str, list[int]] = defaultdict(list)
        for at, some in enumerate(self._names):
            for one in dict.fromkeys(map(sound, some)):
                if one:
                    heard[one].append(at)
        return heard

    @cached_property
    def _by_letters(self) -> tuple[list[str], "np.typing.NDArray[np.int32]"]:
        return _sorted((_letters(one), at) for at, some in enumerate(self._names) for one in some)

    @cached_property
    def _by_bones(self) -> tuple[list[str], "np.typing.NDArray[np.int32]"]:
        return _sorted((_bones(one), at) for at, some in enumerate(self._names) for one in some)


def _is_meant(word: Word) -> bool:
    """Whether a single word may be a name in a question that is typed in haste: not "us" nor "will"."""
    return word.text[:1].isupper() or not (term(word.text) is None or is_common(word.text))


def _letters(name: str) -> str:
    return " ".join(filter(None, (romanised(word) for word in key(name).split()))) or fold(name)


def _bones(name: str) -> str:
    return " ".join(coarse(skeleton(word)) for word in _letters(name).split() if word.isalpha())


def _sorted(rows: Iterator[tuple[str, int]]) -> tuple[list[str], "np.typing.NDArray[np.int32]"]:
    """Every tail of each name that begins with a word, in the order of the alphabet."""
    tails = sorted({(name[start:], at) for name, at in rows for start in _starts(name)})
    return [tail for tail, _ in tails], np.array([at for _, at in tails], dtype=np.int32)


def _starts(name: str) -> Iterator[int]:
    yield 0
    for at, letter in enumerate(name):
        if letter == " ":
            yield at + 1


def _beginning(tails: Sequence[str], numbers: "np.typing.NDArray[np.int32]", prefix: str, limit: int) -> list[int]:
    first, last = bisect_left(tails, prefix), bisect_left(tails, prefix + "\U0010ffff")
    return [int(at) for at in np.unique(numbers[first:last])[:limit]]
