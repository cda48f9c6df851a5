"""Sending that outlasts Discord's short failures."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

log = logging.getLogger(__name__)

Sent = TypeVar("Sent")

_ATTEMPTS = 5
_LONGEST_WAIT = 30.0
_PASSING = frozenset({429, 500, 502, 503, 504})
_backoff = wait_exponential_jitter(multiplier=0.5, max=_LONGEST_WAIT)


async def deliver(send: Callable[[], Awaitable[Sent]]) -> Sent:
    """Sends, again if need be: discord.py itself gives up at once on a 503 and on a 429 that carries no Via header.

    Args:
        send: Makes the request; has to be safe to repeat (an edit, or a message with a fixed nonce).

    Raises:
        discord.HTTPException: Discord refused, or failed five times.
    """
    attempts = AsyncRetrying(
        retry=retry_if_exception(_passing), stop=stop_after_attempt(_ATTEMPTS), wait=_wait, reraise=True
    )

    async def attempt() -> Sent:
        # tenacity awaits coroutine functions only, and takes a lambda's coroutine for the result.
        return await send()

    return await attempts(attempt)


def _passing(error: BaseException) -> bool:
    if isinstance(error, discord.HTTPException):
        return error.status in _PASSING
    return isinstance(error, aiohttp.ClientConnectionError)


def _wait(state: RetryCallState) -> float:
    """What Discord says to wait, else a growing time."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, discord.HTTPException):
        log.warning("Discord answered %s; trying again", error.status)
        told = error.response.headers.get("Retry-After", "")
        if told.replace(".", "", 1).isdigit():
            return min(float(told), _LONGEST_WAIT)
    return _backoff(state)
