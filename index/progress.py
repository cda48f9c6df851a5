"""Telling how far a long work is, without knowing who looks."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Step = TypeVar("Step")


class Progress(Protocol):
    """Passes steps on, and shows how far they are."""

    def __call__(self, steps: Iterable[Step], count: int, doing: str, /) -> Iterable[Step]:
        """The steps.

        Args:
            steps: What is worked through.
            count: How many they are.
            doing: The work, as "Reading".
        """


def unseen(steps: Iterable[Step], _count: int, _doing: str, /) -> Iterable[Step]:
    """Progress that nobody looks at."""
    return steps
