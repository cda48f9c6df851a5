"""Waiting for the stand-in's state to become what somebody looks for."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


# Whoever waits may look at things that the stand-in is not told of, such as the bot's own state.
LOOK_ANYWAY = 0.05


class Changes:
    """Wakes those who wait whenever anything happened; each then looks for itself."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def notify(self) -> None:
        for event in self._waiting:
            event.set()

    async def until(self, probe: Callable[[], T | None], within: float, failure: Callable[[], str]) -> T:
        """The first result of ``probe`` that is not None; an AssertionError with ``failure`` after the time."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(within):
                while (found := probe()) is None:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(event.wait(), LOOK_ANYWAY)
                    event.clear()
                return found
        except TimeoutError:
            raise AssertionError(failure()) from None
        finally:
            self._waiting.discard(event)
