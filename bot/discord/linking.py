"""Links to the source reader, put in when it is known where a message goes to, which decides what they may show."""

from collections.abc import Callable
from dataclasses import replace

from bot.discord.limits import TEXT
from bot.discord.look import Look, Note, Notes, Part
from bot.discord.place import Place
from bot.message.links import leads_to_words
from bot.scope import is_open
from bot.state.servers import Servers
from bot.web.links import ReaderLinks
from index.citation import Citation


class Linking:
    """Puts them in, where they may be given."""

    def __init__(self, links: ReaderLinks | None, servers: Servers) -> None:
        """Takes what makes links, None where there is no reader, and the servers' settings."""
        self._links = links
        self._servers = servers

    def linked(self, look: Look, place: Place, *, private: bool) -> Look:
        """A message with its links.

        Args:
            look: The message.
            place: Where it goes to.
            private: Whether only somebody who might ask there sees it.
        """
        links, scope = self._links, replace(place.scope, private=private)
        if links is None or not is_open(scope, self._servers):
            return look
        return linked(look, lambda citation: links.link(citation, scope))


def linked(look: Look, link: Callable[[Citation], str]) -> Look:
    """The same with links to the reader in its footnotes: where a title leads to the very words already, at the place.

    Where a message is so full that there is no room for all links, the first footnotes have them.
    """
    room = TEXT - len(look.text)

    def lead(note: Note) -> Note:
        nonlocal room
        led = note.link is not None and leads_to_words(note.citation)
        leading = replace(note, place_link=link(note.citation)) if led else replace(note, link=link(note.citation))
        longer = len(str(leading)) - len(str(note))
        if longer > room:
            return note
        room -= longer
        return leading

    def filled(part: Part) -> Part:
        return Notes(tuple(map(lead, part.notes))) if isinstance(part, Notes) else part

    return replace(look, parts=tuple(map(filled, look.parts)))
