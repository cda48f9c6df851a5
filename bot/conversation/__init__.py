"""Questions that go on from earlier ones: what they lack, and what is taken over from the turns before."""

from bot.conversation.follow import Carried, follow
from bot.conversation.turns import Turn, turns

__all__ = ["Carried", "Turn", "follow", "turns"]
