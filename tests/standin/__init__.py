"""A stand-in for Discord on the loopback interface, for the genuine discord.py to log in to.

async with StandIn(token) as discord:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("research")
    alice = guild.add_member("alice")
    ...  # start the bot with discord.api and the token
    await discord.ready()
    reply = await alice.command(channel, "ask", question="who is X?")
    assert "X" in reply.text
    assert not discord.violations
"""

from .channels import Channel, ChannelType
from .components import Button, ComponentType, Select
from .faults import Fault, Violation
from .guilds import Guild, Member, Role
from .intents import Intent
from .interactions import CallbackType, Interaction, InteractionType
from .mentions import Pings
from .messages import Attachment, Message, MessageFlag
from .modals import Modal
from .people import Person
from .permissions import EVERYONE_DEFAULT, Overwrite, Permission
from .replies import Choice, Reply
from .requests import Request
from .server import StandIn
from .users import User

__all__ = [
    "EVERYONE_DEFAULT",
    "Attachment",
    "Button",
    "CallbackType",
    "Channel",
    "ChannelType",
    "Choice",
    "ComponentType",
    "Fault",
    "Guild",
    "Intent",
    "Interaction",
    "InteractionType",
    "Member",
    "Message",
    "MessageFlag",
    "Modal",
    "Overwrite",
    "Permission",
    "Person",
    "Pings",
    "Reply",
    "Request",
    "Role",
    "Select",
    "StandIn",
    "User",
    "Violation",
]
