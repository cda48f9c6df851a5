"""Links to the source reader, put in when it is known where a message goes to, which decides what they may show."""

from collections.abc import Callable
from dataclasses import replace

from bot.discord.limits import TEXT
from bot.discord.look import Look, Note, Notes, Part
from bot.message.links import leads_to_words
from index.citation import Citation


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
