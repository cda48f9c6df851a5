"""The settings of a server and of a channel, as a panel to be changed."""

from bot.discord.limits import OPTION_TEXT, OPTIONS
from bot.discord.look import Button, Chosen, Look, Menu, Part, Rule
from bot.discord.text import fitted
from bot.state.servers import Channel, Server

MENUS = 4
"""Menus of collections at most; Discord's menus hold 25 each."""

DIGESTS = {900: "every quarter of an hour", 3600: "every hour", 24 * 3600: "once a day", 7 * 24 * 3600: "once a week"}
"""How many seconds a watch can be silent after it has told, in words."""

_NEVER = "Footnote may not read every message: its operator has not set FOOTNOTE_MESSAGE_CONTENT."


def panel(server: Server, channel: Channel, granted: frozenset[str], *, reads_all: bool) -> Look:
    """The panel.

    Args:
        server: The server's settings.
        channel: Those of the channel it is opened in.
        granted: The collections that the server may see.
        reads_all: Whether Discord tells the bot what every message says.
    """
    everywhere = ", ".join(f"<#{id}>" for id in sorted(server.channels)) or "everywhere"
    everybody = ", ".join(f"<@&{id}>" for id in sorted(server.roles)) or "everybody"
    parts: list[Part] = [
        f"**Settings of this server**\n-# A change holds at once.\nAnswers: {everywhere}\nMay ask: {everybody}",
        Menu("settings:channels", "Channels where it answers; none: everywhere", Chosen.CHANNELS, server.channels),
        Menu("settings:roles", "Roles that may ask; none: everybody", Chosen.ROLES, server.roles),
        (
            Button(
                f"Answers are private unless asked otherwise: {_yes(server.private)}",
                f"settings:private:{not server.private:d}",
            ),
            Button(
                f"A mention is answered in a thread of its own: {_yes(server.threads)}",
                f"settings:threads:{not server.threads:d}",
            ),
            Button(
                f"A watch tells at most {how_often(server.digest)}", f"settings:digest:{next_digest(server.digest)}"
            ),
        ),
        Rule.LINE,
        f"**<#{channel.id}>**\nSearched here: {_searched(channel, granted)}",
        *_collections(channel, granted),
    ]
    if reads_all:
        every = f"Every message here is a question: {_yes(channel.every_message)}"
        parts.append((Button(every, f"settings:every-message:{not channel.every_message:d}"),))
    else:
        parts.append(f"-# {_NEVER}")
    return Look(tuple(parts))


def how_often(digest: int) -> str:
    """How often a watch tells at most, in words."""
    return DIGESTS.get(digest, f"every {digest:,} seconds")


def next_digest(digest: int) -> int:
    """The choice after one, and after the last the first."""
    choices = list(DIGESTS)
    return choices[(choices.index(digest) + 1) % len(choices)] if digest in DIGESTS else choices[0]


def page_of(granted: frozenset[str], page: int) -> tuple[str, ...]:
    """The collections that one menu offers."""
    fitting = sorted(name for name in granted if 0 < len(name) <= OPTION_TEXT)
    return tuple(fitting[page * OPTIONS : (page + 1) * OPTIONS])


def _collections(channel: Channel, granted: frozenset[str]) -> list[Part]:
    chosen = granted if channel.collections is None else channel.collections & granted
    pages = [page_of(granted, page) for page in range(MENUS)]
    return [
        Menu(f"settings:collections:{number}", "Collections that are searched here", Chosen.WORDS, chosen, words)
        for number, words in enumerate(pages)
        if words
    ]


def _searched(channel: Channel, granted: frozenset[str]) -> str:
    if channel.collections is None:
        return "all that this server may see"
    return fitted(", ".join(sorted(channel.collections & granted)), 300) or "nothing"


def _yes(value: bool) -> str:  # it is the word for it
    return "yes" if value else "no"
