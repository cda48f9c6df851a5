"""Ships and undertakings that a text names: they are no actors, whatever they are called."""

import re
from typing import Final

_NOUNS: Final = tuple(
    "tanker steamer steamship motorship ship vessel barge ferry ferrie freighter trawler yacht frigate destroyer"
    " submarine cruiser schooner corvette tugboat dhow icebreaker lifeboat coaster".split()
)
_UNDERTAKINGS: Final = ("project", "operation", "exercise", "hurricane", "typhoon", "cyclone")
_PREFIXES: Final = ("MT", "MV", "M/V", "SS", "HMS", "USS", "RFA")
_CHRISTENED: Final = re.compile(
    rf"\b(?:(?:{'|'.join(_PREFIXES)})|(?:{'|'.join(_NOUNS)})s?,?|(?:{'|'.join(_UNDERTAKINGS)}))"
    r" (?:the )?(?:M[TV] )?[“\"‘]?(?P<one>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)[”\"’]?"
    r"(?:,? and (?:the )?(?:M[TV] )?[“\"‘]?(?P<two>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?))?"
)
_HINTS: Final = (*_NOUNS, *_UNDERTAKINGS, *_PREFIXES)


def christened(text: str) -> frozenset[str]:
    """The names of ships and undertakings in a text, where it says that they are: the tanker Solvik, project Heron."""
    if not any(hint in text for hint in _HINTS):
        return frozenset()
    return frozenset(
        name for found in _CHRISTENED.finditer(text) for name in found.group("one", "two") if name is not None
    )
