"""Which language Footnote's own words are in, for whom and where."""

from collections import OrderedDict
from collections.abc import Mapping

from bot.discord.place import Place
from bot.languages import ENGLISH, Language
from bot.state.servers import Servers

_REMEMBERED = 10_000


class Speech:
    """Chooses the language.

    What a server has chosen holds for what everybody reads; what it has not chosen, its language on Discord says. What
    only one person reads is in that person's own language on Discord. English there says little, though: Discord has no
    Persian at all and begins with English, so where a server has another language its people get that one.
    """

    def __init__(self, servers: Servers, languages: Mapping[str, Language]) -> None:
        self._servers = servers
        self._languages = languages
        self._heard: OrderedDict[int, str] = OrderedDict()

    def on_server(self, guild: int, locale: str | None) -> Language:
        """What is said to all on a server.

        Args:
            guild: The server.
            locale: Its language on Discord.
        """
        chosen = self._servers.server(guild).language
        return self._languages.get(chosen, ENGLISH) if chosen else self._of(locale)

    def to_person(self, person: int, locale: str, at: Language | None) -> Language:
        """What is said to one person.

        Args:
            person: Who.
            locale: Their language on Discord.
            at: What is said to all where it is said; None in a DM, and where only the person has it installed.
        """
        self._heard[person] = locale
        self._heard.move_to_end(person)
        if len(self._heard) > _REMEMBERED:
            self._heard.popitem(last=False)
        own = self._of(locale)
        return at if at is not None and own.code == ENGLISH.code else own

    def to_message(self, place: Place, person: int, locale: str | None) -> Language:
        """What a message is answered in: Discord tells with none what language its author has.

        Args:
            place: Where it stands.
            person: Who wrote it; in a DM that person's language holds as a button or a command last had it.
            locale: The server's language on Discord.
        """
        return self._of(self._heard.get(person)) if place.guild is None else self.on_server(place.guild, locale)

    def _of(self, locale: str | None) -> Language:
        """The language of a locale such as ``fr`` or ``en-GB``; English where Footnote does not speak it."""
        return self._languages.get((locale or "").partition("-")[0], ENGLISH)
