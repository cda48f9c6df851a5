"""Discord's ids: 42 bits of milliseconds since 2015, then 22 bits that keep ids of one millisecond apart."""

from __future__ import annotations

import time
from datetime import UTC, datetime

EPOCH_MS = 1_420_070_400_000
TIME_SHIFT = 22


class Snowflakes:
    """Hands out ids that grow, and that tell the true time: discord.py computes ages from them."""

    __slots__ = ("_last",)

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        now = (int(time.time() * 1000) - EPOCH_MS) << TIME_SHIFT
        self._last = max(now, self._last + 1)
        return self._last

    def next_for_shard(self, shard: int, shards: int) -> int:
        """The next id that the documented formula ``(id >> 22) % shards`` puts on that shard."""
        candidate = self.next()
        while shard_of(candidate, shards) != shard:
            candidate += 1 << TIME_SHIFT
        self._last = candidate
        return candidate


def shard_of(guild_id: int, shards: int) -> int:
    return (guild_id >> TIME_SHIFT) % shards


def created_at(snowflake: int) -> datetime:
    return datetime.fromtimestamp(((snowflake >> TIME_SHIFT) + EPOCH_MS) / 1000, UTC)


def age(snowflake: int) -> float:
    """Seconds since the id was made."""
    return time.time() - ((snowflake >> TIME_SHIFT) + EPOCH_MS) / 1000
