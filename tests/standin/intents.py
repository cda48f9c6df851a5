"""Gateway intents: which events a bot asked for."""

from __future__ import annotations

from enum import IntFlag


class Intent(IntFlag):
    NONE = 0
    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    DIRECT_MESSAGES = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT
# Bits 17 to 19, 22 and 23 have no meaning, nor has anything above 25.
VALID = (1 << 26) - 1 & ~(0b111 << 17) & ~(0b11 << 22)
