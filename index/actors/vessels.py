"""Ships and undertakings that a text names: they are no actors, whatever they are called."""

import re
from typing import Final

_CHRISTENED: Final = re.compile(
    r"(?:\b(?:M[TV]|SS|HMS|USS|RFA|M/V)|\b(?:tanker|steamer|ship|vessel|barge|ferry|freighter|trawler|yacht|frigate|destroyer|"
    r"submarine|cruiser|schooner|corvette|tugboat|dhow|motorship|icebreaker|steamship|lifeboat|coaster)s?,?|"
    r"\b(?:project|operation|exercise|hurricane|typhoon|cyclone))"
    r" (?:the )?(?:M[TV] )?[“\"‘]?(?P<one>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)[”\"’]?"
    r"(?:,? and (?:the )?(?:M[TV] )?[“\"‘]?(?P<two>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?))?"
)


def christened(text: str) -> frozenset[str]:
    """The names of ships and undertakings in a text, where it says that they are: the tanker Solvik, project Heron."""
    return frozenset(
        name for found in _CHRISTENED.finditer(text) for name in found.group("one", "two") if name is not None
    )
