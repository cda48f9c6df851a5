"""What must last, in SQLite: the settings of servers, what was asked, verdicts, watches."""

from bot.state.database import StateError
from bot.state.state import State

__all__ = ["State", "StateError"]
