"""Questions that go on from earlier ones: what they lack, and what is taken over from the turns before."""

from bot.conversation.carried import Carried
from bot.conversation.cast import Cast
from bot.conversation.follow import Follower
from bot.conversation.order import Order
from bot.conversation.persons import Persons
from bot.conversation.shown import fresh, shown
from bot.conversation.turns import Turn, turns

__all__ = ["Carried", "Cast", "Follower", "Order", "Persons", "Turn", "fresh", "shown", "turns"]
