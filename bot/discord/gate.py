"""Who may ask where, and how often."""

import math

import discord

from bot.discord.cooldown import PERSON, SERVER, Cooldown
from bot.discord.place import Place
from bot.languages import Saying
from bot.state.servers import Server, Servers


class Gate:
    """Says why somebody may not ask, as the server's settings have it."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._people = Cooldown(PERSON)
        self._guilds = Cooldown(SERVER)

    def barred(self, place: Place, person: discord.User | discord.Member) -> Saying | None:
        """Why this person may not ask in this place; None where they may."""
        if place.guild is None:
            return None
        server = self._servers.server(place.guild)
        if not server.answers_in(place.channel):
            listed = ", ".join(f"<#{id}>" for id in sorted(server.channels))
            return Saying("On this server Footnote answers in: {channels}", {"channels": listed})
        if not _has_a_role(person, server):
            return Saying("On this server only some roles may ask Footnote. A moderator can tell you more.")
        return None

    def answers_in(self, place: Place) -> bool:
        """Whether anything may be said in this place, whoever asked for it."""
        return place.guild is None or self._servers.server(place.guild).answers_in(place.channel)

    def hurried(self, place: Place, person: int) -> Saying | None:
        """What to say to somebody who asks too often; None for everybody else."""
        wait = self._people.wait(person)
        if not wait and place.guild is not None:
            wait = self._guilds.wait(place.guild)
        if not wait:
            return None
        return Saying("That was a lot in a short time. Ask again in {seconds} s.", {"seconds": math.ceil(wait)})


def _has_a_role(person: discord.User | discord.Member, server: Server) -> bool:
    """Whether a person has one of the roles that may ask, or runs the server."""
    if not server.roles:
        return True
    if not isinstance(person, discord.Member):
        return False
    return person.guild_permissions.manage_guild or any(person.get_role(id) is not None for id in server.roles)
