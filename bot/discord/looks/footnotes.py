"""Footnotes: where each quote stands, with a link to the very words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from bot.discord.look import Note, Notes
from bot.discord.text import cut, escape, isolated
from bot.languages import Language
from bot.message import phrases
from bot.message.links import quote_link
from index.citation import Citation

TITLE = 120
_ENDING = re.compile(r"[()\[\]<>|`\\\s]")
"""What would end a link too early, or begin something else within it."""

_LINK = 600
_LINKED = 1800
"""Characters that all footnotes with their links may take of a message; with more they go without."""


def footnotes(citations: Sequence[Citation], language: Language) -> Notes:
    """The footnotes to quotes; they take at most 1,800 characters for five."""
    for longest, linked in ((TITLE, True), (TITLE, False), (TITLE // 3, False)):
        marks = [f"{phrases.reference(one.number, language)} " for one in citations]
        noted = zip(citations, marks, strict=True)
        notes = Notes(tuple(_note(one, mark, language, longest=longest, linked=linked) for one, mark in noted))
        if len(str(notes)) <= _LINKED:
            break
    return notes


def footnote(citation: Citation, language: Language) -> Notes:
    """The footnote to the only quote there is.

    What there is no address for is led to by the passage's id, which /cite takes; below other quotes a button does.
    """
    note = _note(citation, "", language)
    if citation.url is not None:
        return Notes((note,))
    return Notes((replace(note, about=f"{note.about}`{citation.passage}`{language.say(', ')}"),))


def _note(citation: Citation, mark: str, language: Language, *, longest: int = TITLE, linked: bool = True) -> Note:
    """A footnote, its title a link to the very words where there is an address.

    Args:
        citation: What it is to.
        mark: What stands before it.
        language: What Footnote's own words are in.
        longest: Code points of each of its parts.
        linked: Whether there is room for the link.
    """
    parts = phrases.footnote_parts(citation, language)
    title, *about, place = (isolated(escape(cut(part, longest)), language) for part in parts)
    address = quote_link(citation) if linked else None
    target = None if address is None else _ENDING.sub(lambda found: quote(found[0]), address)
    return Note(
        mark,
        title,
        language.separated(["", *about, ""]),
        place,
        citation,
        target if target is None or len(target) <= _LINK else None,
    )
