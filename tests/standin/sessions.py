"""Gateway sessions: the events of one shard, numbered, kept so that a resuming client misses none."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .faults import Json
    from .intents import Intent
    from .streams import Socket

KEPT_EVENTS = 1000


class Session:
    def __init__(self, shard: int, intents: Intent) -> None:
        self.id = secrets.token_hex(16)
        self.shard = shard
        self.intents = intents
        self.socket: Socket | None = None
        self.sequence = 0
        self._events: dict[int, str] = {}
        self._outgoing: asyncio.Queue[str] = asyncio.Queue()
        self._sender: asyncio.Task[None] | None = None

    def attach(self, socket: Socket) -> None:
        self.detach()
        self.socket = socket
        socket.session = self
        self._outgoing = asyncio.Queue()
        self._sender = asyncio.get_running_loop().create_task(self._send(socket, self._outgoing))

    def detach(self) -> None:
        self.socket = None
        if self._sender is not None:
            self._sender.cancel()
            self._sender = None

    @staticmethod
    async def _send(socket: Socket, outgoing: asyncio.Queue[str]) -> None:
        while True:
            await socket.send_text(await outgoing.get())

    def dispatch(self, event: str, data: Json) -> None:
        """Number the event now, so that what it tells is the state of now, and send it in its turn."""
        self.sequence += 1
        text = json.dumps({"op": 0, "t": event, "s": self.sequence, "d": data}, separators=(",", ":"))
        self._events[self.sequence] = text
        self._events.pop(self.sequence - KEPT_EVENTS, None)
        if self.socket is not None:
            self._outgoing.put_nowait(text)

    def can_replay(self, sequence: int | None) -> bool:
        return sequence is not None and 0 <= self.sequence - sequence <= KEPT_EVENTS

    def replay_after(self, sequence: int) -> None:
        for number in range(sequence + 1, self.sequence + 1):
            self._outgoing.put_nowait(self._events[number])
