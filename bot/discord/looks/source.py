"""One document."""

from bot.discord.look import Look
from bot.discord.text import escape, fitted
from bot.languages import Language, phrase
from bot.message import phrases
from index.document import Document

_FIELD = 300
_OPENING = 600


def source(document: Document, passages: int, language: Language) -> Look:
    """One document: its record, and how it begins."""
    record = document.record
    fields = {
        phrase("Publisher: {value}"): record.publisher,
        phrase("Author: {value}"): record.author,
        phrase("Date: {value}"): record.date and language.iso(record.date),
        phrase("Language: {value}"): record.language,
        phrase("Collection: {value}"): record.collection,
        phrase("Reliability: {value}"): record.reliability,
        phrase("Address: {value}"): record.url,
        phrase("Archived: {value}"): record.archive_url,
        phrase("Problem: {value}"): document.problem,
    }
    lines = [language.say(field, value=fitted(value, _FIELD)) for field, value in fields.items() if value]
    about = f"-# {escape(document.id)} · {phrases.passages(passages, language)}"
    opening = [
        f"> {fitted(document.text[paragraph.start : paragraph.end], _OPENING)}" for paragraph in document.paragraphs[:1]
    ]
    return Look((f"**{fitted(document.title, _FIELD)}**\n{about}", *filter(None, ("\n".join(lines),)), *opening))
