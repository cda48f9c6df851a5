"""The settings of a server and of a channel, as a panel to be changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.discord.limits import OPTION_TEXT, OPTIONS
from bot.discord.look import Button, Chosen, Look, Menu, Part, Rule
from bot.discord.text import fitted
from bot.languages import Language, phrase
from bot.state.servers import Channel, Server

MENUS = 4
"""Menus of collections at most; Discord's menus hold 25 each."""

DIGESTS = {
    900: phrase("every quarter of an hour"),
    3600: phrase("every hour"),
    24 * 3600: phrase("once a day"),
    7 * 24 * 3600: phrase("once a week"),
}
"""How many seconds a watch can be silent after it has told, in words."""

AS_DISCORD = "discord"
"""What is chosen instead of a language where the server's language on Discord is to hold."""

_NEVER = phrase("Footnote may not read every message: its operator has not set FOOTNOTE_MESSAGE_CONTENT.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a server may choose from.

    Attributes:
        collections: Those that it may see.
        languages: The names of the languages that Footnote speaks, by their codes.
        reads_all: Whether Discord tells the bot what every message says.
    """

    collections: frozenset[str]
    languages: Mapping[str, str]
    reads_all: bool


def panel(server: Server, channel: Channel, offer: Offer, language: Language) -> Look:
    """The panel.

    Args:
        server: The server's settings.
        channel: Those of the channel it is opened in.
        offer: What can be chosen.
        language: What the panel is in.
    """
    return Look((*_of_server(server, offer, language), Rule.LINE, *_of_channel(channel, offer, language)))


def _of_server(server: Server, offer: Offer, language: Language) -> tuple[Part, ...]:
    say = language.say
    channels = language.separated([f"<#{id}>" for id in sorted(server.channels)]) or say("everywhere")
    roles = language.separated([f"<@&{id}>" for id in sorted(server.roles)]) or say("everybody")
    about = (
        f"**{say('Settings of this server')}**",
        f"-# {say('A change holds at once.')}",
        say("Answers: {channels}", channels=channels),
        say("May ask: {roles}", roles=roles),
    )
    often = how_often(server.digest, language)
    return (
        "\n".join(about),
        Menu("settings:channels", say("Channels where it answers; none: everywhere"), Chosen.CHANNELS, server.channels),
        Menu("settings:roles", say("Roles that may ask; none: everybody"), Chosen.ROLES, server.roles),
        _languages(server, offer, language),
        (
            _switch("private", phrase("Answers are private unless asked otherwise: {yes}"), server.private, language),
            _switch("threads", phrase("A mention is answered in a thread of its own: {yes}"), server.threads, language),
            Button(say("A watch tells at most {often}", often=often), f"settings:digest:{next_digest(server.digest)}"),
        ),
    )


def _of_channel(channel: Channel, offer: Offer, language: Language) -> tuple[Part, ...]:
    searched = language.say("Searched here: {collections}", collections=_searched(channel, offer.collections, language))
    every = phrase("Every message here is a question: {yes}")
    return (
        f"**<#{channel.id}>**\n{searched}",
        *_collections(channel, offer.collections, language),
        (_switch("every-message", every, channel.every_message, language),)
        if offer.reads_all
        else f"-# {language.say(_NEVER)}",
    )


def _languages(server: Server, offer: Offer, language: Language) -> Menu:
    as_discord = language.say("Language: as Discord has it for the server or the reader")
    words = ((AS_DISCORD, as_discord), *offer.languages.items())
    chosen = frozenset([server.language or AS_DISCORD])
    return Menu("settings:language", language.say("Language"), Chosen.WORDS, chosen, words, one=True)


def _switch(setting: str, label: str, value: bool, language: Language) -> Button:  # it is what is shown
    yes = language.say("yes") if value else language.say("no")
    return Button(language.say(label, yes=yes), f"settings:{setting}:{not value:d}")


def how_often(digest: int, language: Language) -> str:
    """How often a watch tells at most, in words."""
    known = DIGESTS.get(digest)
    return language.say("every {seconds} seconds", seconds=digest) if known is None else language.say(known)


def next_digest(digest: int) -> int:
    """The choice after one, and after the last the first."""
    choices = list(DIGESTS)
    return choices[(choices.index(digest) + 1) % len(choices)] if digest in DIGESTS else choices[0]


def page_of(granted: frozenset[str], page: int) -> tuple[str, ...]:
    """The collections that one menu offers."""
    fitting = sorted(name for name in granted if 0 < len(name) <= OPTION_TEXT)
    return tuple(fitting[page * OPTIONS : (page + 1) * OPTIONS])


def _collections(channel: Channel, granted: frozenset[str], language: Language) -> list[Part]:
    chosen = granted if channel.collections is None else channel.collections & granted
    hint = language.say("Collections that are searched here")
    pages = [page_of(granted, page) for page in range(MENUS)]
    return [
        Menu(f"settings:collections:{number}", hint, Chosen.WORDS, chosen, tuple((word, word) for word in words))
        for number, words in enumerate(pages)
        if words
    ]


def _searched(channel: Channel, granted: frozenset[str], language: Language) -> str:
    if channel.collections is None:
        return language.say("all that this server may see")
    return fitted(language.separated(sorted(channel.collections & granted)), 300) or language.say("nothing")
