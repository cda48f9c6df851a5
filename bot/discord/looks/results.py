"""Search results."""

from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.footnote import Findings
from bot.languages import Language
from bot.message import phrases
from index.sources import Sources

PAGE = 5
"""Passages on a page, as many as fit a phone's screen twice."""

_RESULT = 300
_REMARKS = 700
_QUERY = 300


def results(
    findings: Findings, sources: Sources, language: Language, page: int = 1, *, asked: str | None = None
) -> Look:
    """A page of search results: the best sentence of each passage.

    Args:
        findings: All that was found, up to and including that page.
        sources: What was searched.
        language: What Footnote's own words are in.
        page: Its number, 1-based.
        asked: What was looked for, where nothing above says so.
    """
    shown = [one.citation for one in findings.found[(page - 1) * PAGE : page * PAGE]]
    remarks = phrases.remarks(findings, language) if page == 1 or not findings.found else []
    if not shown and not remarks:
        remarks = [language.say("There are no more.")]
    heading = None if asked is None else f"-# {fitted(' '.join(asked.split()), _QUERY)}"
    said = fitted(" ".join(remarks), _REMARKS) if remarks else None
    lead = "\n".join(filter(None, (heading, said))) or None
    closing = language.say("Page {number}", number=page) if page > 1 else None
    return quotes(lead, shown, closing, sources, language, longest=_RESULT)
