"""The documents, and one of them."""

from bot.discord.limits import TEXT
from bot.discord.look import Look
from bot.discord.looks.plain import said
from bot.discord.text import escape, fitted, isolated
from bot.message import phrases
from index.document import Document
from index.sources import Sources

_LINE = 250
_FIELD = 300
_OPENING = 600


def sources(given: Sources) -> Look:
    """The documents; as a file where they are too many for a message."""
    if not given.listed:
        return said("There are no documents here yet.")
    counts = given.passage_counts()
    lines = []
    for document in given.listed:
        about = filter(None, (document.title, document.record.publisher, document.record.date, document.problem))
        lines.append((", ".join(about), document.id, phrases.count(counts[document.id], "passage")))
    shown = [f"- {isolated(fitted(about, _LINE))} · `{id}` · {count}" for about, id, count in lines]
    if len("\n".join(shown)) <= TEXT:
        return Look(("\n".join(shown),))
    listed = "\n".join(f"- {about} ({id}, {count})" for about, id, count in lines)
    return Look((phrases.searched(given),), attachment=("sources.txt", listed))


def source(document: Document, passages: int) -> Look:
    """One document: its record, and how it begins."""
    record = document.record
    fields = {
        "Publisher": record.publisher,
        "Author": record.author,
        "Date": record.date,
        "Language": record.language,
        "Collection": record.collection,
        "Reliability": record.reliability,
        "Address": record.url,
        "Archived": record.archive_url,
        "Problem": document.problem,
    }
    lines = [f"{name}: {fitted(value, _FIELD)}" for name, value in fields.items() if value]
    about = f"-# {escape(document.id)} · {phrases.count(passages, 'passage')}"
    opening = [
        f"> {fitted(document.text[paragraph.start : paragraph.end], _OPENING)}" for paragraph in document.paragraphs[:1]
    ]
    return Look((f"**{fitted(document.title, _FIELD)}**\n{about}", *filter(None, ("\n".join(lines),)), *opening))
