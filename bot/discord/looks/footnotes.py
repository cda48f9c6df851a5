"""Footnotes: where each quote stands, with a link to the very words."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from bot.discord.text import cut, escape, isolated
from bot.message import phrases
from bot.message.links import quote_link
from index.citation import Citation

TITLE = 120
_ENDING = re.compile(r"[()\[\]<>|`\\\s]")
"""What would end a link too early, or begin something else within it."""

_LINK = 600
_LINKED = 1800
"""Characters that all footnotes with their links may take of a message; with more they go without."""


def footnotes(citations: Sequence[Citation]) -> str:
    """The footnotes to quotes, one a line; they take at most 1,800 characters for five."""
    for longest, linked in ((TITLE, True), (TITLE, False), (TITLE // 3, False)):
        notes = "\n".join(
            f"-# [{one.number}] {footnote(one, longest=longest, linked=linked, named=False)}" for one in citations
        )
        if len(notes) <= _LINKED:
            break
    return notes


def footnote(citation: Citation, *, longest: int = TITLE, linked: bool = True, named: bool = True) -> str:
    """A footnote, its title a link to the very words where there is an address.

    Args:
        citation: What it is to.
        longest: Code points of each of its parts.
        linked: Whether there is room for the link.
        named: Whether to give the passage's id where there is no address; below a quote a button leads there.
    """
    title, *others = (isolated(escape(cut(part, longest))) for part in phrases.footnote_parts(citation))
    link = quote_link(citation)
    target = None if link is None else _ENDING.sub(lambda found: quote(found[0]), link)
    if target is None and named:
        # What there is no address for is led to by its id, which /cite takes.
        others.append(f"`{citation.passage}`")
    elif target is not None and linked and len(target) <= _LINK:
        title = f"[{title}]({target})"
    return ", ".join([title, *others])
