"""The list of the documents, by collection and by who published them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bot.discord import buttons
from bot.discord.limits import OPTION_TEXT, OPTIONS
from bot.discord.look import Chosen, Look, Menu, Part
from bot.discord.looks.plain import said
from bot.discord.text import escape, fitted, isolated
from bot.languages import Language
from bot.message import phrases
from index.document import Document
from index.sources import Sources

ALL = "*"
"""What is chosen in the menu for the documents of all collections; no collection is called so."""

_LINE = 250
_HEADING = 100
_PAGE = 1200
"""Characters of a page; with more, nobody finds anything on a phone."""


def listing(given: Sources, language: Language, page: int = 1, collection: str | None = None) -> Look:
    """A page of the list; all of it is in a file where there are more.

    Args:
        given: The documents.
        language: What Footnote's own words are in.
        page: Its number, 1-based; what is beyond the last is the last.
        collection: The one to list; None for all.
    """
    if not given.listed:
        return said(language.say("There are no documents here yet."))
    collections = sorted({one.collection for one in given.listed})
    chosen = collection if collection in collections else None
    counts = given.passage_counts()
    documents = sorted((one for one in given.listed if chosen in (None, one.collection)), key=_order)
    several = len(collections) > 1
    pages = _pages(documents, counts, language, several=several)
    page = min(max(page, 1), len(pages))
    parts: list[Part] = [f"-# {phrases.searched(given, language)}"]
    if several:
        parts.append(_menu(collections, chosen, language))
    parts.append(pages[page - 1])
    if len(pages) == 1:
        return Look(tuple(parts))
    parts.append(f"-# {language.say('Page {number} of {pages}', number=page, pages=len(pages))}")
    everything = "\n".join(_plain(one, counts[one.id], language) for one in documents)
    return Look(tuple(parts), (buttons.sources(page, len(pages), chosen, language),), ("sources.txt", everything))


def _order(document: Document) -> tuple[str, bool, str, str]:
    # What nobody published and lies in no folder comes last in its collection.
    return document.collection, not _shelf(document), _shelf(document).casefold(), document.title.casefold()


def _shelf(document: Document) -> str:
    """Who published it, else the folder it lies in."""
    return document.record.publisher or document.file.rpartition("/")[0]


def _pages(documents: Sequence[Document], counts: Mapping[str, int], language: Language, *, several: bool) -> list[str]:
    """The list in pages; each page says under which heading it goes on."""
    pages: list[list[str]] = [[]]
    for (collection, shelf), group in groupby(documents, lambda one: (one.collection, _shelf(one))):
        named = " · ".join(filter(None, (collection if several else "", shelf)))
        heading = f"**{fitted(named, _HEADING)}**" if named else f"**{language.say('Without a publisher')}**"
        lines = [_line(one, counts[one.id], language) for one in group]
        if _length([*pages[-1], heading, lines[0]]) > _PAGE and pages[-1]:
            pages.append([])
        pages[-1].append(heading)
        for line in lines:
            if _length([*pages[-1], line]) > _PAGE:
                pages.append([heading])
            pages[-1].append(line)
    return ["\n".join(page) for page in pages]


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _line(document: Document, passages: int, language: Language) -> str:
    title, date = isolated(fitted(document.title, _LINE), language), document.record.date
    shown = title if date is None else language.separated([title, language.iso(date)])
    problem = f" · {fitted(document.problem, _LINE)}" if document.problem else ""
    return f"- {shown} · `{escape(document.id)}` · {phrases.passages(passages, language)}{problem}"


def _plain(document: Document, passages: int, language: Language) -> str:
    about = (document.collection, _shelf(document), document.title, document.record.date, document.problem)
    count = phrases.passages(passages, language)
    return f"- {language.separated([one for one in about if one])} ({document.id}, {count})"


def _menu(collections: Sequence[str], chosen: str | None, language: Language) -> Menu:
    words = [(one, one) for one in collections if len(one) <= OPTION_TEXT][: OPTIONS - 1]
    everything = (ALL, language.say("All collections"))
    hint = language.say("Collection")
    return Menu("collection", hint, Chosen.WORDS, frozenset([chosen or ALL]), (everything, *words), one=True)
