"""The gateway: websocket sessions with the genuine protocol, and the ways they can go wrong."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from aiohttp import WSCloseCode, WSMsgType, web

from .intents import PRIVILEGED, VALID, Intent
from .sessions import Session
from .snowflake import shard_of
from .streams import open_stream

if TYPE_CHECKING:
    from .faults import Json
    from .guilds import Guild
    from .streams import Socket
    from .world import EventData, World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE_UPDATE, VOICE_STATE = 0, 1, 2, 3, 4
RESUME, RECONNECT, REQUEST_GUILD_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 6, 7, 8, 9, 10, 11

UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4001, 4002, 4003, 4004
ALREADY_AUTHENTICATED, INVALID_SHARD, INVALID_INTENTS, DISALLOWED_INTENTS = 4005, 4010, 4013, 4014
# After these codes a client may connect again, but has to identify anew.
SESSION_ENDING = frozenset({4007, 4009})


class Closed(Exception):  # noqa: N818 -- an ending, not an error of the stand-in
    """The gateway ends the connection with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Gateway:
    """All sessions, open and resumable. Events go to those whose shard and intents match."""

    def __init__(self, heartbeat_interval: float = 41.25) -> None:
        self.world: World  # set by the stand-in: each needs the other
        self.heartbeat_interval = heartbeat_interval
        self.sessions: dict[str, Session] = {}
        self.handshakes_to_refuse = 0
        self.refuses_by_cutting = False
        self.handshakes = 0
        self.identifies: list[Json] = []
        self.resumes = 0
        self.presence: Json | None = None
        self._sockets: set[Socket] = set()

    @property
    def connected(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.socket is not None]

    def dispatch(self, event: str, data: EventData, guild: Guild | None, intent: Intent) -> None:
        shard = 0 if guild is None else shard_of(guild.id, self.world.shards)
        for session in self.sessions.values():
            if session.shard == shard and intent in session.intents:
                session.dispatch(event, data(session.intents) if callable(data) else data)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One websocket from its handshake to its end."""
        self.handshakes += 1
        if self.handshakes_to_refuse > 0:
            self.handshakes_to_refuse -= 1
            if self.refuses_by_cutting and request.transport is not None:
                request.transport.abort()
            return web.Response(status=503, text="upstream connect error or disconnect/reset before headers")
        websocket = web.WebSocketResponse(heartbeat=None, max_msg_size=4096 * 4, compress=False)
        await websocket.prepare(request)
        socket = open_stream(websocket, request)
        self._sockets.add(socket)
        try:
            await socket.send({"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat_interval * 1000)}})
            await self._listen(socket)
        except Closed as closed:
            await websocket.close(code=closed.code, message=closed.reason.encode())
        except (ConnectionError, asyncio.IncompleteReadError):
            # The client went away in the middle of a frame; its session stays to be resumed.
            pass
        finally:
            self._sockets.discard(socket)
            self._detach(socket, websocket.close_code)
        return websocket

    async def _listen(self, socket: Socket) -> None:
        async for frame in socket.websocket:
            if frame.type is not WSMsgType.TEXT:
                raise Closed(DECODE_ERROR, "Error while decoding payload.")
            try:
                payload = json.loads(frame.data)
            except ValueError:
                raise Closed(DECODE_ERROR, "Error while decoding payload.") from None
            if not isinstance(payload, dict) or not isinstance(payload.get("op"), int):
                raise Closed(DECODE_ERROR, "Error while decoding payload.")
            await self._obey(socket, payload["op"], payload.get("d"))
            self.world.changes.notify()

    async def _obey(self, socket: Socket, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            await socket.send({"op": HEARTBEAT_ACK})
        elif op in (IDENTIFY, RESUME) and socket.session is not None:
            raise Closed(ALREADY_AUTHENTICATED, "Already authenticated.")
        elif op == IDENTIFY:
            self._identify(socket, data)
        elif op == RESUME:
            await self._resume(socket, data)
        elif socket.session is None:
            raise Closed(NOT_AUTHENTICATED, "Not authenticated.")
        elif op == PRESENCE_UPDATE:
            self.presence = data
        elif op == REQUEST_GUILD_MEMBERS:
            self._send_members(socket.session, data)
        elif op != VOICE_STATE:
            raise Closed(UNKNOWN_OPCODE, "Unknown opcode.")

    def _identify(self, socket: Socket, data: Json) -> None:
        self.identifies.append(data)
        if not {"token", "properties", "intents"} <= data.keys():
            raise Closed(DECODE_ERROR, "Error while decoding payload.")
        if data["token"].removeprefix("Bot ") != self.world.token:
            raise Closed(AUTHENTICATION_FAILED, "Authentication failed.")
        shard, shards = data.get("shard") or (0, 1)
        if not 0 <= shard < shards or shards != self.world.shards:
            raise Closed(INVALID_SHARD, "Invalid shard.")
        if data["intents"] & ~VALID:
            raise Closed(INVALID_INTENTS, "Invalid intent(s).")
        if data["intents"] & PRIVILEGED & ~self.world.granted_intents:
            raise Closed(DISALLOWED_INTENTS, "Disallowed intent(s).")
        session = Session(shard, Intent(data["intents"]))
        session.attach(socket)
        self.sessions[session.id] = session
        session.dispatch("READY", self._ready(session))
        for guild in self._guilds_of(shard):
            session.dispatch("GUILD_CREATE", self.guild_json(guild, session))

    def _guilds_of(self, shard: int) -> list[Guild]:
        return [guild for guild in self.world.guilds.values() if shard_of(guild.id, self.world.shards) == shard]

    @staticmethod
    def guild_json(guild: Guild, session: Session) -> Json:
        return guild.to_gateway_json(all_members=Intent.GUILD_MEMBERS in session.intents)

    def announce(self, guild: Guild) -> None:
        """Tell the running bot that it was added to a guild."""
        for session in self.sessions.values():
            if session.shard == shard_of(guild.id, self.world.shards) and Intent.GUILDS in session.intents:
                # By the lack of this field clients tell a new guild from one that was known and comes available.
                new = {key: value for key, value in self.guild_json(guild, session).items() if key != "unavailable"}
                session.dispatch("GUILD_CREATE", new)

    def _ready(self, session: Session) -> Json:
        world = self.world
        return {
            "v": 10,
            "user": {**world.bot.to_json(), "verified": True, "email": None, "mfa_enabled": True},
            "session_id": session.id,
            "resume_gateway_url": world.gateway_address,
            "session_type": "normal",
            "shard": [session.shard, self.world.shards],
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds_of(session.shard)],
            "application": {"id": str(world.application_id), "flags": world.application_flags()},
            "private_channels": [],
            "relationships": [],
        }

    async def _resume(self, socket: Socket, data: Json) -> None:
        if data["token"].removeprefix("Bot ") != self.world.token:
            raise Closed(AUTHENTICATION_FAILED, "Authentication failed.")
        session = self.sessions.get(data["session_id"])
        if session is None or not session.can_replay(data["seq"]):
            await socket.send({"op": INVALID_SESSION, "d": False})
            return
        self.resumes += 1
        session.attach(socket)
        session.replay_after(data["seq"])
        session.dispatch("RESUMED", {})

    def _send_members(self, session: Session, data: Json) -> None:
        guild = self.world.guilds[int(data["guild_id"])]
        wanted = {int(one) for one in _as_list(data.get("user_ids"))}
        query = data.get("query")
        members = [
            member
            for member in guild.members.values()
            if member.user.id in wanted or (query is not None and member.user.name.startswith(query))
        ]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [member.to_json() for member in members],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [str(one) for one in wanted - guild.members.keys()],
        }
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def _detach(self, socket: Socket, code: int | None) -> None:
        session = socket.session
        if session is None or session.socket is not socket:
            return
        session.detach()
        # A client that closes with 1000 or 1001 gives its session up; any other end leaves it resumable.
        if code in (WSCloseCode.OK, WSCloseCode.GOING_AWAY) and not socket.cut:
            self.sessions.pop(session.id, None)
        self.world.changes.notify()

    async def drop(self, code: int | None = None) -> int:
        """Cut every open socket: with that close code, or with none, as a failing network does."""
        sockets = list(self._sockets)
        for socket in sockets:
            if socket.session is not None:
                socket.session.detach()
                if code in SESSION_ENDING:
                    self.sessions.pop(socket.session.id, None)
            await socket.drop(code)
        return len(sockets)

    async def ask_to_reconnect(self) -> None:
        """Opcode 7, which Discord sends when it wants a client on another machine."""
        for socket in list(self._sockets):
            await socket.send({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Opcode 9; not resumable means that the session is forgotten here too."""
        for socket in list(self._sockets):
            if not resumable and socket.session is not None:
                self.sessions.pop(socket.session.id, None)
            await socket.send({"op": INVALID_SESSION, "d": resumable})

    async def send_raw(self, text: str) -> None:
        for socket in list(self._sockets):
            await socket.send_text(text)


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
