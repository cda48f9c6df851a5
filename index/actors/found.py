"""A name found in a line, before it is known whose it is."""

from dataclasses import dataclass

from index.actors.callings import Calling
from index.actors.votes import Votes


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a line, before it is known whose it is.

    Attributes:
        start: Its first code point in the text.
        end: One past its last.
        text: Its words, as they are written where not all is in capitals.
        around: What its neighbours say it is.
        doubtful: Whether it is a name only if it is somebody's surname.
        callings: What the bearer may be, if it is a person's.
    """

    start: int
    end: int
    text: str
    around: Votes
    doubtful: bool = False
    callings: frozenset[Calling] = frozenset()
