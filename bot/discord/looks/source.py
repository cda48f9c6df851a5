"""One document."""

from bot.discord.look import Look, Part
from bot.discord.looks.footnotes import footnote
from bot.discord.text import escape, fitted
from bot.languages import Language, phrase
from bot.message import phrases
from index.citation import cite
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
    return Look(
        (
            f"**{fitted(document.title, _FIELD)}**\n{about}",
            *filter(None, ("\n".join(lines),)),
            *_opening(document, language),
        )
    )


def _opening(document: Document, language: Language) -> tuple[Part, ...]:
    """How it begins, with a footnote, which leads into it."""
    if not document.paragraphs:
        return ()
    begin = cite(document, document.paragraphs[0].start, document.paragraphs[0].end)
    return f"> {fitted(begin.quote, _OPENING)}", footnote(begin, language)
